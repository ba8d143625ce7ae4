import assert from 'node:assert/strict';
import type { Controller } from '../../src/controller/controller.js';
import type { JsonObject } from '../../src/model/envoy.js';
import type { Random } from '../fuzz/random.js';
import { MemoryApi } from './memory-api.js';
import { memoryController, settled } from './memory-controller.js';

/** One thing that happens in a cluster, to its API server, or to the controller. */
export type Step =
  | { readonly do: 'service' | 'remove' | 'rule' | 'unrule'; readonly at: number; readonly variant: number }
  /** Somebody changes, or deletes, one of the objects that were made. */
  | { readonly do: 'tamper' | 'take'; readonly at: number; readonly variant: number }
  | { readonly do: 'fail'; readonly how: 'refuse' | 'reset' | 'lose'; readonly count: number }
  | { readonly do: 'cut' | 'compact' | 'hold' | 'release' | 'restart' }
  | { readonly do: 'wait'; readonly turns: number };

const services = 5;

export function historyOf(random: Random, length = 30): readonly Step[] {
  return Array.from({ length: 5 + random.below(length) }, (): Step => {
    const at = random.below(services);
    const variant = random.below(4);
    const kind = random.below(100);
    if (kind < 22) return { do: 'service', at, variant };
    if (kind < 32) return { do: 'remove', at, variant };
    if (kind < 50) return { do: 'rule', at, variant };
    if (kind < 56) return { do: 'unrule', at, variant };
    if (kind < 62) return { do: 'tamper', at, variant };
    if (kind < 66) return { do: 'take', at, variant };
    if (kind < 74) return { do: 'fail', how: random.pick(['refuse', 'reset', 'lose']), count: 1 + random.below(6) };
    if (kind < 84) return { do: random.pick(['cut', 'compact', 'hold', 'release', 'restart'] as const) };
    return { do: 'wait', turns: 1 + random.below(12) };
  });
}

const host = (at: number): string => `s${at}.example.com`;
const entry = (at: number, variant: number): JsonObject & { kind: string } => ({
  apiVersion: 'networking.istio.io/v1alpha3',
  kind: 'ServiceEntry',
  metadata: { name: `s${at}`, namespace: 'shop' },
  spec: {
    hosts: [host(at)],
    // Some have an address, one that another may have been given.
    ...(variant === 1 && { addresses: [`240.240.0.${at + 1}`] }),
    location: 'MESH_INTERNAL',
    resolution: 'STATIC',
    ports: [{ number: 20880, name: variant === 2 ? 'tcp-other' : 'tcp-metaprotocol-dubbo', protocol: 'TCP' }],
    workloadSelector: { labels: { app: `s${at}` } },
  },
});
const rule = (at: number, variant: number): JsonObject & { kind: string } => ({
  apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
  kind: 'MetaRouter',
  // Now and then two of one host: the older one counts.
  metadata: { name: variant === 3 ? `r${at}-again` : `r${at}`, namespace: 'shop' },
  spec: {
    hosts: [host(at)],
    routes: [{ name: `v${variant}`, route: [{ destination: { host: host(at), subset: `v${variant}` } }] }],
    ...(variant > 1 && {
      localRateLimit: { tokenBucket: { maxTokens: variant, tokensPerFill: 1, fillInterval: '1s' } },
    }),
  },
});

/** A run of a history, to its end and until nothing moves any more. */
export class History {
  readonly api = new MemoryApi();
  controller: Controller;
  /** Routes that were taken from whoever had subscribed. */
  readonly taken = new Set<string>();
  /** Those that may go, because their service went or changed at some time. */
  readonly mayGo = new Set<string>();
  readonly failures: string[] = [];

  constructor() {
    this.api.set({
      apiVersion: 'networking.istio.io/v1alpha3',
      kind: 'EnvoyFilter',
      metadata: { name: 'of-somebody', namespace: 'istio-system', labels: { manager: 'Aeraki' } },
      spec: { configPatches: [] },
    });
    this.controller = this.#start(this.api, false);
  }

  async run(steps: readonly Step[]): Promise<void> {
    await this.takeAll(steps);
    this.api.release();
    this.api.failing = { count: 0, how: 'refuse' };
    await settled(this.api, this.controller);
  }

  /** Takes steps and does not wait for what comes of them longer than a turn. */
  async takeAll(steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.#take(step);
    await new Promise(setImmediate);
  }

