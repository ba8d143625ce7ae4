import { printable } from '../../output/printable.js';
import { hostKey } from '../../proxy/balance/balancer.js';
import type { Cluster, ListenerState, ProxyConfig } from '../../proxy/config.js';
import type { DataPlane } from '../../proxy/data-plane.js';
import { isLoopbackName } from '../../xds/admin/host.js';
import type { Stream } from '../shell/terminal.js';

/** Says what this is, and what it does. */
export async function announce(plane: DataPlane, config: ProxyConfig, stderr: Stream): Promise<void> {
  const lines = [
    'aeraki proxy is for debugging: it does what the MetaProtocol proxy of a sidecar would do, without TLS and identity. Do not put it in front of production.',
    ...plane.listeners.map(listenerLine),
    ...[...config.clusters.values()].flatMap(clusterLine),
  ];
  await stderr.write(lines.map((line) => `${printable(line)}\n`).join(''));
}

/** Where is listened, and for what. */
export function listenerLine({ listener, address }: ListenerState): string {
  const { service, applicationProtocol } = listener;
  const warning = isLoopbackName(address.host) ? '' : '; everyone who reaches this address can use it';
  return `Listening on ${hostKey(address)} for ${service.host}:${service.port} (${applicationProtocol})${warning}`;
}

/** Of one without endpoints there is a diagnostic. */
function clusterLine({ name, endpoints, source }: Cluster): readonly string[] {
  if (endpoints.length === 0) return [];
  return [`  ${name}: ${endpoints.map(({ address }) => hostKey(address)).join(', ')} (${source})`];
}
