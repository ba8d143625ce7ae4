import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.js';
import type { Severity } from '../diagnostics/entry.js';
import type { Loaded, LoadedDocument } from '../load/loaded.js';
import type { Source } from '../model/resource.js';

/** One document of the input: cli.md section 3. */
export interface ValidationResult {
  readonly file: string;
  readonly line: number;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** `invalid` is one that has an error. */
  readonly status: 'valid' | 'invalid' | 'skipped';
  readonly diagnostics: readonly Diagnostic[];
}

export interface ValidationSummary {
  readonly files: number;
  /** Results, skipped ones too. */
  readonly resources: number;
  readonly valid: number;
  readonly invalid: number;
  readonly skipped: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface Validation {
  readonly summary: ValidationSummary;
  /** In input order. */
  readonly results: readonly ValidationResult[];
  /** All diagnostics of the results, sorted by file and line. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Results of all documents. `findings` are those that count: the status and the summary are taken from them, while a
 * diagnostic below `outputThreshold` is left out of what is shown.
 */
export function makeValidation(loaded: Loaded, findings: readonly Finding[], outputThreshold: Severity): Validation {
  const groups = groupByDocument(loaded, findings);
  const results: ValidationResult[] = [];
  let errors = 0;
  let warnings = 0;
  const show = (own: readonly Finding[]): readonly Diagnostic[] => {
    const all = diagnose(own, loaded.locate);
    for (const { severity } of all) {
      if (severity === 'error') errors++;
      else if (severity === 'warning') warnings++;
    }
    return all.filter(({ severity }) => rank[severity] >= rank[outputThreshold]);
  };
  const counts = { valid: 0, invalid: 0, skipped: 0 };
  for (const document of loaded.documents) {
    const own = groups.documents.size === 0 ? none : (groups.documents.get(keyOf(sourceOf(document))) ?? none);
    const invalid = own.some(({ severity }) => severity === 'error');
    const status = document.status === 'skipped' ? 'skipped' : invalid ? 'invalid' : 'valid';
    counts[status]++;
    results.push(resultOf(document, status, own.length === 0 ? [] : show(own)));
  }
  // What belongs to no document: a path that is not there, a file that cannot be read.
  for (const [file, own] of groups.files) {
    const status = own.some(({ severity }) => severity === 'error') ? 'invalid' : 'skipped';
    counts[status]++;
    results.push({ file, line: 1, status, diagnostics: show(own) });
  }
  return {
    summary: {
      files: loaded.files,
      resources: results.length,
      ...counts,
      errors,
      warnings,
    },
    results,
    diagnostics: sortAll(results.flatMap(({ diagnostics }) => diagnostics)),
  };
}

const none: readonly Finding[] = [];

export const rank: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

interface Groups {
  readonly documents: ReadonlyMap<string, readonly Finding[]>;
  readonly files: ReadonlyMap<string, readonly Finding[]>;
}

/** Findings by the document that they are about; a finding about a file goes to the document with its line. */
function groupByDocument(loaded: Loaded, findings: readonly Finding[]): Groups {
  const documents = new Map<string, Finding[]>();
  const files = new Map<string, Finding[]>();
  if (findings.length === 0) return { documents, files };
  const owner = new Map<Finding, string>();
  const byFile = new Map<string, LoadedDocument[]>();
  for (const document of loaded.documents) {
    const source = sourceOf(document);
    add(byFile, source.file, document);
    if (document.status === 'invalid') for (const own of document.findings) owner.set(own, keyOf(source));
  }
  for (const found of findings) {
    const key = owner.get(found) ?? (found.resource && keyOf(found.resource.source)) ?? nearby(found, byFile);
    if (key === undefined) add(files, found.file ?? '', found);
    else add(documents, key, found);
  }
  return { documents, files };
}

/** The last document of the file that begins at or before the finding's line. */
function nearby(found: Finding, byFile: ReadonlyMap<string, readonly LoadedDocument[]>): string | undefined {
  const inFile = byFile.get(found.file ?? '') ?? [];
  const before = inFile.filter((document) => sourceOf(document).line <= (found.line ?? 1)).at(-1) ?? inFile[0];
  return before === undefined ? undefined : keyOf(sourceOf(before));
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function sourceOf(document: LoadedDocument): Source {
  return document.status === 'resource' ? document.resource.source : document.source;
}

function keyOf({ file, document, pointer }: Source): string {
  return `${document} ${pointer} ${file}`;
}

function resultOf(
  document: LoadedDocument,
  status: ValidationResult['status'],
  diagnostics: readonly Diagnostic[],
): ValidationResult {
  const { file, line } = sourceOf(document);
  if (document.status === 'resource') {
    const { kind, namespace, name } = document.resource;
    return { file, line, kind, namespace, name, status, diagnostics };
  }
  const { kind, namespace, name } = document.id;
  return {
    file,
    line,
    ...(kind !== undefined && { kind }),
    ...(namespace !== undefined && { namespace }),
    ...(name !== undefined && { name }),
    status,
    diagnostics,
  };
}

function sortAll(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}
