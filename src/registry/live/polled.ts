import { setTimeout as sleep } from 'node:timers/promises';
import type { Dump } from '../dump/dump.js';
import type { RegistryState } from '../model.js';
import { readStates } from '../services/read.js';
import type { RegistryClient, StateOptions, WatchEvents } from './client.js';
import { RegistryFailure } from './failure.js';

/** A pause after a failure, in milliseconds: longer each time, up to 30 s. */
export function pauseAfter(failures: number): number {
  return Math.min(30_000, 250 * 2 ** Math.min(failures, 7)) * (0.8 + Math.random() * 0.4);
}

/** Waits, unless the watch ends before. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

/** How often a service that has lost all its instances is asked again before it is believed, and the pauses between. */
const confirmations = 2;
const confirmAfter = 250;

/**
 * A registry that is asked whole, again and again. What it answers counts only when it is complete; an answer in which a
 * service has lost all its instances is asked again, at another server where there is one (the empty push of Nacos).
 */
export abstract class PolledRegistry<D extends Dump> implements RegistryClient {
  /** Why a part of the last read is what it was before, where the rest could be read. */
  protected partTrouble: Error | undefined;
  readonly #interval: number;
  readonly #grace: number;
  #heldUntil = 0;
  readonly #stopped = new AbortController();
  #state: D | undefined;
  #read: { readonly dump: D; readonly state: RegistryState } | undefined;
  #text = '';
  #lastRead = 0;
  #loop: Promise<void> = Promise.resolve();

  /**
   * @param interval milliseconds between two questions; more where a read takes long
   * @param grace how long after an outage, in milliseconds, a service that has lost all its instances is still believed to
   *   have them: a server that forgets everything with a restart knows again after so long who is alive
   */
  constructor(interval: number, grace = 0) {
    this.#interval = interval;
    this.#grace = grace;
  }

  abstract read(): Promise<D>;

  async load(): Promise<void> {
    this.#take(await this.#timed());
  }

  /** Services with instances, to see which have lost them. */
  protected abstract provided(dump: D): ReadonlySet<string>;

  /** Makes the next question go to another server. */
  protected abstract secondOpinion(): void;

  /** What there is after a wait. */
  protected next(): Promise<D> {
    return this.read();
  }

  /** What has just changed, asked again before it is believed. */
  protected again(): Promise<D> {
    return this.read();
  }

  /** Waits until it is worth asking again; rejects with what went wrong. */
  protected wait(signal: AbortSignal): Promise<void> {
    return pause(Math.max(this.#interval, 10 * this.#lastRead), signal);
  }

  async watch(events: WatchEvents): Promise<void> {
    this.#take(await this.#timed());
    this.#loop = this.#follow(events);
  }

  state(options: StateOptions): RegistryState {
    const before = this.#read;
    const dump = this.snapshot();
    if (before?.dump === dump) return before.state;
    const state = this.stateOf(dump, options, before?.state);
    this.#read = { dump, state };
    return state;
  }

  /** What was read, as services; those that did not change since `before` are the same objects. */
  protected stateOf(dump: D, options: StateOptions, before: RegistryState | undefined): RegistryState {
    const [state] = readStates(dump, { ...options, root: '' });
    if (state === undefined) throw new RegistryFailure('nothing was read yet', 'Call watch first.');
    const known = new Map((before?.services ?? []).map((service) => [JSON.stringify(service), service]));
    return { ...state, services: state.services.map((service) => known.get(JSON.stringify(service)) ?? service) };
  }

  /** `now`, or `before` where nothing of it changed. */
  protected newer(before: D | undefined, now: D): D {
    const text = JSON.stringify(now);
    const isNew = text !== this.#text;
    this.#text = text;
    return isNew || before === undefined ? now : before;
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
    let isPartTold = false;
    while (!signal.aborted) {
      try {
        await this.wait(signal);
        if (signal.aborted) return;
        const dump = await this.#believed();
        if (signal.aborted) return;
        if (failures > 0) this.#heldUntil = performance.now() + this.#grace;
        const isPart = this.partTrouble !== undefined;
        if (this.partTrouble !== undefined && !isPartTold) events.trouble(this.partTrouble);
        else if (failures > 0 || (isPartTold && !isPart)) events.recovered();
        failures = 0;
        isPartTold = isPart;
        if (performance.now() < this.#heldUntil && this.#hasLost(dump)) continue;
        if (this.#take(dump)) events.changed();
      } catch (error) {
        if (signal.aborted) return;
        if (failures === 0) events.trouble(error instanceof Error ? error : new Error(String(error)));
        failures++;
        await pause(pauseAfter(failures - 1), signal);
      }
    }
  }

  async #believed(): Promise<D> {
    let dump = await this.#timed(() => this.next());
    for (let times = 0; times < confirmations && this.#hasLost(dump); times++) {
      this.secondOpinion();
      await pause(confirmAfter, this.#stopped.signal);
      dump = await this.#timed(() => this.again());
    }
    return dump;
  }

  /** Whether a service has no instance any more. */
  #hasLost(dump: D): boolean {
    if (this.#state === undefined || this.#state === dump) return false;
    const now = this.provided(dump);
    return [...this.provided(this.#state)].some((name) => !now.has(name));
  }

  async #timed(read = () => this.read()): Promise<D> {
    const start = Date.now();
    const dump = await read();
    this.#lastRead = Date.now() - start;
    return dump;
  }

  /** Whether it is another state than before. */
  #take(dump: D): boolean {
    const before = this.#state;
    this.#state = this.newer(before, dump);
    return this.#state !== before;
  }
}
