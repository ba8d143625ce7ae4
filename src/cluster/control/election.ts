import type { Json } from '../../model/envoy.js';
import { at, textAt } from '../json.js';
import { pause } from './back-off.js';
import type { ApiClient } from './client.js';
import { Loop } from './loop.js';

export interface ElectionOptions {
  readonly client: ApiClient;
  readonly namespace: string;
  /** Name of the Lease. */
  readonly name: string;
  /** Who this process is; no two have the same. */
  readonly identity: string;
  /** A Lease that is not renewed for so long is free, in milliseconds. */
  readonly duration?: number;
  /** A leader that could not renew for so long no longer is one; shorter than `duration`. */
  readonly deadline?: number;
  /** Between two looks at it. */
  readonly period?: number;
  readonly changed: (leader: boolean) => void;
  /** Who leads now, each time another one. */
  readonly observed: (holder: string) => void;
  readonly failed: (reason: string) => void;
}

/**
 * One leader among several replicas, by a Lease. Whether another's Lease has run out is measured by this process's own
 * clock since it last saw it renewed, so that clocks need not agree.
 */
export class Election {
  readonly #loop = new Loop((signal) => this.#run(signal));
  #leader = false;
  /** When the renewal that counts was sent, by `performance.now()`. */
  #renewed = Number.NEGATIVE_INFINITY;
  #seen = { record: '', at: 0, holder: '' };

  constructor(readonly options: ElectionOptions) {}

  /**
   * Whether this process may write now. A process that was stopped in between (paused, swapped out) may not although it
   * has not yet heard that another one leads.
   */
  get mayWrite(): boolean {
    return this.#leader && !this.#isLate();
  }

  get leader(): boolean {
    return this.#leader;
  }

  start(): void {
    this.#loop.start();
  }

  /** Gives the Lease back, so that another one need not wait. */
  async stop(): Promise<void> {
    await this.#loop.stop();
    if (!this.#leader) return;
    this.#lead(false);
    await this.#put('').catch(() => undefined);
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { period = 2_000 } = this.options;
    while (!signal.aborted) {
      const began = performance.now();
      try {
        const taken = await this.#take();
        // What was to be written while it could not renew was left undone, and is looked at again.
        if (this.#leader && this.#isLate()) this.#lead(false);
        if (taken) this.#renewed = began;
        // Another one has it, so it is not ours any more, whatever the clock says.
        this.#lead(taken);
      } catch (error) {
        if (!signal.aborted) this.options.failed(error instanceof Error ? error.message : String(error));
        if (this.#isLate()) this.#lead(false);
      }
      // Not all at the same moment.
      await pause(period * (0.9 + 0.2 * Math.random()), signal);
    }
  }

  /** Takes or renews the Lease where it is free or ours; whether it is ours now. */
  async #take(): Promise<boolean> {
    const { client, identity, duration = 15_000 } = this.options;
    const answer = await client.call('GET', this.#path(), { signal: this.#loop.signal });
    if (answer.status === 404) return this.#create();
    if (answer.status !== 200) throw new Error(answer.reason);
    const holder = textAt(answer.body, 'spec', 'holderIdentity');
    const record = textAt(answer.body, 'metadata', 'resourceVersion');
    if (record !== this.#seen.record) this.#see(record, holder);
    const isFree = holder === '' || holder === identity || performance.now() - this.#seen.at > duration;
    return isFree ? this.#put(identity, answer.body) : false;
  }

  async #create(): Promise<boolean> {
    const { client, namespace, name, identity } = this.options;
    const body = JSON.stringify({
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { namespace, name },
      spec: this.#spec(identity, undefined),
    });
    const path = `/apis/coordination.k8s.io/v1/namespaces/${encodeURIComponent(namespace)}/leases`;
    const answer = await client.call('POST', path, { body: { type: 'application/json', text: body } });
    if (answer.status === 409) return false;
    if (answer.status !== 201) throw new Error(answer.reason);
    this.#see(textAt(answer.body, 'metadata', 'resourceVersion'), identity);
    return true;
  }

  async #put(holder: string, known?: Json): Promise<boolean> {
    const { client } = this.options;
    let lease = known;
    if (lease === undefined) {
      const answer = await client.call('GET', this.#path());
      if (textAt(answer.body, 'spec', 'holderIdentity') !== this.options.identity) return false;
      lease = answer.body;
    }
    const text = JSON.stringify({ ...(lease as object), spec: this.#spec(holder, at(lease, 'spec')) });
    const answer = await client.call('PUT', this.#path(), { body: { type: 'application/json', text } });
    if (answer.status === 409) return false;
    if (answer.status !== 200) throw new Error(answer.reason);
    this.#see(textAt(answer.body, 'metadata', 'resourceVersion'), holder);
    return true;
  }

  #spec(holder: string, before: Json | undefined): object {
    const now = new Date().toISOString().replace('Z', '000Z');
    const same = textAt(before, 'holderIdentity') === holder;
    const transitions = at(before, 'leaseTransitions');
    return {
      holderIdentity: holder,
      leaseDurationSeconds: Math.ceil((this.options.duration ?? 15_000) / 1000),
      acquireTime: (same && textAt(before, 'acquireTime')) || now,
      renewTime: now,
      leaseTransitions: (typeof transitions === 'number' ? transitions : 0) + (same ? 0 : 1),
    };
  }

  #see(record: string, holder: string): void {
    const isOther = holder !== this.#seen.holder;
    this.#seen = { record, at: performance.now(), holder };
    if (isOther && holder !== '') this.options.observed(holder);
  }

  #isLate(): boolean {
    return performance.now() - this.#renewed >= (this.options.deadline ?? 10_000);
  }

  #lead(leader: boolean): void {
    if (this.#leader === leader) return;
    this.#leader = leader;
    this.options.changed(leader);
  }

  #path(): string {
    const { namespace, name } = this.options;
    return `/apis/coordination.k8s.io/v1/namespaces/${encodeURIComponent(namespace)}/leases/${encodeURIComponent(name)}`;
  }
}
