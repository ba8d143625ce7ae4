/** How far proxies have what their control planes sent: the table of `proxy-status`. */

/** The columns, in istioctl's order; `AERAKI` are the routes of MetaProtocol, which Aeraki's own RDS serves. */
export const syncTypes = ['CDS', 'LDS', 'EDS', 'RDS', 'ECDS', 'AERAKI'] as const;
export type SyncType = (typeof syncTypes)[number];

/**
 * `SYNCED`: the proxy has accepted what was sent last. `STALE`: it has not, or has refused it. `NOT SENT`: nothing was sent.
 * `IGNORED`: it never asked.
 */
export type SyncState = 'SYNCED' | 'STALE' | 'NOT SENT' | 'IGNORED';

export interface TypeStatus {
  readonly state: SyncState;
  /** What there is to say of it: `2 refused`; '' when there is nothing. */
  readonly note: string;
}

export interface ProxyStatus {
  /** `consumer-1.shop`, as istioctl has it, a node id, or an address. */
  readonly name: string;
  /** The Kubernetes cluster, '' where it is not known. */
  readonly cluster: string;
  readonly types: Readonly<Partial<Record<SyncType, TypeStatus>>>;
  /** The control plane that says so; '' when the proxy itself does. */
  readonly controlPlane: string;
  /** Of Istio's proxy, '' where it is not known. */
  readonly version: string;
}

/** The headings, and a row for each proxy, sorted by name; types that no proxy has anything of are left out, but for Istio's five. */
export function syncTable(proxies: readonly ProxyStatus[]): {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const types = syncTypes.filter(
    (type) => type !== 'AERAKI' || proxies.some((proxy) => proxy.types[type] !== undefined),
  );
  const rows = sortedProxies(proxies).map((proxy) => [
    proxy.name,
    proxy.cluster || '-',
    ...types.map((type) => statusText(proxy.types[type])),
    proxy.controlPlane || '-',
    proxy.version || '-',
  ]);
  return { headings: ['NAME', 'CLUSTER', ...types, 'CONTROL PLANE', 'VERSION'], rows };
}

export function sortedProxies(proxies: readonly ProxyStatus[]): readonly ProxyStatus[] {
  const key = ({ name, controlPlane }: ProxyStatus) => `${name}\n${controlPlane}`;
  return [...proxies].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function statusText(status: TypeStatus | undefined): string {
  if (status === undefined) return '-';
  return status.note === '' ? status.state : `${status.state} (${status.note})`;
}

/** `sidecar~10.0.0.1~consumer-1.shop~shop.svc.cluster.local` is `consumer-1.shop`; any other id stays. */
export function proxyName(nodeId: string): string {
  const parts = nodeId.split('~');
  return parts.length === 4 ? (parts[2] ?? nodeId) : nodeId;
}
