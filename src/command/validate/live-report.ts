import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { Teller } from '../../diagnostics/teller.js';
import { type DiagnosticChange, differenceOf } from '../../edition/difference.js';
import { LiveValidation } from '../../edition/validation.js';
import { byObject } from '../../index/by-object.js';
import type { Loaded, LoadedDocument } from '../../load/loaded.js';
import { withoutProxyKinds } from '../../load/without-proxy-kinds.js';
import { saidOnce } from '../../validate/once.js';
import { rank, type ValidationSummary } from '../../validate/results.js';
import { withoutSuppressed } from '../../validate/suppress.js';
import type { ValidateFlags, ValidateSources } from './run.js';
import { chosenLayers, readAll, summaryNote, suppressionsOf, translateOptions } from './run.js';

/** What another state of the inputs changed in what `validate` says. */
export interface ValidationChange extends DiagnosticChange {
  /** All that is said now. */
  readonly diagnostics: readonly Diagnostic[];
  /** The line that says how many there are. */
  readonly note: string;
}

/** `runValidate` again and again, for the price of what changed, giving the difference. */
export class LiveReport {
  readonly #validation: LiveValidation;
  readonly #teller = new Teller();
  #last: readonly Diagnostic[] | undefined;

  constructor(
    readonly sources: ValidateSources,
    readonly flags: ValidateFlags,
    parseYaml: (text: string) => unknown,
  ) {
    const layers = chosenLayers(flags);
    this.#validation = new LiveValidation({ layers, parseYaml, translate: translateOptions(flags) });
  }

  async next(): Promise<ValidationChange> {
    const { flags } = this;
    const { loaded: all, known } = await readAll(this.sources);
    const loaded = withoutProxyKinds(all);
    const judged = loaded.documents.flatMap((document) => (document.status === 'resource' ? [document.resource] : []));
    const found = await this.#validation.next({ judged, known: chosenLayers(flags).has('analysis') ? known : [] });
    const findings = withoutSuppressed([...loaded.findings, ...saidOnce(found)], suppressionsOf(flags));
    const diagnostics = this.#teller.tell(findings, loaded.locate, byObject(judged));
    const shown = diagnostics.filter(({ severity }) => rank[severity] >= rank[flags['output-threshold']]);
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
  const places = new Map<string, string[]>();
  let errors = 0;
  let warnings = 0;
  for (const { severity, resource, file = '' } of diagnostics) {
    if (severity === 'warning') warnings += 1;
    if (severity !== 'error') continue;
    errors += 1;
    if (resource !== undefined) broken.add(idOf(resource));
    else places.set(file, []);
  }
  const counts = { valid: 0, invalid: 0, skipped: 0 };
  const files = new Set<string>();
  for (const document of loaded.documents) {
    files.add(fileOf(document));
    counts[statusOf(document, broken)] += 1;
  }
  // What belongs to no document: a path that is not there, a file that cannot be read.
  for (const file of places.keys()) if (!files.has(file)) counts.invalid += 1;
  const resources = counts.valid + counts.invalid + counts.skipped;
  return { files: loaded.files, resources, ...counts, errors, warnings };
}

function statusOf(document: LoadedDocument, broken: ReadonlySet<string>): 'valid' | 'invalid' | 'skipped' {
  if (document.status === 'skipped') return 'skipped';
  if (document.status === 'invalid') return 'invalid';
  return broken.has(idOf(document.resource)) ? 'invalid' : 'valid';
}

function fileOf(document: LoadedDocument): string {
  return document.status === 'resource' ? document.resource.source.file : document.source.file;
}

function idOf({ kind, namespace, name }: { kind: string; namespace: string; name: string }): string {
  return `${kind} ${namespace}/${name}`;
}
