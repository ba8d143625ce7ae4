/**
 * The artefacts of a release: the size of each, and how long the programs that run here take to start; beside them the package on
 * the Node that runs this. Processor time is what other work on the machine does not change.
 *
 * Run: npm run release && npx tsx bench/artefacts.ts
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './process.js';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const output = join(root, 'dist', 'release');
const rounds = 11;

/** Processor time of the children that have ended, by the kernel's ticks of 10 ms. */
function ofChildren(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

/** Median time and processor time of `--help`, in milliseconds; undefined where it does not run here. */
function start(command: string, args: readonly string[]): string | undefined {
  const took: number[] = [];
  const worked: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = ofChildren();
    const began = performance.now();
    const { status } = spawnSync(command, [...args, '--help'], { cwd: root, stdio: 'ignore' });
    if (status !== 0) return undefined;
    took.push(performance.now() - began);
    worked.push(ofChildren() - before);
  }
  return `${median(took).toFixed(0)} ms, ${median(worked).toFixed(0)} ms of processor`;
}

const emulated = (name: string) =>
  name === 'aeraki-linux-arm64' && process.arch !== 'arm64' ? 'qemu-aarch64-static' : undefined;
console.log(`package on Node ${process.version}: ${start(process.execPath, [join(root, 'bin', 'run.js')])}`);
for (const name of readdirSync(output).sort()) {
  const file = join(output, name);
  const { size } = statSync(file);
  if (statSync(file).isDirectory()) continue;
  const program = /^aeraki-(?:linux|darwin|win)-[a-z0-9]+(?:\.exe)?$/.test(name);
  const qemu = emulated(name);
  const started = !program
    ? ''
    : qemu === undefined
      ? `, ${start(file, []) ?? 'does not run here'}`
      : `, ${start(qemu, ['-L', '/usr/aarch64-linux-gnu', file]) ?? 'does not run here'} under qemu`;
  console.log(`${name}: ${(size / 1e6).toFixed(1)} MB${started}`);
}
