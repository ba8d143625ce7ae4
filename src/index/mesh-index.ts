import type {
  ApplicationProtocol,
  DubboAuthorizationPolicy,
  MetaRouter,
  RedisDestination,
  RedisService,
} from '../model/aeraki.js';
import type { DestinationRule, Gateway, Secret, ServicePort, VirtualService } from '../model/istio.js';
import type { MeshConfig } from '../model/mesh-config.js';
import type { Resource } from '../model/resource.js';

/** A service to program: a ServiceEntry, or a core Service as istiod exposes it (translation.md section 2). */
export interface MeshService {
  /** The ServiceEntry or Service that it was made from. */
  readonly resource: Resource;
  /** Made from a core Service. */
  readonly synthetic: boolean;
  /** The ServiceEntry's name; `synthetic-<service name>` for a Service. */
  readonly name: string;
  readonly namespace: string;
  /** May be empty: defect D27. */
  readonly hosts: readonly string[];
  readonly addresses: readonly string[];
  /** The allocator chose the address (translation.md section 2, last paragraph). */
  readonly allocated: boolean;
  readonly ports: readonly MeshPort[];
  /** Absent in the input is NONE. */
  readonly resolution: string;
  readonly location: string;
  readonly selector: Readonly<Record<string, string>>;
  /** Empty for a Service: its annotations are not carried over. */
  readonly annotations: Readonly<Record<string, string>>;
}

export interface MeshPort extends Required<Pick<ServicePort, 'number' | 'name'>> {
  readonly protocol: string;
  /** The target port of a core Service where it differs (D28): a number, or the name of a container port. */
  readonly targetPort?: number | string;
  /** JSON pointer of the port in its resource. */
  readonly pointer: string;
}

/** Look-ups over all resources, built once; every one is O(1) and lists keep the input order unless it says otherwise. */
export interface MeshIndex {
  /** ServiceEntries and Services in input order. */
  readonly services: readonly MeshService[];
  /** By each of their hosts, exact. */
  readonly servicesByHost: ReadonlyMap<string, readonly MeshService[]>;
  /** By `hosts[0]`, the only host that a ServiceEntry has for Aeraki. */
  readonly servicesByFirstHost: ReadonlyMap<string, readonly MeshService[]>;
  readonly metaRouters: readonly Resource<MetaRouter>[];
  /** By each of their hosts; the first counts. */
  readonly metaRoutersByHost: ReadonlyMap<string, readonly Resource<MetaRouter>[]>;
  /** By `namespace/name` of a gateway they name. */
  readonly metaRoutersByGateway: ReadonlyMap<string, readonly Resource<MetaRouter>[]>;
  readonly virtualServices: readonly Resource<VirtualService>[];
  /** By each of their hosts as it is written; the first counts. */
  readonly virtualServicesByHost: ReadonlyMap<string, readonly Resource<VirtualService>[]>;
  readonly destinationRules: readonly Resource<DestinationRule>[];
  /** By `spec.host` as an FQDN (translation.md section 7, Related DestinationRule); the first counts. */
  readonly destinationRulesByHost: ReadonlyMap<string, readonly Resource<DestinationRule>[]>;
  readonly gateways: readonly Resource<Gateway>[];
  /** By `namespace/name`. */
  readonly gatewaysByName: ReadonlyMap<string, Resource<Gateway>>;
  /** By `spec.protocol`; the last one counts, as each replaces what was there. */
  readonly applicationProtocols: ReadonlyMap<string, readonly Resource<ApplicationProtocol>[]>;
  /** Sorted by namespace and name, as the API server lists them. */
  readonly redisServices: readonly Resource<RedisService>[];
  /** By `namespace/host`, sorted by name; the last counts. */
  readonly redisServicesByHost: ReadonlyMap<string, readonly Resource<RedisService>[]>;
  /** Sorted by namespace and name. */
  readonly redisDestinations: readonly Resource<RedisDestination>[];
  /** By `namespace/host`, sorted by name; the first counts. */
  readonly redisDestinationsByHost: ReadonlyMap<string, readonly Resource<RedisDestination>[]>;
  /** By namespace, sorted by name. */
  readonly dubboPolicies: ReadonlyMap<string, readonly Resource<DubboAuthorizationPolicy>[]>;
  /** By `namespace/name`. */
  readonly secrets: ReadonlyMap<string, Resource<Secret>>;
  /** What the proxies log and trace; `meshConfigOf` finds it. */
  readonly meshConfig: MeshConfig;
  /** Every namespace that some resource of the input is in. */
  readonly namespaces: ReadonlySet<string>;
  /** Everything, by `Kind namespace/name`. */
  readonly byId: ReadonlyMap<string, Resource>;
}
