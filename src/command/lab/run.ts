import { setTimeout as sleep } from 'node:timers/promises';
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { traitsOf } from '../../behaviour/traits.js';
import { Following } from '../../edition/follow.js';
import { labResult } from '../../output/lab/result.js';
import { labText } from '../../output/lab/table.js';
import { printable } from '../../output/printable.js';
import { createHash64 } from '../../proxy/balance/xxhash.js';
import { Faults } from '../../proxy/fault/faults.js';
import { defaultSettings } from '../../proxy/settings.js';
import { Turn } from '../../proxy/turn.js';
import { exitCode } from '../input/ask.js';
import { loadCodecs } from '../input/codec/private-codecs.js';
import { checkPaths, wantsOther } from '../input/inputs.js';
import { namedPathFails } from '../input/named-path.js';
import { parseUpstreams } from '../input/proxy/addresses.js';
import { parseFaults } from '../input/proxy/faults.js';
import { InputReader, type ReaderFlags, relevant } from '../input/proxy/reader.js';
import { type ExitCode, exit } from '../shell/exit.js';
import { sayOnce } from '../shell/say-once.js';
import { signalled } from '../shell/signal.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import { pageAddress, startPage } from './admin.js';
import { type LabFlags, milliseconds, parseRequest } from './flags.js';
import { Session } from './session.js';
import { LiveView } from './view.js';

/**
 * A service that an edit takes away has so long for its last requests, in milliseconds: the client waits for answers by the
 * turns of this process, which a busy machine can make long. It is for clients of others, that may never end.
 */
const leaveTimeout = 60_000;

/** Runs a lab until it is interrupted, or for `--for`. Gives the exit code. */
export async function runLab(
  paths: readonly string[],
  flags: LabFlags,
  terminal: Terminal,
  version: string,
): Promise<ExitCode> {
  if (paths.length > 0 || !wantsOther(flags)) checkPaths(paths, flags);
  const upstreams = parseUpstreams(flags.upstream);
  const faults = new Faults(parseFaults(flags.fault));
  const requests = flags.request.map(parseRequest);
  const timeout = milliseconds('timeout', flags.timeout);
  const time = flags.for === undefined ? undefined : milliseconds('for', flags.for);
  pageAddress(flags.admin);
  const own = await loadCodecs(flags.codec);
  // What fails is said by us, once; the library would say it again in its own way.
  setLogVerbosity(logVerbosity.NONE);
  const reader = new InputReader(paths, readerFlags(flags), terminal);
  const first = await reader.read();
  reader.take(first);
  await printDiagnostics(terminal.stderr, relevant(first.diagnostics, flags.verbose));
  if (namedPathFails(first.loaded, paths)) return exit.input;
  const { stdout, stderr } = terminal;
  const live = stdout.isTTY && flags.output === 'text' && time === undefined;
  const now = () => performance.now();
  const session = new Session({
    ...{ flags, reader, requests, own, timeout },
    // Under the table there is a place for it; elsewhere it is a line of its own.
    note: (message) => {
      if (!live) void stderr.write(`${printable(message)}\n`);
    },
    world: {
      settings: { ...defaultSettings, timeout: 0, drainTimeout: 1_000, leaveTimeout },
      traits: traitsOf(flags['proxy-version']),
      surroundings: { turn: new Turn(), now, random: () => Math.random(), hash64: await createHash64() },
      ...{ version, upstreams, faults },
    },
  });
  const stopped = signalled();
  const ended = new AbortController();
  const view = live ? new LiveView(terminal, () => session.state) : undefined;
  let following: Following | undefined;
  let page: { stop(): Promise<void> } | undefined;
  try {
    await Promise.race([session.start(first), stopped.promise]);
    page = await startPage(session, flags.admin, stderr);
    await announce(session, terminal);
    if (!paths.includes('-')) following = follow(reader, session);
    view?.start();
    const over = time === undefined ? [] : [sleep(time, undefined, { signal: ended.signal }).catch(() => {})];
    await Promise.race([stopped.promise, ...over, following?.ended ?? stopped.promise]);
    await following?.close();
    await session.finish();
    await view?.stop();
    if (flags.output === 'json') await stdout.write(`${JSON.stringify(labResult(session.state), undefined, 2)}\n`);
    else if (view === undefined) await stdout.write(labText(session.state, await stdout.style(), false));
  } finally {
    stopped.forget();
    ended.abort();
    await following?.close();
    await page?.stop();
    await session.stop();
  }
  return exitCode(first.diagnostics);
}

/** In a lab everything may go at once: it is there for that. */
function readerFlags(flags: LabFlags): ReaderFlags {
  return { ...flags, workloads: true, 'accept-removals': true, 'max-removals': 100 };
}

/** Where one can call, and what nobody answers. */
async function announce({ state, silent }: Session, { stderr }: Terminal): Promise<void> {
  const lines = state.listeners.map(({ consumer, service, address }) => `${service} for ${consumer} on ${address}`);
  if (silent.length > 0) {
    lines.push(
      `Nobody answers for ${silent.join(', ')}: the lab does not speak private protocols. Name servers with --upstream, and call them yourself.`,
    );
  }
  await stderr.write(lines.map((line) => `${printable(line)}\n`).join(''));
}

function follow(reader: InputReader, session: Session): Following {
  return new Following([reader.source], {
    round: async (_, isStale) => {
      const inputs = await reader.read();
      if (!isStale()) await session.edit(inputs);
    },
    failed: sayOnce('aeraki lab'),
  });
}
