/**
 * Dubbo calls through `aeraki proxy`, through a real Envoy's dubbo_proxy, and direct:
 * `tsx bench/proxy.ts [--connections 64] [--rounds 5] [--seconds 4] [--size 100] [--only NAME,…]
 * [--before DIR] [--istiod] [--alone]`, after `npm run build`.
 *
 * The same Go client asks the same Go server, which answers every request with one prepared response. In each round the
 * ways follow each other, so that a busy machine is busy for all. What is measured has the first processor for itself
 * (`taskset` of the thread that serves; Envoy with one worker); client and server share the second one, also for the direct
 * calls, so their numbers are what this client can do at most. First every connection sends its next request when the answer has come: requests a
 * second. Then requests are sent at set times, half as many a second as the goal, as Envoy and as `aeraki proxy` did.
 *
 * With `--alone` (as root) nothing else that runs here makes the tail, and a witness on each processor, before all
 * other threads, sees what is left: a virtual machine whose host stops its processors (for 100 ms at a time where it has
 * used up what it is given). A round in which a processor stopped says nothing of what is measured: it is printed, and
 * measured again.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { dubboRequest, dubboResponse } from '../test/codec/dubbo/message.js';
import { cluster, service, to } from '../test/proxy/rules.js';
import { entry, host, cluster as nativeCluster, virtualService } from '../test/real/dubbo/resources.js';
import { startMesh } from '../test/real/mesh.js';
import { startAerakiProxy } from '../test/real/proxy/aeraki-proxy.js';
import { goProgram } from './go-program.js';
import { median, waited, worked } from './process.js';
import { startOverIstiod } from './proxy/over-istiod.js';

const { values: flags } = parseArgs({
  options: {
    connections: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    size: { type: 'string', default: '100' },
    only: { type: 'string' },
    /** A build of an earlier commit, which is measured in turns with this one. */
    before: { type: 'string' },
    /** Also the proxy that has everything from a real istiod, with the same rules. */
    istiod: { type: 'boolean', default: false },
    /** Before all other work of the machine, with a witness of its stops. */
    alone: { type: 'boolean', default: false },
  },
});

