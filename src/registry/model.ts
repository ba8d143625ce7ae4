import type { RegistryKind } from './dump/dump.js';

/** What a registry says of the fitness of an instance; `passing` where it says nothing. */
export type Health = 'passing' | 'warning' | 'critical' | 'maintenance';

/** Whose workload an instance is, as far as it says so itself. */
export interface Identity {
  /** Kubernetes namespace. */
  readonly namespace?: string;
  readonly serviceAccount?: string;
  /** `key:value`, or a value of the label `app`. */
  readonly workloadSelector?: string;
  readonly application?: string;
}

/** One provider of a service, whichever registry it comes from. */
export interface Instance {
  readonly address: string;
  /** As registered; may be outside 1–65535. */
  readonly port: number;
  /** In lower case: `dubbo`, `tri`, `http`, `grpc`, `tcp-metaprotocol-thrift`, …; '' where nothing says it. */
  readonly protocol: string;
  /** Every attribute, secrets and volatile ones too: `labelsOf` chooses. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the registry's own labels are (tags of Consul); they are taken whatever their names. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly health: Health;
  /** Switched off by somebody: takes no traffic, whatever its health. */
  readonly disabled: boolean;
  /** Relative share of traffic; left out where the registry says none. 0: no traffic. */
  readonly weight?: number;
  /** `region/zone/subzone`. */
  readonly locality?: string;
  readonly identity: Identity;
  /** Not part of the mesh. */
  readonly external: boolean;
  /** Where Dubbo 3 registered it. */
  readonly level: 'interface' | 'application';
}

/** Who asks for a service, where the registry knows it. */
export interface Consumer {
  readonly address: string;
  readonly application: string;
  readonly group: string;
  readonly version: string;
}

export interface RegistryService {
  readonly registry: RegistryKind;
  /** The registry's own name (`--registry-name`): the label `registryName` of its endpoints. */
  readonly registryName: string;
  /** How hosts and ports are named: `dubbo` by interface, group and version, `plain` by the name alone. */
  readonly style: 'dubbo' | 'plain';
  /** As registered: an interface, a service, an application. */
  readonly name: string;
  /** Of Dubbo; '' for none. */
  readonly group: string;
  /** Of Dubbo; '' for none. */
  readonly version: string;
  /** Further parts of the host: Nacos group and namespace, where they are not the ones by default. */
  readonly scope: readonly string[];
  /** May be worked out anew each time it is asked for: a large registry does not fit into memory instance by instance. */
  readonly instances: readonly Instance[];
}

/** Something in the registry that is no instance, and why. */
export interface Unread {
  /** The service it stands at. */
  readonly service: string;
  readonly reason:
    | 'not-understood'
    | 'consumer'
    | 'not-a-provider'
    | 'infrastructure'
    | 'no-interfaces'
    | 'credentials';
  /** Safe to print. */
  readonly what: string;
}

/** A state of a registry, read. A service that is as it was before is the same object. */
export interface RegistryState {
  readonly registry: RegistryKind;
  readonly registryName: string;
  readonly services: readonly RegistryService[];
  readonly unread: readonly Unread[];
  /** By interface. */
  readonly consumers: ReadonlyMap<string, readonly Consumer[]>;
  /** Names that the registry lists, with or without instances: what is not here is gone. */
  readonly listed: ReadonlySet<string>;
}

/** One service is what has the same key, in whichever registry and at whichever level it was registered. */
export function serviceKey(service: Pick<RegistryService, 'style' | 'name' | 'group' | 'version' | 'scope'>): string {
  return JSON.stringify([service.style, service.name, service.group, service.version, ...service.scope]);
}
