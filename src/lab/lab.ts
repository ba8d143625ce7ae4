import type { Codec } from '../codec/codec.js';
import { type Speech, speechOf } from '../codec/speech/speech.js';
import type { ListenerState } from '../proxy/config.js';
import { ConsumerNode, type Running } from './consumer.js';
import type { Callee } from './generator.js';
import type { LabEdition, LabWorld } from './node.js';
import { ProviderNode } from './provider.js';
import type { Tally } from './tally.js';

/** How long a server that no rule reaches any more still takes requests, in milliseconds. */
const leaveTime = 2_000;

/** Everything that runs for some rules: a proxy for every workload, and servers behind those that serve. */
export class Lab {
  readonly #providers = new Map<string, ProviderNode>();
  readonly #consumers = new Map<string, ConsumerNode>();
  readonly #speeches = new Map<string, Speech | undefined>();
  /** Those that no rule reaches any more. */
  readonly #leaving = new Set<ProviderNode>();
  #edition: LabEdition | undefined;
  /** Settles when no change is under way: two at once would each open what the other opens. */
  #changed: Promise<void> = Promise.resolve();
  #stopped = false;

  /** `server`: address of the route server. */
  constructor(
    readonly world: LabWorld,
    readonly tally: Tally,
    readonly server: string,
  ) {}

  /** The services that nobody answers for: their codec is a private one, and `--upstream` names no server. */
  get silent(): readonly string[] {
    const nodes = [...this.#providers.values()].map(({ provider }) => provider);
    const silent = nodes.filter(({ server, service }) => {
      return server === undefined && this.#speeches.get(service.codec) === undefined;
    });
    return [...new Set(silent.map(({ service: { host, port } }) => `${host}:${port}`))];
  }

  get listeners(): readonly { readonly consumer: string; readonly state: ListenerState }[] {
    return [...this.#consumers].flatMap(([consumer, node]) => node.listeners.map((state) => ({ consumer, state })));
  }

  /** What a client can call, and how. */
  get callees(): readonly Callee[] {
    return this.#calleesAt(this.listeners);
  }

  /** Those that there will be with other rules too. */
  calleesThatStay({ consumers }: LabEdition): readonly Callee[] {
    const seen = new Set(
      consumers.flatMap(({ name, services }) => services.map(({ host, port }) => `${name} ${host}:${port}`)),
    );
    return this.#calleesAt(
      this.listeners.filter(({ consumer, state: { listener } }) => {
        const { host, port } = listener.service;
        return seen.has(`${consumer} ${host}:${port}`);
      }),
    );
  }

  #calleesAt(listeners: Lab['listeners']): readonly Callee[] {
    return listeners.flatMap(({ state: { listener, address } }) => {
      const speech = this.#speeches.get(listener.codec);
      const codec: Codec | undefined = this.#edition?.codecs.get(listener.codec);
      if (speech === undefined || codec === undefined) return [];
      return [{ ...listener.service, address, codec, speech }];
    });
  }

  /** Starts what the rules need and ends what they no longer need; settles when all of it takes requests. */
  run(given: LabEdition): Promise<void> {
    return this.#afterOthers(() => this.#run(given));
  }

  #afterOthers(change: () => Promise<void>): Promise<void> {
    const result = this.#changed.then(change);
    // The next one comes whatever becomes of this.
    this.#changed = result.catch(() => {});
    return result;
  }

  async #run(given: LabEdition): Promise<void> {
    // Routes come on a way of their own: those in force may name clusters that the new rules no longer do.
    const before = this.#edition?.plan.clusters ?? [];
    const clusters = new Map([...before, ...given.plan.clusters]);
    const edition = { ...given, plan: { ...given.plan, clusters } };
    this.#edition = edition;
    const gone = new Map(this.#providers);
    for (const provider of edition.plan.providers) {
      gone.delete(provider.key);
      const known = this.#providers.get(provider.key);
      if (known !== undefined) {
        known.update(edition);
        continue;
      }
      const node = new ProviderNode(provider, this.world, this.tally);
      this.#providers.set(provider.key, node);
      await node.start(edition, await this.#speech(provider.service.codec));
    }
    for (const [key, node] of gone) {
      this.#providers.delete(key);
      this.#leaving.add(node);
      setTimeout(() => void this.#afterOthers(() => this.#leave(node)), leaveTime).unref();
    }
    await this.#runConsumers(edition);
  }

  /** Routes that were in force have gone by now, and what was on its way has had its time. */
  async #leave(node: ProviderNode): Promise<void> {
    this.#leaving.delete(node);
    const edition = this.#edition;
    if (edition !== undefined && !this.#stopped) await this.#runConsumers(edition);
    void node.drain();
  }

  /** Takes no more requests, and settles when those under way are over. */
  async drain(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#consumers.values()].map((node) => node.drain()));
    await Promise.all([...this.#providers.values(), ...this.#leaving].map((node) => node.drain()));
  }

  /** Ends everything now. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#consumers.values()].map((node) => node.stop()));
    for (const node of [...this.#providers.values(), ...this.#leaving]) node.stop();
  }

  get #running(): Running {
    const instance = ({ provider, address }: ProviderNode, leaving: boolean) => ({ provider, address, leaving });
    return [
      ...[...this.#providers.values()].map((node) => instance(node, false)),
      ...[...this.#leaving].map((node) => instance(node, true)),
    ];
  }

  async #runConsumers(edition: LabEdition): Promise<void> {
    const { world, tally, server } = this;
    const running = this.#running;
    const gone = new Map(this.#consumers);
    const started: Promise<void>[] = [];
    for (const consumer of edition.consumers) {
      gone.delete(consumer.name);
      const known = this.#consumers.get(consumer.name);
      if (known !== undefined) {
        started.push(known.update(consumer, edition, running));
        continue;
      }
      const fixed = this.#consumers.size === 0;
      const node = new ConsumerNode(consumer, { world, tally, server, fixed, edition, running });
      this.#consumers.set(consumer.name, node);
      started.push(node.start());
    }
    await Promise.all(started);
    for (const [name, node] of gone) {
      this.#consumers.delete(name);
      void node.drain();
    }
  }

  async #speech(codec: string): Promise<Speech | undefined> {
    const known = this.#speeches.get(codec);
    if (known !== undefined || this.#speeches.has(codec)) return known;
    const speech = await speechOf(codec);
    this.#speeches.set(codec, speech);
    return speech;
  }
}
