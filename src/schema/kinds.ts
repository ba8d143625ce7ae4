import type { Compiled } from './compiled.js';

/** The compiled schema of every kind that there is one for; each is loaded when the first object of its kind comes. */
export const schemaOf = {
  ApplicationProtocol: () => import('./generated/applicationprotocol.js'),
  Codec: () => import('./generated/codec.js'),
  ConfigMap: () => import('./generated/configmap.js'),
  DestinationRule: () => import('./generated/destinationrule.js'),
  DubboAuthorizationPolicy: () => import('./generated/dubboauthorizationpolicy.js'),
  EnvoyFilter: () => import('./generated/envoyfilter.js'),
  Gateway: () => import('./generated/gateway.js'),
  MetaRouter: () => import('./generated/metarouter.js'),
  RedisDestination: () => import('./generated/redisdestination.js'),
  RedisService: () => import('./generated/redisservice.js'),
  RouteTest: () => import('./generated/routetest.js'),
  Secret: () => import('./generated/secret.js'),
  Service: () => import('./generated/service.js'),
  ServiceEntry: () => import('./generated/serviceentry.js'),
  Sidecar: () => import('./generated/sidecar.js'),
  VirtualService: () => import('./generated/virtualservice.js'),
  WorkloadEntry: () => import('./generated/workloadentry.js'),
} as const satisfies Readonly<Record<string, () => Promise<Compiled>>>;

export type SchemaKind = keyof typeof schemaOf;

export function hasSchema(kind: string): kind is SchemaKind {
  return Object.hasOwn(schemaOf, kind);
}
