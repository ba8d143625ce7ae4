import type { AdminPort } from '../../cluster/admin.js';
import { redactText } from '../../envoy/redact.js';
import { readStatistics, type Statistic, statisticsPath } from '../../inspect/statistics.js';
import { json } from '../../output/json.js';
import { printable } from '../../output/printable.js';
import { tablePieces } from '../../output/table.js';
import { type SourceFlags, withAdminPorts } from '../input/dump/source.js';
import { UsageError } from '../shell/errors.js';
import { type ExitCode, exit } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { Terminal } from '../shell/terminal.js';
import type { statsFlags } from './stats-flags.js';

export interface StatsFlags
  extends SourceFlags,
    Pick<FilledFlagValues<typeof statsFlags>, 'filter' | 'type' | 'used-only' | 'output'> {}

interface Answer {
  readonly proxy: string;
  readonly text: string;
}

/** Shows the statistics of proxies. Raises `UsageError`, `ClusterFailure`. */
export async function stats(target: string | undefined, flags: StatsFlags, terminal: Terminal): Promise<ExitCode> {
  const prometheus = flags.output === 'prometheus';
  if (prometheus && flags['all-pods']) {
    throw new UsageError('-o prometheus shows one proxy at a time. Name one pod.');
  }
  await checkFilter(flags.filter);
  const path = statisticsPath({ prometheus, filter: flags.filter, usedOnly: flags['used-only'], type: flags.type });
  const note = (line: string) => terminal.stderr.write(`${line}\n`);
  const answers = await withAdminPorts(target, flags, note, (ports) => askAll(ports, path));
  const [first] = answers;
  if (prometheus) await terminal.stdout.write(first === undefined ? '' : `${first.text.trimEnd()}\n`);
  else if (flags.output === 'short') await writeTables(answers, terminal);
  else await terminal.stdout.write(await data(answers, flags.output));
  return exit.fine;
}

/** Envoy answers a wrong expression with 400 and no reason: what is wrong with it is said before. */
async function checkFilter(filter: string | undefined): Promise<void> {
  if (filter === undefined) return;
  const { compileRegex } = await import('../../match/regex.js');
  const compiled = compileRegex(filter);
  if (!compiled.ok) {
    throw new UsageError(printable(`--filter ${filter} is no regular expression of RE2: ${compiled.reason}.`));
  }
}

async function askAll(ports: readonly AdminPort[], path: string): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const port of ports) {
    const text = Buffer.from(await port.ask(path)).toString('utf8');
    answers.push({ proxy: port.name, text: redactText(text) });
  }
  return answers;
}

async function writeTables(answers: readonly Answer[], terminal: Terminal): Promise<void> {
  const { width } = await terminal.stdout.style();
  for (const [index, { proxy, text }] of answers.entries()) {
    if (answers.length > 1) await terminal.stdout.write(`${index > 0 ? '\n' : ''}${printable(proxy)}\n`);
    const rows = readStatistics(text).map(({ name, value }) => [name, String(value)]);
    await terminal.stdout.write(tablePieces(['NAME', 'VALUE'], rows, { width }));
  }
}

async function data(answers: readonly Answer[], output: 'json' | 'yaml'): Promise<string> {
  const result: readonly { readonly proxy: string; readonly stats: readonly Statistic[] }[] = answers.map(
    ({ proxy, text }) => ({ proxy, stats: readStatistics(text) }),
  );
  if (output === 'json') return json(result);
  const { toYaml } = await import('../../output/yaml.js');
  return toYaml(result);
}
