import type { ServiceEntry } from '../../model/istio.js';

/**
 * The state of a registry as plain data: what `registry dump` writes and every `registry` command reads in place of a
 * server. The form is the one of the shared cases (spec/registry.md, section 9; cases-registry/README.md).
 */
export type Dump = ZookeeperDump | EtcdDump | NacosDump | ConsulDump | EurekaDump;

export type RegistryKind = Dump['registry'];

interface Common {
  /** What the file is for; free text. */
  readonly about?: string;
  /** The registry's own name, unique in the mesh: the endpoint label `registryName` of the reference. */
  readonly name?: string;
  /** ServiceEntries that the cluster has before. */
  readonly existing?: readonly ServiceEntry[];
}

/** A file may hold the states in turn in place of one. */
interface Steps<State> {
  readonly steps?: readonly State[];
}

export interface ZookeeperNode {
  /** Absolute. */
  readonly path: string;
  readonly data?: string;
}
export interface ZookeeperState {
  /** Parents before children, children in the order in which the server lists them. */
  readonly nodes: readonly ZookeeperNode[];
}
export interface ZookeeperDump extends Common, Partial<ZookeeperState>, Steps<ZookeeperState> {
  readonly registry: 'zookeeper';
}

export interface EtcdPair {
  readonly key: string;
  readonly value?: string;
}
export interface EtcdState {
  /** In any order; the server answers in byte order. */
  readonly kvs: readonly EtcdPair[];
}
export interface EtcdDump extends Common, Partial<EtcdState>, Steps<EtcdState> {
  readonly registry: 'etcd';
}

/** An instance as `GET /nacos/v1/ns/instance/list` gives it. */
export interface NacosHost {
  readonly ip: string;
  readonly port: number;
  readonly weight?: number;
  readonly healthy?: boolean;
  readonly enabled?: boolean;
  readonly clusterName?: string;
  readonly metadata: Readonly<Record<string, string>>;
}
export interface NacosService {
  /** `public` or '' for the one that is there by default. */
  readonly namespaceId: string;
  readonly groupName: string;
  readonly name: string;
  readonly hosts: readonly NacosHost[];
}
export interface NacosState {
  readonly services: readonly NacosService[];
}
export interface NacosDump extends Common, Partial<NacosState>, Steps<NacosState> {
  readonly registry: 'nacos';
}

/** What consul2istio is told by its flags. */
export interface ConsulOptions {
  /** Appended to every host after a dot. */
  readonly fqdn?: string;
  /** Default: true. */
  readonly enableDefaultPort?: boolean;
  /** Default: istio-system. */
  readonly namespace?: string;
}
/** An instance as `GET /v1/catalog/service/<name>` gives it, as far as anything here reads it. */
export interface ConsulInstance {
  readonly Node?: string;
  /** Of the node. */
  readonly Address?: string;
  readonly Datacenter?: string;
  readonly ServiceKind?: string;
  readonly ServiceID?: string;
  readonly ServiceName?: string;
  readonly ServiceTags?: readonly string[];
  readonly ServiceAddress?: string;
  readonly ServiceMeta?: Readonly<Record<string, string>>;
  readonly ServicePort?: number;
  readonly ServiceWeights?: { readonly Passing?: number; readonly Warning?: number };
}
export interface ConsulDump extends Common {
  readonly registry: 'consul';
  readonly options?: ConsulOptions;
  /** Name → tags, as `GET /v1/catalog/services` gives it. */
  readonly catalogServices: Readonly<Record<string, readonly string[]>>;
  readonly catalogService: Readonly<Record<string, readonly ConsulInstance[]>>;
  /**
   * Service → service id, or `node/id`, → `passing`, `warning`, `critical` or `maintenance`; one that is not here passes.
   * The ids may also stand without the services around them.
   */
  readonly health?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** An instance as Eureka gives it; its XML roots show in `$` and `@enabled`. */
export interface EurekaInstance {
  readonly instanceId?: string;
  readonly app?: string;
  readonly hostName?: string;
  readonly ipAddr?: string;
  readonly status?: string;
  readonly overriddenstatus?: string;
  readonly overriddenStatus?: string;
  readonly port?: EurekaPort;
  readonly securePort?: EurekaPort;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly vipAddress?: string;
  readonly dataCenterInfo?: { readonly name?: string; readonly metadata?: Readonly<Record<string, string>> };
}
export interface EurekaPort {
  readonly $?: number | string;
  readonly '@enabled'?: string | boolean;
}
export interface EurekaApplication {
  readonly name: string;
  readonly instance: readonly EurekaInstance[];
}
export interface EurekaDump extends Common {
  readonly registry: 'eureka';
  readonly applications: readonly EurekaApplication[];
}

/** The states that a dump holds, in turn. */
export function statesOf<State>(dump: Steps<State>, only: State): readonly State[] {
  return dump.steps ?? [only];
}
