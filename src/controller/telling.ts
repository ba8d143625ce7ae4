import type { ApiClient } from '../cluster/control/client.js';
import type { ReflectedSource } from '../cluster/control/source.js';
import { Debounce } from '../edition/debounce.js';
import type { Resource } from '../model/resource.js';
import { withoutSuppressed } from '../validate/suppress.js';
import { EventWriter } from './events.js';
import type { LiveFindings } from './findings.js';
import type { Log } from './log.js';

export interface TellingOptions {
  readonly client: ApiClient;
  readonly source: ReflectedSource;
  readonly findings: LiveFindings;
  readonly mayWrite: () => boolean;
  readonly log: Log;
  readonly failed: (reason: string) => void;
}

/** Events may come so much later than what they are about, in milliseconds. */
const calm = 1_000;

/** Validates everything and says it on the resources, as Events; after what proxies wait for. */
export class Telling {
  readonly #events: EventWriter;
  readonly #debounce = new Debounce(calm, 10 * calm, () => this.#tell());
  #resources: readonly Resource[] | undefined;

  constructor(readonly options: TellingOptions) {
    const { client, source, mayWrite, failed } = options;
    this.#events = new EventWriter({
      ...{ client, mayWrite, failed, now: () => new Date() },
      uidOf: ({ kind, namespace, name }) => source.keptOf(kind, namespace, name)?.uid,
    });
  }

  start(): void {
    this.#events.start();
  }

  /** This replica is the one that says it from now on. */
  lead(): void {
    this.#events.lead();
  }

  /** What is in force from now on. */
  know(resources: readonly Resource[]): void {
    this.#resources = resources;
    this.#debounce.bounce();
  }

  async stop(): Promise<void> {
    await this.#debounce.close();
    await this.#events.stop();
  }

  async #tell(): Promise<void> {
    const { findings, mayWrite, log } = this.options;
    if (this.#resources === undefined || !mayWrite()) return;
    try {
      this.#events.want(withoutSuppressed(await findings.of(this.#resources), []));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log({ level: 'error', event: 'failed', message: `The resources could not be validated (${reason}).`, reason });
    }
  }
}
