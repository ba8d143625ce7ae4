import type { Source } from '../model/resource.js';
import { catalogue } from './catalogue.js';
import type { Diagnostic, Finding } from './diagnostic.js';
import { pageOf } from './documentation.js';
import type { Entry } from './entry.js';

/** Turns a place in a resource into a line and column, 1-based (`Loaded.locate`). */
export type Locate = (
  source: Source,
  pointer: string,
  at: 'key' | 'value',
) => { readonly line: number; readonly column: number };

/**
 * Findings with everything that a person or a script is told: position, layer, defect, page. Sorted by file, line and
 * column, and without repetitions. `locate` may be left out where no finding is about a resource.
 */
export function diagnose(findings: readonly Finding[], locate?: Locate): readonly Diagnostic[] {
  const seen = new Set<string>();
  const result: Diagnostic[] = [];
  for (const finding of byDocument(findings)) {
    const diagnostic = complete(finding, locate);
    const key = JSON.stringify(diagnostic);
    if (seen.has(key)) continue;
    seen.add(key);
    result.push(diagnostic);
  }
  return result.sort(byPlace);
}

/** The same findings, those of one document together: `locate` then parses it once and need not keep it. */
function byDocument(findings: readonly Finding[]): Iterable<Finding> {
  const documents = new Map<string, Finding[]>();
  for (const finding of findings) {
    const source = finding.resource?.source;
    const key = source === undefined ? '' : `${source.document} ${source.file}`;
    const known = documents.get(key);
    if (known === undefined) documents.set(key, [finding]);
    else known.push(finding);
  }
  return [...documents.values()].flat();
}

function complete(finding: Finding, locate: Locate | undefined): Diagnostic {
  const { code, severity, message, resource, pointer } = finding;
  const entry: Entry = catalogue[code];
  const located = resource && locate?.(resource.source, pointer ?? '', finding.at ?? 'value');
  const file = finding.file ?? resource?.source.file;
  const line = finding.line ?? located?.line ?? resource?.source.line;
  const column = finding.column ?? located?.column;
  const page = pageOf(code);
  const template = resource?.source.template;
  return {
    code,
    severity,
    layer: entry.layer,
    // Lines are those of the rendered text; what has to be mended is the template.
    message: template === undefined ? message : `${message} (Template ${template})`,
    ...(resource && { resource: { kind: resource.kind, namespace: resource.namespace, name: resource.name } }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(pointer !== undefined && { path: pointer }),
    ...(entry.defect !== undefined && { defect: entry.defect }),
    ...(page !== undefined && { documentationUrl: page }),
  };
}

/**
 * In the order in which diagnostics are told: by file, line, column, code and message. Two that are equal by it say the
 * same, so the order does not depend on who found what first.
 */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.code, b.code) ||
    compare(a.message, b.message) ||
    compare(a.path ?? '', b.path ?? '') ||
    compare(a.severity, b.severity) ||
    compare(nameOf(a), nameOf(b))
  );
}

function nameOf({ resource }: Diagnostic): string {
  return resource === undefined ? '' : `${resource.kind}\n${resource.namespace}\n${resource.name}`;
}

/** By code unit, so that the order is the same under every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
