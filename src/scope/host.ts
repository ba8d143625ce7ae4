/** Istio's comparison of host names, of which either may be a wildcard (`*`, `*.example.com`). */

export function isWildcard(host: string): boolean {
  return host.startsWith('*');
}

/** Whether every name of `host` is one of `other` too. */
export function isWithin(host: string, other: string): boolean {
  if (isWildcard(host)) {
    if (isWildcard(other)) return host.length >= other.length && host.slice(1).endsWith(other.slice(1));
    return false;
  }
  return isWildcard(other) ? host.length >= other.length && host.endsWith(other.slice(1)) : host === other;
}

/** Whether the two have a name in common. */
export function overlaps(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

/** The full name of a host that a rule of `namespace` names; only a name without dots is short. */
export function fullName(host: string, namespace: string, clusterDomain: string): string {
  return host === '' || host.includes('.') || host === '*' ? host : `${host}.${namespace}.svc.${clusterDomain}`;
}

/** The hosts that a Sidecar imports from one namespace. */
export interface ImportedHosts {
  readonly exact: ReadonlySet<string>;
  readonly all: readonly string[];
  /** What `~namespace/host` leaves out again (Istio 1.28 and newer). */
  readonly excluded: readonly string[];
}

export function excludes({ excluded }: ImportedHosts, host: string): boolean {
  return excluded.some((each) => isWithin(host, each));
}

/** Whether a service with this host is imported. */
export function importsService({ exact, all }: ImportedHosts, host: string): boolean {
  return exact.has(host) || all.some((each) => (isWildcard(host) || isWildcard(each)) && isWithin(host, each));
}

/** Whether a VirtualService with this host is imported: here the two only have to overlap. */
export function importsRule({ exact, all }: ImportedHosts, host: string): boolean {
  return exact.has(host) || all.some((each) => (isWildcard(host) || isWildcard(each)) && overlaps(host, each));
}
