import { listOf, objectOf, textOf } from '../../match/json.js';
import type { Counted, Listener, RequestLog } from '../config.js';
import type { Labelled, Stats } from './registry.js';

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

/**
 * Istio's standard metrics, where the filter chain has the filter for them, as Aeraki always asks: of requests that came
 * back, since the filter looks at answers (filters/istio_stats).
 */
export function countIstio(request: RequestLog, counted: Counted, stats: Stats): void {
  if (counted.end !== 'answered' || request.kind !== 'request') return;
  const service = destinationOf(request.listener);
  if (service === undefined) return;
  const labels = labelsOf(request, counted, service);
  const named = (name: string): readonly [string, Labelled] => {
    const flat = Object.entries(labels).map(([label, value]) => `${label}.${value}`);
    return [`istiocustom.${name}.${flat.join('.')}`, { name, labels, custom: true }];
  };
  stats.counter(...named('istio_requests_total')).add();
  stats.histogram(...named('istio_request_duration_milliseconds')).record(request.duration);
  stats.histogram(...named('istio_request_bytes')).record(counted.requestBytes);
  stats.histogram(...named('istio_response_bytes')).record(counted.responseBytes);
}

const destinations = new WeakMap<Listener, string | undefined>();

function destinationOf(listener: Listener): string | undefined {
  if (!destinations.has(listener)) {
    const filter = listOf(listener.filter.metaProtocolFilters)
      .map(objectOf)
      .find(({ name }) => name === FILTER);
    const config = objectOf(filter?.config);
    const service = textOf(config.destinationService) ?? textOf(objectOf(config.value).destinationService);
    destinations.set(listener, filter === undefined ? undefined : (service ?? listener.service.host));
  }
  return destinations.get(listener);
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
