/**
 * `npx tsx bench/sidecar.ts`: reading an access log of MB (default 1000) megabytes by the built program, beside `wc -l`
 * on the same file; and the scope of 2,000 workloads, each with a Sidecar, over 5,000 services. Processor seconds (user
 * and system) and peak memory of whole processes, then milliseconds in one process.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseYaml } from '../src/load/parse-yaml.js';
import type { Resource } from '../src/model/resource.js';
import { buildMesh, scopeOf } from '../src/scope/scope.js';
import { meshSettings } from '../src/scope/settings.js';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const megabytes = Number(process.env.MB ?? 1000);
const directory = mkdtempSync(join(tmpdir(), 'aeraki-bench-'));
try {
  logs();
  scopes();
} finally {
  rmSync(directory, { recursive: true, force: true });
}

function logs(): void {
  const log = join(directory, 'web-1.shop.log');
  const piece = Array.from({ length: 5000 }, (_, at) => {
    const host = `s${at % 40}.shop.svc.cluster.local`;
    return `[2026-01-01T00:00:${String(at % 60).padStart(2, '0')}.000Z] "GET /api/v1/items/${at * 7919}?page=${at} HTTP/1.1" 200 - via_upstream - "-" 0 ${at} 12 2 "10.1.1.${at % 250}" "Mozilla/5.0 (X11; Linux x86_64) curl/8" "00000000-0000-0000-0000-${String(at).padStart(12, '0')}" "${host}:8080" "10.240.9.${at % 250}:8080" outbound|8080||${host} 10.240.0.1:${40000 + at} 10.1.1.1:8080 10.240.0.1:${30000 + at} - default\n`;
  }).join('');
  const file = openSync(log, 'w');
  let bytes = 0;
  for (; bytes < megabytes * 1e6; bytes += piece.length) writeSync(file, piece);
  closeSync(file);
  const mesh = join(directory, 'mesh.yaml');
  writeFileSync(
    mesh,
    services(40)
      .map(({ object }) => JSON.stringify(object))
      .join('\n---\n'),
  );
  process.stdout.write(`${Math.round(bytes / 1e6)} MB of access log\n`);
  measure('wc -l', ['wc', '-l', log]);
  measure('aeraki sidecar --calls', [
    process.execPath,
    join(root, 'bin/run.js'),
    'sidecar',
    mesh,
    '--access-log',
    log,
    '--calls',
  ]);
}

function measure(name: string, command: readonly string[]): void {
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', '%U %S %e %M', ...command], { encoding: 'utf8' });
  const [user, system, wall, memory] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  if (status !== 0 && status !== 79) throw new Error(`${name} ended with ${status}: ${stderr}`);
  const cpu = ((user ?? 0) + (system ?? 0)).toFixed(2);
  process.stdout.write(
    `  ${name.padEnd(26)} ${cpu} s of processor, ${wall} s, ${Math.round((memory ?? 0) / 1024)} MB\n`,
  );
}

function scopes(): void {
  const all = [...services(5000), ...sidecars(2000)];
  const began = performance.now();
  const before = process.cpuUsage();
  const mesh = buildMesh(all, meshSettings(all, 'istio-system', 'cluster.local', parseYaml));
  let seen = 0;
  for (let at = 0; at < 2000; at++) {
    const scope = scopeOf(mesh, { name: `w${at}`, namespace: `n${at % 100}`, labels: { app: `w${at}` } });
    seen += scope.services.length;
  }
  const took = Math.round(performance.now() - began);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(
    `scope of 2,000 workloads, 5,000 services, 2,000 Sidecars: ${took} ms, ${((user + system) / 1e6).toFixed(2)} s of processor (${seen} services seen)\n`,
  );
}

function resource(object: Resource['object'], at: number): Resource {
  const { kind, apiVersion, metadata } = object;
  const source = { file: 'bench', document: at, pointer: '', line: 1 };
  return {
    kind,
    apiVersion,
    namespace: metadata?.namespace ?? '',
    name: metadata?.name ?? '',
    object,
    source,
    nulls: [],
  };
}

function services(count: number): readonly Resource[] {
  return Array.from({ length: count }, (_, at) =>
    resource(
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: `s${at}`, namespace: count > 100 ? `n${at % 100}` : 'shop' },
        spec: { clusterIP: `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`, ports: [{ name: 'http', port: 8080 }] },
      },
      at,
    ),
  );
}

function sidecars(count: number): readonly Resource[] {
  return Array.from({ length: count }, (_, at) =>
    resource(
      {
        apiVersion: 'networking.istio.io/v1',
        kind: 'Sidecar',
        metadata: { name: `w${at}`, namespace: `n${at % 100}` },
        spec: {
          workloadSelector: { labels: { app: `w${at}` } },
          egress: [
            { hosts: [`n${(at * 7) % 100}/*`, `n${at % 100}/s${at}.n${at % 100}.svc.cluster.local`, 'istio-system/*'] },
          ],
        },
      },
      at,
    ),
  );
}
