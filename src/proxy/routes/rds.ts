import { setTimeout as sleep } from 'node:timers/promises';
import type { FileRegistry } from '@bufbuild/protobuf';
import type { ChannelCredentials } from '@grpc/grpc-js';
import { textOf } from '../../envoy/proto-json.js';
import type { JsonObject } from '../../model/envoy.js';
import { type DiscoveryUpdate, discover, type Position } from '../../xds/client.js';
import { decodeAny } from '../../xds/decode.js';
import { reasonOf } from '../../xds/reason.js';
import { createEnvoyRegistry } from '../../xds/registry.js';
import type { RouteSource, RouteSourceEvents } from '../config.js';
import { type Judged, judgeRoutes } from './judge.js';
import { RouteTable } from './table.js';

/** What a subscription does, for the statistics `rds.<name>.…` of the proxy. */
export type RdsCount =
  | 'update_attempt'
  | 'update_success'
  | 'update_rejected'
  | 'update_empty'
  | 'update_failure'
  | 'config_reload';

export interface RdsOptions {
  /** `host:port` of the xDS server. */
  readonly server: string;
  readonly credentials: ChannelCredentials;
  /** The name that the server's certificate must have, where it is not that of `server`. */
  readonly serverName?: string | undefined;
  /** Names of the route configurations, each asked for on a stream of its own, as the proxy's filters do. */
  readonly names: readonly string[];
  readonly nodeId: string;
  /** Use the incremental form of xDS. */
  readonly delta?: boolean;
  /** How long `start` waits for the first answers, in milliseconds; 15 s as in Envoy when left out. */
  readonly firstWait?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly count?: (name: string, what: RdsCount) => void;
}

const defaultFirstWait = 15_000;
const firstPause = 200;
const longestPause = 5_000;

/**
 * Route configurations from an xDS server: what was accepted last stays in force whatever happens to the server; one that
 * the proxy would refuse is refused (NACK) with the reason; a broken stream is opened again, after a pause that doubles
 * from 200 ms to 5 s. A resource that the server no longer has stays too, as in the proxy.
 */
export class RdsRoutes implements RouteSource {
  readonly #table: RouteTable;
  readonly #stop = new AbortController();
  /** By name, of the route configurations that are asked for. */
  readonly #streams = new Map<string, { readonly ended: Promise<void>; readonly stop: AbortController }>();
  readonly #registry = createEnvoyRegistry();
  #events: RouteSourceEvents | undefined;

  constructor(readonly options: RdsOptions) {
    this.#table = new RouteTable(options.now ?? Date.now);
  }

  get current() {
    return this.#table.current;
  }