interface Result {
  readonly requests: number;
  readonly seconds: number;
  readonly failed: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const program = goProgram('proxy', fileURLToPath(new URL('proxy/go', import.meta.url)));
const oneProcessor = { ...process.env, GOMAXPROCS: '1' };
const interfaceName = 'com.acme.Orders';
const argument = 'x'.repeat(Number(flags.size));
const request = dubboRequest({
  path: interfaceName,
  method: 'pay',
  types: 'Ljava/lang/String;',
  values: [argument],
  attachments: { path: interfaceName, interface: interfaceName, version: '0.0.0', group: 'gold', timeout: '1000' },
});
const response = dubboResponse(1n, 4, [argument, { dubbo: '2.0.2' }]);

/**
 * What is measured goes before all else that runs, by the usual scheduler: in real time the threads of one process would wait
 * for each other's turns, or spin for one that never comes.
 */
const foremost = ['-n', '-20'];

/**
 * The thread that serves to a processor: the loop of Node, Envoy's worker. The others of its process run where there is
 * time, as on any machine. Bound to the same processor, V8's compiler and collector kept the loop from it for 4 ms at a
 * time (seen in a trace of the scheduler), which was the tail that is measured here.
 */
function pin(pid: number, processor: number): void {
  const name = (task: string) => readFileSync(`/proc/${pid}/task/${task}/comm`, 'utf8');
  const serves = readdirSync(`/proc/${pid}/task`).find((task) => name(task).startsWith('wrk:worker')) ?? String(pid);
  execFileSync('taskset', ['-cp', String(processor), serves], { stdio: 'ignore' });
  if (flags.alone) execFileSync('renice', [...foremost, '-p', serves], { stdio: 'ignore' });
}

/** A command on the processor of client and server, with the priority of what is measured. */
const beside = (program: string): readonly [string, readonly string[]] =>
  flags.alone ? ['nice', [...foremost, 'taskset', '-c', '1', program]] : ['taskset', ['-c', '1', program]];

async function load(port: number, rate: number): Promise<Result> {
  const args = ['--message', request.toString('hex'), '--port', String(port), '--connections', flags.connections];
  const [command, first] = beside(program);
  const { stdout } = await promisify(execFile)(
    command,
    [...first, ...args, '--rate', String(rate), '--length', `${flags.seconds}s`],
    { env: oneProcessor },
  );
  const result = JSON.parse(stdout) as Result;
  return result;
}

/** For how long each processor ran nothing at all, in milliseconds: the longest time. */
async function machineStopped(): Promise<number> {
  if (!flags.alone) return 0;
  const longest = await Promise.all(
    [0, 1].map(async (processor) => {
      const first = ['-f', '50', 'taskset', '-c', String(processor), program];
      const { stdout } = await promisify(execFile)('chrt', [...first, '--witness', '--length', `${flags.seconds}s`]);
      return (JSON.parse(stdout) as { longest: number }).longest;
    }),
  );
  return Math.max(...longest);
}

/**
 * A processor of a virtual machine that has nothing to do is given away, and comes back milliseconds later than it is woken:
 * so neither is idle for long.
 */
function keepAwake(): void {
  for (const processor of ['0', '1']) {
    const first = ['-i', '0', 'taskset', '-c', processor, program];
    const idle = spawn('chrt', [...first, '--awake'], { env: oneProcessor, stdio: 'ignore' });
    idle.unref();
    process.once('exit', () => idle.kill('SIGKILL'));
  }
  // Or priorities would only count within a session.
  const file = '/proc/sys/kernel/sched_autogroup_enabled';
  const before = readFileSync(file, 'utf8');
  process.once('exit', () => writeFileSync(file, before));
  writeFileSync(file, '0');
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(signal, () => process.exit(code));
}

async function startServer() {
  const [command, first] = beside(program);
  const child = spawn(command, [...first, '--serve', '--message', response.toString('hex')], {
    env: oneProcessor,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill());
  for await (const line of createInterface({ input: child.stdout }))
    return { port: Number(line), pid: child.pid ?? 0, stop: () => child.kill() };
  throw new Error('the server did not start');
}

const ours = 'aeraki proxy --quiet';
const overIstiod = 'over istiod --quiet';

interface Way {
  readonly name: string;
  readonly port: number;
  /** The process that is measured; undefined: none stands between. */
  readonly pid?: number;
  stop(): unknown;
}

async function startWays(port: number): Promise<readonly Way[]> {
  const native = (subset: string) => `{destination: {host: ${host}, subset: ${subset}}}`;
  const http = `{match: [{method: {exact: pay}, headers: {group: {exact: gold}}}], route: [${native('v1')}]}`;
  const envoy = async (): Promise<Way> => {
    const mesh = await startMesh(entry(interfaceName) + virtualService(http), {
      endpoints: { [nativeCluster('v1')]: [port], [nativeCluster('')]: [port] },
    });
    pin(mesh.envoy.pid, 0);
    return { name: 'Envoy', pid: mesh.envoy.pid, port: await mesh.port('outbound'), stop: () => mesh.stop() };
  };
  const rules = service(
    'dubbo',
    `- name: gold\n  match: {attributes: {method: {exact: pay}, group: {exact: gold}}}\n  route: [${to('v1')}]`,
  );
  const proxy = async (name: string, more: readonly string[], earlier?: string): Promise<Way> => {
    const running = await startAerakiProxy({
      rules,
      upstreams: { [cluster('v1')]: [port] },
      flags: more,
      lines: false,
      earlier,
    });
    pin(running.pid, 0);
    return { name, pid: running.pid, port: running.port, stop: () => running.stop() };
  };
  const starts: Readonly<Record<string, () => Promise<Way>>> = {
    direct: async () => ({ name: 'direct', port, stop: () => undefined }),
    Envoy: envoy,
    [ours]: () => proxy(ours, ['--quiet']),
    'aeraki proxy': () => proxy('aeraki proxy', []),
    ...((flags.istiod || flags.only?.includes(overIstiod)) && {
      [overIstiod]: async () => {
        const running = await startOverIstiod(port, ['--quiet']);
        pin(running.pid, 0);
        return { ...running, name: overIstiod };
      },
    }),
    ...(flags.before !== undefined && {
      before: () => proxy('before', ['--quiet'], `${flags.before}/bin/run.js`),
    }),
  };
  const wanted = flags.only === undefined ? Object.keys(starts) : flags.only.split(',');
  return Promise.all(wanted.map((name) => starts[name]?.() ?? Promise.reject(new Error(`no way is called ${name}`))));
}

interface Measured extends Result {
  /** Microseconds of processor time for each request, warming up included: what a busy machine does not change. */
  readonly cost: number;
  /** Share of the time in which the process waited for its processor; 0 where nothing stands between. */
  readonly waits: number;
  /** The same of the server, which shares its processor with the load. */
  readonly serverWaits: number;
  /** Milliseconds for which a processor of the machine stood still, the longest time; 0 without a witness. */
  readonly stopped: number;
}

/** A round is of the machine, and not of what is measured, when a processor stood still for longer, in milliseconds. */
const stop = 2;

async function measured(way: Way, rate: number): Promise<Measured> {
  const pids = [way.pid, server.pid] as const;
  const before = pids.map((pid) => (pid === undefined ? 0 : waited(pid)));
  const workedBefore = way.pid === undefined ? 0 : worked(way.pid);
  const start = performance.now();
  const [result, stopped] = await Promise.all([load(way.port, rate), machineStopped()]);
  const time = performance.now() - start;
  const [waits = 0, serverWaits = 0] = pids.map((pid, at) =>
    pid === undefined ? 0 : (waited(pid) - (before[at] ?? 0)) / time,
  );
  // The second before is not counted by the load.
  const all = result.requests * (1 + 1 / result.seconds);
  const cost = way.pid === undefined ? 0 : ((worked(way.pid) - workedBefore) * 1000) / all;
  return { ...result, waits, serverWaits, cost, stopped };
}

/** @param most how many rounds there are in all, until each way has the wanted number in which the machine ran */
async function rounds(ways: readonly Way[], rate: number, most: number): Promise<Map<Way, Measured[]>> {
  const results = new Map<Way, Measured[]>(ways.map((way) => [way, []]));
  const wanted = Number(flags.rounds);
  const lacks = (way: Way) => (results.get(way) ?? []).filter(({ stopped }) => stopped <= stop).length < wanted;
  for (let round = 0; round < most && ways.some(lacks); round += 1) {
    for (const way of ways) results.get(way)?.push(await measured(way, rate));
  }
  return results;
}

function row(name: string, cells: readonly string[]): void {
  console.log(name.padEnd(24) + cells.map((cell) => cell.padStart(14)).join(''));
}

/** Medians of the shares of time in which the way's process and the server waited for their processors. */
const waitsOf = (results: readonly Measured[]) =>
  [results.map(({ waits }) => waits), results.map(({ serverWaits }) => serverWaits)].map(
    (shares) => `${(median(shares) * 100).toFixed(0)} %`,
  );

/** The medians of p99 of the rounds in which the machine ran, and of those in which it stopped, with their number. */
const tailsOf = (results: readonly Measured[]) =>
  [results.filter(({ stopped }) => stopped <= stop), results.filter(({ stopped }) => stopped > stop)].map((rounds) =>
    rounds.length === 0 ? '-' : `${median(rounds.map(({ p99 }) => p99)).toFixed(2)} (${rounds.length})`,
  );

const costOf = (results: readonly Measured[]) => median(results.map(({ cost }) => cost)).toFixed(1);

const perSecond = ({ requests, seconds }: Result) => requests / seconds;
const failures = (results: readonly Result[]) => String(results.reduce((sum, { failed }) => sum + failed, 0));
if (flags.alone) keepAwake();
const server = await startServer();
const ways = await startWays(server.port);
try {
  console.log(`${request.length} octets of request, ${response.length} of response, ${flags.connections} connections`);
  const full = await rounds(ways, 0, Number(flags.rounds));
  const rate = new Map([...full].map(([way, results]) => [way.name, median(results.map(perSecond))]));
  const envoy = rate.get('Envoy') ?? Number.NaN;
  row('', ['requests/s', 'of Envoy', 'p50 ms', 'p99 ms', 'µs/request', 'waits', 'server waits', 'failed']);
  for (const [{ name }, results] of full) {
    const own = rate.get(name) ?? 0;
    const times = [median(results.map(({ p50 }) => p50)), median(results.map(({ p99 }) => p99))];
    const numbers = [own.toFixed(0), (own / envoy).toFixed(2), ...times.map((time) => time.toFixed(2))];
    row(name, [...numbers, costOf(results), ...waitsOf(results), failures(results)]);
  }
  // "Half that load" can be read three ways; all are shown.
  const loads: readonly (readonly [what: string, rate: number])[] = [
    ['half of the goal, which is a quarter of what Envoy does', envoy / 8],
    ['half of what Envoy does', envoy / 2],
    [`half of what ${ours} does`, (rate.get(ours) ?? Number.NaN) / 2],
  ];
  for (const [what, wanted] of loads.filter(([, each]) => Number.isFinite(each))) {
    console.log(`\nat ${wanted.toFixed(0)} requests/s, ${what}:`);
    row('', ['requests/s', 'p50 ms', 'p99 ms', 'machine stops', 'µs/request', 'waits', 'server waits', 'failed']);
    for (const [{ name }, results] of await rounds(ways, wanted, 4 * Number(flags.rounds))) {
      row(name, [
        median(results.map(perSecond)).toFixed(0),
        median(results.map(({ p50 }) => p50)).toFixed(2),
        ...tailsOf(results),
        costOf(results),
        ...waitsOf(results),
        failures(results),
      ]);
    }
  }
} finally {
  for (const way of ways) await way.stop();
  server.stop();
}
