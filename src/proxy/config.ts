import type { Address } from '../envoy/address.js';
import type { GlobalRateLimit, LocalRateLimit } from '../match/limits.js';
import type { JsonObject, MetaRouteConfiguration } from '../model/envoy.js';
import type { Gate } from './gate/config.js';
import type { UpstreamTls } from './tls/settings.js';
import type { OutlierSettings } from './upstream/outlier.js';
import type { PoolLimits } from './upstream/resources.js';

/**
 * The model of the local data plane: what a sidecar and Istio's control plane would have made of the inputs, as plain
 * data. Everything here is built once (`aeraki proxy` builds it anew when a watched rule changes) and only read after.
 */
export interface ProxyConfig {
  readonly listeners: readonly Listener[];
  /** Listeners with filter chains, of a control plane; undefined: none. */
  readonly gates?: readonly Gate[] | undefined;
  /** By name. Every cluster that a rule, a mirror or a rate limit names; one without endpoints answers "upstream gone". */
  readonly clusters: ReadonlyMap<string, Cluster>;
  /** Limits of the sidecars behind the services, by `<host>_<port>` of the service that is reached. */
  readonly limits: ReadonlyMap<string, ServiceLimits>;
  /** For people and the admin page. */
  readonly node: { readonly id: string; readonly version: string };
}

/** The outbound listener of one metaprotocol port of a service. */
export interface Listener {
  /** As Istio names it: `<host>_<port>` of `address`. */
  readonly name: string;
  /** What was asked for; a started listener says what it got (`ListenerState`). */
  readonly address: Address;
  /** The names that a sidecar has for it, `<address of the service>_<port>`; none: the service has no address. */
  readonly sidecarNames?: readonly string[] | undefined;
  /** The service whose sidecar listener this stands for. */
  readonly service: { readonly host: string; readonly port: number };
  /** It is the sidecar of the server; else that of the client. */
  readonly inbound?: boolean | undefined;
  /** Its filter chain, where the sidecar of the server has several for one port: each has limits of its own. */
  readonly chain?: string | undefined;
  /** The outbound cluster without a subset: `outbound|20880||orders.shop.svc.cluster.local`. */
  readonly statPrefix: string;
  /** `dubbo`, as the port name has it. */
  readonly applicationProtocol: string;
  /** Full name: `aeraki.meta_protocol.codec.dubbo`. */
  readonly codec: string;
  /** `<host>_<port>` of the service. */
  readonly routeConfigName: string;
  readonly accessLogs: readonly AccessLog[];
  /** The filter's own configuration, an aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy in protobuf JSON. */
  readonly filter: JsonObject;
}

/** A file access log of the mesh (translation.md section 6, Mesh config). */
export interface AccessLog {
  /** `/dev/stdout` and `/dev/stderr` are the streams of the process. */
  readonly path: string;
  readonly format:
    | { readonly text: string }
    /** Values are format strings, as Envoy's `jsonFormat` has them. */
    | { readonly json: JsonObject };
}

/** Route configurations by their names, in force now. */
export interface RouteConfigurations {
  readonly byName: ReadonlyMap<string, RouteConfiguration>;
}

/** A route configuration in force, for routing and for the config dump. */
export interface RouteConfiguration {
  readonly name: string;
  /** What `src/match` takes. */
  readonly routes: MetaRouteConfiguration;
  /** Whether the listener's filter asks for it by its name, so that the dump lists it as dynamic. */
  readonly dynamic: boolean;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly lastUpdated: number;
  /** A later version that was refused, and why. */
  readonly refused?: { readonly version: string; readonly reason: string; readonly at: number } | undefined;
}

/**
 * Where route configurations come from: watched rules (`routes/rules.ts`) or an xDS server (`routes/rds.ts`). A source
 * never raises after it has started; what goes wrong it tells `onTrouble`, and keeps the last good state.
 */
export interface RouteSource {
  readonly current: RouteConfigurations;
  /** Starts; `changed` is called after every change of `current`, `trouble` with a sentence for people. */
  start(events: RouteSourceEvents): Promise<void>;
  /** Settles when nothing of it runs any more. */
  stop(): Promise<void>;
}

export interface RouteSourceEvents {
  readonly changed: () => void;
  readonly trouble: (message: string) => void;
}

export type LbPolicy = 'ROUND_ROBIN' | 'LEAST_REQUEST' | 'RANDOM' | 'RING_HASH' | 'MAGLEV';

export interface Cluster {
  /** `outbound|20880|v1|orders.shop.svc.cluster.local`. */
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
  readonly lbPolicy: LbPolicy;
  /** For RING_HASH (Envoy's default: 1024). */
  readonly minimumRingSize: number;
  /** For MAGLEV: a prime (Envoy's default: 65537). */
  readonly maglevTableSize: number;
  /** For LEAST_REQUEST: of so many drawn at random the one with the fewest requests is taken (Envoy's default: 2). */
  readonly choices?: number | undefined;
  /** Localities get their shares by weight. */
  readonly weighsLocalities?: boolean | undefined;
  /** Milliseconds. */
  readonly connectTimeout: number;
  /** Undefined: none. */
  readonly poolLimits?: PoolLimits | undefined;
  /** Undefined: endpoints that fail are not passed over. */
  readonly outlierDetection?: OutlierSettings | undefined;
  /** What the endpoints were read from, for people: `--upstream`, `ServiceEntry shop/orders`, …; several by comma. */
  readonly source: string;
}

