/**
 * What an edit costs under a watch: services with as many MetaRouters, in 2,000 files and in one. A word of one of them is
 * changed again and again; measured is from the write until (a) a client that subscribed by the incremental form has the
 * new route of `rds serve --watch`, and (b) `validate --watch` has printed the difference. Beside each the same with 200
 * services, and the quiet time that the watcher waits for (40 ms for clients, 100 ms for people) for comparison.
 *
 * Run: npm run build && npx tsx bench/edition.ts [services [edits]]   (20000 and 20 unless told)
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDelta } from '../test/xds/stream.js';
import { hostOf, serviceWithRoutes } from './services.js';

const services = Number(process.argv[2] ?? 20_000);
const edits = Number(process.argv[3] ?? 20);
const root = join(import.meta.dirname, '..');
const place = mkdtempSync(join(tmpdir(), 'aeraki-bench-'));

const documents = (index: number): string =>
  serviceWithRoutes(
    index,
    `${[1, 2, 3]
      .map(
        (version) => `  - name: v${version}
    match:
      attributes:
        interface: {exact: org.apache.dubbo.samples.basic.api.DemoService}
        method: {exact: method${version}}
    route: [{destination: {host: ${hostOf(index)}, port: {number: 20880}}}]
`,
      )
      .join('')}---
`,
  );

/** Writes the rules; gives the file in the middle. */
function write(folder: string, count: number, files: number): string {
  mkdirSync(folder, { recursive: true });
  const each = Math.ceil(count / files);
  let middle = '';
  for (let file = 0; file < files; file++) {
    const texts = Array.from({ length: Math.max(0, Math.min(each, count - file * each)) }, (_, i) =>
      documents(file * each + i),
    );
    const path = join(folder, `f${String(file).padStart(5, '0')}.yaml`);
    writeFileSync(path, texts.join(''));
    if (file === files >> 1) middle = path;
  }
  return middle;
}

class Program {
  out = '';
  readonly child: ChildProcess;

  constructor(...args: readonly string[]) {
    this.child = spawn(process.execPath, [join(root, 'bin', 'run.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (part: Buffer) => {
        this.out += part.toString();
      });
    }
  }

  async until(pattern: RegExp): Promise<void> {
    const end = Date.now() + 300_000;
    while (!pattern.test(this.out)) {
      if (Date.now() > end || this.child.exitCode !== null)
        throw new Error(`no ${pattern} in ${this.out.slice(-2_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  megabytes(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** The middle file with one word of its first router changed. */
function edited(text: string, round: number): string {
  return text.replace(/method: \{exact: \w+\}/, `method: {exact: edited${round}}`);
}

async function serve(name: string, count: number, files: number): Promise<void> {
  const folder = join(place, name);
  const file = write(folder, count, files);
  const program = new Program(
    'rds',
    'serve',
    folder,
    '--watch',
    '--listen',
    '127.0.0.1:0',
    '--admin',
    'off',
    '-o',
    'json',
  );
  await program.until(/^Serving .*:\d+$/m);
  const port = Number(/^Serving .*:(\d+)$/m.exec(program.out)?.[1]);
  const stream = openDelta(port);
  const text = readFileSync(file, 'utf8');
  const host = /hosts: \[(\S+)\]/.exec(text)?.[1] ?? '';
  stream.send({ resourceNamesSubscribe: [`${host}_20880`] });
  await stream.next();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const times: number[] = [];
  let first = 0;
  for (let round = 0; round < edits; round++) {
    const next = edited(text, round);
    const began = performance.now();
    writeFileSync(file, next);
    await stream.next();
    times.push(performance.now() - began);
    if (round === 0) first = program.megabytes();
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  console.log(
    `rds serve --watch, ${name}: write → route ${median(times).toFixed(0)} ms median (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)}), ${first.toFixed(0)} MB after the first edit, ${program.megabytes().toFixed(0)} MB after ${edits}`,
  );
  stream.close();
  program.child.kill('SIGKILL');
}

async function validate(name: string, count: number, files: number): Promise<void> {
  const folder = join(place, name);
  const file = write(folder, count, files);
  const program = new Program('validate', folder, '--watch');
  await program.until(/\d+ errors?, \d+ warnings?\.$/m);
  const text = readFileSync(file, 'utf8');
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const times: number[] = [];
  for (let round = 0; round < edits; round++) {
    program.out = '';
    const bad = round % 2 === 0 ? text.replace('routes:', 'rotues:') : text;
    const began = performance.now();
    writeFileSync(file, bad);
    await program.until(/Changed: [\s\S]*\d+ errors?, \d+ warnings?\.$/m);
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  console.log(
    `validate --watch, ${name}: write → difference ${median(times).toFixed(0)} ms median (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)})`,
  );
  program.child.kill('SIGKILL');
}

try {
  const many = Math.max(1, Math.round(services / 10));
  for (const [name, count, files] of [
    ['200 services in 20 files', 200, 20],
    [`${services} services in ${many} files`, services, many],
    [`${services} services in one file`, services, 1],
  ] as const) {
    await serve(name, count, files);
    await validate(name, count, files);
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
