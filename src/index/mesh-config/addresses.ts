/** Checks of names and addresses as Istio's validation of a mesh config has them (pkg/config/validation, Istio 1.18). */

const label = '[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?';
const plainLabel = new RegExp(`^${label}$`);
const wildcardLabel = new RegExp(`^(?:\\*|(?:\\*|\\*-)?${label})$`);

export function isLabel(text: string): boolean {
  return text.length <= 63 && plainLabel.test(text);
}

/** Labels and dots; the last label may be empty. A number as the last label is refused unless `numericTop`. */
function isDottedLabels(text: string, numericTop: boolean): boolean {
  const parts = text.split('.');
  const top = parts.at(-1) ?? '';
  if (!numericTop && /^[-+]?\d+$/.test(top)) return false;
  return parts.every((part, i) => (i === parts.length - 1 && part === '') || isLabel(part));
}

export function isDomainName(text: string): boolean {
  return text !== '' && Buffer.byteLength(text) <= 255 && isDottedLabels(text, false);
}

/** A domain name whose first label may be or begin with `*`. */
export function isWildcardDomain(text: string): boolean {
  if (text === '' || Buffer.byteLength(text) > 255) return false;
  const dot = text.indexOf('.');
  const first = dot < 0 ? text : text.slice(0, dot);
  return first.length <= 63 && wildcardLabel.test(first) && (dot < 0 || isDottedLabels(text.slice(dot + 1), false));
}

export function isTrustDomain(text: string): boolean {
  return text !== '' && isDottedLabels(text, true);
}

export function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535;
}

/** `host:port` or `[IPv6]:port`. */
export function isProxyAddress(text: string): boolean {
  const parts = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:]*)$/.exec(text);
  if (parts === null) return false;
  const host = parts[1] ?? parts[2] ?? '';
  const port = parts[3] ?? '';
  return /^[-+]?\d+$/.test(port) && isPort(Number(port)) && (isDomainName(host) || isAddress(host));
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** An IPv4 or IPv6 address without a zone. */
export function isAddress(text: string): boolean {
  return ipv4.test(text) || (/^[\da-fA-F:.]+$/.test(text) && text.includes(':') && URL.canParse(`http://[${text}]/`));
}
