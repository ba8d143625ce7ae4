/**
 * `npm run bench:startup`: how long the program takes to start, beside `node -e 0`. Medians of interleaved runs, with
 * NODE_EXTRA_CA_CERTS unset (it alone adds 32 ms). Wall-clock time in milliseconds, processor time (by ticks
 * of 10 ms, so a mean), which other work on the machine changes less, and of both the ratio to `node -e 0`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, tickedByChildren } from './process.js';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const bin = join(root, 'bin', 'run.js');
const rounds = Number(process.env.ROUNDS ?? 41);

const place = mkdtempSync(join(tmpdir(), 'aeraki-bench-'));
process.on('exit', () => rmSync(place, { recursive: true }));
const broken = join(place, 'five-mistakes.yaml');
writeFileSync(
  broken,
  `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.shop.svc.cluster.local]
  routes:
  - name: one
    mach: {}
    match:
      atributes: {}
    route:
    - destination: {host: orders.shop.svc.cluster.local, port: {number: "80"}}
      wieght: 80
  - name: two
    rote: []
`,
);

const runs: readonly (readonly [name: string, args: readonly string[], target: number | undefined])[] = [
  ['node -e 0', ['-e', '0'], undefined],
  ['aeraki --version', [bin, '--version'], 1.4],
  ['aeraki --help', [bin, '--help'], 3],
  ['aeraki translate examples/dubbo.yaml', [bin, 'translate', join(root, 'examples', 'dubbo.yaml')], 3],
  ['aeraki version', [bin, 'version'], undefined],
  ['aeraki validate examples/dubbo.yaml', [bin, 'validate', join(root, 'examples', 'dubbo.yaml')], undefined],
  ['aeraki validate, a file with five mistakes', [bin, 'validate', broken], 3],
  ['aeraki __complete translate --', [bin, '__complete', 'translate', '--'], undefined],
];

const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;
const times = runs.map((): number[] => []);
const costs = runs.map(() => 0);
for (let round = 0; round < rounds; round++) {
  runs.forEach(([name, args], index) => {
    const spent = tickedByChildren();
    const began = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    // What finds mistakes ends with 79.
    if (status !== (args.includes(broken) ? 79 : 0)) throw new Error(`${name} ended with ${status}`);
    times[index]?.push(Number(process.hrtime.bigint() - began) / 1e6);
    costs[index] = (costs[index] ?? 0) + (tickedByChildren() - spent) / rounds;
  });
}

const base = median(times[0] ?? []);
process.stdout.write(
  `${'command'.padEnd(44)}${'median'.padStart(10)}${'least'.padStart(10)}${'ratio'.padStart(8)}${'processor'.padStart(12)}${'ratio'.padStart(8)}${'target'.padStart(9)}\n`,
);
runs.forEach(([name, , target], index) => {
  const own = times[index] ?? [];
  const cells = [
    `${median(own).toFixed(1)} ms`.padStart(10),
    `${Math.min(...own).toFixed(1)} ms`.padStart(10),
    (median(own) / base).toFixed(2).padStart(8),
    `${costs[index]?.toFixed(1)} ms`.padStart(12),
    ((costs[index] ?? 0) / (costs[0] ?? 0)).toFixed(2).padStart(8),
    (target === undefined ? '' : `≤ ${target}`).padStart(9),
  ];
  process.stdout.write(`${name.padEnd(44)}${cells.join('')}\n`);
});
