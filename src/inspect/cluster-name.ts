/** The parts of a cluster's name as Istio writes it: `outbound|9080|v1|reviews.shop.svc.cluster.local`. */
export interface ClusterName {
  readonly direction: string;
  readonly port: number;
  readonly subset: string;
  readonly host: string;
}

/** Takes a name apart; undefined for a name of another form (`PassthroughCluster`). A port that is no number is 0. */
export function parseClusterName(name: string): ClusterName | undefined {
  const [direction, port, subset, host] = name.split('|');
  if (direction === undefined || port === undefined || subset === undefined || host === undefined) return undefined;
  return { direction, port: /^\d+$/.test(port) ? Number(port) : 0, subset, host };
}

/** istioctl's order of clusters: by host (or the whole name), subset, port, direction. */
export function compareClusterNames(one: string, other: string): number {
  const a = parseClusterName(one) ?? { direction: '', port: 0, subset: '', host: one };
  const b = parseClusterName(other) ?? { direction: '', port: 0, subset: '', host: other };
  return compare(a.host, b.host) || compare(a.subset, b.subset) || a.port - b.port || compare(a.direction, b.direction);
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
