import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Severity } from '../../diagnostics/entry.js';
import { exitCodeOf } from '../../diagnostics/exit-code.js';
import type { Loaded } from '../../load/loaded.js';
import { parseYaml } from '../../load/parse-yaml.js';
import { withoutProxyKinds } from '../../load/without-proxy-kinds.js';
import type { Resource } from '../../model/resource.js';
import type { Style } from '../../output/log.js';
import { printable } from '../../output/printable.js';
import { type ValidationFormatName, validationFormats } from '../../output/validation/formats.js';
import type { Source } from '../../source/source.js';
import { saidOnce } from '../../validate/once.js';
import { makeValidation, rank, type Validation, type ValidationSummary } from '../../validate/results.js';
import { withoutSuppressed } from '../../validate/suppress.js';
import { validate } from '../../validate/validate.js';
import type { InputFlags } from '../input/inputs.js';
import { chosenLayers, suppressionsOf } from '../input/judging.js';
import { translateOptions } from '../input/translate-options.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { globalFlags } from '../shell/flags.js';
import type { validateFlags } from './flags.js';

/** The flags of `aeraki validate` (cli.md section 3). */
export interface ValidateFlags
  extends InputFlags,
    Pick<
      FilledFlagValues<typeof validateFlags>,
      | 'output'
      | 'layers'
      | 'schema-only'
      | 'failure-threshold'
      | 'output-threshold'
      | 'suppress'
      | 'context-path'
      | 'namespace-scoped'
      | 'cluster-domain'
    >,
    Pick<FilledFlagValues<typeof globalFlags>, 'verbose'> {}

/** What a run found, ready to be written; nothing has been written yet. */
export interface ValidateReport extends Validation {
  readonly exitCode: ExitCode;
  /** Lines for standard error. */
  readonly notes: readonly string[];
  /** What was read, and every finding that counts: for `--fix`. */
  readonly loaded: Loaded;
  readonly findings: readonly Finding[];
}

/** What is judged, and what is only known. */
export interface ValidateInputs {
  readonly loaded: Loaded;
  readonly known: readonly Resource[];
}

/** Judges what the sources have. Raises `UsageError` for flags that make no sense and what reading a cluster raises. */
export async function runValidate(sources: ValidateSources, flags: ValidateFlags): Promise<ValidateReport> {
  const suppressions = suppressionsOf(flags);
  const chosen = chosenLayers(flags);
  const { loaded: all, known } = await readAll(sources);
  const loaded = withoutProxyKinds(all);
  const judged = loaded.documents.flatMap((document) => (document.status === 'resource' ? [document.resource] : []));
  const found = await validate(
    { judged, known: chosen.has('analysis') ? known : [] },
    {
      layers: chosen,
      parseYaml,
      translate: translateOptions(flags),
    },
  );
  const findings = withoutSuppressed([...loaded.findings, ...saidOnce(found)], suppressions);
  const validation = makeValidation(loaded, findings, flags['output-threshold']);
  return {
    ...validation,
    exitCode: exitOf(findings, flags['failure-threshold']),
    notes: notes(validation, loaded, flags),
    loaded,
    findings,
  };
}

/** The result as text in the chosen format. */
export async function formatValidation(
  report: Validation,
  format: ValidationFormatName,
  style: Style,
  version: string,
): Promise<string> {
  return (await validationFormats[format]())(report, { style, version });
}

/**
 * What is judged, and what is only known: context paths, and the cluster when files are judged against it. Raises what
 * the sources raise.
 */
export interface ValidateSources {
  readonly judged: Source;
  readonly context: Source | undefined;
  readonly cluster: Source | undefined;
}

export async function readAll({ judged, context, cluster }: ValidateSources): Promise<ValidateInputs> {
  const below = await cluster?.read();
  const loaded = await judged.read();
  const around = await context?.read();
  const missing = around?.findings.filter(({ code }) => code === 'AER0001' || code === 'AER0002') ?? [];
  if (missing.length > 0) return { loaded: { ...loaded, findings: [...loaded.findings, ...missing] }, known: [] };
  return { loaded, known: [...(around?.resources ?? []), ...(below?.resources ?? [])] };
}

/** 65 for an input that cannot be read; 79 for a finding at or above the threshold. */
export function exitOf(findings: readonly Finding[], threshold: Severity): ExitCode {
  const failed = findings.some(({ severity }) => rank[severity] >= rank[threshold]);
  return worst(exitCodeOf(findings) === exit.input ? exit.input : exit.fine, failed ? exit.findings : exit.fine);
}

function notes({ summary, diagnostics }: Validation, loaded: Loaded, flags: ValidateFlags): readonly string[] {
  const lines: string[] = [];
  if (flags.verbose) {
    for (const document of loaded.documents) {
      if (document.status !== 'skipped') continue;
      const { source, id, reason } = document;
      const name = [id.kind, id.name].filter(Boolean).join(' ');
      lines.push(printable(`Passed over ${source.file}:${source.line}${name ? ` (${name})` : ''}: ${reason}`));
    }
  }
  lines.push(summaryNote(summary));
  // The gravest stands first in what a reader does next.
  const [first] = [...diagnostics].sort((one, other) => rank[other.severity] - rank[one.severity]);
  if (flags.output === 'log' && first !== undefined)
    lines.push(`\`aeraki explain ${first.code}\` says more of a finding.`);
  return lines;
}

/** One line that says how many of each there are. */
export function summaryNote({ files, valid, invalid, skipped, errors, warnings }: ValidationSummary): string {
  const counts = [`${valid} valid`, `${invalid} invalid`, `${skipped} skipped`].join(', ');
  return `${plural(files, 'file')}: ${counts}; ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`;
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