  /** Settles when every name was answered, or could not be asked for, or after the first wait. */
  async start(events: RouteSourceEvents): Promise<void> {
    this.#events = events;
    const names = [...new Set(this.options.names)];
    await this.#first(names.map((name) => this.#subscribe(name, events)));
    if (this.#stop.signal.aborted) return;
    const missing = names.filter((name) => !this.current.byName.has(name));
    if (missing.length > 0) {
      events.trouble(
        `${this.options.server} has not given ${missing.join(', ')} yet; requests find no route until it does.`,
      );
    }
  }

  /**
   * Asks for these route configurations from now on, and no longer for others. Settles when those that are asked for anew
   * were answered, or after the first wait: a listener that opens before has no routes.
   */
  async want(names: readonly string[]): Promise<void> {
    const events = this.#events;
    if (events === undefined || this.#stop.signal.aborted) return;
    const wanted = new Set(names);
    for (const [name, { stop }] of this.#streams) {
      if (wanted.has(name)) continue;
      stop.abort();
      this.#streams.delete(name);
      this.#table.remove(name);
    }
    const fresh = [...wanted].filter((name) => !this.#streams.has(name));
    await this.#first(fresh.map((name) => this.#subscribe(name, events)));
  }

  async #first(answers: readonly Promise<void>[]): Promise<void> {
    if (answers.length === 0) return;
    const waited = new AbortController();
    const wait = sleep(this.options.firstWait ?? defaultFirstWait, undefined, { signal: waited.signal }).catch(
      () => {},
    );
    await Promise.race([Promise.all(answers), wait]);
    waited.abort();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all([...this.#streams.values()].map(({ ended }) => ended));
  }

  /** Settles when the name was answered, or could not be asked for. */
  #subscribe(name: string, events: RouteSourceEvents): Promise<void> {
    const stop = new AbortController();
    this.#stop.signal.addEventListener('abort', () => stop.abort());
    const subscription = new Subscription(name, this.options, this.#registry, this.#table, events, stop.signal);
    this.#streams.set(name, { ended: subscription.run(), stop });
    return subscription.answered;
  }
}

/** One route configuration's stream. */
class Subscription {
  readonly answered: Promise<void>;
  #answer: () => void = () => {};
  #position: Position | undefined;
  #judged: { readonly version: string; readonly result: Judged } | undefined;
  #told = '';

  constructor(
    readonly name: string,
    readonly options: RdsOptions,
    readonly registry: FileRegistry,
    readonly table: RouteTable,
    readonly events: RouteSourceEvents,
    readonly signal: AbortSignal,
  ) {
    this.answered = new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  async run(): Promise<void> {
    let pause = firstPause;
    while (!this.signal.aborted) {
      try {
        this.#count('update_attempt');
        for await (const update of discover(this.#discovery(), this.#position)) {
          pause = firstPause;
          this.#take(update);
          this.#answer();
          this.#count('update_attempt');
        }
      } catch (error) {
        this.#count('update_failure');
        this.#trouble(`${this.options.server}: ${reasonOf(error)}. ${this.#kept()} Trying again.`);
      }
      this.#answer();
      await sleep(pause, undefined, { signal: this.signal }).catch(() => {});
      pause = Math.min(pause * 2, longestPause);
    }
  }

  #discovery() {
    const { server, credentials, serverName, nodeId, delta } = this.options;
    return {
      ...{ server, credentials, serverName, nodeId, delta: delta ?? false, signal: this.signal },
      ...{ type: 'rds' as const, names: [this.name], judge: (update: DiscoveryUpdate) => this.#judge(update) },
    };
  }

  /** Looks at the resource with our name; what else a server sends is passed over, as Envoy does. */
  #judge(update: DiscoveryUpdate): string | undefined {
    this.#judged = undefined;
    for (const { content, version } of update.resources) {
      const source = decodeAny(content, { registry: this.registry, showSecrets: true }).json as JsonObject;
      if (textOf(source.name) !== this.name) continue;
      const result = judgeRoutes(source);
      this.#judged = { version: version || update.version, result };
      return 'refused' in result ? `${this.name}: ${result.refused}` : undefined;
    }
    return undefined;
  }

  #take(update: DiscoveryUpdate): void {
    const judged = this.#judged;
    if (judged === undefined) {
      this.#count('update_empty');
      this.#position = { version: update.version, versions: this.#position?.versions ?? {} };
      if (update.removed.includes(this.name)) {
        this.#trouble(`${this.options.server} no longer has ${this.name}. ${this.#kept()}`);
      }
      return;
    }
    const { version, result } = judged;
    if ('refused' in result) {
      this.#count('update_rejected');
      this.table.refuse(this.name, version, result.refused);
      this.#trouble(`Refused version ${version} of ${this.name}: ${result.refused}. ${this.#kept()}`);
      this.events.changed();
      return;
    }
    this.#count('update_success');
    this.#told = '';
    this.#position = { version: update.version, versions: { [this.name]: version } };
    const before = this.table.current.byName;
    if (this.table.accept(result.routes, version)) this.#count('config_reload');
    if (before !== this.table.current.byName) this.events.changed();
  }

  #kept(): string {
    const version = this.table.current.byName.get(this.name)?.version;
    return version === undefined ? 'There are no routes yet.' : `Version ${version} stays in force.`;
  }

  /** Says the same thing once, however often it is tried again. */
  #trouble(message: string): void {
    if (message === this.#told) return;
    this.#told = message;
    this.events.trouble(message);
  }

  #count(what: RdsCount): void {
    this.options.count?.(this.name, what);
  }
}
