import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type DiagnosticChange, differenceOf } from '../../edition/difference.js';
import { LiveDiagnostics } from '../../edition/live-diagnostics.js';
import type { Loaded, LoadedDocument } from '../../load/loaded.js';
import { rank, type ValidationSummary } from '../../validate/results.js';
import { chosenLayers, suppressionsOf } from '../input/judging.js';
import { translateOptions } from '../input/translate-options.js';
import type { ValidateFlags, ValidateSources } from './run.js';
import { readAll, summaryNote } from './run.js';

/** What another state of the inputs changed in what `validate` says. */
export interface ValidationChange extends DiagnosticChange {
  /** All that is said now. */
  readonly diagnostics: readonly Diagnostic[];
  /** The line that says how many there are. */
  readonly note: string;
}

/** `runValidate` again and again, for the price of what changed, giving the difference. */
export class LiveReport {
  readonly #live: LiveDiagnostics;
  #last: readonly Diagnostic[] | undefined;

  constructor(
    readonly sources: ValidateSources,
    readonly flags: ValidateFlags,
    parseYaml: (text: string) => unknown,
  ) {
    const layers = chosenLayers(flags);
    this.#live = new LiveDiagnostics({ layers, parseYaml, translate: translateOptions(flags) }, suppressionsOf(flags));
  }

  async next(): Promise<ValidationChange> {
    const { flags } = this;
    const { loaded: all, known } = await readAll(this.sources);
    const { loaded, diagnostics } = await this.#live.next(all, known);
    const isShown = ({ severity }: Diagnostic): boolean => rank[severity] >= rank[flags['output-threshold']];
    const shown = diagnostics.every(isShown) ? diagnostics : diagnostics.filter(isShown);
    const change = differenceOf(this.#last ?? [], shown);
    return { ...change, diagnostics: shown, note: summaryNote(summaryOf(loaded, diagnostics)) };
  }

  /** It was shown: the next difference is against it. Whether it was the first. */
  take({ diagnostics }: ValidationChange): boolean {
    const isFirst = this.#last === undefined;
    this.#last = diagnostics;
    return isFirst;
  }
}

/** The same numbers as those of a whole validation. */
function summaryOf(loaded: Loaded, diagnostics: readonly Diagnostic[]): ValidationSummary {
  const broken = new Set<string>();
  const places = new Set<string>();
  let errors = 0;
  let warnings = 0;
  for (const { severity, resource, file = '' } of diagnostics) {
    if (severity === 'warning') warnings += 1;
    if (severity !== 'error') continue;
    errors += 1;
    if (resource !== undefined) broken.add(idOf(resource));
    else places.add(file);
  }
  const counts = { valid: 0, invalid: 0, skipped: 0 };
  const names = new Set([...broken].map((id) => id.slice(id.indexOf('/') + 1)));
  for (const document of loaded.documents) {
    // What it is written out as is only asked of those that may be among the broken ones.
    if (document.status !== 'resource') counts[document.status] += 1;
    else if (names.has(document.resource.name) && broken.has(idOf(document.resource))) counts.invalid += 1;
    else counts.valid += 1;
  }
  // What belongs to no document: a path that is not there, a file that cannot be read.
  if (places.size > 0) {
    const files = new Set(loaded.documents.map(fileOf));
    for (const file of places) if (!files.has(file)) counts.invalid += 1;
  }
  const resources = counts.valid + counts.invalid + counts.skipped;
  return { files: loaded.files, resources, ...counts, errors, warnings };
}

function fileOf(document: LoadedDocument): string {
  return document.status === 'resource' ? document.resource.source.file : document.source.file;
}

function idOf({ kind, namespace, name }: { kind: string; namespace: string; name: string }): string {
  return `${kind} ${namespace}/${name}`;
}
