import { bracketed } from '../../envoy/address.js';
import type { ClusterState, Listener, ListenerState, RequestLog } from '../config.js';
import type { RdsCount } from '../routes/rds.js';
import { IstioMetrics } from './istio.js';
import { countOwn } from './own.js';
import type { Counter, NamedHistogram, Stats } from './registry.js';

/** Counters of a MetaProtocol filter, as the proxy names them. */
const counterNames = [
  'cx_destroy_local_with_active_rq',
  'cx_destroy_remote_with_active_rq',
  'idle_timeout',
  'local_response_business_exception',
  'local_response_error',
  'local_response_success',
  'request',
  'request_decoding_error',
  'request_decoding_success',
  'request_event',
  'request_oneway',
  'request_stream',
  'request_twoway',
  'response',
  'response_business_exception',
  'response_decoding_error',
  'response_decoding_success',
  'response_error',
  'response_error_caused_connection_close',
  'response_success',
] as const;

export type FilterCounters = Readonly<Record<(typeof counterNames)[number], Counter>>;

const clusterCounterNames = [
  'upstream_cx_connect_fail',
  'upstream_cx_destroy_with_active_rq',
  'upstream_rq_timeout',
  'upstream_rq_total',
] as const;

type ClusterCounters = Readonly<Record<(typeof clusterCounterNames)[number], Counter>>;

interface FilterStats {
  readonly counters: FilterCounters;
  readonly time: NamedHistogram;
}

/** What the statistics are taken from when they are looked at. */
export interface ObservedState {
  readonly listeners: () => readonly ListenerState[];
  readonly clusters: () => readonly ClusterState[];
}

/** The statistics of the proxy: of requests as they end, of listeners and clusters as they are. */
export class ProxyStats {
  readonly #filters = new Map<Listener, FilterStats>();
  readonly #clusters = new Map<string, ClusterCounters>();
  readonly #istio: IstioMetrics;
  /** By route configuration. */
  readonly #listeners = new Map<string, Listener>();
  #rds: readonly { readonly routeConfigName: string; readonly what: RdsCount }[] = [];

  /** `own`: counted as the MetaProtocol proxy counts; else as Envoy would. */
  constructor(
    readonly stats: Stats,
    readonly own = false,
  ) {
    this.#istio = new IstioMetrics(stats);
  }

  /** Makes the counters of a listener, so that they are there, with 0, before its first request. */
  register(listener: Listener): void {
    this.#filterOf(listener);
    this.#listeners.set(listener.routeConfigName, listener);
    this.#countRds();
  }

  /** Sets the gauges from the state of things whenever the statistics are looked at. */
  follow(state: ObservedState): void {
    this.stats.collect(() => {
      for (const listener of state.listeners()) this.#setListener(listener);
      for (const cluster of mergedClusters(state.clusters())) this.#setCluster(cluster);
    });
  }

  /** Counts a request that is over. */
  observe(request: RequestLog): void {
    const { counters, time } = this.#filterOf(request.listener);
    const { counted } = request;
    if (counted === undefined) {
      counters.request.value += 1;
      counters.request_decoding_success.value += 1;
      counters[kinds[request.kind]].value += 1;
      countEnd(request, counters);
    } else {
      countOwn(request, counted, counters);
      this.#istio.count(request, counted);
      if (counted.end === 'closes') return;
    }
    time.record(request.duration);
    const { cluster } = request;
    if (cluster !== undefined && request.upstream !== undefined) countUpstream(request, this.#clusterOf(cluster));
  }

  /** A connection with bytes that the codec cannot read. */
  unreadable(listener: Listener): void {
    this.#filterOf(listener).counters.request_decoding_error.add();
  }

  heartbeat(listener: Listener): void {
    if (this.own) this.#filterOf(listener).counters.request_event.add();
  }

  idle(listener: Listener): void {
    this.#filterOf(listener).counters.idle_timeout.add();
  }

  /** The proxy counts every frame of a stream as a request. */
  frame(listener: Listener): void {
    if (!this.own) return;
    const { counters } = this.#filterOf(listener);
    counters.request.add();
    counters.request_decoding_success.add();
  }

  /** A request that met the local rate limit of a service; `prefix` is the filter's `statPrefix`. */
  localLimit(prefix: string, allowed: boolean): void {
    this.stats.counter(`meta_protocol.${prefix}.local_rate_limit.${allowed ? 'ok' : 'rate_limited'}`).add();
  }

  /** Something that the subscription of a route configuration did; counted for the listener that has it. */
  rds(routeConfigName: string, what: RdsCount): void {
    this.#rds = [...this.#rds, { routeConfigName, what }];
    this.#countRds();
  }

  /** What was told before the listener was there waits for it: routes are asked for first. */
  #countRds(): void {
    this.#rds = this.#rds.filter(({ routeConfigName, what }) => {
      const listener = this.#listeners.get(routeConfigName);
      if (listener === undefined) return true;
      this.stats.counter(`${prefixOf(listener)}.rds.${routeConfigName}.${what}`).add();
      return false;
    });
  }

  #filterOf(listener: Listener): FilterStats {
    const known = this.#filters.get(listener);
    if (known !== undefined) return known;
    const prefix = prefixOf(listener);
    const entries = counterNames.map((name) => [name, this.stats.counter(`${prefix}.${name}`)] as const);
    const counters = Object.fromEntries(entries) as FilterCounters;
    const made = { counters, time: this.stats.histogram(`${prefix}.request_time_ms`) };
    this.stats.gauge(`${prefix}.request_active`);
    this.#filters.set(listener, made);
    return made;
  }

  #clusterOf(cluster: string): ClusterCounters {
    const known = this.#clusters.get(cluster);
    if (known !== undefined) return known;
    const entries = clusterCounterNames.map((name) => {
      return [name, this.stats.counter(`cluster.${cluster}.${name}`, clusterLabels(cluster, name))] as const;
    });
    const made = Object.fromEntries(entries) as ClusterCounters;
    this.#clusters.set(cluster, made);
    return made;
  }

  #setListener({ listener, address, connections, active }: ListenerState): void {
    const place = `${bracketed(address.host)}_${address.port}`;
    const labelled = { name: 'listener.downstream_cx_active', labels: { envoy_listener_address: place } };
    this.stats.gauge(`listener.${place}.downstream_cx_active`, labelled).value = connections;
    this.stats.gauge(`${prefixOf(listener)}.request_active`).value = active;
  }

  #setCluster({ cluster, endpoints }: ClusterState): void {
    const sum = (of: (endpoint: ClusterState['endpoints'][number]) => number) =>
      endpoints.reduce((total, endpoint) => total + of(endpoint), 0);
    const gauges: Readonly<Record<string, number>> = {
      membership_total: endpoints.length,
      membership_healthy: sum(({ healthy }) => (healthy ? 1 : 0)),
      upstream_cx_active: sum(({ connections }) => connections),
      upstream_rq_active: sum(({ active }) => active),
    };
    for (const [name, value] of Object.entries(gauges)) {
      this.stats.gauge(`cluster.${cluster.name}.${name}`, clusterLabels(cluster.name, name)).value = value;
    }
    // Also of clusters that no request has met, as Envoy has them.
    this.#clusterOf(cluster.name);
  }
}

