import { compileRules } from '../../match/service.js';
import { createHash64 } from '../../proxy/balance/xxhash.js';
import { Turn } from '../../proxy/turn.js';
import type { World } from '../../proxy/world.js';
import { UsageError } from '../errors.js';
import { type ExitCode, exit } from '../exit.js';
import { checkPaths, wantsCluster } from '../inputs.js';
import { loadCodecs } from '../private-codecs.js';
import { namedPathFails } from '../rds/rules.js';
import { exitCode } from '../route.js';
import { signalled } from '../signal.js';
import { printDiagnostics, type Terminal } from '../terminal.js';
import { adminAddress } from './admin.js';
import { type ProxyFlags, parseUpstreams, settingsOf } from './flags.js';
import { resolveListens } from './listens.js';
import { Observers } from './observers.js';
import { readProxyInputs, relevant } from './rules.js';
import { Running } from './running.js';
import { Troubles } from './troubles.js';

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
  const { listen, protocol } = flags;
  const remote = flags.rds !== undefined;
  const listening = await resolveListens(compileRules(first.rules), { listen, protocol, own, remote });
  const now = () => performance.now();
  const troubles = new Troubles(terminal.stderr, now);
  const observers = await Observers.make(flags, terminal, now, troubles.tell);
  const world: World = {
    settings,
    surroundings: { turn: new Turn(), now, random: () => Math.random(), hash64: await createHash64() },
    observe: observers.observe,
    trouble: troubles.tell,
    counts: observers.stats,
  };
  const running = new Running({ paths, flags, terminal, version, first, listening, upstreams, world, observers });
  const stopped = signalled();
  try {
    await Promise.race([running.start(), stopped.promise]);
    await stopped.promise;
    await running.drain();
  } finally {
    stopped.forget();
    await running.stop();
  }
  return exitCode(first.diagnostics);
}

function checkFlags(paths: readonly string[], flags: ProxyFlags): void {
  if (paths.length > 0 || (!wantsCluster(flags) && flags.rds === undefined)) checkPaths(paths);
  if (flags.watch && (paths.length === 0 || paths.includes('-'))) {
    throw new UsageError('--watch watches files. Name files or directories, not standard input.');
  }
  if (flags.watch && flags.rds !== undefined) {
    throw new UsageError('--watch takes the routes from files, --rds from a server. Name one of them.');
  }
  adminAddress(flags.admin);
}
