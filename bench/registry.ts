/**
 * `npx tsx bench/registry.ts [SERVICES] [INSTANCES] [etcd|consul]`: a full registry and the built program.
 *
 * - the first export: seconds, processor seconds, the most memory; beside it the reads of the reference adapter alone (a question
 *   for each service, nothing made of the answers)
 * - under `sync --watch`: from a change of one instance to the written file, beyond the debounce, and its processor time
 * - then a minute at 10,000 updates a minute: memory before and after, and whether the files are those of a fresh export
 *
 * Starts an etcd and a Consul of its own (script/real-parts.sh etcd consul).
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel } from '../src/registry/live/parallel.js';
import { startConsul } from '../test/real/parts/consul.js';
import { startEtcd } from '../test/real/parts/etcd.js';
import { providerName } from '../test/real/registry/dubbo-names.js';
import { atRate } from '../test/real/registry/steady.js';
import { megabytes, ticked } from './process.js';

const services = Number(process.argv[2] ?? 10_000);
const instances = Number(process.argv[3] ?? 10);
const only = process.argv[4];
const debounce = 100;
const changes = 15;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

interface Filled {
  readonly url: string;
  /** Reads as the reference adapter does. */
  readonly reference: () => Promise<void>;
  /** Changes one instance of a service, each time another way; the file that follows. */
  readonly change: (service: number, turn: number) => Promise<string>;
  stop(): Promise<void>;
}

