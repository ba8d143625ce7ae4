/**
 * `npx tsx bench/registry.ts [SERVICES] [INSTANCES]`: the first export of a full etcd by the built program: seconds and the
 * most memory that it took. Starts an etcd of its own (Debian's etcd-server).
 */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { startEtcd } from '../test/real/parts/etcd.js';
import { providerName } from '../test/real/registry/dubbo-names.js';

const services = Number(process.argv[2] ?? 10_000);
const instances = Number(process.argv[3] ?? 10);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const etcd = await startEtcd();
try {
  for (let at = 0; at < services; at += 10) {
    const success = Array.from({ length: Math.min(10, services - at) * instances }, (_, pair) => {
      const service = at + Math.floor(pair / instances);
      const named = `com.shop.api.Service${service}`;
      const address = `10.${service >> 8}.${service & 255}.${pair % instances}:20880`;
      const more = { methods: 'find,place', release: '3.3.6', dubbo: '2.0.2', timestamp: '1795721716717', pid: '7' };
      const key = `/dubbo/${named}/providers/${providerName(address, more, 'dubbo', named)}`;
      return { request_put: { key: base64(key), value: base64('1795721716717') } };
    });
    const answer = await fetch(`${etcd.url}/v3/kv/txn`, { method: 'POST', body: JSON.stringify({ success }) });
    if (!answer.ok) throw new Error(await answer.text());
  }
  const url = `etcd://${new URL(etcd.url).host}`;
  for (let run = 1; run <= 3; run++) {
    const start = performance.now();
    const ended = spawnSync(
      '/usr/bin/env',
      ['time', '-f', '%M', process.execPath, 'bin/run.js', 'registry', 'export', url],
      {
        maxBuffer: 1 << 30,
        encoding: 'utf8',
      },
    );
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const most = Math.round(Number(ended.stderr.trim().split('\n').at(-1)) / 1024);
    const entries = ended.stdout.split('kind: ServiceEntry').length - 1;
    console.log(
      `etcd, ${services} services × ${instances}: ${entries} ServiceEntries in ${seconds} s, ${most} MB (run ${run})`,
    );
  }
} finally {
  await etcd.stop();
}
