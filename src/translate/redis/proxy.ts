import { inboundCluster, outboundCluster } from '../../envoy/cluster-name.js';
import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import type { RedisService } from '../../model/aeraki.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';
import { credentials, inlineStrings } from './auth.js';
import { decodableServices } from './decodable.js';
import { redisFaults } from './faults.js';
import { prefixRoutes } from './routes.js';
import { connectionPoolSettings, inboundTimeout, outboundTimeout } from './settings.js';

/** The proxy that sends every command to one cluster. */
function plainProxy(cluster: string, opTimeout: string): JsonObject {
  return { statPrefix: cluster, settings: { opTimeout }, prefixRoutes: { catchAllRoute: { cluster } } };
}

/** The RedisService of a service, and which of its hosts that is for. */
function relatedService(
  service: MeshService,
  context: Context,
): { readonly host: string; readonly related: Resource<RedisService> } | undefined {
  for (const host of service.hosts) {
    const related = decodableServices(service.namespace, host, context).at(-1);
    if (related !== undefined) return { host, related };
  }
  return undefined;
}

/** The credentials that a client must give, or why the proxy is another one. */
function downstreamAuth(related: Resource<RedisService>, context: Context): JsonObject | 'no secret' | 'not UTF-8' {
  const auth = related.object.spec?.settings?.auth;
  if (auth === undefined) return {};
  const lost = 'the whole RedisService (routes, settings and faults)';
  const found = credentials(auth, { resource: related, pointer: '/spec/settings/auth', lost }, context);
  if (typeof found === 'string') return found;
  return inlineStrings({ downstreamAuthPassword: found.password, downstreamAuthUsername: found.username }, context);
}

/**
 * The outbound proxy of one port (translation.md section 11). 'crash' where the reference crashes and 'none' where it
 * cannot print the proxy, both reported.
 */
export function outboundProxy(service: MeshService, port: MeshPort, context: Context): JsonObject | 'crash' | 'none' {
  const plain = plainProxy(outboundCluster(service.hosts[0] ?? '', port.number), outboundTimeout);
  const found = relatedService(service, context);
  if (found === undefined) return plain;
  const { host, related } = found;
  // In the reference's order: a crash over a fault comes before the Secret is missed, one over a route after it.
  const faults = redisFaults(related, context);
  if (faults === undefined) return 'crash';
  const auth = downstreamAuth(related, context);
  if (auth === 'no secret') return plain;
  const cluster = outboundCluster(host, port.number);
  const hasRoutes = (related.object.spec?.redis ?? []).length > 0;
  const scope = { service: related, namespace: service.namespace, port };
  const routes = hasRoutes ? prefixRoutes(scope, context) : { catchAllRoute: { cluster } };
  if (routes === undefined) return 'crash';
  if (auth === 'not UTF-8') return 'none';
  return {
    statPrefix: cluster,
    settings: connectionPoolSettings(related, context),
    ...(faults.length > 0 ? { faults } : {}),
    ...auth,
    prefixRoutes: routes,
  };
}

export function inboundProxy(port: number): JsonObject {
  return plainProxy(inboundCluster(port), inboundTimeout);
}
