import { traitsOf } from '../../behaviour/traits.js';
import { Following } from '../../edition/follow.js';
import { createHash64 } from '../../proxy/balance/xxhash.js';
import { Faults } from '../../proxy/fault/faults.js';
import { nodeHeaders } from '../../proxy/node-headers.js';
import { Turn } from '../../proxy/turn.js';
import type { World } from '../../proxy/world.js';
import { exitCode } from '../input/ask.js';
import { loadCodecs } from '../input/codec/private-codecs.js';
import { checkPaths, wantsOther } from '../input/inputs.js';
import { namedPathFails } from '../input/named-path.js';
import { parseListen, parseUpstreams } from '../input/proxy/addresses.js';
import { parseFaults } from '../input/proxy/faults.js';
import { type Listening, resolveListens } from '../input/proxy/listens.js';
import { InputReader, type ProxyInputs, relevant } from '../input/proxy/reader.js';
import { onHangUp } from '../input/removals.js';
import { UsageError } from '../shell/errors.js';
import { type ExitCode, exit } from '../shell/exit.js';
import { sayOnce } from '../shell/say-once.js';
import { signalled } from '../shell/signal.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import { adminAddress } from './admin.js';
import { type ProxyFlags, settingsOf } from './flags.js';
import { Observers } from './observers.js';
import { nodeId, Running, serviceName } from './running.js';
import { tracingOf } from './tracing.js';
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
  const faults = new Faults(parseFaults(flags.fault));
  const settings = settingsOf(flags);
  const traits = traitsOf(flags['proxy-version']);
  const own = await loadCodecs(flags.codec);
  // What a server's routes lead to is not known yet.
  const asked = flags.rds === undefined && flags.listen.length > 0 ? flags.listen : undefined;
  const hosts = asked && new Set(asked.map((text) => parseListen(text).host));
  const reader = new InputReader(paths, flags, terminal, hosts);
  const first = await reader.read();
  reader.take(first);
  await printDiagnostics(terminal.stderr, relevant(first.diagnostics, flags.verbose));
  if (namedPathFails(first.loaded, paths)) return exit.input;
  const { listen, protocol } = flags;
  const remote = flags.rds !== undefined;
  const listeningFor = ({ compiled }: ProxyInputs) => resolveListens(compiled, { listen, protocol, own, remote });
  const listening = await listeningFor(first);
  const now = () => performance.now();
  const troubles = new Troubles(terminal.stderr, now);
  const tracing = tracingOf(flags, first.edition.meshConfig.zipkinAddress, { service: serviceName, id: nodeId });
  const observers = await Observers.make(flags, terminal, now, troubles.tell, tracing);
  const world: World = {
    settings,
    traits,
    node: nodeHeaders(nodeId),
    surroundings: { turn: new Turn(), now, random: () => Math.random(), hash64: await createHash64() },
    observe: observers.observe,
    trouble: troubles.tell,
    counts: observers.stats,
    faults,
  };
  const running = new Running({ flags, terminal, version, first, listening, upstreams, world, observers });
  const stopped = signalled();
  let following: Following | undefined;
  try {
    await Promise.race([running.start(), stopped.promise]);
    if (flags.watch) following = follow(reader, running, listeningFor, terminal);
    await Promise.race([stopped.promise, following?.ended ?? stopped.promise]);
    await running.drain();
  } finally {
    stopped.forget();
    await following?.close();
    await running.stop();
  }
  return exitCode(first.diagnostics);
}

/** Takes every change of the inputs, what changed since they were read too. */
function follow(
  reader: InputReader,
  running: Running,
  listeningFor: (inputs: ProxyInputs) => Promise<Listening>,
  terminal: Terminal,
): Following {
  const following = new Following([reader.source], {
    round: async (_, isStale) => {
      const inputs = await reader.read();
      if (isStale()) return;
      if (await running.edit({ inputs, listening: await listeningFor(inputs) })) reader.take(inputs);
    },
    failed: sayOnce('aeraki proxy'),
  });
  onHangUp(reader.editions, following, terminal);
  return following;
}

function checkFlags(paths: readonly string[], flags: ProxyFlags): void {
  if (paths.length > 0 || (!wantsOther(flags) && flags.rds === undefined)) checkPaths(paths, flags);
  if (flags.watch && (paths.length === 0 || paths.includes('-'))) {
    throw new UsageError('--watch watches files. Name files or directories, not standard input.');
  }
  adminAddress(flags.admin);
}
