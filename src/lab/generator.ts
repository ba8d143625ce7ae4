import type { Codec } from '../codec/codec.js';
import type { Speech } from '../codec/speech/speech.js';
import type { Address } from '../envoy/address.js';
import type { Attributes } from '../match/attributes.js';
import { reach } from '../match/reach.js';
import type { CompiledRules } from '../match/service.js';
import { type CallCounts, Caller } from './caller.js';

/** A request of `--request`: for one service, or for every one. */
export interface WantedRequest {
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly attributes: Attributes;
}

/** A listener of a consumer's proxy, and how its protocol is spoken. */
export interface Callee {
  readonly host: string;
  readonly port: number;
  readonly address: Address;
  readonly codec: Codec;
  readonly speech: Speech;
}

/** How often requests are sent and answers are looked for, in milliseconds. */
const tick = 20;
/** What could not be sent in time is not made up for longer than this, in milliseconds. */
const mostBehind = 200;
/** Where this process never has time, one beat in so many counts: a server that is silent is found some day. */
const mostBusy = 50;

/** Sends requests at a rate, all kinds of them in turn. */
export class Generator {
  readonly counts: CallCounts = { sent: 0, answered: 0, failed: 0, unanswered: 0 };
  readonly #callers = new Map<string, Caller>();
  #turns: readonly { readonly caller: Caller; readonly attributes: Attributes }[] = [];
  /** Those that nothing is sent with any more, until they are finished. */
  readonly #leaving = new Set<Caller>();
  #turn = 0;
  #timer: NodeJS.Timeout | undefined;
  #due: NodeJS.Immediate | undefined;
  /** For how long this process has had nothing to do, in milliseconds, and how often it had none of it since. */
  #idle = 0;
  #busy = 0;
  #owed = 0;
  #last = 0;

  /** `rate`: requests in a second, all together. `timeout`: how long an answer is waited for, in milliseconds. */
  constructor(
    readonly rate: number,
    readonly timeout: number,
  ) {}

  /** What is called, and with what, from now on. */
  aim(callees: readonly Callee[], requestsFor: (callee: Callee) => readonly Attributes[]): void {
    const gone = new Set(this.#callers.keys());
    this.#turns = callees.flatMap((callee) => {
      const { address, codec, speech } = callee;
      const key = `${codec.codec} ${address.host}:${address.port}`;
      gone.delete(key);
      const caller =
        this.#callers.get(key) ?? new Caller(address, codec, speech, Math.ceil(this.timeout / tick), this.counts);
      this.#callers.set(key, caller);
      return requestsFor(callee).map((attributes) => ({ caller, attributes }));
    });
    for (const key of gone) {
      const caller = this.#callers.get(key);
      if (caller !== undefined) void this.#leave(caller);
      this.#callers.delete(key);
    }
  }

  start(): void {
    if (this.rate <= 0) return;
    this.#last = performance.now();
    // The first at once.
    this.#owed = 1;
    this.#send();
    this.#timer = setInterval(() => {
      // A timer whose work takes longer than its interval is called again at once, before anything is read.
      this.#due ??= setImmediate(() => {
        this.#due = undefined;
        if (this.#hasTime()) for (const caller of [...this.#callers.values(), ...this.#leaving]) caller.beat();
        this.#send();
      });
    }, tick);
  }

  /** Sends nothing more, and settles when everything is answered or given up. */
  async finish(): Promise<void> {
    this.#turns = [];
    await Promise.all([...this.#callers.values(), ...this.#leaving].map((caller) => this.#leave(caller)));
    clearInterval(this.#timer);
  }

  /**
   * Whether this process had nothing to do since it was asked last. Else there may be answers that it had no time for: a server
   * takes one connection in a turn of the event loop, and a busy machine makes turns long and few.
   */
  #hasTime(): boolean {
    const { idle } = performance.eventLoopUtilization();
    this.#busy = idle > this.#idle ? 0 : this.#busy + 1;
    this.#idle = idle;
    return this.#busy % mostBusy === 0;
  }

  async #leave(caller: Caller): Promise<void> {
    this.#leaving.add(caller);
    await caller.finish();
    this.#leaving.delete(caller);
  }

  #send(): void {
    const now = performance.now();
    this.#owed += (Math.min(now - this.#last, mostBehind) * this.rate) / 1000;
    this.#last = now;
    for (; this.#owed >= 1; this.#owed -= 1) {
      const turn = this.#turns[this.#turn++ % this.#turns.length];
      if (turn === undefined) return;
      turn.caller.call(turn.attributes);
    }
  }
}

/** A request for every route of a service that one can take; without any, one with nothing in it. */
export function requestsOf(rules: CompiledRules, host: string, port: number): readonly Attributes[] {
  const service = rules.byHost.get(host)?.find((each) => each.port === port);
  const routes = service?.routes().routes ?? [];
  const requests = routes.flatMap((route): readonly Attributes[] => {
    const found = service === undefined ? undefined : reach(service, route.index);
    if (found?.status !== 'found') return [];
    // In the rule's own spelling, which a limit's descriptor may ask for.
    const named = [...found.attributes].map(
      ([attribute, value]) =>
        [route.matchers.find((matcher) => matcher.attribute === attribute)?.name ?? attribute, value] as const,
    );
    return [new Map(named)];
  });
  return requests.length > 0 ? requests : [new Map()];
}
