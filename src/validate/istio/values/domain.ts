import { isLabel, whyNoDomainName } from '../../webhook/domain-name.js';

export { isLabel };

/** Why istiod takes a text for no fully qualified domain name; undefined when it does take it. */
export const whyNoFqdn = whyNoDomainName;

const wildcardLabel = /^(?:\*|(?:\*|\*-)?[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?)$/;

/** The like, where the first part may be `*` or begin with it: `*.example.com`, `*-shop`. */
export function whyNoWildcardDomain(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (Buffer.byteLength(name) > 255) return 'it has more than 255 characters';
  const dot = name.indexOf('.');
  const first = dot === -1 ? name : name.slice(0, dot);
  if (first.length > 63 || !wildcardLabel.test(first)) {
    if (first === '') return 'it has an empty part before its first dot';
    return first.length > 63
      ? `its part "${first}" has more than 63 characters`
      : `its part "${first}" may have letters, digits and "-" only, with "*" at most in front`;
  }
  const rest = dot === -1 ? '' : name.slice(dot + 1);
  return rest === '' ? undefined : whyNoDomainName(rest);
}

/** Why a host of a VirtualService for a gateway is none: hosts that Istio makes for SNI (`outbound_.80_._.a.b`) count. */
export function whyNoGatewayDomain(name: string, hasSni: boolean): string | undefined {
  if (!hasSni || !name.startsWith('outbound_') || Buffer.byteLength(name) > 255) return whyNoWildcardDomain(name);
  const parts = name.split('_');
  if (parts.length >= 4 && /[0-9]/.test(dotless(parts[1])) && /[a-zA-Z]/.test(dotless(parts[3]))) return undefined;
  return 'a host that begins with outbound_ has the form outbound_.PORT_._.HOST';
}

function dotless(part = ''): string {
  return part.replace(/^\.+|\.+$/g, '');
}

/** Whether a `*` stands elsewhere than alone or in front of a dot: `*shop.example.com`. */
export function isPartialWildcard(name: string): boolean {
  return name.includes('*') && name !== '*' && !name.startsWith('*.');
}

/** Whether two hosts, `*` in front counted, have a name in common (istio/pkg/config/host). */
export function hostsOverlap(one: string, other: string): boolean {
  if (one.startsWith('*') && other.startsWith('*')) {
    const [long, short] = one.length < other.length ? [other, one] : [one, other];
    return long.slice(1).endsWith(short.slice(1));
  }
  if (one.startsWith('*')) return other.endsWith(one.slice(1));
  if (other.startsWith('*')) return one.endsWith(other.slice(1));
  return one === other;
}

/** Whether every name that `host` stands for is one of `other`. */
export function isWithin(host: string, other: string): boolean {
  if (host.startsWith('*')) {
    return other.startsWith('*') && host.length >= other.length && host.slice(1).endsWith(other.slice(1));
  }
  return other.startsWith('*') ? host.endsWith(other.slice(1)) : host === other;
}
