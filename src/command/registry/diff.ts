import { diagnose } from '../../diagnostics/diagnose.js';
import type { ServiceEntry } from '../../model/istio.js';
import { json } from '../../output/json.js';
import { printable } from '../../output/printable.js';
import { compareEntries, type EntryChange } from '../../registry/compare.js';
import { isFromRegistry } from '../../registry/convert/existing.js';
import { keyOf } from '../../registry/reference/entry.js';
import { asReference, referenceEntries } from '../../registry/reference/reference.js';
import { type PlainInputFlags, readInputs } from '../input/inputs.js';
import type { RegistryFlags } from '../input/registry/flags.js';
import type { LiveFlags } from '../input/registry/live.js';
import { type ReadRegistries, readConverted } from '../input/registry/read.js';
import { UsageError } from '../shell/errors.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import type { diffFlags } from './diff-flags.js';
import { registriesAndRules } from './rules.js';
import { exitOf, sayFindings } from './say.js';

export interface DiffFlags
  extends RegistryFlags,
    LiveFlags,
    Omit<PlainInputFlags, 'exclude'>,
    Pick<FilledFlagValues<typeof diffFlags>, 'output' | 'filename' | 'against-reference'> {}

/** Runs `aeraki registry diff`: exit 79 when the registry and the other side differ. */
export async function runRegistryDiff(
  words: readonly string[],
  given: DiffFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { registries, flags } = registriesAndRules(words, given);
  const converted = await readConverted(registries, flags);
  const diagnostics = await sayFindings(converted.findings, terminal, flags.verbose === true);
  if (converted.read.findings.length > 0) return exitOf(diagnostics);
  const keys = new Set(converted.entries.map(keyOf));
  const there = flags['against-reference']
    ? referenceOf(converted.read)
    : (await entriesThere(flags, terminal)).filter((entry) => keys.has(keyOf(entry)) || isFromRegistry(entry));
  const changes = compareEntries(converted.entries, there);
  if (flags.output === 'json') {
    await terminal.stdout.write(json({ different: changes.length > 0, changes, diagnostics }));
  } else {
    const { palette } = await terminal.stdout.style();
    await terminal.stdout.write(changes.map((change) => changeText(change, palette)).join(''));
    const what = flags['against-reference'] ? 'what the reference makes' : 'what is there';
    if (changes.length === 0) await terminal.stderr.write(`The registry and ${what} say the same.\n`);
  }
  return worst(exitOf(diagnostics), changes.length > 0 ? exit.findings : exit.fine);
}

function referenceOf({ dumps }: ReadRegistries): readonly ServiceEntry[] {
  return dumps.flatMap(({ dump, registryName }) => {
    const result = asReference(registryName === undefined ? dump : { ...dump, name: registryName });
    if (result === undefined) {
      throw new UsageError('The Aeraki project has no adapter for Eureka, so there is no --against-reference.');
    }
    return referenceEntries(result);
  });
}

async function entriesThere(flags: DiffFlags, terminal: Terminal): Promise<readonly ServiceEntry[]> {
  if (flags.filename.length === 0) {
    const { connectServiceEntries } = await import('../../cluster/service-entries.js');
    const { kubeconfig, context } = flags;
    const writer = await connectServiceEntries({ kubeconfig, context, env: process.env }, 'aeraki-registry');
    try {
      return await writer.list();
    } finally {
      writer.close();
    }
  }
  const loaded = await readInputs(flags.filename, { namespace: flags.namespace });
  const errors = loaded.findings.filter(({ severity }) => severity === 'error');
  await printDiagnostics(terminal.stderr, diagnose(errors, loaded.locate));
  return loaded.resources.flatMap(({ kind, object, namespace, name }) =>
    kind === 'ServiceEntry' ? [{ ...(object as ServiceEntry), metadata: { ...object.metadata, namespace, name } }] : [],
  );
}

function changeText(
  { entry, change, details }: EntryChange,
  palette: Awaited<ReturnType<Terminal['stdout']['style']>>['palette'],
): string {
  const sign = change === 'added' ? '+' : change === 'removed' ? '-' : '~';
  const head = `${sign} ${entry}`;
  const coloured = change === 'removed' ? palette.error(printable(head)) : palette.bold(printable(head));
  return `${coloured}\n${details.map((detail) => `    ${printable(detail)}\n`).join('')}`;
}
