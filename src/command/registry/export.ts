import { diagnose } from '../../diagnostics/diagnose.js';
import { exitCodeOf } from '../../diagnostics/exit-code.js';
import { json } from '../../output/json.js';
import { yamlChunks } from '../../output/yaml.js';
import { asReference, referenceEntries } from '../../registry/reference/reference.js';
import { UsageError } from '../errors.js';
import { type ExitCode, exit } from '../exit.js';
import { printDiagnostics, type Terminal } from '../terminal.js';
import { readDumpFile } from './input.js';

export interface ExportFlags {
  readonly output: 'yaml' | 'json';
  readonly 'as-reference': boolean;
}

/** Runs `aeraki registry export`. */
export async function runExport(source: string, flags: ExportFlags, terminal: Terminal): Promise<ExitCode> {
  const read = await readDumpFile(source);
  if ('finding' in read) {
    const diagnostics = diagnose([read.finding]);
    await printDiagnostics(terminal.stderr, diagnostics);
    return exitCodeOf(diagnostics);
  }
  const result = asReference(read.dump);
  if (result === undefined) {
    throw new UsageError('The Aeraki project has no adapter for Eureka, so there is no --as-reference. Leave it out.');
  }
  if (flags.output === 'json') await terminal.stdout.write(json(result));
  else await terminal.stdout.write(yamlChunks(referenceEntries(result)));
  return exit.fine;
}
