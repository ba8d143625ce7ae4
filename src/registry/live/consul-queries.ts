import type { IncomingHttpHeaders } from 'node:http';
import { RegistryFailure, reasonOf } from './failure.js';
import { pause, pauseAfter } from './polled.js';

/** Longest wait of a blocking query in seconds; Consul adds up to a sixteenth to it. */
const waitSeconds = 55;
/** A part that changes all the time is asked again after this many times what its last answer cost, and at most that late. */
const idleShare = 4;
const idleMost = 1000;

export interface Answer {
  readonly value: unknown;
  readonly headers: IncomingHttpHeaders;
}

export type Ask = (path: string, question: { timeout: number; signal: AbortSignal }) => Promise<Answer>;

/** One path does not answer; the others do, and it is asked again. */
export class PartFailure extends RegistryFailure {}

/**
 * Blocking queries, one for each path, that go on until they are stopped. Each answer is the new value of its path, so
 * nothing is asked a second time. A failure is told once, and its path asked from the start again and again.
 */
export class BlockingQueries {
  readonly #ask: Ask;
  readonly #stopped = new AbortController();
  readonly #running = new Map<string, AbortController>();
  #failure: { readonly error: unknown } | undefined;
  #isDirty = false;
  #wake: () => void = () => undefined;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /**
   * Asks `path` from the index of its last answer on; `take` gets what it says then.
   *
   * @param isPart whether the rest means something without it
   */
  follow(path: string, index: string, isPart: boolean, take: (value: unknown) => void): void {
    if (this.#running.has(path) || this.#stopped.signal.aborted) return;
    const own = new AbortController();
    this.#running.set(path, own);
    const signal = AbortSignal.any([own.signal, this.#stopped.signal]);
    void this.#again(path, index, isPart, take, signal);
  }

  /** Ends the queries of all other paths. */
  keep(paths: ReadonlySet<string>): void {
    for (const [path, own] of [...this.#running]) {
      if (paths.has(path)) continue;
      this.#running.delete(path);
      own.abort();
    }
  }

  /** Until an answer came since the last call; rejects with a failure, once. */
  async changed(signal: AbortSignal): Promise<void> {
    if (!this.#isDirty && this.#failure === undefined && !signal.aborted) {
      const { promise, resolve } = latch();
      this.#wake = resolve;
      signal.addEventListener('abort', this.#wake);
      await promise;
      signal.removeEventListener('abort', this.#wake);
    }
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure.error;
    this.#isDirty = false;
  }

  stop(): void {
    this.#stopped.abort();
    this.#running.clear();
    this.#wake();
  }

  async #again(
    path: string,
    first: string,
    isPart: boolean,
    take: (value: unknown) => void,
    signal: AbortSignal,
  ): Promise<void> {
    let index = first;
    let failures = 0;
    const taken = (value: unknown): void => {
      failures = 0;
      take(value);
    };
    while (!signal.aborted) {
      try {
        await this.#loop(path, index, taken, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (failures === 0) {
          const cure = error instanceof RegistryFailure ? error.cure : 'It is asked again.';
          // A failure of everything says more than one of a part.
          if (!isPart) this.#failure = { error };
          else this.#failure ??= { error: new PartFailure(reasonOf(error), cure) };
          this.#wake();
        }
        // What came between is not known: the next answer is the whole of this path.
        index = '0';
        await pause(pauseAfter(failures++), signal);
      }
    }
  }

  async #loop(path: string, first: string, take: (value: unknown) => void, signal: AbortSignal): Promise<void> {
    let index = first;
    while (!signal.aborted) {
      const more = `${path.includes('?') ? '&' : '?'}index=${index}&wait=${waitSeconds}s`;
      const { value, headers } = await this.#ask(`${path}${more}`, { timeout: (waitSeconds + 15) * 1000, signal });
      if (signal.aborted) return;
      const now = indexOf(headers);
      if (now === index && now !== '0') continue;
      // An index that goes back means another leader or a restored snapshot: from the start, as Consul's manual says.
      index = Number(now) < Number(index) ? '0' : now;
      const begin = performance.now();
      take(value);
      this.#isDirty = true;
      this.#wake();
      // Without an index nothing blocks; then it is asked once a second.
      const cost = performance.now() - begin;
      await pause(index === '0' ? idleMost : Math.min(idleMost, idleShare * cost), signal);
    }
  }
}

function latch(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** 0 where there is none: such a query does not block. */
export function indexOf(headers: IncomingHttpHeaders): string {
  return String(headers['x-consul-index'] ?? '0');
}
