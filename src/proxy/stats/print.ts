import { quantiles } from './histogram.js';
import type { NamedHistogram, Stats } from './registry.js';

/** Which statistics are wanted. */
export interface StatsQuery {
  /** Whether a name is wanted. */
  readonly wants: (name: string) => boolean;
  /** Only those that were ever more than 0. */
  readonly usedOnly: boolean;
  readonly kind: 'Counters' | 'Gauges' | 'Histograms' | 'All';
}

export const everything: StatsQuery = { wants: () => true, usedOnly: false, kind: 'All' };

/** The wanted statistics: numbers of both kinds together, sorted by name, then histograms. */
export function selected(stats: Stats, query: StatsQuery) {
  const { counters, gauges, histograms } = stats.read();
  const of = (kind: StatsQuery['kind']) => query.kind === 'All' || query.kind === kind;
  const wanted = <T extends { readonly name: string }>(all: readonly T[], used: (one: T) => boolean) =>
    all.filter((one) => query.wants(one.name) && (!query.usedOnly || used(one)));
  const numbers = [
    ...(of('Counters') ? wanted(counters, ({ value }) => value > 0) : []),
    ...(of('Gauges') ? wanted(gauges, ({ value }) => value > 0) : []),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
  return { numbers, histograms: of('Histograms') ? wanted(histograms, ({ count }) => count > 0) : [] };
}

/** Envoy's plain text: `name: value`, and of a histogram `P50(interval,cumulative)` and so on. */
export function statsText(stats: Stats, query: StatsQuery): string {
  const { numbers, histograms } = selected(stats, query);
  return [
    ...numbers.map(({ name, value }) => `${name}: ${value}\n`),
    ...histograms.map((histogram) => `${histogram.name}: ${summaryText(histogram)}\n`),
  ].join('');
}

function summaryText(histogram: NamedHistogram): string {
  if (histogram.count === 0) return 'No recorded values';
  const text = (value: number | undefined) => (value === undefined ? 'nan' : String(Number(value.toPrecision(6))));
  return histogram
    .summary()
    .map(({ interval, cumulative }, index) => `P${quantiles[index]}(${text(interval)},${text(cumulative)})`)
    .join(' ');
}

/** Envoy's `?format=json`. */
export function statsJson(stats: Stats, query: StatsQuery): string {
  const { numbers, histograms } = selected(stats, query);
  const summaries = histograms.map((histogram) => ({
    name: histogram.name,
    values: histogram.summary().map(({ interval, cumulative }) => ({
      interval: interval ?? null,
      cumulative: cumulative ?? null,
    })),
  }));
  const summary = { histograms: { supported_quantiles: quantiles, computed_quantiles: summaries } };
  const all = [...numbers.map(({ name, value }) => ({ name, value })), ...(histograms.length > 0 ? [summary] : [])];
  return `${JSON.stringify({ stats: all })}\n`;
}