export interface Endpoint {
  readonly address: Address;
  /** At least 1. */
  readonly weight: number;
  readonly labels: Readonly<Record<string, string>>;
  /** Where it is reached, if elsewhere than its address in the mesh. */
  readonly reached?: Address | undefined;
  /** Undefined: in clear. */
  readonly tls?: UpstreamTls | undefined;
  /** 0, or undefined, is the first; the next gets what too few healthy endpoints of those before leave over. */
  readonly priority?: number | undefined;
  readonly locality?: Locality | undefined;
  /** The control plane says that it cannot be used. */
  readonly unhealthy?: boolean | undefined;
}

export interface Locality {
  /** `region/zone/subzone`, as Istio writes it. */
  readonly name: string;
  /** Of the localities of its priority; undefined: no share of its own. */
  readonly weight: number | undefined;
}

/** The rate limits of one service's sidecar. */
export interface ServiceLimits {
  /** `<host>_<port>`. */
  readonly service: string;
  readonly local: LocalRateLimit | undefined;
  readonly global: GlobalRateLimit | undefined;
}

/**
 * Chooses one of a cluster's endpoints (`balance/*`). `usable` says of an index whether that endpoint may be taken; an
 * unusable one is passed over in the policy's own order. The same hash takes the same endpoint while it is usable.
 */
export interface Balancer {
  /** @returns the index of an endpoint, or -1 when none is usable; `hash` undefined: the request has none */
  pick(hash: bigint | undefined, usable: (index: number) => boolean): number;
}

/**
 * What is known of a request when it is over; the access log, the line per request and the statistics read it. It may be
 * written again for another request afterwards, so nobody keeps it.
 */
export interface RequestLog {
  readonly listener: Listener;
  /** Milliseconds since 1970, with fraction. */
  readonly startTime: number;
  /** Milliseconds from the first octet of the request to the last of the answer. */
  readonly duration: number;
  /** A heartbeat only where it has closed the connection. */
  readonly kind: 'request' | 'one-way' | 'stream' | 'heartbeat';
  /** As a rule sees them: those of the codec, and `x-meta-protocol-application-protocol`, `x-request-id`, … */
  attribute(name: string): string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
  /** A name made for this request (a UUID); the attribute `x-request-id` where the client has sent one. */
  readonly requestId: string;
  /** Undefined: no route matched. */
  readonly route: string | undefined;
  /** The same for `%ROUTE_NAME%`, which the MetaProtocol proxy never has. */
  readonly routeName: string | undefined;
  readonly cluster: string | undefined;
  /** The endpoint that got it. */
  readonly upstream: Address | undefined;
  readonly upstreamLocal: Address | undefined;
  readonly downstreamLocal: Address;
  readonly downstreamRemote: Address;
  /** MetaProtocol's ResponseStatus: 0 ok, 1 error. */
  readonly responseCode: number;
  /** Envoy's wording: `via_upstream`, `route_not_found`, …; `-` prints for undefined. */
  readonly responseCodeDetails: string | undefined;
  /** Envoy's response flags: `NR`, `UF`, `UC`, `UH`, `RL`, `UT`, `DC`; empty: none. */
  readonly responseFlags: string;
  /** The server answered that the request failed (an exception). */
  readonly failed: boolean;
  readonly upstreamFailure: string | undefined;
  readonly connectionTermination: string | undefined;
  /**
   * Octets of the request and of the answer on the side of the client; in the MetaProtocol proxy's own log the other way
   * round, and 0 where its codec does not tell.
   */
  readonly bytesReceived: number;
  readonly bytesSent: number;
  /** The fault that was done to it on purpose, as it was written; every line of a log says so. */
  readonly fault?: string | undefined;
  /** Whether the access log has a line for it. */
  readonly logged: boolean;
  /** What the answer carried, for `%RESP(x)%`. */
  responseAttribute(name: string): string | undefined;
  /** How it ended as the proxy itself counts it; undefined: as Envoy counts HTTP. */
  readonly counted: Counted | undefined;
}

/** The counters of the MetaProtocol proxy that a request ends in (stats.h). */
export interface Counted {
  readonly end: 'answered' | 'local-reply' | 'unreadable-answer' | 'dropped' | 'closes' | 'client-gone' | 'none';
  /** The codec takes the answer for an exception. */
  readonly exception: boolean;
  /** What the labels of `istio_requests_total` say of the endpoint. */
  readonly labels: Readonly<Record<string, string>>;
  /** Octets of the request, of the answer. */
  readonly requestBytes: number;
  readonly responseBytes: number;
}

/** What a running listener tells the admin page and the start message. */
export interface ListenerState {
  readonly listener: Listener;
  /** Where it really listens. */
  readonly address: Address;
  readonly connections: number;
  /** Requests and streams under way. */
  readonly active: number;
  /** Octets of the clients' requests under way, and of answers that they have not read. */
  readonly buffered: number;
}

/** What a running cluster tells the admin page (`/clusters`). */
export interface ClusterState {
  readonly cluster: Cluster;
  readonly endpoints: readonly {
    readonly endpoint: Endpoint;
    readonly healthy: boolean;
    readonly connections: number;
    readonly active: number;
    readonly requests: number;
    readonly errors: number;
  }[];
}
