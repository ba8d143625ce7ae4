import type { ClientDuplexStream } from '@grpc/grpc-js';
import type { EtcdDump } from '../dump/dump.js';
import type { RegistryState } from '../model.js';
import { byOctets } from '../reference/go.js';
import { DubboTree } from '../services/dubbo-tree.js';
import type { RegistryClient, StateOptions, WatchEvents } from './client.js';
import type { Connection } from './connection.js';
import {
  type RangeAnswer,
  rangeRequest,
  rangeResponse,
  type WatchAnswer,
  watchRequest,
  watchResponse,
} from './etcd-messages.js';
import { Compacted, EtcdRpc, failureOf } from './etcd-rpc.js';
import { RegistryFailure } from './failure.js';
import { pause, pauseAfter } from './polled.js';

/** Keys of a page: with one revision for all pages a read is of one moment, however many there are. */
const pageSize = 10_000;
/** How often the watch is compared with the server, in milliseconds. */
const checkEvery = 20_000;
const confirmations = 2;

/** A range of keys, and how far it is known. */
interface Prefix {
  readonly from: Buffer;
  readonly end: Buffer;
  revision: bigint;
}

/** etcd v3 by its own gRPC API: reads at one revision, watches from the next one, resumes from the last it saw. */
export class EtcdRegistry implements RegistryClient {
  readonly #rpc: EtcdRpc;
  readonly #connection: Connection;
  readonly #prefixes: readonly Prefix[];
  readonly #stopped = new AbortController();
  #tree: DubboTree;
  #loop: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#rpc = new EtcdRpc(connection);
    const base = connection.path;
    const names = new Set([`${base}${connection.root.replace(/\/+$/, '')}/`, `${base}/services/`]);
    this.#prefixes = [...names].map((name) => ({ from: Buffer.from(name), end: endOf(name), revision: 0n }));
    this.#tree = this.#emptyTree();
  }

  async load(): Promise<void> {
    this.#tree = await this.#readAll();
  }

  async read(): Promise<EtcdDump> {
    await this.load();
    return this.snapshot();
  }

  async watch(events: WatchEvents): Promise<void> {
    await this.load();
    this.#loop = this.#follow(events);
  }

  snapshot(): EtcdDump {
    const kvs = [...this.#tree.nodes()].map(({ path, data }) => ({ key: path, value: data }));
    return { registry: 'etcd', kvs: kvs.sort((a, b) => byOctets(a.key, b.key)) };
  }

  state(options: StateOptions): RegistryState {
    return this.#tree.state(options);
  }

  async close(): Promise<void> {
    this.#stopped.abort();
    await this.#loop.catch(() => undefined);
    this.#rpc.close();
  }

  #emptyTree(): DubboTree {
    return new DubboTree({ registry: 'etcd', root: this.#connection.root, servicesRoot: '/services' });
  }

  /** Everything below the prefixes, as it was at one moment. A revision that is compacted meanwhile is read anew. */
  async #readAll(): Promise<DubboTree> {
    for (let times = 0; ; times++) {
      try {
        return await this.#readAt(0n);
      } catch (error) {
        if (!(error instanceof Compacted) || times > 3) throw error;
      }
    }
  }

  async #readAt(newest: bigint): Promise<DubboTree> {
    const tree = this.#emptyTree();
    let revision = newest;
    for (const { from, end } of this.#prefixes) {
      let page: Promise<RangeAnswer> | undefined = this.#range(from, end, revision);
      while (page !== undefined) {
        const { pairs, more, revision: at }: RangeAnswer = await page;
        if (revision === 0n) revision = at;
        const last: Buffer | undefined = pairs.at(-1)?.key;
        // The next page is on its way while this one is taken in. Its first key: the one behind the last, whatever it is.
        page = more && last !== undefined ? this.#range(Buffer.concat([last, zero]), end, revision) : undefined;
        page?.catch(() => undefined);
        for (const { key, value } of pairs) tree.put(this.#pathOf(key), value.toString());
      }
    }
    for (const prefix of this.#prefixes) prefix.revision = revision;
    return tree;
  }

  #range(from: Buffer, end: Buffer, revision: bigint): Promise<RangeAnswer> {
    return this.#rpc.ask(rangePath, rangeRequest({ from, end, limit: pageSize, revision }), rangeResponse);
  }

  async #follow(events: WatchEvents): Promise<void> {
    const { signal } = this.#stopped;
    let failures = 0;
    while (!signal.aborted) {
      const round = new AbortController();
      const end = (): void => round.abort();
      signal.addEventListener('abort', end);
      try {
        const started = (): void => {
          if (failures > 0) events.recovered();
          failures = 0;
        };
        await Promise.race([this.#stream(events, round.signal, started), this.#compare(events, round.signal)]);
      } catch (error) {
        if (signal.aborted) return;
        round.abort();
        if (failures === 0) events.trouble(error instanceof Error ? error : new Error(String(error)));
        failures++;
        if (error instanceof Compacted) await this.#reread(events).catch(() => undefined);
        else {
          await pause(pauseAfter(failures - 1), signal);
          this.#rpc.turn();
        }
      } finally {
        round.abort();
        signal.removeEventListener('abort', end);
      }
    }
  }

  /** One watch of each prefix, from the revision after the last that was seen. Ends with an error, always. */
  async #stream(events: WatchEvents, signal: AbortSignal, started: () => void): Promise<void> {
    const call = await this.#rpc.stream('/etcdserverpb.Watch/Watch', watchResponse);
    const end = (): void => call.cancel();
    signal.addEventListener('abort', end);
    try {
      for (const [at, { from, end: behind, revision }] of this.#prefixes.entries()) {
        call.write(watchRequest(at + 1, from, behind, revision + 1n));
      }
      await this.#heard(call, events, started);
    } catch (error) {
      const failure = failureOf(error);
      if (!failure.transient) this.#rpc.forgetToken();
      throw failure;
    } finally {
      signal.removeEventListener('abort', end);
      call.cancel();
    }
  }

  #heard(call: ClientDuplexStream<Buffer, WatchAnswer>, events: WatchEvents, started: () => void): Promise<never> {
    let created = 0;
    return new Promise((_, reject) => {
      call.on('error', reject);
      call.on('end', () => reject(new RegistryFailure('the watch of etcd ended', 'It is taken up again.')));
      call.on('data', (answer: WatchAnswer) => {
        if (answer.compacted > 0n) reject(new Compacted());
        else if (answer.canceled) {
          this.#rpc.forgetToken();
          reject(
            new RegistryFailure('etcd cancelled the watch', 'Its member may have lost its leader; it is asked again.'),
          );
        } else {
          if (answer.created && ++created === this.#prefixes.length) started();
          if (this.#take(answer)) events.changed();
        }
      });
    });
  }

  /** Whether anything is other than it was. */
  #take({ watch, revision, events }: WatchAnswer): boolean {
    let changed = false;
    for (const { key, value, deleted } of events) {
      const path = this.#pathOf(key);
      changed = (deleted ? this.#tree.delete(path) : this.#tree.put(path, value.toString())) || changed;
    }
    // The answer to the creation tells the newest revision before the events that come first.
    const prefix = this.#prefixes[watch - 1];
    if (events.length > 0 && prefix !== undefined && revision > prefix.revision) prefix.revision = revision;
    return changed;
  }

  /** A watch that is silent might be dead: the number of keys is asked now and then, and all is read if it differs. */
  async #compare(events: WatchEvents, signal: AbortSignal): Promise<void> {
    let differences = 0;
    while (!signal.aborted) {
      await pause(checkEvery, signal);
      if (signal.aborted) return;
      let all = 0;
      for (const { from, end } of this.#prefixes) {
        const request = rangeRequest({ from, end, limit: 0, revision: 0n, countOnly: true });
        const { count } = await this.#rpc.ask(rangePath, request, rangeResponse);
        all += count;
      }
      differences = all === this.#tree.size ? 0 : differences + 1;
      if (differences > 1) await this.#reread(events);
    }
  }

  /** A full read in place of what is known. That nothing is left is believed only when it is said again. */
  async #reread(events: WatchEvents): Promise<void> {
    let tree = await this.#readAll();
    for (let times = 0; times < confirmations && tree.size === 0 && this.#tree.size > 0; times++) {
      this.#rpc.turn();
      await pause(1000, this.#stopped.signal);
      tree = await this.#readAll();
    }
    this.#tree = tree;
    events.changed();
  }

  #pathOf(key: Buffer): string {
    return key.toString('utf8', Buffer.byteLength(this.#connection.path));
  }
}

const rangePath = '/etcdserverpb.KV/Range';
const zero = Buffer.from([0]);

/** The first key behind all that begin with `prefix`, which ends with a slash. */
function endOf(prefix: string): Buffer {
  return Buffer.from(`${prefix.slice(0, -1)}0`);
}
