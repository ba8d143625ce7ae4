import { compileRules } from '../../match/service.js';
import { printable } from '../../output/printable.js';
import { hostKey } from '../../proxy/balance/balancer.js';
import { createHash64 } from '../../proxy/balance/xxhash.js';
import type { Upstreams } from '../../proxy/build/clusters.js';
import { buildConfig } from '../../proxy/build/config.js';
import type { Cluster, ListenerState } from '../../proxy/config.js';
import { DataPlane, type DataPlaneParts, ListenError } from '../../proxy/data-plane.js';
import { Turn } from '../../proxy/turn.js';
import type { World } from '../../proxy/world.js';
import { UsageError } from '../errors.js';
import { type ExitCode, exit } from '../exit.js';
import { checkPaths, wantsCluster } from '../inputs.js';
import { loadCodecs } from '../private-codecs.js';
import { namedPathFails, startFailure } from '../rds/rules.js';
import { exitCode } from '../route.js';
import { printDiagnostics, type Terminal } from '../terminal.js';
import { type ProxyFlags, parseUpstreams, settingsOf } from './flags.js';
import { RequestLines } from './lines.js';
import { type Listening, resolveListens } from './listens.js';
import { type ProxyInputs, readProxyInputs, relevant } from './rules.js';
import { signalled } from './signal.js';

/** Runs the proxy until the process gets SIGTERM or SIGINT. Gives the exit code. */
export async function runProxy(
  paths: readonly string[],
  flags: ProxyFlags,
  terminal: Terminal,
  version: string,
): Promise<ExitCode> {
  checkFlags(paths, flags);
  const upstreams = parseUpstreams(flags.upstream);
  const settings = settingsOf(flags);
  const own = await loadCodecs(flags.codec);
  const first = await readProxyInputs(paths, flags);
  await printDiagnostics(terminal.stderr, relevant(first.diagnostics, flags.verbose));
  if (namedPathFails(first.loaded, paths)) return exit.input;
  const rules = compileRules(first.rules);
  const { listen, protocol } = flags;
  const listening = await resolveListens(rules, { listen, protocol, own, remote: flags.rds !== undefined });
  const lines = new RequestLines(flags.output, terminal.stdout, await terminal.stdout.style());
  const world: World = {
    settings,
    surroundings: {
      turn: new Turn(),
      now: () => performance.now(),
      random: () => Math.random(),
      hash64: await createHash64(),
    },
    observe: flags.quiet ? undefined : lines.add,
    trouble: (message) => void terminal.stderr.write(`${printable(message)}\n`),
  };
  const parts = partsOf(first, listening, upstreams, version);
  const plane = new DataPlane(parts, listening.codecs, world);
  const stopped = signalled();
  try {
    await started(plane);
    await announce(plane, parts, terminal);
    await stopped.promise;
    await terminal.stderr.write('Stopping: no more requests are taken, those under way are finished.\n');
    const { cut } = await plane.drain();
    await lines.flush();
    if (cut > 0) await terminal.stderr.write(`${cut} not finished after ${flags['drain-timeout']}.\n`);
  } finally {
    stopped.forget();
    plane.destroy();
  }
  return exitCode(first.diagnostics);
}

function checkFlags(paths: readonly string[], flags: ProxyFlags): void {
  if (paths.length > 0 || (!wantsCluster(flags) && flags.rds === undefined)) checkPaths(paths);
  if (flags.watch && (paths.length === 0 || paths.includes('-'))) {
    throw new UsageError('--watch watches files. Name files or directories, not standard input.');
  }
}

function partsOf(
  { index, envoyFilters, rules }: ProxyInputs,
  { listens }: Listening,
  upstreams: Upstreams,
  version: string,
): DataPlaneParts {
  const node = { id: 'sidecar~127.0.0.1~aeraki-proxy.default~default.svc.cluster.local', version };
  const config = buildConfig({ index, envoyFilters, rules, listens, upstreams, node });
  return { config, rules: compileRules(rules) };
}

async function started(plane: DataPlane): Promise<void> {
  try {
    await plane.start();
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    throw startFailure(`listen on ${hostKey(error.listener.address)}`, '--listen', error.cause);
  }
}

/** Says what this is, and what it does. */
async function announce(plane: DataPlane, { config }: DataPlaneParts, { stderr }: Terminal): Promise<void> {
  const lines = [
    'aeraki proxy is for debugging: it does what the MetaProtocol proxy of a sidecar would do, without TLS and identity. Do not put it in front of production.',
    ...plane.listeners.map(listenerLine),
    ...[...config.clusters.values()].map(clusterLine),
  ];
  await stderr.write(lines.map((line) => `${printable(line)}\n`).join(''));
}

function listenerLine({ listener, address }: ListenerState): string {
  const { service, applicationProtocol } = listener;
  return `Listening on ${hostKey(address)} for ${service.host}:${service.port} (${applicationProtocol})`;
}

function clusterLine({ name, endpoints, source }: Cluster): string {
  if (endpoints.length === 0) {
    return `  ${name}: no endpoint; requests get an error. Name one with --upstream '${name}=HOST:PORT'.`;
  }
  return `  ${name}: ${endpoints.map(({ address }) => hostKey(address)).join(', ')} (${source})`;
}
