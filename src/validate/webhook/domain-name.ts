const label = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/;
const int64 = 2n ** 63n;

/** A DNS label in either case, as the webhook checks subsets and namespaces. */
export function isLabel(text: string): boolean {
  return text.length <= 63 && label.test(text);
}

/**
 * Why the webhook takes a text for no fully qualified domain name, in words, or undefined (translation.md section 12).
 * A dot at the end is fine, and so is a name without dots.
 */
export function whyNoDomainName(name: string): string | undefined {
  if (name === '') return 'it is empty';
  // Go counts bytes.
  const bytes = new TextEncoder().encode(name).length;
  if (bytes > 255) return `it has ${bytes} characters, and at most 255 are allowed`;
  const labels = name.split('.');
  const top = labels.at(-1) ?? '';
  if (isInteger(top)) return `its last part "${top}" is a number; an IP address is no host name`;
  const wrong = labels.find(
    (part, index) => !(index > 0 && index === labels.length - 1 && part === '') && !isLabel(part),
  );
  if (wrong === undefined) return undefined;
  if (wrong === '') return 'it has an empty part between dots';
  if (wrong.length > 63) return `its part "${wrong}" has ${wrong.length} characters, and at most 63 are allowed`;
  return `its part "${wrong}" may have letters, digits and "-" only, and must start and end with a letter or digit`;
}

/** What Go's Atoi reads: a number that 64 bits do not hold is none. */
function isInteger(text: string): boolean {
  if (!/^[+-]?\d+$/.test(text)) return false;
  const value = BigInt(text.replace(/^\+/, ''));
  return value >= -int64 && value < int64;
}
