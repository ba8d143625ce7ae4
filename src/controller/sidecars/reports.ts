import { parseClusterName } from '../../envoy/cluster-name.js';
import type { Mesh } from '../../scope/scope.js';
import type { Workloads } from '../../traffic/workloads.js';

/** Who sends an access log. */
export interface Reporter {
  /** The address that its connection comes from. */
  readonly address: string;
  /** The namespace of the certificate that it has shown; undefined: none is asked for. */
  readonly namespace: string | undefined;
}

/** One entry of an access log, whatever the protocol. */
export interface LogEntryFields {
  readonly cluster: string;
  /** Address of the caller, as the connection has it. */
  readonly from: string;
  /** Where the call went to. */
  readonly to: { readonly address: string; readonly port: number } | undefined;
}

/** What an entry says; a word: why it does not count. */
export type Heard = { readonly workload: string; readonly host: string } | 'not-a-call' | 'unknown' | 'not-its-own';

/**
 * Whom an entry shows calling whom. Anybody in a mesh can send an access log, so what is said counts only for the workload
 * whose connection it came over; gateways of the root namespace alone speak for others (L14). A call past all clusters
 * counts by the address that it went to (L7, L13).
 */
export function heard(entry: LogEntryFields, reporter: Reporter, mesh: Mesh, workloads: Workloads): Heard {
  const host = hostOf(entry, mesh);
  if (host === undefined) return 'not-a-call';
  const self = workloads.ofAddress(reporter.address);
  const namespace = reporter.namespace ?? self?.namespace;
  if (namespace === undefined) return 'unknown';
  if (namespace !== mesh.settings.rootNamespace) {
    if (self === undefined) return 'unknown';
    return self.namespace === namespace ? { workload: self.id, host } : 'not-its-own';
  }
  const source = workloads.ofAddress(entry.from);
  return source === undefined ? 'unknown' : { workload: source.id, host };
}

function hostOf({ cluster, to }: LogEntryFields, mesh: Mesh): string | undefined {
  const name = parseClusterName(cluster);
  if (name?.direction === 'outbound' && name.host !== '') return name.host;
  if (cluster !== 'PassthroughCluster' || to === undefined) return undefined;
  return mesh.services.find(
    ({ addresses, ports }) => addresses.includes(to.address) && ports.some(({ number }) => number === to.port),
  )?.host;
}
