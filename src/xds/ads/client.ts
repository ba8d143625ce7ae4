import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '@bufbuild/protobuf';
import { type ChannelCredentials, Client, Metadata, status } from '@grpc/grpc-js';
import { DiscoveryError, Refusals } from '../client.js';
import { discoveryPaths } from '../paths.js';
import { reasonOf } from '../reason.js';
import type { ResourceType } from '../types.js';
import { deltaForm } from './delta.js';
import type { AdsStream, AdsUpdate, AdsWay } from './form.js';
import { wholeForm } from './whole.js';

/** Who asks, as `core.v3.Node` has it. */
export interface AdsNode {
  readonly id: string;
  readonly cluster: string;
  readonly metadata: JsonObject;
}

/** What a proxy asks of its control plane: everything there is, or resources by their names. */
export type Wanted = 'all' | ReadonlySet<string>;

export interface AdsOptions {
  /** `host:port` */
  readonly server: string;
  /** Made anew for each connection, so that renewed files are taken. May raise: then it is tried again. */
  readonly credentials: () => ChannelCredentials;
  /** The name that the server's certificate must have, where it is not that of `server`. */
  readonly serverName?: string | undefined;
  /** Read anew for each connection; undefined: none is shown. May raise: then it is tried again. */
  readonly token?: (() => Promise<string>) | undefined;
  readonly node: AdsNode;
  /** How it is asked: the first of these that the server has. */
  readonly ways: readonly AdsWay[];
  /** Takes an update, whole or in part; gives why something of it is refused (NACK), undefined: all was accepted. */
  readonly take: (update: AdsUpdate) => string | undefined;
  /** When a server that sends nothing is asked whether it is there, and how long it has to answer; milliseconds. */
  readonly pings?: { readonly time: number; readonly timeout: number };
  /** A sentence for people; the same one is said once. */
  readonly trouble: (message: string) => void;
}

const aggregated = (delta: boolean): string => discoveryPaths('rds', delta)[0] ?? '';

/** A control plane is asked for everything on one stream, in increments where it can. */
export const controlPlaneWays: readonly AdsWay[] = [
  { path: aggregated(true), open: deltaForm },
  { path: aggregated(false), open: wholeForm },
];

/** A route server has aggregated discovery, or only the service of routes (the Aeraki of a cluster). */
export const routeServerWays: readonly AdsWay[] = discoveryPaths('rds', false).map((path) => ({
  path,
  open: wholeForm,
}));

const firstPause = 200;
const longestPause = 5_000;
/** A server that vanished without a word is found out by pings, in milliseconds as Istio's bootstrap has them. */
const istiosPings = { time: 30_000, timeout: 10_000 };

/**
 * Aggregated discovery, as a proxy does it: one stream for all types, incremental where the server can, else the state of the
 * world. A stream that breaks is opened again after a pause that doubles from 200 ms to 5 s and is up to a fifth longer; what
 * was accepted is told to the server then, and stays in force meanwhile.
 */
export class AdsClient {
  readonly #options: AdsOptions;
  readonly #stop = new AbortController();
  /** In the order in which they were first wanted, in which they are asked for again. */
  readonly #wanted = new Map<ResourceType, Wanted>();
  /** Versions that were accepted, by type and name. */
  readonly #accepted = new Map<ResourceType, Map<string, string>>();
  /** The way that is taken. */
  #way = 0;
  #stream: AdsStream | undefined;
  #ended: Promise<void> = Promise.resolve();
  #told = '';

  constructor(options: AdsOptions) {
    this.#options = options;
  }

  /** Whether a stream is open on which the server has answered. */
  connected = false;

  start(): void {
    this.#ended = this.#run();
  }

  /** Asks for these from now on; what is no longer wanted is forgotten. */
  want(type: ResourceType, wanted: Wanted): void {
    const before = this.#wanted.get(type);
    this.#wanted.set(type, wanted);
    const accepted = this.#accepted.get(type);
    if (wanted !== 'all') for (const name of accepted?.keys() ?? []) if (!wanted.has(name)) accepted?.delete(name);
    this.#stream?.want(type, wanted, before);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#ended;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    let pause = firstPause;
    while (!signal.aborted) {
      try {
        await this.#connect(() => {
          pause = firstPause;
        });
      } catch (error) {
        if (signal.aborted) return;
        if (this.#fallsBack(error)) continue;
        this.#trouble(`${this.#options.server}: ${reasonOf(error)}. What it gave last stays in force. Trying again.`);
      }
      this.connected = false;
      await sleep(pause * (1 + Math.random() / 5), undefined, { signal }).catch(() => {});
      pause = Math.min(pause * 2, longestPause);
    }
  }

  /** A server that has not this way is asked in the next one from now on. */
  #fallsBack(error: unknown): boolean {
    const unknown = error instanceof DiscoveryError && error.code === status.UNIMPLEMENTED;
    if (!unknown || this.#way >= this.#options.ways.length - 1) return false;
    this.#way += 1;
    return true;
  }

  /** Settles, or rejects, when the stream is over. */
  async #connect(answered: () => void): Promise<void> {
    const { server, credentials, serverName, token, node, take, pings = istiosPings } = this.#options;
    const metadata = new Metadata();
    if (token !== undefined) metadata.set('authorization', `Bearer ${await token()}`);
    const client = new Client(server, credentials(), {
      'grpc.max_receive_message_length': -1,
      'grpc.keepalive_time_ms': pings.time,
      'grpc.keepalive_timeout_ms': pings.timeout,
      ...(serverName && { 'grpc.ssl_target_name_override': serverName }),
    });
    try {
      const way = this.#options.ways[this.#way];
      if (way === undefined) throw new Error('there is no way to ask');
      const { signal } = this.#stop;
      const stream = way.open({ path: way.path, client, metadata, node, signal, accepted: this.#accepted });
      const refusals = new Refusals(signal);
      this.#stream = stream;
      for (const [type, wanted] of this.#wanted) stream.want(type, wanted, undefined);
      for await (const update of stream.updates) {
        answered();
        this.#told = '';
        this.connected = true;
        const refused = take(update);
        if (refused === undefined) this.#accept(update);
        await refusals.pause(refused === undefined ? undefined : `${update.type} ${update.version}`);
        stream.answer(update, refused);
      }
    } finally {
      this.#stream = undefined;
      client.close();
    }
  }

  #accept({ type, resources, removed }: AdsUpdate): void {
    let known = this.#accepted.get(type);
    if (known === undefined) {
      known = new Map();
      this.#accepted.set(type, known);
    }
    for (const name of removed) known.delete(name);
    for (const { name, version } of resources) if (name !== undefined) known.set(name, version);
  }

  #trouble(message: string): void {
    if (message === this.#told) return;
    this.#told = message;
    this.#options.trouble(message);
  }
}
