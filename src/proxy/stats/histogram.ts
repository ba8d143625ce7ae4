/** Percentages of Envoy's summaries. */
export const quantiles = [0, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 100] as const;

/** Values of two significant digits and how often they came: what Envoy's own histograms keep. */
class Bins {
  readonly #counts = new Map<number, number>();
  count = 0;
  sum = 0;

  add(value: number): void {
    const bin = binOf(value);
    this.#counts.set(bin, (this.#counts.get(bin) ?? 0) + 1);
    this.count += 1;
    this.sum += value;
  }

  /** Values at each of `quantiles`, interpolated within a bin; all undefined when nothing was recorded. */
  summary(): readonly (number | undefined)[] {
    const bins = [...this.#counts].sort(([one], [other]) => one - other);
    return quantiles.map((quantile) => this.#at(bins, (quantile / 100) * this.count));
  }

  #at(bins: readonly (readonly [number, number])[], wanted: number): number | undefined {
    let seen = 0;
    for (const [bin, count] of bins) {
      if (seen + count >= wanted) return bin + widthOf(bin) * Math.max(0, Math.min(1, (wanted - seen) / count));
      seen += count;
    }
    return undefined;
  }

  /** How many values lie in bins that end at or below `bound`. */
  upTo(bound: number): number {
    let total = 0;
    for (const [bin, count] of this.#counts) if (bin + widthOf(bin) <= bound || bin === bound) total += count;
    return total;
  }
}

/** The lower end of a value's bin: its first two significant digits. */
function binOf(value: number): number {
  if (!(value > 0)) return 0;
  const step = widthOf(value);
  // The rounding takes back what the division adds to a number such as 0.3.
  return Number((Math.floor(value / step + 1e-9) * step).toPrecision(12));
}

function widthOf(value: number): number {
  return value > 0 ? 10 ** (Math.floor(Math.log10(value) + 1e-12) - 1) : 0;
}

/** How long Envoy gathers values before it shows them as an interval, in milliseconds. */
const flushInterval = 5_000;

/** A statistic of many values: since the start, and in the last whole interval. Its size does not grow with their number. */
export class Histogram {
  readonly #all = new Bins();
  #gathering = new Bins();
  #last = new Bins();
  #since: number;

  /** @param now milliseconds of a clock that never goes back */
  constructor(readonly now: () => number) {
    this.#since = now();
  }

  record(value: number): void {
    this.#turn();
    this.#all.add(value);
    this.#gathering.add(value);
  }

  get count(): number {
    return this.#all.count;
  }

  get sum(): number {
    return this.#all.sum;
  }

  /** For each of `quantiles`: of the last interval, and of all. */
  summary(): readonly { readonly interval: number | undefined; readonly cumulative: number | undefined }[] {
    this.#turn();
    const interval = this.#last.summary();
    return this.#all.summary().map((cumulative, index) => ({ interval: interval[index], cumulative }));
  }

  /** How many values are at or below a bound. */
  upTo(bound: number): number {
    return this.#all.upTo(bound);
  }

  #turn(): void {
    const passed = this.now() - this.#since;
    if (passed < flushInterval) return;
    this.#last = passed < 2 * flushInterval ? this.#gathering : new Bins();
    this.#gathering = new Bins();
    this.#since += Math.floor(passed / flushInterval) * flushInterval;
  }
}
