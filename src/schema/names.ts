/**
 * The forms of names in Kubernetes (facts: apimachinery's validation, 1.34). Each function returns why a text is none,
 * in words, or undefined.
 */

const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const dns1123Label = new RegExp(`^${label}$`);
const dns1123Subdomain = new RegExp(`^${label}(?:\\.${label})*$`);
const dns1035Label = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const qualified = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

export function whyNoSubdomain(name: string): string | undefined {
  if (name.length > 253) return `it has ${name.length} characters, and at most 253 are allowed`;
  if (dns1123Subdomain.test(name)) return undefined;
  return 'it must be lower-case letters, digits, "-" and ".", and each part must start and end with a letter or digit';
}

export function whyNoLabel1123(name: string): string | undefined {
  if (name.length > 63) return `it has ${name.length} characters, and at most 63 are allowed`;
  if (dns1123Label.test(name)) return undefined;
  return 'it must be lower-case letters, digits and "-", and start and end with a letter or digit';
}

export function whyNoLabel1035(name: string): string | undefined {
  if (name.length > 63) return `it has ${name.length} characters, and at most 63 are allowed`;
  if (dns1035Label.test(name)) return undefined;
  return 'it must be lower-case letters, digits and "-", start with a letter and end with a letter or digit';
}

/** A key of a label or annotation: `[prefix/]name`. */
export function whyNoQualifiedName(key: string): string | undefined {
  // Most keys have no prefix and are fine.
  if (key.length <= 63 && qualified.test(key)) return undefined;
  const parts = key.split('/');
  if (parts.length > 2) return 'it has more than one "/"';
  const [prefix, name = prefix ?? ''] = parts;
  if (parts.length === 2) {
    if (prefix === '') return 'the prefix before "/" is empty';
    const why = whyNoSubdomain(prefix ?? '');
    if (why !== undefined) return `its prefix "${prefix}" is no domain name: ${why}`;
  }
  if (name === '') return 'it is empty';
  if (name.length > 63) return `its name has ${name.length} characters, and at most 63 are allowed`;
  if (qualified.test(name)) return undefined;
  return 'it must be letters, digits, "-", "_" and ".", and start and end with a letter or digit';
}

export function whyNoLabelValue(value: string): string | undefined {
  if (value.length > 63) return `it has ${value.length} characters, and at most 63 are allowed`;
  if (value === '' || qualified.test(value)) return undefined;
  return 'it must be letters, digits, "-", "_" and ".", and start and end with a letter or digit';
}
