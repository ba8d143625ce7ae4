import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { KindState } from '../cluster/control/source.js';
import type { WriteEvent } from '../cluster/control/write-event.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

export interface ObservedSidecars {
  readonly states: readonly { readonly state: string; readonly learnt: number }[];
  /** Of access logs. */
  readonly streams: number;
  /** Entries of access logs, by what became of them. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What the gauges ask for when somebody looks. */
export interface Observed {
  readonly kinds: () => readonly KindState[];
  readonly queues: () => Readonly<Record<string, number>>;
  readonly heldDeletions: () => number;
  readonly leader: () => boolean;
  readonly ready: () => boolean;
  readonly diagnostics: () => readonly Diagnostic[];
  /** Where Sidecars are learnt. */
  readonly sidecars?: ObservedSidecars | undefined;
}

/** The controller's own metrics; docs/controller.md says what each means. */
export class ControllerMetrics {
  readonly registry = new Registry();
  readonly #writes: Counter<'kind' | 'operation' | 'result'>;
  readonly #editions: Counter<'result'>;
  readonly #seconds: Gauge;
  readonly #reviews: Histogram<'result'>;
  readonly #unlooked: Counter;

  constructor(observed: Observed) {
    const registers = [this.registry];
    this.#writes = new Counter({
      name: 'aeraki_controller_writes_total',
      help: 'Objects that were written, by kind, operation and result.',
      labelNames: ['kind', 'operation', 'result'],
      registers,
    });
    this.#editions = new Counter({
      name: 'aeraki_controller_editions_total',
      help: 'How often everything was brought to what the cluster has.',
      labelNames: ['result'],
      registers,
    });
    this.#seconds = new Gauge({
      name: 'aeraki_controller_edition_seconds',
      help: 'How long the last one took, without the debounce.',
      registers,
    });
    this.#reviews = new Histogram({
      name: 'aeraki_controller_review_seconds',
      help: 'How long the admission webhook took to answer.',
      labelNames: ['result'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
      registers,
    });
    this.#unlooked = new Counter({
      name: 'aeraki_controller_reviews_without_analysis_total',
      help: 'Reviews that were answered without a look at all other objects, for too many came at once.',
      registers,
    });
    const single: readonly (readonly [string, string, () => number])[] = [
      ['aeraki_controller_leader', '1 where this replica is the one that writes.', () => Number(observed.leader())],
      ['aeraki_controller_ready', '1 where /readyz says so.', () => Number(observed.ready())],
      ...sidecarGauges(observed.sidecars),
      ['aeraki_controller_held_deletions', 'Deletions that wait for somebody to confirm them.', observed.heldDeletions],
    ];
    for (const [name, help, value] of single) {
      new Gauge({
        ...{ name, help, registers },
        collect() {
          this.set(value());
        },
      });
    }
    const labelled: readonly Labelled[] = [
      ['queue_depth', 'Objects that wait to be written.', 'queue', () => Object.entries(observed.queues())],
      [
        'findings',
        'What there is to be said of the resources, by code.',
        'code',
        () => countByCode(observed.diagnostics()),
      ],
      ...accessLogGauges(observed.sidecars),
      [
        'synced',
        '1 where a kind was listed whole.',
        'kind',
        () => observed.kinds().map((each) => [each.kind, Number(each.synced)]),
      ],
      ['objects', 'Objects of a kind.', 'kind', () => observed.kinds().map((each) => [each.kind, each.objects])],
      [
        'silence_seconds',
        'How long ago the API server was last heard of a kind; it speaks at least once a minute.',
        'kind',
        () => observed.kinds().map(({ kind, silent }) => [kind, silent === undefined ? -1 : silent / 1000]),
      ],
      [
        'lists',
        'How often a kind was listed.',
        'kind',
        () => observed.kinds().map((each) => [each.kind, each.counts.lists]),
      ],
      [
        'watches',
        'How often a watch was opened.',
        'kind',
        () => observed.kinds().map((each) => [each.kind, each.counts.watches]),
      ],
      [
        'read_failures',
        'Lists and watches that failed.',
        'kind',
        () => observed.kinds().map((each) => [each.kind, each.counts.failures]),
      ],
    ];
    for (const [name, help, label, values] of labelled) {
      new Gauge({
        ...{ name: `aeraki_controller_${name}`, help, registers, labelNames: [label] },
        collect() {
          this.reset();
          for (const [key, value] of values()) this.set({ [label]: key }, value);
        },
      });
    }
  }

  edition(result: 'taken' | 'failed', milliseconds: number): void {
    this.#editions.inc({ result });
    this.#seconds.set(milliseconds / 1000);
  }

  wrote(event: WriteEvent): void {
    if (!('id' in event)) return;
    const kind = event.id.slice(0, event.id.indexOf(' '));
    const refused = event.what === 'refused' || event.what === 'foreign' || event.what === 'conflict';
    this.#writes.inc({ kind, operation: event.what, result: refused ? 'not written' : 'written' });
  }

  reviewed(result: 'allowed' | 'refused' | 'failed', milliseconds: number): void {
    this.#reviews.observe({ result }, milliseconds / 1000);
  }

  unlooked(): void {
    this.#unlooked.inc();
  }

  addresses(result: 'written' | 'not written'): void {
    this.#writes.inc({ kind: 'ServiceEntry', operation: 'addresses', result });
  }
}

type Labelled = readonly [string, string, string, () => Iterable<readonly [string, number]>];

function sidecarGauges(sidecars: ObservedSidecars | undefined): readonly (readonly [string, string, () => number])[] {
  if (sidecars === undefined) return [];
  const limited = () => sidecars.states.filter(({ state }) => state === 'limited');
  return [
    ['aeraki_controller_sidecars', 'Workloads that have a Sidecar that is learnt.', () => limited().length],
    [
      'aeraki_controller_sidecar_workloads',
      'Workloads for which a Sidecar is to be learnt, those without one yet included.',
      () => sidecars.states.length,
    ],
    [
      'aeraki_controller_sidecar_hosts',
      'Hosts that workloads were seen to call, summed over the workloads.',
      () => sidecars.states.reduce((sum, { learnt }) => sum + learnt, 0),
    ],
    ['aeraki_controller_access_log_streams', 'Proxies that send an access log.', () => sidecars.streams],
  ];
}

function accessLogGauges(sidecars: ObservedSidecars | undefined): readonly Labelled[] {
  if (sidecars === undefined) return [];
  const help = 'Different entries of access logs, by what became of them.';
  return [['access_log_entries', help, 'result', () => Object.entries(sidecars.counts)]];
}

function countByCode(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
