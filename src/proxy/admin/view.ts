import type { Address } from '../../envoy/address.js';
import { listenerName as nameOfAddress } from '../../envoy/route-configuration-name.js';
import type { ClusterState, ListenerState, RouteConfigurations } from '../config.js';
import type { Faults } from '../fault/faults.js';
import type { Stats } from '../stats/registry.js';

/** Envoy's states of a server. */
export type ServerState = 'LIVE' | 'DRAINING' | 'PRE_INITIALIZING' | 'INITIALIZING';

/** What the admin port shows of the running proxy. Read at each request, never kept. */
export interface AdminView {
  readonly node: { readonly id: string; readonly version: string };
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly state: () => ServerState;
  readonly listeners: () => readonly ListenerState[];
  readonly clusters: () => readonly ClusterState[];
  readonly routes: () => RouteConfigurations;
  /** The version of listeners and clusters, and since when it is in force (milliseconds since 1970). */
  readonly edition: () => { readonly version: string; readonly lastUpdated: number };
  /** Where routes come from, when they come over RDS. */
  readonly rdsServer: Address | undefined;
  readonly stats: Stats;
  /** Those that are done to requests on purpose, and may be changed here. */
  readonly faults?: Faults | undefined;
}

/** Istio's name of a listener, with the port that it really has: another one was asked for when that was 0. */
export function listenerName({ listener, address }: ListenerState): string {
  return listener.address.port === 0 ? nameOfAddress(address.host, address.port) : listener.name;
}
