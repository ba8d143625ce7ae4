import type { Dump } from '../dump/dump.js';
import type { RegistryClient, WatchEvents } from './client.js';
import { RegistryFailure } from './failure.js';

/** A pause after a failure, in milliseconds: longer each time, up to 30 s. */
export function pauseAfter(failures: number): number {
  return Math.min(30_000, 250 * 2 ** Math.min(failures, 7)) * (0.8 + Math.random() * 0.4);
}

/** Waits, unless the watch ends before. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}

/** How often an empty answer is asked again before it is believed. */
const confirmations = 2;

/**
 * A registry that is asked whole, again and again. What it answers counts only when it is complete; an empty answer
 * after one that was not is asked again, at another server where there is one.
 */
export abstract class PolledRegistry<D extends Dump> implements RegistryClient {
  readonly #interval: number;
  readonly #stopped = new AbortController();
  #state: D | undefined;
  #text = '';
  #loop: Promise<void> = Promise.resolve();

  /** @param interval milliseconds between two questions */
  constructor(interval: number) {
    this.#interval = interval;
  }

  abstract read(): Promise<D>;

  /** Whether the registry says that it has nothing at all. */
  protected abstract isEmpty(dump: D): boolean;

  /** Makes the next question go to another server. */
  protected abstract secondOpinion(): void;

  /** Waits until it is worth asking again; rejects with what went wrong. */
  protected wait(signal: AbortSignal): Promise<void> {
    return pause(this.#interval, signal);
  }

  protected get signal(): AbortSignal {
    return this.#stopped.signal;
  }

  async watch(events: WatchEvents): Promise<void> {
    this.#take(await this.read());
    this.#loop = this.#follow(events);
  }

  snapshot(): D {
    if (this.#state === undefined) throw new RegistryFailure('nothing was read yet', 'Call watch first.');
    return this.#state;
  }

  async close(): Promise<void> {
    this.#stopped.abort();
    await this.#loop.catch(() => undefined);
  }

  async #follow(events: WatchEvents): Promise<void> {
    const { signal } = this.#stopped;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.wait(signal);
        if (signal.aborted) return;
        const dump = await this.#believed();
        if (signal.aborted) return;
        if (failures > 0) events.recovered();
        failures = 0;
        if (this.#take(dump)) events.changed();
      } catch (error) {
        if (signal.aborted) return;
        if (failures === 0) events.trouble(error instanceof Error ? error : new Error(String(error)));
        failures++;
        await pause(pauseAfter(failures), signal);
      }
    }
  }

  async #believed(): Promise<D> {
    let dump = await this.read();
    if (this.#state === undefined || this.isEmpty(this.#state)) return dump;
    for (let times = 0; times < confirmations && this.isEmpty(dump); times++) {
      this.secondOpinion();
      await pause(1000, this.signal);
      dump = await this.read();
    }
    return dump;
  }

  /** Whether it is another state than before. */
  #take(dump: D): boolean {
    const text = JSON.stringify(dump);
    const isNew = text !== this.#text;
    this.#text = text;
    this.#state = dump;
    return isNew;
  }
}
