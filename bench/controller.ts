/**
 * `aeraki controller run` over a real API server with services and as many MetaRouters: from its start until all is written,
 * beside the same writes by nobody's logic (a loop of the same requests, what the API server alone needs); an edit until its
 * EnvoyFilter is written and its route is with a client that subscribed, beside the debounce; memory; and a minute in which
 * nothing happens; then many changes, with memory, writes and pushes beside them. Processor time is that of the controller
 * alone: on a busy machine it is what can be compared.
 *
 * Run: npm run build && npx tsx bench/controller.ts [services [edits [idle seconds [changes]]]]   (5000, 20, 60 and 10000
 * unless told). BENCH_NODE_OPTIONS are options of the node that the controller runs in, for a profile; BENCH_LOG a file for
 * its log.
 */
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathOf } from '../test/real/controller/inputs.js';
import { made, Running } from '../test/real/controller/running.js';
import { entry, put, router } from '../test/real/controller/shop.js';
import { Subscriber } from '../test/real/controller/subscriber.js';
import { startApiServer } from '../test/real/parts/apiserver.js';
import type { KubeClient, KubeObject } from '../test/real/parts/kube-client.js';
import { median, megabytes, ticked } from './process.js';

const [services = 5_000, edits = 20, idle = 60, changes = 10_000] = process.argv.slice(2).map(Number);
const debounce = 50;
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** A rule of which there is nothing to be said, so that what is measured is what proxies wait for. */
function rule(service: string, version: string, tokens: number): KubeObject {
  const { spec, ...rest } = router(service, version, tokens);
  const routes = [{ name: version, route: [{ destination: { host: `${service}.example.com` } }] }];
  return { ...rest, spec: { ...(spec as object), routes } } as KubeObject;
}

/** So many at once, as the controller writes. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

async function create(client: KubeClient, objects: readonly KubeObject[]): Promise<void> {
  await each(objects, async (object) => {
    const { status, body } = await client.call('POST', pathOf(object), object);
    if (status !== 201) throw new Error(JSON.stringify(body));
  });
}

/** As the controller writes what is not there. */
async function apply(client: KubeClient, objects: readonly KubeObject[]): Promise<void> {
  await each(objects, async (object) => {
    const path = `${pathOf(object)}/${object.metadata.name}?fieldManager=Aeraki`;
    const { status, body } = await client.call('PATCH', path, object, 'application/apply-patch+yaml');
    if (status !== 201) throw new Error(JSON.stringify(body));
  });
}

/** Seconds. */
const processor = (pid: number): number => ticked(pid) / 1000;
const memory = (pid: number, field: 'VmRSS' | 'VmHWM'): string => `${megabytes(pid, field).toFixed(0)} MB`;

/** All versions of what rules are made of and what is made of them, so that a write of any of it is seen. */
async function versions(client: KubeClient): Promise<string> {
  const kinds = ['metaprotocol.aeraki.io/v1alpha1/metarouters', 'networking.istio.io/v1/serviceentries'];
  const all = [...kinds, 'networking.istio.io/v1alpha3/envoyfilters'].map(async (kind) => {
    const { body } = await client.call('GET', `/apis/${kind}`);
    const { items } = body as { items: KubeObject[] };
    return items.map(({ metadata }) => metadata.resourceVersion).join(' ');
  });
  return (await Promise.all(all)).join('\n');
}

/** Waits until nothing was written for a while. */
async function calm(client: KubeClient): Promise<string> {
  for (let before = ''; ; ) {
    const now = await versions(client);
    if (now === before) return now;
    before = now;
    await sleep(5_000);
  }
}

