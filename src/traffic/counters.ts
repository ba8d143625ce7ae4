import { parseClusterName } from '../envoy/cluster-name.js';
import { field } from '../scope/settings.js';

/** How often a proxy used an outbound cluster since it was started. */
export interface CountedCluster {
  readonly port: number;
  readonly host: string;
  readonly count: number;
}

/**
 * Reads what a proxy's admin port answers to `/clusters?format=json`: requests and connections of each endpoint. Of a
 * cluster that counts requests these count, else its connections.
 *
 * @returns undefined when it is no such answer
 */
export function readCounters(value: unknown): readonly CountedCluster[] | undefined {
  const statuses = field(value, 'cluster_statuses') ?? field(value, 'clusterStatuses');
  if (!Array.isArray(statuses)) return undefined;
  return statuses.flatMap((status): readonly CountedCluster[] => {
    const name = parseClusterName(String(field(status, 'name') ?? ''));
    if (name?.direction !== 'outbound' || name.host === '') return [];
    const hosts = field(status, 'host_statuses') ?? field(status, 'hostStatuses');
    const counters = Array.isArray(hosts) ? hosts : [];
    const total = (counter: string) => counters.reduce((sum: number, each) => sum + counterOf(each, counter), 0);
    const count = total('rq_total') || total('cx_total');
    return count > 0 ? [{ port: name.port, host: name.host, count }] : [];
  });
}

/** A counter of 0 has no value in protobuf's JSON, and a large one is text. */
function counterOf(host: unknown, name: string): number {
  const stats = field(host, 'stats');
  const found = Array.isArray(stats) ? stats.find((each) => field(each, 'name') === name) : undefined;
  const value = Number(field(found, 'value') ?? 0);
  return Number.isFinite(value) ? value : 0;
}
