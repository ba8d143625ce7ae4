import { pause } from '../../cluster/control/back-off.js';
import { Loop } from '../../cluster/control/loop.js';
import type { MeasuredCall } from '../../traffic/metrics.js';
import { readMetrics } from '../../traffic/metrics.js';
import { askPrometheus } from './prometheus.js';

export interface MeasuredOptions {
  /** Of a Prometheus. */
  readonly url: string;
  /** How far it is asked back, as PromQL writes it: `7d`. */
  readonly range: string;
  /** How often, in milliseconds. */
  readonly every: number;
  readonly found: (calls: readonly MeasuredCall[]) => void;
  readonly failed: (reason: string) => void;
}

/** Asks a Prometheus again and again who calls whom. Aeraki's protocols are seen there and not in logs of HTTP (L6). */
export class Measured {
  readonly #loop = new Loop((signal) => this.#run(signal));

  constructor(readonly options: MeasuredOptions) {}

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#ask(signal);
      await pause(this.options.every, signal);
    }
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const { url, range, found, failed } = this.options;
    try {
      const answers = await askPrometheus(url, range, signal);
      const read = answers.map((text) => readMetrics(JSON.parse(text)));
      // Half an answer would look like "nobody calls anything" of the other half.
      if (read.includes(undefined)) throw new Error('it answered with no result of a query');
      found(read.flatMap((metrics) => metrics?.calls ?? []));
    } catch (error) {
      if (!signal.aborted) failed(error instanceof Error ? error.message : String(error));
    }
  }
}
