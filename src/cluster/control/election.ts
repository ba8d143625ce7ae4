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
  /** The Lease as the server answered our last write of it, as long as nothing says that it is another by now. */
  #ours: Json | undefined;

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
    await this.#release().catch(() => undefined);
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
    const { identity, duration = 15_000 } = this.options;
    if (await this.#renew(identity)) return true;
    const lease = await this.#read();
    if (lease === undefined) return this.#create();
    const holder = textAt(lease, 'spec', 'holderIdentity');
    const record = textAt(lease, 'metadata', 'resourceVersion');
    if (record !== this.#seen.record) this.#see(record, holder);
    const isFree = holder === '' || holder === identity || performance.now() - this.#seen.at > duration;
    return isFree ? this.#put(identity, lease) : false;
  }

  /** The Lease as it is now; undefined where there is none. */
  async #read(signal: AbortSignal | undefined = this.#loop.signal): Promise<Json | undefined> {
    const answer = await this.options.client.call('GET', this.#path(), { signal });
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw new Error(answer.reason);
    return answer.body;
  }

  /**
   * Writes what we wrote last, without asking what is there: its version is in it, so that the server takes it only where
   * nobody else wrote in between. False where there is nothing of ours, or it is not what is there any more.
   */
  #renew(holder: string): Promise<boolean> {
    return this.#ours === undefined ? Promise.resolve(false) : this.#put(holder, this.#ours);
  }

  async #release(): Promise<void> {
    if (await this.#renew('')) return;
    const lease = await this.#read(undefined);
    if (textAt(lease, 'spec', 'holderIdentity') === this.options.identity) await this.#put('', lease);
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
    this.#wrote(answer.body, identity);
    return true;
  }

  async #put(holder: string, lease: Json | undefined): Promise<boolean> {
    // Whatever becomes of it: what was known is not known to be there any more before the answer says so.
    this.#ours = undefined;
    const text = JSON.stringify({ ...(lease as object), spec: this.#spec(holder, at(lease, 'spec')) });
    const answer = await this.options.client.call('PUT', this.#path(), { body: { type: 'application/json', text } });
    // Somebody wrote in between, or it is gone.
    if (answer.status === 409 || answer.status === 404) return false;
    if (answer.status !== 200) throw new Error(answer.reason);
    this.#wrote(answer.body, holder);
    return true;
  }

  #wrote(lease: Json | undefined, holder: string): void {
    this.#ours = lease;
    this.#see(textAt(lease, 'metadata', 'resourceVersion'), holder);
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