/** `meta_protocol.<application protocol>.<stat prefix>`, under which the proxy puts all of a filter's statistics. */
function prefixOf({ applicationProtocol, statPrefix }: Listener): string {
  return `meta_protocol.${applicationProtocol}.${statPrefix}`;
}

function clusterLabels(cluster: string, name: string) {
  return { name: `cluster.${name}`, labels: { envoy_cluster_name: cluster } };
}

const kinds = {
  request: 'request_twoway',
  'one-way': 'request_oneway',
  stream: 'request_event',
  heartbeat: 'request_event',
} as const;

/** What the proxy counts at the end of a request. */
function countEnd({ responseCodeDetails, responseFlags, failed, kind }: RequestLog, counters: FilterCounters): void {
  if (responseFlags.includes('DC')) {
    counters.cx_destroy_remote_with_active_rq.value += 1;
    return;
  }
  if (kind === 'one-way') return;
  if (responseCodeDetails !== 'via_upstream') {
    counters.local_response_error.value += 1;
    if (responseFlags.includes('UPE')) counters.response_decoding_error.value += 1;
    return;
  }
  counters.response.value += 1;
  counters.response_decoding_success.value += 1;
  if (!failed) counters.response_success.value += 1;
  else {
    counters.response_error.value += 1;
    counters.response_business_exception.value += 1;
  }
}

function countUpstream({ responseFlags }: RequestLog, counters: ClusterCounters): void {
  counters.upstream_rq_total.value += 1;
  if (responseFlags === '') return;
  const flags = responseFlags.split(',');
  if (flags.includes('UT')) counters.upstream_rq_timeout.value += 1;
  if (flags.includes('UF')) counters.upstream_cx_connect_fail.value += 1;
  if (flags.includes('UC')) counters.upstream_cx_destroy_with_active_rq.value += 1;
}

/** The states of clusters, those of one name (reached by several codecs) put together. */
export function mergedClusters(states: readonly ClusterState[]): readonly ClusterState[] {
  const merged = new Map<string, ClusterState>();
  for (const state of states) {
    const known = merged.get(state.cluster.name);
    merged.set(
      state.cluster.name,
      known === undefined ? state : { ...known, endpoints: mergedEndpoints(known, state) },
    );
  }
  return [...merged.values()].sort((one, other) => (one.cluster.name < other.cluster.name ? -1 : 1));
}

function mergedEndpoints(one: ClusterState, other: ClusterState): ClusterState['endpoints'] {
  return one.endpoints.map((endpoint, index) => {
    const more = other.endpoints[index];
    if (more === undefined) return endpoint;
    return {
      endpoint: endpoint.endpoint,
      healthy: endpoint.healthy && more.healthy,
      connections: endpoint.connections + more.connections,
      active: endpoint.active + more.active,
      requests: endpoint.requests + more.requests,
      errors: endpoint.errors + more.errors,
    };
  });
}
