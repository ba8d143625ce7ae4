import http from 'node:http';
import type { Address } from '../../envoy/address.js';
import type { Stats } from '../stats/registry.js';

export interface CollectorOptions {
  readonly address: Address;
  /** Gets a sentence when spans are lost. */
  readonly trouble: (message: string) => void;
  readonly stats: Stats;
}

/** Spans are sent when the first has waited so long, in milliseconds, or when so many octets of them wait. */
const WAIT = 1_000;
const BATCH = 256 * 1024;
/** So many octets of spans may wait for a collector that is slow; what comes then is left out. */
const MOST = 4 * 1024 * 1024;
/** A report that is not taken after so many milliseconds is given up. */
const PATIENCE = 5_000;

/**
 * Reports spans to a collector that takes Zipkin's JSON (`POST /api/v2/spans`), as Envoy does with what Istio's agent
 * writes into its bootstrap. Nothing waits for it: spans are gathered, one report is under way at a time, and what the
 * collector does not take is lost. Counted under Envoy's names.
 */
export class ZipkinCollector {
  readonly #options: CollectorOptions;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  #waiting: string[] = [];
  #size = 0;
  #timer: NodeJS.Timeout | undefined;
  #report: Promise<void> | undefined;

  constructor(options: CollectorOptions) {
    this.#options = options;
  }

  /** Takes a span as JSON. */
  add(span: string): void {
    if (this.#size + span.length > MOST) {
      this.#lost(1, 'does not take spans as fast as they come');
      return;
    }
    this.#waiting.push(span);
    this.#size += span.length;
    if (this.#size >= BATCH) this.#send();
    else this.#timer ??= setTimeout(() => this.#send(), WAIT).unref();
  }

  /** Sends what waits, and settles when that was taken or given up. */
  async close(): Promise<void> {
    await this.#report;
    this.#send();
    await this.#report;
    this.#agent.destroy();
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#report !== undefined || this.#waiting.length === 0) return;
    const spans = this.#waiting;
    this.#waiting = [];
    this.#size = 0;
    this.#report = this.#post(spans).finally(() => {
      this.#report = undefined;
      if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#send(), WAIT).unref();
    });
  }

  async #post(spans: readonly string[]): Promise<void> {
    const body = Buffer.from(`[${spans.join(',')}]`);
    const { stats } = this.#options;
    try {
      const status = await this.#request(body);
      if (status >= 200 && status < 300) {
        stats.counter('tracing.zipkin.spans_sent').add(spans.length);
        stats.counter('tracing.zipkin.reports_sent').add();
      } else {
        this.#lost(spans.length, `answers ${status}`);
      }
    } catch (error) {
      this.#lost(spans.length, error instanceof Error ? error.message : String(error));
    }
  }

  #request(body: Buffer): Promise<number> {
    const { host, port } = this.#options.address;
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const options = { host, port, method: 'POST', path: '/api/v2/spans', headers, agent: this.#agent };
    return new Promise((resolve, reject) => {
      const request = http.request(options, (response) => {
        response.once('error', reject).once('end', () => {
          clearTimeout(late);
          resolve(response.statusCode ?? 0);
        });
        response.resume();
      });
      const late = setTimeout(() => request.destroy(new Error(`no answer after ${PATIENCE} ms`)), PATIENCE).unref();
      request.once('error', (error) => {
        clearTimeout(late);
        reject(error);
      });
      request.end(body);
    });
  }

  #lost(spans: number, why: string): void {
    const { address, stats, trouble } = this.#options;
    stats.counter('tracing.zipkin.reports_dropped').add();
    stats.counter('tracing.zipkin.spans_dropped').add(spans);
    trouble(`The collector of traces ${address.host}:${address.port}: ${why}. Spans are lost; requests are not.`);
  }
}
