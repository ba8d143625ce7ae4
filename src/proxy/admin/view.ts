import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Address } from '../../envoy/address.js';
import { listenerName as nameOfAddress } from '../../envoy/route-configuration-name.js';
import type { JsonObject, MetaRouteConfiguration } from '../../model/envoy.js';
import type { Change } from '../../xds/admin/history.js';
import type { ClusterState, ListenerState, RouteConfigurations } from '../config.js';
import type { Faults } from '../fault/faults.js';
import type { Gate } from '../gate/config.js';
import type { MeshState } from '../mesh/state.js';
import type { Stats } from '../stats/registry.js';
import type { RouteHits } from '../stats/route-hits.js';

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
  /** How many requests took which route. */
  readonly hits: RouteHits;
  /** What was found in the rules in force, and what changed when; absent where a control plane has the rules. */
  readonly rules?: { readonly findings: () => readonly Diagnostic[]; readonly changes: () => readonly Change[] };
  /** What a control plane has given, where there is one: it is shown as it came. */
  readonly mesh?: MeshView | undefined;
  /** Those that are done to requests on purpose, and may be changed here. */
  readonly faults?: Faults | undefined;
}

/** What came from a control plane. */
export interface MeshView {
  /** `host:port` of the control plane. */
  readonly server: string;
  readonly metadata: JsonObject;
  readonly state: MeshState;
  readonly gates: () => readonly { readonly gate: Gate; readonly address: Address }[];
  /** Route configurations that stand in filters, under their own names. */
  readonly inlineRoutes: () => readonly MetaRouteConfiguration[];
  /** Certificates in force, never a key. */
  readonly certificates: () => readonly { readonly name: string; readonly certificates: string }[];
}

/** Istio's name of a listener, with the port that it really has: another one was asked for when that was 0. */
export function listenerName({ listener, address }: ListenerState): string {
  return listener.address.port === 0 ? nameOfAddress(address.host, address.port) : listener.name;
}
