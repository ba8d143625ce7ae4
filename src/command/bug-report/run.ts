import { writeFile } from 'node:fs/promises';
import { ClusterFailure } from '../../cluster/failure.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import { reasonOf } from '../../diagnostics/reason.js';
import { printable } from '../../output/printable.js';
import { adminPort, readFileDump, withPods } from '../input/dump/source.js';
import { isRendered, readInputs, rootNamespace, wantsCluster } from '../input/inputs.js';
import { CommandError, FailureError, UsageError } from '../shell/errors.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import { archiveOf, contentsText } from './archive.js';
import { Contents } from './contents.js';
import type { bugReportFlags } from './flags.js';
import { addDump, addIstiod, addPort } from './proxies.js';

export interface BugReportFlags extends FilledFlagValues<typeof bugReportFlags> {}

const mebibyte = 1 << 20;

/**
 * Gathers what the command line names in one archive. What one source cannot give is said, in the archive too, and the rest is
 * gathered all the same. Raises `UsageError` when nothing is named, `FailureError` when the archive cannot be written.
 */
export async function bugReport(
  paths: readonly string[],
  flags: BugReportFlags,
  terminal: Terminal,
  version: string,
): Promise<ExitCode> {
  const sources = sourcesOf(paths, flags, terminal);
  if (sources.length === 0) {
    throw new UsageError(
      'Nothing to report on. Name rules (a file or a directory, or --context), a proxy (--proxy, --admin-address) or a dump (--dump).',
    );
  }
  const contents = new Contents(flags['max-size'] * mebibyte);
  let code: ExitCode = exit.fine;
  for (const { name, add } of sources) code = worst(code, await attempt(name, () => add(contents), contents, terminal));
  if (contents.parts.length === 0) throw new FailureError('Nothing could be gathered. See above what failed.');
  const readme = contentsText(contents, version);
  const archive = flags['dry-run'] ? undefined : await archiveOf(contents, readme);
  if (archive !== undefined) await write(flags.output, archive);
  const size =
    archive === undefined ? 'Nothing was written (--dry-run).' : `Wrote ${flags.output}, ${archive.length} bytes.`;
  await terminal.stdout.write(`${readme.split('\n').map(printable).join('\n')}${printable(size)}\n`);
  return code;
}

interface ReportSource {
  readonly name: string;
  readonly add: (contents: Contents) => Promise<void>;
}

function sourcesOf(paths: readonly string[], flags: BugReportFlags, terminal: Terminal): readonly ReportSource[] {
  const note = (line: string) => terminal.stderr.write(`${line}\n`);
  const rules = paths.length > 0 || wantsCluster(flags) || isRendered(flags);
  return [
    ...(rules
      ? [
          {
            name: 'rules',
            add: async (contents: Contents) => {
              const { addRules } = await import('./rules.js');
              await addRules(contents, await readInputs(paths, flags), rootNamespace(flags));
            },
          },
        ]
      : []),
    ...flags['admin-address'].map((address) => ({
      name: address,
      add: async (contents: Contents) => addPort(contents, await adminPort(address)),
    })),
    ...flags.proxy.map((target) => ({
      name: target,
      add: (contents: Contents) =>
        withPods(target, { ...flags, file: undefined, 'admin-address': undefined }, note, async (pods) => {
          for (const { admin } of pods) await addPort(contents, admin);
        }),
    })),
    ...(wantsCluster(flags)
      ? [
          {
            name: 'istiod',
            add: (contents: Contents) => addIstiod(contents, flags),
          },
        ]
      : []),
    ...flags.dump.map((path) => ({
      name: path,
      add: async (contents: Contents) => addDump(contents, await readFileDump(path)),
    })),
  ];
}

/** A source that fails does not keep the others out; a wrong command line does. */
async function attempt(
  name: string,
  add: () => Promise<void>,
  contents: Contents,
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    await add();
    return exit.fine;
  } catch (error) {
    if (error instanceof ClusterFailure) {
      await printDiagnostics(terminal.stderr, diagnose(error.findings));
      contents.missing(name, error.message);
      return exit.failure;
    }
    if (!(error instanceof CommandError) || error instanceof UsageError) throw error;
    await terminal.stderr.write(`Error: ${printable(error.message)}\n`);
    contents.missing(name, error.message);
    return error.exitCode;
  }
}

async function write(path: string, archive: Uint8Array): Promise<void> {
  try {
    await writeFile(path, archive, { mode: 0o600 });
  } catch (error) {
    throw new FailureError(printable(`Cannot write ${path}: ${reasonOf(error)}. Name another file with --output.`));
  }
}
