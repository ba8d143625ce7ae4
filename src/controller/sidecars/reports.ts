import { parseClusterName } from '../../envoy/cluster-name.js';
import type { MeshService } from '../../scope/mesh-service.js';
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

/** What the entries of one round are held against: built once for all of them. */
export interface Known {
  readonly mesh: Mesh;
  readonly workloads: Workloads;
  /** Host of the service that has an address (`ADDRESS PORT`); of several the first. */
  readonly hosts: ReadonlyMap<string, string>;
}

export function knownOf(mesh: Mesh, workloads: Workloads): Known {
  return { mesh, workloads, hosts: hostsByAddress(mesh.services) };
}

function hostsByAddress(services: readonly MeshService[]): ReadonlyMap<string, string> {
  const hosts = new Map<string, string>();
  for (const { host, addresses, ports } of services) {
    for (const address of addresses) {
      for (const { number } of ports) {
        const key = `${address} ${number}`;
        if (!hosts.has(key)) hosts.set(key, host);
      }
    }
  }
  return hosts;
}

/** What an entry says; a word: why it does not count. */
export type Heard = { readonly workload: string; readonly host: string } | 'not-a-call' | 'unknown' | 'not-its-own';

/**
 * Whom an entry shows calling whom. Anybody in a mesh can send an access log, so what is said counts only for the workload
 * whose connection it came over; gateways of the root namespace alone speak for others (L14). A call past all clusters
 * counts by the address that it went to (L7, L13). A host that the mesh does not have is no call: whoever makes up names could
 * fill the memory with them.
 */
export function heard(entry: LogEntryFields, reporter: Reporter, known: Known): Heard {
  const { mesh, workloads } = known;
  const host = hostOf(entry, known);
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

function hostOf({ cluster, to }: LogEntryFields, { mesh, hosts }: Known): string | undefined {
  const name = parseClusterName(cluster);
  if (name?.direction === 'outbound') return mesh.byHost.has(name.host) ? name.host : undefined;
  return cluster === 'PassthroughCluster' && to !== undefined ? hosts.get(`${to.address} ${to.port}`) : undefined;
}
