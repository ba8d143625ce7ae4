/**
 * The admission webhook of `aeraki controller run`, in a cluster with services and as many MetaRouters: reviews of
 * MetaRouters all at once over connections that are open already, and as many a second as are given, each in turns with a
 * server of HTTPS that looks at nothing. Printed are the times as whoever asked saw them, and the processor time of one
 * review in the server, with TLS and all. Those who ask share this machine, so ratios and processor time say more than times.
 *
 * Run: npm run build && npx tsx bench/controller-webhook.ts [at once [rounds [services [seconds [rate …]]]]]
 * (1000, 5, 200, 10, 200 and 400 unless told). BENCH_NODE_OPTIONS are options of the node that the controller runs in.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Running } from '../test/real/controller/running.js';
import { entry, router } from '../test/real/controller/shop.js';
import { startApiServer } from '../test/real/parts/apiserver.js';
import { makeCertificates } from '../test/xds/certificates.js';
import { median, ticked } from './process.js';
import { Load, quantile } from './webhook/load.js';

const numbers = process.argv.slice(2).map(Number);
const [atOnce = 1_000, rounds = 5, services = 200, seconds = 10] = numbers;
const rates = numbers.length > 4 ? numbers.slice(4) : [200, 400];

interface Server {
  readonly name: string;
  readonly pid: number;
  readonly load: Load;
}

/** Asks both in turns, several times; the medians over the rounds. */
async function measure(what: string, servers: readonly Server[], ask: (load: Load) => Promise<readonly number[]>) {
  const seen = servers.map((): { p50: number; p99: number; spent: number }[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, { pid, load }] of servers.entries()) {
      const before = ticked(pid);
      const times = await ask(load);
      const spent = (ticked(pid) - before) / times.length;
      seen[at]?.push({ p50: quantile(times, 0.5), p99: quantile(times, 0.99), spent });
    }
  }
  for (const [at, { name }] of servers.entries()) {
    const of = (field: 'p50' | 'p99' | 'spent'): number => median((seen[at] ?? []).map((each) => each[field]));
    console.log(
      `${what}, ${name}: p50 ${of('p50').toFixed(1)} ms, p99 ${of('p99').toFixed(1)} ms, ${of('spent').toFixed(2)} ms of processor each`,
    );
  }
}

/** What the webhook counted itself, of reviews that took at most so many milliseconds and of those without a look around. */
async function counted(admin: string): Promise<string> {
  const text = await (await fetch(`http://${admin}/metrics`)).text();
  const sum = (pattern: RegExp): number =>
    [...text.matchAll(pattern)].reduce((all, [, value]) => all + Number(value), 0);
  const all = sum(/^aeraki_controller_review_seconds_count(?:\{[^}]*\})? (\d+)/gm);
  const shares = [5, 10, 50].map((limit) => {
    const le = String(limit / 1000).replace('.', '\\.');
    const some = sum(new RegExp(`^aeraki_controller_review_seconds_bucket\\{[^}]*le="${le}"[^}]*\\} (\\d+)`, 'gm'));
    return `${((some / all) * 100).toFixed(1)} % within ${limit} ms`;
  });
  const short = sum(/^aeraki_controller_reviews_without_analysis_total (\d+)/gm);
  return `${all} reviews, ${shares.join(', ')}; ${short} of them without a look at all others`;
}

const server = await startApiServer({ crds: true });
const files = makeCertificates();
let bare: ChildProcess | undefined;
let running: Running | undefined;
try {
  await server.admin.create([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } }]);
  const names = Array.from({ length: services }, (_, at) => `s${at}`);
  await server.admin.create(names.flatMap((name, at) => [entry(name, at), router(name, 'v1', 3)]));
  const env = { NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS ?? '' };
  running = new Running(await server.kubeconfig(), '--webhook', '127.0.0.1:0', { env });
  const { address } = await running.line(({ event, address: at }) => event === 'webhook' && at !== undefined);
  await running.line(({ event }) => event === 'serving');
  const { address: admin } = await running.line(({ event }) => event === 'admin');
  const args = ['--import', 'tsx', new URL('webhook/bare.ts', import.meta.url).pathname];
  bare = spawn(process.execPath, [...args, files.serverCert, files.serverKey], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(bare.stdout ?? bare, 'data')) as [Buffer];
  const servers: readonly Server[] = [
    { name: 'the webhook', pid: running.pid, load: new Load(`https://${address}/validate`, atOnce) },
    {
      name: 'a server that looks at nothing',
      pid: bare.pid ?? 0,
      load: new Load(`https://127.0.0.1:${port.toString().trim()}/`, atOnce),
    },
  ];
  // All connections are opened, and what is compiled later is.
  for (const { load } of servers) for (let turn = 0; turn < 3; turn++) await load.atOnce(atOnce);
  await measure(`${atOnce} at once`, servers, (load) => load.atOnce(atOnce));
  console.log(await counted(String(admin)));
  for (const rate of rates) await measure(`${rate} a second`, servers, (load) => load.atRate(rate, seconds));
  console.log(await counted(String(admin)));
  for (const { load } of servers) load.close();
  await running.stop();
} finally {
  running?.kill('SIGKILL');
  bare?.kill('SIGKILL');
  files.remove();
  await server.stop();
}
