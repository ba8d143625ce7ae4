import { type StatsQuery, selected } from './print.js';
import { Counter, type Gauge, type NamedHistogram, type Stats } from './registry.js';

/** Envoy's bounds of histograms. */
const bounds = [
  ...[0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000],
  ...[30_000, 60_000, 300_000, 600_000, 1_800_000, 3_600_000],
];

/** The statistics as Prometheus reads them, with Envoy's names: `envoy_` before them, what varies as labels. */
export function statsPrometheus(stats: Stats, query: StatsQuery): string {
  const { numbers, histograms } = selected(stats, query);
  const families = new Map<string, { readonly type: string; readonly lines: string[] }>();
  const lines = (statistic: Counter | Gauge | NamedHistogram, type: string): readonly [string, string[]] => {
    const plain = (statistic.labelled?.name ?? statistic.name).replaceAll(/[^a-zA-Z0-9_]/g, '_');
    const name = statistic.labelled?.custom ? plain : `envoy_${plain}`;
    let family = families.get(name);
    if (family === undefined) {
      family = { type, lines: [] };
      families.set(name, family);
    }
    return [name, family.lines];
  };
  for (const number of numbers) {
    const [name, list] = lines(number, number instanceof Counter ? 'counter' : 'gauge');
    list.push(`${name}${labels(number)} ${number.value}`);
  }
  for (const histogram of histograms) {
    const [name, list] = lines(histogram, 'histogram');
    for (const bound of bounds) list.push(`${name}_bucket${labels(histogram, bound)} ${histogram.upTo(bound)}`);
    list.push(`${name}_bucket${labels(histogram, '+Inf')} ${histogram.count}`);
    list.push(`${name}_sum${labels(histogram)} ${Number(histogram.sum.toPrecision(12))}`);
    list.push(`${name}_count${labels(histogram)} ${histogram.count}`);
  }
  return [...families]
    .map(([name, family]) => `# TYPE ${name} ${family.type}\n${family.lines.join('\n')}\n\n`)
    .join('');
}

function labels({ labelled }: Counter | Gauge | NamedHistogram, bound?: number | string): string {
  const pairs = Object.entries(labelled?.labels ?? {}).map(([key, value]) => `${key}="${escaped(value)}"`);
  if (bound !== undefined) pairs.push(`le="${bound}"`);
  return `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
