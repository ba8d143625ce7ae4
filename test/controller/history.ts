import assert from 'node:assert/strict';
import type { Controller } from '../../src/controller/controller.js';
import { entry, meshConfig, namespace, route, rule, type Step, services } from './history-steps.js';
import { MemoryApi } from './memory-api.js';
import { memoryController, settled } from './memory-controller.js';
import { MeshProxy } from './proxies.js';

/** So long proxies have to come to what is served, in milliseconds. */
const longest = 5_000;

/** A run of a history, to its end and until nothing moves any more. */
export class History {
  readonly api = new MemoryApi();
  controller: Controller;
  /** Routes that were taken from whoever had subscribed. */
  readonly taken = new Set<string>();
  /** Those that may go, because their service went or changed at some time. */
  readonly mayGo = new Set<string>();
  readonly failures: string[] = [];
  readonly proxies = new Map<number, MeshProxy>();
  /** Of proxies that left too: routes that they were told to forget. */
  readonly lost = new Set<string>();
  /** Where proxies find the route server, once there are any; it is another one after each restart. */
  #port: number | undefined;
  #serves: Controller | undefined;

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
    this.controller.lead(true);
    for (const proxy of this.proxies.values()) proxy.resume();
    await settled(this.api, this.controller);
    await this.#proxiesSettled();
    // Who asks for something more when nothing moves any more is answered too.
    for (const [at, proxy] of this.proxies) proxy.subscribe(route(at));
    await this.#proxiesSettled();
  }

  /** Takes steps and does not wait for what comes of them longer than a turn. */
  async takeAll(steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.#take(step);
    await new Promise(setImmediate);
  }

  async stop(): Promise<void> {
    for (const at of this.proxies.keys()) this.#leave(at);
    await this.controller.stop(0);
  }

  /** When quiet: what is in the cluster and at the clients is what a rebuild from scratch gives, and nobody moves. */
  async check(): Promise<void> {
    assert.deepEqual(this.failures, []);
    const { writes } = this.api;
    const updates = this.#updates();
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
    assert.equal(this.#updates(), updates, 'pushes without a change');
    for (const { lost } of this.proxies.values()) for (const name of lost) this.lost.add(name);
    assert.deepEqual(
      [...this.lost].filter((name) => !this.mayGo.has(name)),
      [],
      'routes that proxies were told to forget',
    );
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
        if (step.variant === 2) this.mayGo.add(route(step.at));
        return api.set(entry(step.at, step.variant));
      case 'remove':
        this.mayGo.add(route(step.at));
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
        this.#port = undefined;
        await this.controller.stop(0);
        this.controller = this.#start(api, false);
        if (this.#serves !== undefined) this.#serve();
        return;
      case 'proxy': {
        this.#leave(step.at);
        if (this.#serves === undefined) this.#serve();
        const port = (): number | undefined => this.#port;
        this.proxies.set(step.at, new MeshProxy(`p${step.at}`, step.form, route(step.of), port));
        return;
      }
      case 'leave':
        return this.#leave(step.at);
      case 'subscribe':
      case 'unsubscribe':
        return this.proxies.get(step.at)?.[step.do](route(step.of));
      case 'stall':
      case 'resume':
        return this.proxies.get(step.at)?.[step.do]();
      case 'refuse':
        return this.proxies.get(step.at)?.refuse(step.count);
      case 'depose':
      case 'lead':
        return this.controller.lead(step.do === 'lead');
      case 'select':
      case 'label':
        for (let at = 0; at < services; at++) this.mayGo.add(route(at));
        return api.set(step.do === 'select' ? meshConfig(step.variant) : namespace(step.variant));
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

  /** Serves routes once there are any, as `controller run` does. */
  #serve(): void {
    const { controller } = this;
    this.#serves = controller;
    void controller.begun
      .then(() => controller.serve('127.0.0.1:0'))
      .then((port) => {
        if (this.#serves === controller) this.#port = port;
      })
      // It was stopped meanwhile.
      .catch(() => undefined);
  }

  #leave(at: number): void {
    const proxy = this.proxies.get(at);
    this.proxies.delete(at);
    proxy?.stop();
    for (const name of proxy?.lost ?? []) this.lost.add(name);
  }

  /** Waits until each proxy has what the route server has for it. */
  async #proxiesSettled(): Promise<void> {
    const end = Date.now() + longest;
    for (let [calm, before] = [0, -1]; ; ) {
      const { snapshot } = this.controller.routes.hub;
      const wrong = [...this.proxies.values()].map((each) => each.differenceTo(snapshot)).filter((each) => each !== '');
      calm = wrong.length === 0 && before === this.#updates() ? calm + 1 : 0;
      if (calm > 4 || this.proxies.size === 0) return;
      before = this.#updates();
      if (Date.now() > end) throw new Error(`proxies do not come to what is served: ${wrong.join('; ')}`);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  }

  #updates(): number {
    return [...this.proxies.values()].reduce((sum, { updates }) => sum + updates, 0);
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

/** A fault that shows only after a wait is not waited for again and again for longer than this, in milliseconds. */
const shrinking = 20_000;

/** The same fault with fewer steps: parts are left out as long as it still fails. */
export async function shrunk(steps: readonly Step[], tries = 200): Promise<readonly Step[]> {
  const end = Date.now() + shrinking;
  let least = steps;
  let left = tries;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < least.length && left > 0 && Date.now() < end; left--) {
      const fewer = [...least.slice(0, from), ...least.slice(from + size)];
      if ((await faultOf(fewer)) === undefined) from += size;
      else least = fewer;
    }
  }
  return least;
}