async function etcd(): Promise<Filled> {
  const server = await startEtcd();
  const ask = async (path: string, body: unknown): Promise<void> => {
    const answer = await fetch(`${server.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    await answer.arrayBuffer();
  };
  const nameOf = (service: number): string => `com.shop.api.Service${service}`;
  const keyOf = (service: number, address: string, turn = 0): string => {
    const named = nameOf(service);
    const more = { methods: 'find,place', release: '3.3.6', dubbo: '2.0.2', timestamp: `179572171${turn}`, pid: '7' };
    return `/dubbo/${named}/providers/${providerName(address, more, 'dubbo', named)}`;
  };
  for (let at = 0; at < services; at += 10) {
    const success = Array.from({ length: Math.min(10, services - at) * instances }, (_, pair) => {
      const service = at + Math.floor(pair / instances);
      const address = `10.${service >> 8}.${service & 255}.${pair % instances}:20880`;
      return { request_put: { key: base64(keyOf(service, address)), value: base64('1795721716717') } };
    });
    await ask('/v3/kv/txn', { success });
  }
  return {
    url: `etcd://${new URL(server.url).host}`,
    async reference() {
      for (let at = 0; at < services; at++) {
        const prefix = `/dubbo/${nameOf(at)}/providers`;
        await ask('/v3/kv/range', { key: base64(`${prefix}/`), range_end: base64(`${prefix}0`) });
      }
    },
    async change(service, turn) {
      await ask('/v3/kv/put', { key: base64(keyOf(service, `10.200.0.${turn}:20880`, turn)), value: '' });
      return `shop/aeraki-com-shop-api-service${service}.yaml`;
    },
    stop: () => server.stop(),
  };
}

async function consul(): Promise<Filled> {
  const server = await startConsul();
  const nodes = 100;
  const service = (at: number, instance: number, address: string): unknown => ({
    Service: {
      Verb: 'set',
      Node: `node${(at * instances + instance) % nodes}`,
      Service: {
        ...{ ID: `service${at}-${instance}`, Service: `service${at}`, Address: address, Port: 20880 },
        ...{ Meta: { protocol: 'dubbo', version: 'v1' }, Tags: ['zone|a'] },
      },
    },
  });
  for (let at = 0; at < nodes; at++) {
    await server.ask('PUT', '/v1/catalog/register', { Node: `node${at}`, Address: `10.99.0.${at}` });
  }
  const all = Array.from({ length: services * instances }, (_, at) => {
    const [own, instance] = [Math.floor(at / instances), at % instances];
    return service(own, instance, `10.${own >> 8}.${own & 255}.${instance}`);
  });
  // A write waits for Consul's log; side by side many share one wait (measured: 23 s in place of minutes).
  const batches = Array.from({ length: Math.ceil(all.length / 64) }, (_, at) => all.slice(at * 64, at * 64 + 64));
  await inParallel(batches, 16, (batch) => server.ask('PUT', '/v1/txn', batch));
  return {
    url: `consul://127.0.0.1:${server.port}`,
    async reference() {
      const names = Object.keys((await server.ask('GET', '/v1/catalog/services')) as object);
      for (const name of names) await server.ask('GET', `/v1/catalog/service/${name}`);
    },
    async change(at, turn) {
      await server.ask('PUT', '/v1/txn', [service(at, 0, `10.200.0.${turn}`)]);
      return `istio-system/service${at}.yaml`;
    },
    stop: () => server.stop(),
  };
}

async function measure(name: string, filled: Filled): Promise<void> {
  const size = `${name}, ${services} services × ${instances}`;
  const start = performance.now();
  await filled.reference();
  console.log(`${size}: the reads of the reference alone ${((performance.now() - start) / 1000).toFixed(1)} s`);
  for (let run = 1; run <= 2; run++) {
    const begin = performance.now();
    const ended = spawnSync(
      '/usr/bin/env',
      ['time', '-f', '%M %U %S', process.execPath, 'bin/run.js', 'registry', 'export', filled.url],
      { maxBuffer: 1 << 30, encoding: 'utf8' },
    );
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    const [most = 0, user = 0, system = 0] = (ended.stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
    const entries = ended.stdout.split('kind: ServiceEntry').length - 1;
    console.log(
      `${size}: ${entries} ServiceEntries in ${seconds} s, ${(user + system).toFixed(1)} s of processor time, ${Math.round(most / 1024)} MB`,
    );
  }
  await measureChanges(size, filled);
}

async function measureChanges(size: string, filled: Filled): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'aeraki-bench-'));
  const flags = ['--watch', '--output-dir', folder, '--debounce', String(debounce)];
  const child = spawn(process.execPath, ['bin/run.js', 'registry', 'sync', filled.url, ...flags], { stdio: 'pipe' });
  try {
    let text = '';
    child.stderr.on('data', (part) => {
      text += String(part);
    });
    while (!/\d+ written/.test(text)) await sleep(50);
    // What was just written is taken in once, which costs about as much as the first read; a change after it costs what it touches.
    for (let last = -1; last !== ticked(child.pid); await sleep(1000)) last = ticked(child.pid);
    const beyond: number[] = [];
    const spent = ticked(child.pid);
    for (let turn = 0; turn < changes; turn++) {
      const at = (turn * 7) % services;
      const before = Date.now();
      const file = join(folder, await filled.change(at, turn));
      while (statSync(file).mtimeMs < before) {
        await sleep(1);
        if (Date.now() - before > 60_000) throw new Error(`${file} was not written`);
      }
      beyond.push(Date.now() - before - debounce);
      await sleep(500);
    }
    beyond.sort((a, b) => a - b);
    const middle = beyond[changes >> 1];
    console.log(
      `${size}: one changed instance → written file ${middle} ms beyond the debounce (${beyond[0]}–${beyond.at(-1)} ms, ${changes} times), ` +
        `${Math.round((ticked(child.pid) - spent) / changes)} ms of processor time each`,
    );
    const before = Math.round(megabytes(child.pid));
    await atRate(10_000, 60, (turn) => filled.change((turn * 7) % Math.min(services, 500), turn % 250));
    const ended = performance.now();
    const differences = (): string => {
      const out = mkdtempSync(join(tmpdir(), 'aeraki-bench-'));
      spawnSync(process.execPath, ['bin/run.js', 'registry', 'export', filled.url, '--output-dir', out]);
      const { stdout } = spawnSync('diff', ['-rq', folder, out], { encoding: 'utf8', maxBuffer: 1 << 28 });
      rmSync(out, { recursive: true, force: true });
      return stdout;
    };
    let differs = differences();
    // What came last is read and written after the debounce, on a machine whose processors the registry wants too.
    while (differs !== '' && performance.now() - ended < 60_000) {
      await sleep(1000);
      differs = differences();
    }
    const seconds = ((performance.now() - ended) / 1000).toFixed(0);
    const after = Math.round(megabytes(child.pid));
    const end =
      differs === ''
        ? `the files are those of a fresh export (at most ${seconds} s later)`
        : `files differ: ${differs.slice(0, 500)}`;
    console.log(`${size}: a minute at 10,000 updates a minute: ${before} MB before, ${after} MB after; ${end}`);
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const [name, fill] of Object.entries({ etcd, consul })) {
  if (only !== undefined && only !== name) continue;
  const filled = await fill();
  try {
    await measure(name, filled);
  } finally {
    await filled.stop();
  }
}
