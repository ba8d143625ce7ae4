import { type ProxyOptions, startAerakiProxy } from './aeraki-proxy.js';

/** Stops what a test started when it is over, the last first. */
export function cleaning() {
  const started: { stop(): unknown }[] = [];
  afterEach(async () => {
    for (const each of started.splice(0).reverse()) await each.stop();
  });
  const keep = <Part extends { stop(): unknown }>(part: Part): Part => {
    started.push(part);
    return part;
  };
  return { keep, proxy: async (options: ProxyOptions) => keep(await startAerakiProxy(options)) };
}

/** Six standard deviations of a binomial distribution: one run in half a thousand million fails by chance. */
export function bounds(count: number, share: number): readonly [number, number] {
  const away = 6 * Math.sqrt(count * share * (1 - share));
  return [count * share - away, count * share + away];
}

/** How often each value is there. */
export function tally(values: Iterable<unknown>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
}
