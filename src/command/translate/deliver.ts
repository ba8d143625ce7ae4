import { printable } from '../../output/printable.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import type { FileStatus } from '../shell/output-directory.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import { formatTranslation, type TranslateFlags, type TranslateReport } from './run.js';

/**
 * Writes what a run of `translate` made: the result on standard output or into the output directory, diagnostics and
 * notes on standard error. `before` is called when the first byte is about to be written. Returns the exit code.
 */
export async function deliver(
  report: TranslateReport,
  flags: TranslateFlags,
  { stdout, stderr }: Terminal,
  before: () => void,
): Promise<ExitCode> {
  const { text, notes, differs } = await result(report, flags);
  before();
  await stdout.write(text);
  // JSON has the diagnostics in it; they are not said twice.
  if (flags.output !== 'json' || flags.check !== undefined) await printDiagnostics(stderr, report.diagnostics);
  for (const note of [...report.notes, ...notes]) await stderr.write(`${note}\n`);
  return differs ? worst(report.exitCode, exit.findings) : report.exitCode;
}

interface Result {
  readonly text: string | Iterable<string>;
  readonly notes: readonly string[];
  readonly differs: boolean;
}

async function result(report: TranslateReport, flags: TranslateFlags): Promise<Result> {
  const directory = flags['output-dir'];
  if (flags.check !== undefined) return check(report, flags, flags.check);
  if (directory === undefined) return { text: await formatTranslation(report, flags), notes: [], differs: false };
  const { writeDirectory } = await import('../shell/output-directory.js');
  const { written, removed } = await writeDirectory(directory, await filesOf(report));
  const total =
    report.view.envoyFilters.length + report.view.virtualServices.length + report.view.routeConfigurations.length;
  const notes = [printable(`${directory}: ${total} files, ${written} written, ${removed} removed.`)];
  return { text: flags.output === 'yaml' ? '' : await formatTranslation(report, flags), notes, differs: false };
}

async function check(report: TranslateReport, flags: TranslateFlags, directory: string): Promise<Result> {
  const { checkDirectory } = await import('../shell/output-directory.js');
  const files = await checkDirectory(directory, await filesOf(report));
  const notes = [
    files.length === 0
      ? printable(`${directory} is up to date.`)
      : printable(`${directory} is not up to date. Run the same command with --output-dir in place of --check.`),
  ];
  if (flags.output === 'json') {
    const { json } = await import('../../output/json.js');
    return {
      text: json({ upToDate: files.length === 0, files, diagnostics: report.diagnostics }),
      notes,
      differs: files.length > 0,
    };
  }
  const line = ({ path, status }: { path: string; status: FileStatus }): string =>
    `${status.padEnd(7)} ${printable(path)}\n`;
  return { text: files.map(line).join(''), notes, differs: files.length > 0 };
}

async function filesOf(report: TranslateReport): Promise<ReadonlyMap<string, string>> {
  const { translationFiles } = await import('../../output/translation/files.js');
  return translationFiles(report.view);
}
