import type { EnvoyFilter, Json, JsonObject } from '../../src/model/envoy.js';
import type { Translation } from '../../src/translate/protocol.js';
import { section } from './dumps.js';

const time = '2026-10-02T08:14:07.131Z';

/**
 * The config dump of a proxy that has exactly what a translation makes: a listener per outbound filter, a chain of
 * `virtualInbound` per inbound one, the clusters that are added, the routes. `spelling` is that of the filters.
 */
export function proxyOf(
  translation: Translation,
  spelling: 'camel' | 'snake' = 'camel',
): { configs: readonly JsonObject[] } {
  const listeners = new Map<string, JsonObject[]>();
  const clusters = new Map<string, Json>();
  for (const filter of translation.envoyFilters) {
    for (const patch of filter.spec.configPatches) addPatch(patch, listeners, clusters);
  }
  const spelled = (value: Json) => (spelling === 'snake' ? snakeCased(value) : value);
  const typed = (type: string, object: JsonObject) => ({ '@type': `type.googleapis.com/${type}`, ...object });
  return {
    configs: [
      {
        '@type': section.bootstrap,
        bootstrap: {
          node: { id: 'sidecar~10.0.0.9~consumer-1.shop~shop.svc.cluster.local', cluster: 'consumer.shop' },
        },
      },
      {
        '@type': section.clusters,
        dynamic_active_clusters: [...clusters].map(([name, cluster]) => ({
          version_info: '7',
          cluster: typed('envoy.config.cluster.v3.Cluster', { ...(spelled(cluster) as JsonObject), name }),
          last_updated: time,
        })),
      },
      {
        '@type': section.listeners,
        dynamic_listeners: [...listeners].map(([name, chains]) => ({
          name,
          active_state: {
            version_info: '7',
            listener: typed('envoy.config.listener.v3.Listener', {
              name,
              address: { socket_address: addressOf(name) },
              filter_chains: chains.map((chain) => spelled(chain)),
            }),
            last_updated: time,
          },
        })),
      },
      {
        '@type': section.metaRoutes,
        dynamic_route_configs: translation.metaRouteConfigurations.map((config) => ({
          version_info: '7',
          route_config: typed(
            'aeraki.meta_protocol_proxy.config.route.v1alpha.RouteConfiguration',
            snakeCased(config as unknown as Json) as JsonObject,
          ),
          last_updated: time,
        })),
      },
    ],
  };
}

type ConfigPatch = EnvoyFilter['spec']['configPatches'][number];

function addPatch(patch: ConfigPatch, listeners: Map<string, JsonObject[]>, clusters: Map<string, Json>): void {
  const {
    applyTo,
    match,
    patch: change,
  } = patch as {
    readonly applyTo: string;
    readonly match: {
      readonly listener?: { readonly name: string; readonly filterChain: { readonly destinationPort?: number } };
    };
    readonly patch: { readonly operation: string; readonly value: JsonObject };
  };
  if (applyTo === 'CLUSTER') {
    if (change.operation === 'ADD') clusters.set(String(change.value.name), change.value);
    return;
  }
  const name = match.listener?.name ?? '';
  const port = match.listener?.filterChain.destinationPort;
  const chain = {
    filters: [change.value],
    ...(port !== undefined && { filter_chain_match: { destination_port: port } }),
  };
  const chains = listeners.get(name);
  // In an outbound listener the later filter takes the place of the earlier; inbound every service has its chain.
  if (chains === undefined || port === undefined) listeners.set(name, [chain]);
  else chains.push(chain);
}

function addressOf(name: string): JsonObject {
  const [, address, port] = /^(.*)_(\d+)$/.exec(name) ?? [];
  return address === undefined ? { address: '0.0.0.0', port_value: 15006 } : { address, port_value: Number(port) };
}

export function snakeCased(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => snakeCased(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const name =
        key.startsWith('@') || key.includes('.') ? key : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return [name, item === undefined ? null : snakeCased(item)];
    }),
  );
}
