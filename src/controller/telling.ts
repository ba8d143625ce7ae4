import type { ApiClient } from '../cluster/control/client.js';
import type { ReflectedSource } from '../cluster/control/source.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import { Debounce } from '../edition/debounce.js';
import type { Resource } from '../model/resource.js';
import { withoutSuppressed } from '../validate/suppress.js';
import { ConditionWriter } from './conditions.js';
import { EventWriter } from './events.js';
import type { LiveFindings } from './findings.js';
import type { Log } from './log.js';

export interface TellingOptions {
  readonly client: ApiClient;
  readonly source: ReflectedSource;
  readonly findings: LiveFindings;
  readonly mayWrite: () => boolean;
  /** Whether much of what proxies wait for is still to be written: what is said of it comes after. */
  readonly busy: () => boolean;
  readonly log: Log;
  readonly failed: (reason: string) => void;
  /** What is said as Events, and as conditions. */
  readonly as: { readonly events: boolean; readonly conditions: boolean };
  /** What there is to be said of resources besides. */
  readonly besides: () => readonly Finding[];
  /** Why what was made of a resource is not written. */
  readonly waiting: (resources: readonly Resource[]) => ReadonlyMap<object, string>;
}

/** Events may come so much later than what they are about, in milliseconds. */
const calm = 1_000;

/** Validates everything and says it on the resources, as Events and as conditions; after what proxies wait for. */
export class Telling {
  readonly #events: EventWriter | undefined;
  readonly #conditions: ConditionWriter | undefined;
  readonly #debounce = new Debounce(calm, 10 * calm, () => this.#tell());
  #resources: readonly Resource[] | undefined;

  constructor(readonly options: TellingOptions) {
    const { client, source, mayWrite, failed, as } = options;
    const common = { client, mayWrite, failed, now: () => new Date() };
    this.#events = as.events
      ? new EventWriter({
          ...common,
          // istiod tells no uid, and without one kubectl would not find the Event.
          uidOf: ({ kind, namespace, name }) => source.keptOf(kind, namespace, name)?.uid || undefined,
        })
      : undefined;
    this.#conditions = as.conditions
      ? new ConditionWriter({
          ...common,
          standingOf: ({ kind, namespace, name }) => source.keptOf(kind, namespace, name),
        })
      : undefined;
  }

  start(): void {
    this.#events?.start();
  }

  /** This replica is the one that says it from now on. */
  lead(): void {
    this.#events?.lead();
    this.#debounce.bounce();
  }

  /** What is in force from now on. */
  know(resources: readonly Resource[]): void {
    this.#resources = resources;
    this.#debounce.bounce();
  }

  /** What became of a write is to be said too. */
  again(): void {
    this.#debounce.bounce();
  }

  async stop(): Promise<void> {
    await this.#debounce.close();
    await Promise.all([this.#events?.stop(), this.#conditions?.stop()]);
  }

  async #tell(): Promise<void> {
    const { findings, mayWrite, busy, log, besides, waiting } = this.options;
    const resources = this.#resources;
    if (resources === undefined || !mayWrite()) return;
    if (busy()) return this.#debounce.bounce();
    try {
      const found = withoutSuppressed([...(await findings.of(resources)), ...besides()], []);
      this.#events?.want(found);
      this.#conditions?.want(resources, found, waiting(resources));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log({ level: 'error', event: 'failed', message: `The resources could not be validated (${reason}).`, reason });
    }
  }
}
