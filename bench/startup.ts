/**
 * `npm run bench:startup`: how long the program takes to start, beside `node -e 0`. Medians of interleaved runs, with
 * NODE_EXTRA_CA_CERTS unset (it alone adds 32 ms). Wall-clock time in milliseconds, and the ratio to `node -e 0`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const bin = join(root, 'bin', 'run.js');
const rounds = Number(process.env.ROUNDS ?? 41);

const runs: readonly (readonly [name: string, args: readonly string[], target: number | undefined])[] = [
  ['node -e 0', ['-e', '0'], undefined],
  ['aeraki --version', [bin, '--version'], 1.4],
  ['aeraki --help', [bin, '--help'], 3],
  ['aeraki translate examples/dubbo.yaml', [bin, 'translate', join(root, 'examples', 'dubbo.yaml')], 3],
  ['aeraki version', [bin, 'version'], undefined],
  ['aeraki validate examples/dubbo.yaml', [bin, 'validate', join(root, 'examples', 'dubbo.yaml')], undefined],
  ['aeraki __complete translate --', [bin, '__complete', 'translate', '--'], undefined],
];

const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;
const times = runs.map((): number[] => []);
for (let round = 0; round < rounds; round++) {
  runs.forEach(([name, args], index) => {
    const began = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    times[index]?.push(Number(process.hrtime.bigint() - began) / 1e6);
  });
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const base = median(times[0] ?? []);
process.stdout.write(
  `${'command'.padEnd(40)}${'median'.padStart(10)}${'least'.padStart(10)}${'ratio'.padStart(8)}${'target'.padStart(9)}\n`,
);
runs.forEach(([name, , target], index) => {
  const own = times[index] ?? [];
  const cells = [
    `${median(own).toFixed(1)} ms`.padStart(10),
    `${Math.min(...own).toFixed(1)} ms`.padStart(10),
    (median(own) / base).toFixed(2).padStart(8),
    (target === undefined ? '' : `≤ ${target}`).padStart(9),
  ];
  process.stdout.write(`${name.padEnd(40)}${cells.join('')}\n`);
});
