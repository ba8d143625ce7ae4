import { diagnose } from '../../diagnostics/diagnose.js';
import { exitCodeOf } from '../../diagnostics/exit-code.js';
import { json } from '../../output/json.js';
import { printable } from '../../output/printable.js';
import { yamlChunks } from '../../output/yaml.js';
import type { Converted } from '../../registry/convert/converted.js';
import { asReference, referenceEntries } from '../../registry/reference/reference.js';
import { readConverted, readRegistries } from '../input/registry/read.js';
import { UsageError } from '../shell/errors.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { globalFlags } from '../shell/flags.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import type { exportFlags } from './export-flags.js';
import { exitOf, sayFindings } from './say.js';

export interface ExportFlags
  extends FilledFlagValues<typeof exportFlags>,
    Pick<FilledFlagValues<typeof globalFlags>, 'verbose'> {}

/** Runs `aeraki registry export`. */
export async function runExport(words: readonly string[], flags: ExportFlags, terminal: Terminal): Promise<ExitCode> {
  if (flags['as-reference']) return exportReference(words, flags, terminal);
  const isJson = flags.output === 'json' && flags['output-dir'] === undefined;
  const converted = await readConverted(words, flags, { withProviders: isJson });
  const diagnostics = await sayFindings(converted.findings, terminal, flags.verbose, isJson ? 'all' : 'shown');
  const dropped = converted.services.some(({ state }) => state !== 'ok');
  const code = worst(exitOf(diagnostics), flags.strict && dropped ? exit.findings : exit.fine);
  if (converted.read.dumps.length === 0) return code;
  // A registry that was not read says nothing: what is in the directory stays.
  const isWhole = converted.read.findings.length === 0;
  if (flags['output-dir'] !== undefined) {
    const { EntryDirectory } = await import('./entry-files.js');
    const said = await new EntryDirectory(flags['output-dir']).write(converted.entries, {
      prune: flags.prune && isWhole,
      maxDeletes: flags['max-deletes'],
    });
    await terminal.stderr.write(said.notes.map((line) => `${printable(line)}\n`).join(''));
    await printDiagnostics(terminal.stderr, diagnose(said.findings));
    return worst(code, exitCodeOf(said.findings));
  }
  if (isJson) await terminal.stdout.write(json(resultOf(converted, diagnostics)));
  else await terminal.stdout.write(yamlChunks(converted.entries));
  return code;
}

/** What `-o json` prints (schemas/results/registry-export.json). */
function resultOf({ entries, services }: Converted, diagnostics: unknown): unknown {
  return { serviceEntries: entries, services, diagnostics };
}

async function exportReference(words: readonly string[], flags: ExportFlags, terminal: Terminal): Promise<ExitCode> {
  if (words.length > 1) throw new UsageError('--as-reference is of one registry: an adapter has only one. Name one.');
  const read = await readRegistries(words, flags);
  const diagnostics = diagnose(read.findings);
  await printDiagnostics(terminal.stderr, diagnostics);
  const [named] = read.dumps;
  if (named === undefined) return exitOf(diagnostics);
  const { registryName, dump } = named;
  const result = asReference(registryName === undefined ? dump : { ...dump, name: registryName });
  if (result === undefined) {
    throw new UsageError('The Aeraki project has no adapter for Eureka, so there is no --as-reference. Leave it out.');
  }
  if (flags.output === 'json') await terminal.stdout.write(json(result));
  else await terminal.stdout.write(yamlChunks(referenceEntries(result)));
  return exit.fine;
}
