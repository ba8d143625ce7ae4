import { Agent, request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { router } from '../../test/real/controller/shop.js';

function review(at: number): string {
  const object = router(`r${at}`, 'v1', 1 + (at % 50));
  return JSON.stringify({
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    request: { uid: `uid-${at}`, operation: 'CREATE', object },
  });
}

/** Asks one server for reviews, over connections that stay open. Times are in milliseconds, sorted. */
export class Load {
  readonly #agent: Agent;

  constructor(
    readonly url: string,
    connections: number,
  ) {
    const pool = { maxSockets: connections, maxFreeSockets: connections };
    this.#agent = new Agent({ keepAlive: true, ...pool, rejectUnauthorized: false });
  }

  /** All at once. */
  async atOnce(count: number): Promise<readonly number[]> {
    return sorted(await Promise.all(Array.from({ length: count }, (_, at) => this.#ask(at, performance.now()))));
  }

  /**
   * So many a second, at moments drawn beforehand (a Poisson process), whether or not those before are answered; a time
   * counts from the moment, so that what waits here because the server is slow is in it.
   */
  async atRate(rate: number, seconds: number): Promise<readonly number[]> {
    const began = performance.now();
    const asked: Promise<number>[] = [];
    for (let due = 0, at = 0; ; at++) {
      due += (-Math.log(1 - Math.random()) / rate) * 1000;
      if (due > seconds * 1000) break;
      const wait = began + due - performance.now();
      if (wait > 1) await sleep(wait);
      asked.push(this.#ask(at, began + due));
    }
    return sorted(await Promise.all(asked));
  }

  close(): void {
    this.#agent.destroy();
  }

  #ask(at: number, since: number): Promise<number> {
    const text = review(at);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    return new Promise((resolve, reject) => {
      const sent = request(this.url, { method: 'POST', agent: this.#agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
        response.resume().once('end', () => resolve(performance.now() - since));
      });
      sent.once('error', reject).end(text);
    });
  }
}

const sorted = (times: readonly number[]): readonly number[] => times.toSorted((a, b) => a - b);

/** The time that this share of them did not take longer than. */
export const quantile = (times: readonly number[], share: number): number =>
  times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? Number.NaN;
