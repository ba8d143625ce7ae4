import type { Mesh } from '../scope/scope.js';
import type { Workloads } from '../traffic/workloads.js';
import { type CheckedCall, scopeOfSource } from './check.js';

/** A line of the picture: who calls whom, or could. */
export interface Edge {
  readonly source: string;
  /** `namespace/host` where it is a service, else the host. */
  readonly target: string;
  readonly protocol: string;
  readonly count: number;
  readonly state: 'seen and allowed' | 'seen and hidden' | 'allowed and never seen';
}

/**
 * Calls that were seen, and what Sidecars allow beside them. What a workload without a Sidecar could call is not drawn:
 * that is everything.
 */
export function callGraph(
  mesh: Mesh,
  workloads: Workloads,
  calls: readonly Omit<CheckedCall, 'place'>[],
): readonly Edge[] {
  const edges = calls.map(({ source, host, port, count, verdict }): Edge => {
    const state = verdict === 'visible' ? 'seen and allowed' : 'seen and hidden';
    return { source, target: host, protocol: protocolOf(mesh, host, port), count, state };
  });
  const seen = new Set(calls.map(({ source, host }) => `${source} ${host}`));
  const sources = new Set([...workloads.all.map(({ id }) => id), ...calls.map(({ source }) => source)]);
  for (const source of sources) {
    const scope = scopeOfSource(mesh, workloads, source);
    if (scope.sidecar === undefined) continue;
    for (const { host } of scope.services) {
      if (seen.has(`${source} ${host}`)) continue;
      edges.push({
        source,
        target: host,
        protocol: protocolOf(mesh, host, null),
        count: 0,
        state: 'allowed and never seen',
      });
    }
  }
  return edges;
}

/** What is spoken at a port of a host (null: its first). What the port's name says: the application protocol of Aeraki's services, else Istio's class. */
export function protocolOf(mesh: Mesh, host: string, port: number | null): string {
  const ports = mesh.byHost.get(host)?.[0]?.ports ?? [];
  const found = ports.find(({ number }) => number === port) ?? ports[0];
  if (found === undefined) return 'unknown';
  const [, protocol, application] = found.name.split('-');
  if (protocol === 'metaprotocol' && application !== undefined) return application;
  return found.name === '' ? found.protocol : (found.name.replace(/^tcp-/, '').split('-')[0] ?? found.protocol);
}
