import type { AdminPort } from '../../cluster/admin.js';
import { nearest } from '../../diagnostics/nearest.js';
import {
  type LevelChange,
  type Logger,
  levelRequests,
  logLevels,
  parseLevels,
  readLoggers,
} from '../../inspect/loggers.js';
import { json } from '../../output/json.js';
import { printable } from '../../output/printable.js';
import { tablePieces } from '../../output/table.js';
import { type SourceFlags, withAdminPorts } from '../input/dump/source.js';
import { FailureError, UsageError } from '../shell/errors.js';
import { type ExitCode, exit } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { Terminal } from '../shell/terminal.js';
import type { logFlags } from './log-flags.js';

export interface LogFlags extends SourceFlags, Pick<FilledFlagValues<typeof logFlags>, 'level' | 'reset' | 'output'> {}

/** Envoy's own default, and Istio's for a proxy that is not told another. */
const usual: LevelChange = { all: 'warning', named: [] };

interface Proxy {
  readonly proxy: string;
  readonly loggers: readonly Logger[];
}

/** Shows what proxies log at which level, and changes that where it is asked for. Raises `UsageError`, `ClusterFailure`. */
export async function log(target: string | undefined, flags: LogFlags, terminal: Terminal): Promise<ExitCode> {
  const change = changeOf(flags);
  const note = (line: string) => terminal.stderr.write(`${line}\n`);
  const shown = await withAdminPorts(target, flags, note, async (ports) => {
    const proxies: Proxy[] = [];
    for (const port of ports) proxies.push({ proxy: port.name, loggers: await changed(port, change) });
    return proxies;
  });
  if (flags.output === 'short') await writeTables(shown, terminal);
  else await terminal.stdout.write(await data(shown, flags.output));
  return exit.fine;
}

function changeOf({ level, reset }: LogFlags): LevelChange | undefined {
  if (reset) return usual;
  if (level === undefined) return undefined;
  const parsed = parseLevels(level);
  if (parsed.ok) return parsed.change;
  throw new UsageError(
    `--level: ${printable(parsed.wrong)} is no level. Write LEVEL or LOGGER:LEVEL, with commas between; LEVEL is ${logLevels.join(', ')}.`,
  );
}

/** The loggers of a proxy, after the change; nothing is changed when one that it names does not exist. */
async function changed(port: AdminPort, change: LevelChange | undefined): Promise<readonly Logger[]> {
  const loggers = await loggersOf(port, '/logging');
  if (change === undefined) return loggers;
  const known = loggers.map(({ name }) => name);
  const unknown = change.named.find(({ name }) => !known.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown.name, known);
    const hint = near === undefined ? `There are ${known.join(', ')}.` : `Did you mean ${near}?`;
    throw new UsageError(printable(`--level: ${port.name} has no logger ${unknown.name}. ${hint}`));
  }
  let after = loggers;
  for (const path of levelRequests(change)) after = await loggersOf(port, path, 'POST');
  return after;
}

async function loggersOf(port: AdminPort, path: string, method: 'GET' | 'POST' = 'GET'): Promise<readonly Logger[]> {
  // Envoy asks for POST here even where nothing changes; older ones take both.
  const text = Buffer.from(await port.ask(path, path === '/logging' ? 'POST' : method)).toString('utf8');
  const loggers = readLoggers(text);
  if (loggers.length > 0) return loggers;
  throw new FailureError(
    printable(`${port.name} did not answer ${path} with its loggers. Check that it is the admin port of an Envoy.`),
  );
}

async function writeTables(proxies: readonly Proxy[], terminal: Terminal): Promise<void> {
  const { width } = await terminal.stdout.style();
  for (const [index, { proxy, loggers }] of proxies.entries()) {
    if (proxies.length > 1) await terminal.stdout.write(`${index > 0 ? '\n' : ''}${printable(proxy)}\n`);
    const rows = loggers.map(({ name, level }) => [name, level]);
    await terminal.stdout.write(tablePieces(['LOGGER', 'LEVEL'], rows, { width }));
  }
}

async function data(proxies: readonly Proxy[], output: 'json' | 'yaml'): Promise<string> {
  const result = proxies.map(({ proxy, loggers }) => ({
    proxy,
    loggers: Object.fromEntries(loggers.map(({ name, level }) => [name, level])),
  }));
  if (output === 'json') return json(result);
  const { toYaml } = await import('../../output/yaml.js');
  return toYaml(result);
}
