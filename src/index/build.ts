import type {
  ApplicationProtocol,
  DubboAuthorizationPolicy,
  MetaRouter,
  RedisDestination,
  RedisService,
} from '../model/aeraki.js';
import type { DestinationRule, Gateway, Secret, VirtualService } from '../model/istio.js';
import { defaultMeshConfig, type MeshConfig } from '../model/mesh-config.js';
import type { Resource } from '../model/resource.js';
import { Groups } from './group.js';
import { qualifiedHost } from './host.js';
import type { MeshIndex, MeshService } from './mesh-index.js';
import { meshServices, type ServiceOptions } from './services.js';

export interface IndexOptions extends ServiceOptions {
  /** Istio's defaults when left out. */
  readonly meshConfig?: MeshConfig;
}

/**
 * Builds every look-up in one pass over the resources and one over the services, so that the work grows linearly with
 * the input. Takes resources that the schema layer has found to be of the right shape.
 */
export function buildIndex(resources: readonly Resource[], options: IndexOptions): MeshIndex {
  const ofKind = new Groups<Resource>();
  const byId = new Map<string, Resource>();
  const namespaces = new Set<string>();
  for (const resource of resources) {
    ofKind.add(resource.kind, resource);
    byId.set(`${resource.kind} ${resource.namespace}/${resource.name}`, resource);
    if (resource.namespace !== '') {
      namespaces.add(resource.namespace);
    }
  }
  // The loader lets only our own groups through, so the kind alone tells the type.
  const list = <T extends Resource>(kind: string): readonly T[] => (ofKind.map.get(kind) ?? []) as unknown as T[];

  const services = meshServices(resources, options);
  const metaRouters = list<Resource<MetaRouter>>('MetaRouter');
  const virtualServices = list<Resource<VirtualService>>('VirtualService');
  const destinationRules = list<Resource<DestinationRule>>('DestinationRule');
  const gateways = list<Resource<Gateway>>('Gateway');
  const redisServices = sorted(list<Resource<RedisService>>('RedisService'));
  const redisDestinations = sorted(list<Resource<RedisDestination>>('RedisDestination'));

  return {
    services,
    servicesByHost: group(services, serviceKeys.servicesByHost),
    servicesByFirstHost: group(services, serviceKeys.servicesByFirstHost),
    metaRouters,
    metaRoutersByHost: group(metaRouters, resourceKeys.MetaRouter.metaRoutersByHost),
    metaRoutersByGateway: group(metaRouters, resourceKeys.MetaRouter.metaRoutersByGateway),
    virtualServices,
    virtualServicesByHost: group(virtualServices, resourceKeys.VirtualService.virtualServicesByHost),
    destinationRules,
    destinationRulesByHost: group(destinationRules, resourceKeys.DestinationRule.destinationRulesByHost),
    gateways,
    gatewaysByName: byName(gateways),
    applicationProtocols: group(list<Resource<ApplicationProtocol>>('ApplicationProtocol'), (protocol) => [
      protocol.object.spec?.protocol ?? '',
    ]),
    redisServices,
    redisServicesByHost: group(redisServices, resourceKeys.RedisService.redisServicesByHost),
    redisDestinations,
    redisDestinationsByHost: group(redisDestinations, resourceKeys.RedisDestination.redisDestinationsByHost),
    dubboPolicies: group(sorted(list<Resource<DubboAuthorizationPolicy>>('DubboAuthorizationPolicy')), (policy) => [
      policy.namespace,
    ]),
    secrets: byName(list<Resource<Secret>>('Secret')),
    meshConfig: options.meshConfig ?? defaultMeshConfig,
    namespaces,
    byId,
  };
}

/** By which keys the look-ups have a service. */
export const serviceKeys = {
  servicesByHost: ({ hosts }: MeshService): readonly string[] => hosts,
  servicesByFirstHost: ({ hosts }: MeshService): readonly string[] => hosts.slice(0, 1),
};

/** By which keys the look-ups have a resource of these kinds, and the list that has all of them. */
export const resourceKeys = {
  MetaRouter: {
    metaRoutersByHost: ({ object }: Resource<MetaRouter>): readonly string[] => object.spec?.hosts ?? [],
    metaRoutersByGateway: ({ object, namespace }: Resource<MetaRouter>): readonly string[] =>
      (object.spec?.gateways ?? []).map((name) => (name.includes('/') ? name : `${namespace}/${name}`)),
  },
  VirtualService: {
    virtualServicesByHost: ({ object }: Resource<VirtualService>): readonly string[] => object.spec?.hosts ?? [],
  },
  DestinationRule: {
    destinationRulesByHost: ({ object, namespace }: Resource<DestinationRule>): readonly string[] => [
      qualifiedHost(object.spec?.host ?? '', namespace),
    ],
  },
  RedisService: {
    redisServicesByHost: ({ object, namespace }: Resource<RedisService>): readonly string[] =>
      (object.spec?.host ?? []).map((host) => `${namespace}/${host}`),
  },
  RedisDestination: {
    redisDestinationsByHost: ({ object, namespace }: Resource<RedisDestination>): readonly string[] => [
      `${namespace}/${object.spec?.host ?? ''}`,
    ],
  },
};

/** Groups values by several keys each; a key that a value names twice counts once. */
function group<T>(values: readonly T[], keys: (value: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Groups<T>();
  for (const value of values) {
    const names = keys(value);
    for (const key of names.length > 1 ? new Set(names) : names) {
      groups.add(key, value);
    }
  }
  return groups.map;
}

function byName<T extends Resource>(resources: readonly T[]): ReadonlyMap<string, T> {
  return new Map(resources.map((resource) => [`${resource.namespace}/${resource.name}`, resource]));
}

/** In the order in which the API server lists objects: by namespace, then by name, bytewise. */
function sorted<T extends Resource>(resources: readonly T[]): readonly T[] {
  return [...resources].sort((a, b) => compare(a.namespace, b.namespace) || compare(a.name, b.name));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
