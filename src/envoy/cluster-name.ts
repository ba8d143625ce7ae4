/** The parts of a cluster's name as Istio writes it: `outbound|9080|v1|reviews.shop.svc.cluster.local`. */
export interface ClusterName {
  readonly direction: string;
  readonly port: number;
  readonly subset: string;
  readonly host: string;
}

/** Envoy's name of an Istio cluster; an inbound one has no host (translation.md section 4). */
export function outboundCluster(host: string, port: number | string, subset = ''): string {
  return `outbound|${port}|${subset}|${host}`;
}

export function inboundCluster(port: number): string {
  return `inbound|${port}||`;
}

/** Takes a name apart; undefined for a name of another form (`PassthroughCluster`). A port that is no number is 0. */
export function parseClusterName(name: string): ClusterName | undefined {
  const [direction, port, subset, host] = name.split('|');
  if (direction === undefined || port === undefined || subset === undefined || host === undefined) return undefined;
  return { direction, port: /^\d+$/.test(port) ? Number(port) : 0, subset, host };
}

/** The same of an outbound cluster with a port and a host; undefined for every other name. */
export function parseOutboundCluster(name: string): Omit<ClusterName, 'direction'> | undefined {
  const [, port, subset, host] = /^outbound\|(\d+)\|([^|]*)\|([^|]+)$/.exec(name) ?? [];
  if (port === undefined || subset === undefined || host === undefined) return undefined;
  return { port: Number(port), subset, host };
}

/** The port of an inbound cluster's name, which is also the prefix of its statistics; undefined for any other text. */
export function inboundPort(name: string): number | undefined {
  const port = /^inbound\|(\d+)\|/.exec(name)?.[1];
  return port === undefined ? undefined : Number(port);
}

/** The name by which Istio's proxies ask one another over TLS: `outbound_.PORT_.SUBSET_.HOST`; undefined for another. */
export function parseServerName(name: string): { readonly host: string; readonly port: number } | undefined {
  const [, port, host] = /^outbound_\.(\d+)_\.[^_]*_\.(.+)$/.exec(name) ?? [];
  return port === undefined || host === undefined ? undefined : { host, port: Number(port) };
}

/** Sorts by cluster name in istioctl's order: by host (or the whole name), subset, port, direction. */
export function sortByClusterName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  // Names are taken apart once each, not at every comparison: a dump may have tens of thousands.
  const keyed = items.map((item) => ({ item, key: sortKey(nameOf(item)) }));
  keyed.sort(({ key: a }, { key: b }) => {
    return (
      compare(a.host, b.host) || compare(a.subset, b.subset) || a.port - b.port || compare(a.direction, b.direction)
    );
  });
  return keyed.map(({ item }) => item);
}

function sortKey(name: string): ClusterName {
  return parseClusterName(name) ?? { direction: '', port: 0, subset: '', host: name };
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
