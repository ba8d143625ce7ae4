import type { ZookeeperDump } from '../dump/dump.js';
import type { RegistryState } from '../model.js';
import type { RegistryClient, StateOptions, WatchEvents } from './client.js';
import type { Connection } from './connection.js';
import { RegistryFailure } from './failure.js';
import { pause, pauseAfter } from './polled.js';
import { ZookeeperMirror } from './zookeeper-mirror.js';
import { ZookeeperSession } from './zookeeper-session.js';

const confirmations = 2;
/** How often a connection that is silent is asked for a word, in milliseconds. */
const probeEvery = 10_000;

/**
 * ZooKeeper: a mirror of Dubbo's tree and of `/services`, kept by watches. Whenever the connection was away, and after
 * every session, all is read again, for a watch may have been lost with it.
 */
export class ZookeeperRegistry implements RegistryClient {
  readonly #connection: Connection;
  readonly #stopped = new AbortController();
  #mirror: ZookeeperMirror | undefined;
  #session: ZookeeperSession | undefined;
  #loop: Promise<void> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async load(): Promise<void> {
    const session = this.#open(() => undefined);
    try {
      const mirror = new ZookeeperMirror(this.#connection.root);
      await mirror.load(session, false);
      this.#mirror = mirror;
    } finally {
      session.close();
    }
  }

  async read(): Promise<ZookeeperDump> {
    await this.load();
    return this.snapshot();
  }

  async watch(events: WatchEvents): Promise<void> {
    const first = await this.#begin(events);
    this.#mirror = first.mirror;
    this.#loop = this.#follow(events, first);
  }

  snapshot(): ZookeeperDump {
    if (this.#mirror === undefined) throw new RegistryFailure('nothing was read yet', 'Call watch first.');
    return dumpOf(this.#mirror);
  }

  state(options: StateOptions): RegistryState {
    if (this.#mirror === undefined) throw new RegistryFailure('nothing was read yet', 'Call watch first.');
    return this.#mirror.state(options);
  }

  async close(): Promise<void> {
    this.#stopped.abort();
    this.#session?.close();
    await this.#loop.catch(() => undefined);
  }

  #open(
    ended: (reason: RegistryFailure) => void,
    changed = (_path: string): void => undefined,
    connected = (): void => undefined,
    lost = (): void => undefined,
  ): ZookeeperSession {
    return new ZookeeperSession(this.#connection, { changed, connected, lost, ended });
  }

  /** A session with a mirror that is whole; what changes meanwhile is in `round.changed`. */
  async #begin(events: WatchEvents): Promise<Round> {
    const round = new Round(events);
    const session = this.#open(
      (reason) => round.end(reason),
      (path) => round.touch(path),
      () => round.connected(),
      () => round.lost(),
    );
    this.#session = session;
    try {
      await round.mirror.prepare(this.#connection.root).load(session, true);
      return Object.assign(round, { session });
    } catch (error) {
      session.close();
      throw error;
    }
  }

  async #follow(events: WatchEvents, first: Round): Promise<void> {
    const { signal } = this.#stopped;
    let round: Round | undefined = first;
    let failures = 0;
    while (!signal.aborted) {
      try {
        if (round === undefined) {
          const next = await this.#begin(events);
          if (this.#mirror !== undefined && next.mirror.isEmpty() && !this.#mirror.isEmpty()) {
            await this.#confirmEmpty(next);
          }
          this.#mirror = next.mirror;
          round = next;
          events.changed();
        }
        if (failures > 0) events.recovered();
        failures = 0;
        await this.#keep(round, events, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (failures === 0) events.trouble(error instanceof Error ? error : new Error(String(error)));
        failures++;
      }
      this.#session?.close();
      round = undefined;
      if (!signal.aborted) await pause(pauseAfter(failures - 1), signal);
    }
  }

  /** Refreshes what the watches name until the session ends, with an error. */
  async #keep(round: Round, events: WatchEvents, signal: AbortSignal): Promise<void> {
    const { session, mirror } = round;
    if (session === undefined) return;
    const stop = new AbortController();
    const end = (): void => {
      stop.abort();
      round.wake();
    };
    signal.addEventListener('abort', end);
    const probe = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        await pause(probeEvery, stop.signal);
        if (!stop.signal.aborted) await session.exists('/', false);
      }
    };
    probe().catch((error: unknown) => {
      round.end(error instanceof RegistryFailure ? error : new RegistryFailure(String(error), 'It is asked again.'));
    });
    try {
      while (!signal.aborted) {
        await round.heard();
        if (signal.aborted) return;
        if (round.wasReconnected) throw new RegistryFailure('the connection was away', 'Everything is read again.');
        if (await mirror.refresh(session, round.takeTouched())) events.changed();
      }
    } finally {
      signal.removeEventListener('abort', end);
      stop.abort();
    }
  }

  async #confirmEmpty(round: Round): Promise<void> {
    for (let times = 0; times < confirmations && round.mirror.isEmpty(); times++) {
      await pause(1000, this.#stopped.signal);
      if (round.session !== undefined) await round.mirror.prepare(this.#connection.root).load(round.session, true);
    }
  }
}

/** What is heard of one session, until somebody asks. */
class Round {
  readonly mirror = new ZookeeperMirror('/dubbo');
  session: ZookeeperSession | undefined;
  readonly #events: WatchEvents;
  readonly #touched = new Set<string>();
  #wasLost = false;
  #reconnected = false;
  #ended: RegistryFailure | undefined;
  #awake = false;
  #wake: (() => void) | undefined;

  constructor(events: WatchEvents) {
    this.#events = events;
  }

  touch(path: string): void {
    this.#touched.add(path);
    this.wake();
  }

  lost(): void {
    if (!this.#wasLost) this.#events.trouble(new RegistryFailure('the connection was cut', 'It is taken up again.'));
    this.#wasLost = true;
  }

  connected(): void {
    if (!this.#wasLost) return;
    this.#reconnected = true;
    this.wake();
  }

  end(reason: RegistryFailure): void {
    this.#ended = reason;
    this.wake();
  }

  takeTouched(): ReadonlySet<string> {
    const taken = new Set(this.#touched);
    this.#touched.clear();
    return taken;
  }

  get wasReconnected(): boolean {
    return this.#reconnected;
  }

  wake(): void {
    this.#awake = true;
    this.#wake?.();
  }

  /** Resolves when something was heard; rejects where the session is over. */
  async heard(): Promise<void> {
    if (!this.#awake) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#wake = undefined;
    this.#awake = false;
    if (this.#ended !== undefined) throw this.#ended;
  }
}

function dumpOf(mirror: ZookeeperMirror): ZookeeperDump {
  return { registry: 'zookeeper', nodes: [...mirror.nodes()] };
}
