import { Histogram } from './histogram.js';

/** How Prometheus sees a statistic: a name without the parts that vary, and those parts as labels. */
export interface Labelled {
  /** With dots, as the plain name: `cluster.upstream_rq_total`. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Not one of Envoy's own, whose names begin with `envoy_`. */
  readonly custom?: true;
}

interface Described {
  readonly name: string;
  readonly labelled: Labelled | undefined;
}

/** A number that only grows. */
export class Counter implements Described {
  value = 0;

  constructor(
    readonly name: string,
    readonly labelled: Labelled | undefined,
  ) {}

  add(amount = 1): void {
    this.value += amount;
  }
}

/** A number that is as it is now. */
export class Gauge implements Described {
  value = 0;

  constructor(
    readonly name: string,
    readonly labelled: Labelled | undefined,
  ) {}
}

export class NamedHistogram extends Histogram implements Described {
  constructor(
    readonly name: string,
    readonly labelled: Labelled | undefined,
    now: () => number,
  ) {
    super(now);
  }
}

/** Everything that is counted, by Envoy's names. */
export class Stats {
  readonly #counters = new Map<string, Counter>();
  readonly #gauges = new Map<string, Gauge>();
  readonly #histograms = new Map<string, NamedHistogram>();
  readonly #collectors: (() => void)[] = [];

  /** @param now milliseconds of a clock that never goes back */
  constructor(readonly now: () => number) {}

  counter(name: string, labelled?: Labelled): Counter {
    return known(this.#counters, name, () => new Counter(name, labelled));
  }

  gauge(name: string, labelled?: Labelled): Gauge {
    return known(this.#gauges, name, () => new Gauge(name, labelled));
  }

  histogram(name: string, labelled?: Labelled): NamedHistogram {
    return known(this.#histograms, name, () => new NamedHistogram(name, labelled, this.now));
  }

  /** Registers what sets gauges from the state of things; it is called whenever the statistics are looked at. */
  collect(collector: () => void): void {
    this.#collectors.push(collector);
  }

  /** All statistics that are there now, each kind sorted by name. */
  read(): {
    readonly counters: readonly Counter[];
    readonly gauges: readonly Gauge[];
    readonly histograms: readonly NamedHistogram[];
  } {
    for (const collector of this.#collectors) collector();
    return {
      counters: sorted(this.#counters.values()),
      gauges: sorted(this.#gauges.values()),
      histograms: sorted(this.#histograms.values()),
    };
  }
}

function known<T>(all: Map<string, T>, name: string, make: () => T): T {
  let one = all.get(name);
  if (one === undefined) {
    one = make();
    all.set(name, one);
  }
  return one;
}

function sorted<T extends Described>(all: Iterable<T>): readonly T[] {
  return [...all].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}