const server = await startApiServer({ crds: true });
let running: Running | undefined;
try {
  const client = server.admin;
  const name = (at: number): string => `s${String(at).padStart(5, '0')}`;
  await client.create([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } }, entry('first', 0)]);
  const all = Array.from({ length: services }, (_, at) => at + 1);
  let began = performance.now();
  await create(
    client,
    all.map((at) => entry(name(at), at)),
  );
  await create(
    client,
    all.map((at) => rule(name(at), 'v1', 3)),
  );
  console.log(`${services} services and ${services} MetaRouters put there in ${seconds(began)}`);

  began = performance.now();
  const env = { NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS ?? '' };
  const controller = new Running(await server.kubeconfig(), { env });
  running = controller;
  const serving = await controller.line(({ event }) => event === 'serving', 300);
  console.log(`start until read and serving: ${seconds(began)}, ${processor(controller.pid)} s of processor`);
  const expected = 2 * services;
  for (;;) {
    const count = controller.text.split('"event":"created"').length - 1;
    if (count >= expected) break;
    if (performance.now() - began > 1_200_000) throw new Error(`${count} of ${expected} written`);
    await sleep(100);
  }
  const whole = performance.now() - began;
  console.log(
    `start until all ${expected} EnvoyFilters are written: ${seconds(began)}, ${processor(controller.pid)} s of processor`,
  );
  // The API server's own pace: the same objects by the same requests, under other names, as many as a tenth.
  const { envoyFilters } = await made(client);
  const copies = envoyFilters.slice(0, Math.max(100, services / 5)).map(({ apiVersion, kind, metadata, spec }) => ({
    ...{ apiVersion, kind, spec },
    metadata: { name: `copy-${metadata.name}`.slice(0, 250), namespace: 'istio-system' },
  }));
  began = performance.now();
  await apply(client, copies as unknown as KubeObject[]);
  const bare = ((performance.now() - began) / copies.length) * expected;
  console.log(
    `the same ${expected} writes by a bare loop: ${(bare / 1000).toFixed(1)} s; ours with reading and all is ${(whole / bare).toFixed(2)} of it`,
  );

  began = performance.now();
  await calm(client);
  console.log(
    `nothing more was written after another ${seconds(began)}, ${processor(controller.pid)} s of processor in all`,
  );

  const proxy = new Subscriber(String(serving.address), 'sidecar~10.0.0.1~a.shop~shop.svc.cluster.local');
  while (proxy.routes.size < services) await sleep(50);
  const times: { route: number; filter: number }[] = [];
  const before = processor(controller.pid);
  for (let edit = 1; edit <= edits; edit++) {
    const of = name(1 + ((edit * 97) % services));
    const route = `${of}.example.com_20880`;
    const was = proxy.routes.get(route);
    const lines = controller.text.length;
    await put(client, rule(of, `v${edit + 1}`, edit + 3));
    const since = performance.now();
    const time = { route: 0, filter: 0 };
    while (time.route === 0 || time.filter === 0) {
      if (time.route === 0 && proxy.routes.get(route) !== was) time.route = performance.now() - since;
      if (time.filter === 0 && controller.text.slice(lines).includes('"event":"updated"'))
        time.filter = performance.now() - since;
      await sleep(1);
    }
    times.push(time);
    await sleep(100);
  }
  const one = (field: 'route' | 'filter'): string => {
    const values = times.map((each) => each[field] - debounce);
    return `${median(values).toFixed(0)} ms (most ${Math.max(...values).toFixed(0)})`;
  };
  const each1 = ((processor(controller.pid) - before) / edits) * 1000;
  console.log(
    `an edit, beyond the debounce of ${debounce} ms: route with the client ${one('route')}, EnvoyFilter written ${one('filter')}; ${each1.toFixed(0)} ms of processor each`,
  );
  console.log(`memory: ${memory(controller.pid, 'VmRSS')} now, ${memory(controller.pid, 'VmHWM')} at most`);

  // Twice: V8 gives back what the work before has left during the first.
  for (const time of ['', ' more']) {
    const there = await calm(client);
    const [lines, pushes, spent] = [controller.lines.length, proxy.updates, processor(controller.pid)];
    await sleep(idle * 1000);
    const share = ((processor(controller.pid) - spent) / idle) * 100;
    const writes = (await versions(client)) === there ? 'no write' : 'something was written';
    console.log(
      `${idle} s${time} without a change: ${share.toFixed(2)} % of a core, ${writes}, ${proxy.updates - pushes} pushes, ${controller.lines.length - lines} lines of the log`,
    );
  }

  for (let done = 0; done < changes; done += changes / 4) {
    const start = processor(controller.pid);
    began = performance.now();
    const turns = Array.from({ length: changes / 4 }, (_, turn) => done + turn);
    await each(turns, (turn) => put(client, rule(name(1 + (turn % services)), `w${turn}`, turn + 1)));
    await calm(client);
    console.log(
      `${changes / 4} changes in ${seconds(began)} with ${(processor(controller.pid) - start).toFixed(1)} s of processor: ${memory(controller.pid, 'VmRSS')}`,
    );
  }
  await proxy.stop();
  await controller.stop();
} finally {
  if (process.env.BENCH_LOG) writeFileSync(process.env.BENCH_LOG, running?.text ?? '');
  running?.kill('SIGKILL');
  await server.stop();
}