  async stop(): Promise<void> {
    await this.controller.stop(0);
  }

  /** When quiet: what is in the cluster and at the clients is what a rebuild from scratch gives, and nobody moves. */
  async check(): Promise<void> {
    assert.deepEqual(this.failures, []);
    const { writes } = this.api;
    const said: string[] = [];
    const fresh = this.#start(this.api, true, (event) => said.push(event));
    try {
      await fresh.begun;
      await fresh.quiet();
      assert.deepEqual(said, [], 'a rebuild from scratch would write');
      const routes = (controller: Controller) =>
        [...controller.routes.hub.snapshot.resources.values()].map(({ name, version }) => `${name} ${version}`);
      assert.deepEqual(routes(this.controller), routes(fresh), 'routes of a rebuild');
    } finally {
      await fresh.stop(0);
    }
    assert.equal(this.api.writes, writes, 'writes without a change');
    assert.ok(this.api.all('EnvoyFilter').some(({ metadata }) => metadata.name === 'of-somebody'));
    assert.deepEqual(
      [...this.taken].filter((name) => !this.mayGo.has(name)),
      [],
      'routes that were taken away from clients',
    );
  }

  async #take(step: Step): Promise<void> {
    const { api } = this;
    switch (step.do) {
      case 'service':
        if (step.variant === 2) this.mayGo.add(`${host(step.at)}_20880`);
        return api.set(entry(step.at, step.variant));
      case 'remove':
        this.mayGo.add(`${host(step.at)}_20880`);
        return api.delete('ServiceEntry', 'shop', `s${step.at}`);
      case 'rule':
        return api.set(rule(step.at, step.variant));
      case 'unrule':
        return api.delete('MetaRouter', 'shop', step.variant === 3 ? `r${step.at}-again` : `r${step.at}`);
      case 'tamper': {
        const one = made(api)[step.at];
        const labels = step.variant === 3 ? {} : one?.metadata.labels;
        if (one !== undefined) {
          api.set({
            ...one,
            metadata: { ...one.metadata, labels: labels ?? {} },
            spec: { ...(one.spec as object), priority: step.variant },
          });
        }
        return;
      }
      case 'take': {
        const one = made(api)[step.at];
        if (one !== undefined) api.delete('EnvoyFilter', one.metadata.namespace, one.metadata.name);
        return;
      }
      case 'fail':
        api.failing = { count: step.count, how: step.how };
        return;
      case 'wait':
        for (let turn = 0; turn < step.turns; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
        return;
      case 'restart':
        await this.controller.stop(0);
        this.controller = this.#start(api, false);
        return;
      default:
        return api[step.do]();
    }
  }

  #start(api: MemoryApi, dryRun: boolean, said?: (event: string) => void): Controller {
    const controller = memoryController(api, dryRun, ({ event, message }) => {
      if (event === 'failed') this.failures.push(message);
      if (['created', 'updated', 'restored', 'deleted', 'addressed'].includes(event)) said?.(message);
    });
    if (!dryRun) this.#observe(controller);
    controller.lead(true);
    controller.start();
    return controller;
  }

  /** As a client that has subscribed to everything sees it. */
  #observe({ routes: { hub } }: Controller): void {
    const publish = hub.publish.bind(hub);
    hub.publish = (snapshot) => {
      for (const name of hub.snapshot.resources.keys()) if (!snapshot.resources.has(name)) this.taken.add(name);
      return publish(snapshot);
    };
  }
}

function made(api: MemoryApi) {
  return api.all('EnvoyFilter').filter(({ metadata }) => metadata.name.startsWith('aeraki-'));
}

/** Why a history fails; undefined where it does not. */
export async function faultOf(steps: readonly Step[]): Promise<string | undefined> {
  const history = new History();
  try {
    await history.run(steps);
    await history.check();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    await history.stop();
  }
}

/** The same fault with fewer steps: parts are left out as long as it still fails. */
export async function shrunk(steps: readonly Step[], tries = 200): Promise<readonly Step[]> {
  let least = steps;
  let left = tries;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < least.length && left > 0; left--) {
      const fewer = [...least.slice(0, from), ...least.slice(from + size)];
      if ((await faultOf(fewer)) === undefined) from += size;
      else least = fewer;
    }
  }
  return least;
}
