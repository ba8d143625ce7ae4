import { listOf, objectOf, textOf } from '../../envoy/proto-json.js';
import type { Counted, Listener, RequestLog } from '../config.js';
import type { Counter, Labelled, NamedHistogram, Stats } from './registry.js';

const FILTER = 'aeraki.meta_protocol.filters.istio_stats';
const UNKNOWN = 'unknown';

/** What this proxy says of itself in the labels; its sidecar would know the workload. */
const source = {
  source_workload: 'aeraki-proxy',
  source_workload_namespace: 'default',
  source_principal: UNKNOWN,
  source_app: 'aeraki-proxy',
  source_version: UNKNOWN,
  source_canonical_service: 'aeraki-proxy',
  source_canonical_revision: 'latest',
  source_cluster: 'Kubernetes',
} as const;

interface Metrics {
  readonly total: Counter;
  readonly duration: NamedHistogram;
  readonly requestBytes: NamedHistogram;
  readonly responseBytes: NamedHistogram;
}

/**
 * Istio's standard metrics, where the filter chain has the filter for them, as Aeraki always asks: of requests that came
 * back, since the filter looks at answers (filters/istio_stats).
 */
export class IstioMetrics {
  readonly #stats: Stats;
  /** By the labels of the endpoint, then by what else varies: making names of two dozen labels costs more than a request. */
  readonly #made = new WeakMap<object, Map<string, Metrics>>();
  readonly #destinations = new WeakMap<Listener, string | undefined>();

  constructor(stats: Stats) {
    this.#stats = stats;
  }

  count(request: RequestLog, counted: Counted): void {
    if (counted.end !== 'answered' || request.kind !== 'request') return;
    const service = this.#destinationOf(request.listener);
    if (service === undefined) return;
    const { total, duration, requestBytes, responseBytes } = this.#metricsOf(request, counted, service);
    total.add();
    duration.record(request.duration);
    requestBytes.record(counted.requestBytes);
    responseBytes.record(counted.responseBytes);
  }

  #metricsOf(request: RequestLog, counted: Counted, service: string): Metrics {
    let known = this.#made.get(counted.labels);
    if (known === undefined) {
      known = new Map();
      this.#made.set(counted.labels, known);
    }
    const key = `${request.responseCode} ${request.listener.applicationProtocol} ${service}`;
    const there = known.get(key);
    if (there !== undefined) return there;
    const labels = labelsOf(request, counted, service);
    const flat = Object.entries(labels).map(([label, value]) => `${label}.${value}`);
    const named = (name: string): readonly [string, Labelled] => [
      `istiocustom.${name}.${flat.join('.')}`,
      { name, labels, custom: true },
    ];
    const metrics = {
      total: this.#stats.counter(...named('istio_requests_total')),
      duration: this.#stats.histogram(...named('istio_request_duration_milliseconds')),
      requestBytes: this.#stats.histogram(...named('istio_request_bytes')),
      responseBytes: this.#stats.histogram(...named('istio_response_bytes')),
    };
    known.set(key, metrics);
    return metrics;
  }

  #destinationOf(listener: Listener): string | undefined {
    if (!this.#destinations.has(listener)) {
      const filter = listOf(listener.filter.metaProtocolFilters)
        .map(objectOf)
        .find(({ name }) => name === FILTER);
      const config = objectOf(filter?.config);
      const service = textOf(config.destinationService) ?? textOf(objectOf(config.value).destinationService);
      this.#destinations.set(listener, filter === undefined ? undefined : (service ?? listener.service.host));
    }
    return this.#destinations.get(listener);
  }
}

function labelsOf(
  { listener, responseCode }: RequestLog,
  { labels }: Counted,
  service: string,
): Readonly<Record<string, string>> {
  const [name = UNKNOWN, namespace = UNKNOWN] = service.split('.');
  const app = labels.app ?? UNKNOWN;
  return {
    reporter: 'source',
    ...source,
    destination_workload: UNKNOWN,
    destination_workload_namespace: UNKNOWN,
    destination_principal: UNKNOWN,
    destination_app: app,
    destination_version: labels.version ?? UNKNOWN,
    destination_service: service,
    destination_service_name: name,
    destination_service_namespace: namespace,
    destination_canonical_service: labels['service.istio.io/canonical-name'] ?? app,
    destination_canonical_revision: labels['service.istio.io/canonical-revision'] ?? labels.version ?? 'latest',
    destination_cluster: UNKNOWN,
    request_protocol: listener.applicationProtocol,
    response_code: String(responseCode),
    response_flags: '-',
    connection_security_policy: UNKNOWN,
  };
}
