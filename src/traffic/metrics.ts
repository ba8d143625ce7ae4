import { field } from '../scope/settings.js';

/** A series of Istio's metrics: who called whom, how often. */
export interface MeasuredCall {
  /** `namespace/workload`. */
  readonly source: string;
  readonly host: string;
  readonly count: number;
  readonly reporter: string;
  /** The labels, for a person. */
  readonly place: string;
}

export interface Metrics {
  readonly calls: readonly MeasuredCall[];
  /** Series whose source or destination is unknown. */
  readonly unknown: number;
}

/**
 * Reads the result of a query, instant or range, as Prometheus' HTTP API gives it. Of a range the last value counts,
 * for `increase` is asked.
 *
 * @returns undefined when it is no such result
 */
export function readMetrics(value: unknown): Metrics | undefined {
  const data = field(value, 'data') ?? value;
  const result = Array.isArray(data) ? data : field(data, 'result');
  if (!Array.isArray(result)) return undefined;
  const calls: MeasuredCall[] = [];
  let unknown = 0;
  for (const series of result) {
    const metric = field(series, 'metric');
    const label = (name: string) => String(field(metric, name) ?? '');
    const count = lastValue(series);
    if (count === undefined || count <= 0) continue;
    const source = `${label('source_workload_namespace')}/${label('source_workload')}`;
    const host = label('destination_service');
    if (isUnknown(label('source_workload')) || isUnknown(label('source_workload_namespace')) || isUnknown(host)) {
      unknown += 1;
      continue;
    }
    const place = `source_workload="${label('source_workload')}", destination_service="${host}"`;
    calls.push({ source, host, count: Math.max(1, Math.round(count)), reporter: label('reporter'), place });
  }
  return { calls, unknown };
}

function isUnknown(value: string): boolean {
  return value === '' || value === 'unknown' || value.startsWith('*');
}

function lastValue(series: unknown): number | undefined {
  const values = field(series, 'values');
  const value = Array.isArray(values) ? values.at(-1) : field(series, 'value');
  const number = Array.isArray(value) ? Number(value[1]) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** The two questions that a Prometheus is asked: requests, and connections of what is not HTTP. */
export function queries(range: string): readonly string[] {
  const labels =
    'source_workload, source_workload_namespace, source_app, destination_service, request_protocol, reporter';
  return ['istio_requests_total', 'istio_tcp_connections_opened_total'].map(
    (metric) => `sum by (${labels}) (increase(${metric}[${range}])) > 0`,
  );
}
