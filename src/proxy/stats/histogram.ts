/** Percentages of Envoy's summaries. */
export const quantiles = [0, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 100] as const;

/** Values of two significant digits and how often they came: what Envoy's own histograms keep. */
class Bins {
  readonly #counts = new Map<number, number>();
  count = 0;
  sum = 0;

  add(bin: number, value: number): void {
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
      if (seen + count < wanted) {
        seen += count;
        continue;
      }
      const { low, high } = rangeOf(bin);
      return low + (high - low) * Math.max(0, Math.min(1, (wanted - seen) / count));
    }
    return undefined;
  }

  /** How many values lie in bins that end at or below `bound`, or begin with it. */
  upTo(bound: number): number {
    let total = 0;
    for (const [bin, count] of this.#counts) {
      const { low, high } = rangeOf(bin);
      if (high <= bound || low === bound) total += count;
    }
    return total;
  }
}

/** Exponents of ten that values can have, from the least on; what is smaller counts as 0. */
const least = -9;
const greatest = 15;
const powers = Array.from({ length: greatest - least + 2 }, (_, index) => 10 ** (index + least - 1));

/** The number of a value's bin: greater for greater values, 0 for 0. */
function binOf(value: number): number {
  if (!(value >= 10 ** least)) return 0;
  const exponent = Math.min(greatest, Math.floor(Math.log10(value) + 1e-12));
  // What is added takes back what the division takes from a number such as 0.3.
  const digits = Math.floor(value / (powers[exponent - least] ?? 1) + 1e-9);
  return (exponent - least) * 100 + digits;
}

/** Where a bin begins and ends: its first two significant digits, and those digits plus one. */
function rangeOf(bin: number): { readonly low: number; readonly high: number } {
  const step = powers[Math.floor(bin / 100)] ?? 1;
  const exact = (number: number) => Number(number.toPrecision(12));
  return bin === 0 ? { low: 0, high: 0 } : { low: exact((bin % 100) * step), high: exact(((bin % 100) + 1) * step) };
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
    const bin = binOf(value);
    this.#all.add(bin, value);
    this.#gathering.add(bin, value);
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
