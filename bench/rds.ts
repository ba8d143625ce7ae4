/**
 * How long a change takes to reach every stream: `tsx bench/rds.ts [--streams 1000,2000] [--rounds 9]`.
 *
 * S streams each subscribe to 50 route configurations of 5 routes; all of them, then one of them, change at once, and the
 * clock runs from the change until the last stream has the last resource. The same Go client measures our server and a
 * snapshot server of go-control-plane, in turns, so that a busy machine is busy for both. Then the same with TLS, with a
 * reader that never reads, and with 200 disconnects a second. Go is needed; both are built once into the user's cache.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { goProgram } from './go-program.js';
import { megabytes } from './process.js';

const here = join(fileURLToPath(import.meta.url), '..');
const { values: flags } = parseArgs({
  options: {
    streams: { type: 'string', default: '1000,2000' },
    rounds: { type: 'string', default: '9' },
    each: { type: 'string', default: '10' },
    only: { type: 'string' },
  },
});

/** A program that is spoken to in lines. */
interface Spoken {
  readonly pid: number;
  say(line: string): void;
  /** The rest of the next line that begins with a word. */
  hear(word: string): Promise<string>;
  stop(): void;
}

function start(program: string, args: readonly string[]): Spoken {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const heard: string[] = [];
  let wake: () => void = () => {};
  let over = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    heard.push(line);
    wake();
  });
  child.on('close', () => {
    over = true;
    wake();
  });
  return {
    pid: child.pid ?? 0,
    say: (line) => void child.stdin.write(`${line}\n`),
    hear: async (word) => {
      for (;;) {
        const line = heard.shift();
        if (line?.startsWith(`${word} `) || line === word) return line.slice(word.length + 1);
        if (line !== undefined) continue;
        if (over) throw new Error(`${program} ended before it said ${word}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    stop: () => void child.kill(),
  };
}

/** Our server in one file, as the published program is, so that nothing of tsx is measured. */
function ourProgram(): string {
  const outfile = join(mkdtempSync(join(tmpdir(), 'aeraki-bench-')), 'server.mjs');
  const require = "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);";
  buildSync({
    entryPoints: [join(here, 'rds', 'server.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: require },
    logLevel: 'warning',
  });
  return outfile;
}

function certificate(): { readonly cert: string; readonly key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'aeraki-bench-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=localhost', '-days', '2', '-keyout', key, '-out', cert];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', ...subject];
  execFileSync('openssl', made, { stdio: 'ignore' });
  return { cert, key };
}

/** Milliseconds. On a machine that does other things too the best round says more than the one in the middle. */
interface Times {
  readonly median: number;
  readonly best: number;
}

interface Measured {
  readonly all: Times;
  readonly one: Times;
  /** MiB */
  readonly memory: number;
}

async function measure(server: Spoken, client: Spoken): Promise<Measured> {
  const times: Record<'all' | 'one', number[]> = { all: [], one: [] };
  await client.hear('done');
  for (let round = 0; round < Number(flags.rounds) + 2; round++) {
    for (const what of ['all', 'one'] as const) {
      // The acceptances of the last round are over before the next one.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const line = `${what} mark${round}${what}`;
      client.say(line);
      await client.hear('ready');
      server.say(line);
      const begun = BigInt(await server.hear('begun'));
      const done = BigInt(await client.hear('done'));
      // Two rounds to warm up.
      if (round >= 2) times[what].push(Number(done - begun) / 1e6);
    }
  }
  return { all: summary(times.all), one: summary(times.one), memory: megabytes(server.pid, 'VmHWM') };
}

function summary(values: readonly number[]): Times {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[Math.floor(values.length / 2)] ?? Number.NaN, best: sorted[0] ?? Number.NaN };
}

function text({ median, best }: Times): string {
  return `${median.toFixed(0)} ms (best ${best.toFixed(0)})`;
}

function ratio(ours: Times, theirs: Times): string {
  return `${(ours.median / theirs.median).toFixed(2)} (best ${(ours.best / theirs.best).toFixed(2)})`;
}

const program = goProgram('rds', join(here, 'rds', 'go'));
const bundle = ourProgram();
const { cert, key } = certificate();
const scenes = [
  { name: 'plain', tls: false, client: [] },
  { name: 'TLS', tls: true, client: ['-tls'] },
  { name: 'a reader that never reads', tls: false, client: ['-unread', '1'] },
  { name: '200 disconnects a second', tls: false, client: ['-churn', '200'] },
];

for (const scene of scenes.filter(({ name }) => flags.only === undefined || name === flags.only)) {
  for (const streams of flags.streams.split(',')) {
    const results: Record<string, Measured> = {};
    for (const who of ['aeraki', 'go-control-plane']) {
      const tls = scene.tls ? [cert, key] : [];
      const server =
        who === 'aeraki'
          ? start(process.execPath, [bundle, ...tls])
          : start(program, ['server', ...(scene.tls ? ['-cert', cert, '-key', key] : [])]);
      const port = await server.hear('port');
      const args = ['-server', `127.0.0.1:${port}`, '-streams', streams, '-each', flags.each, ...scene.client];
      const client = start(program, ['client', ...args]);
      try {
        results[who] = await measure(server, client);
      } finally {
        client.stop();
        server.stop();
      }
      const { all, one, memory } = results[who];
      console.log(
        `${scene.name}, ${streams} streams, ${who}: all changed ${text(all)}, one of 50 changed ${text(one)}, at most ${memory.toFixed(0)} MiB`,
      );
    }
    const { aeraki, 'go-control-plane': go } = results;
    if (aeraki && go) {
      console.log(`  of go-control-plane: all ${ratio(aeraki.all, go.all)}, one ${ratio(aeraki.one, go.one)}`);
    }
  }
}
