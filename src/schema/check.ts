import type { Finding } from '../diagnostics/diagnostic.js';
import type { Resource } from '../model/resource.js';
import type { Compiled } from './compiled.js';
import { checkDeprecated } from './deprecated.js';
import { findingsOfErrors } from './errors.js';
import { hasSchema, schemaOf } from './kinds.js';
import { checkMetadata } from './metadata.js';
import { checkNulls } from './nulls.js';
import { withTemplateHint } from './template-hint.js';
import { checkUnique } from './unique.js';

/** What the schema layer says about one resource; pure. A kind without a schema has no findings. */
export type CheckSchema = (resource: Resource) => readonly Finding[];

/**
 * Loads the compiled schemas of these kinds and returns the check. Its verdict is the API server's with strict field
 * validation (1.34): no error means that a dry run takes the object.
 */
export async function loadSchemaCheck(kinds: Iterable<string>): Promise<CheckSchema> {
  const compiled = new Map<string, Compiled>();
  for (const kind of new Set(kinds)) if (hasSchema(kind)) compiled.set(kind, await schemaOf[kind]());
  return (resource) => {
    const of = compiled.get(resource.kind);
    return of === undefined ? [] : check(resource, of);
  };
}

function check(resource: Resource, { validate, schema }: Compiled): readonly Finding[] {
  // Most resources are fine, and there are thousands of them: nothing is made that is not needed.
  const findings = validate(resource.object) ? [] : findingsOfErrors(resource, validate.errors ?? []);
  if (resource.nulls.length > 0) findings.push(...checkNulls(resource, schema));
  checkMetadata(resource, findings);
  checkUnique(resource, findings);
  checkDeprecated(resource, findings);
  return findings.length === 0 ? findings : findings.map(withTemplateHint);
}

const structural: ReadonlySet<string> = new Set(['AER0102', 'AER0103', 'AER0109']);

/**
 * Whether the object cannot even be decoded by who reads it (a wrong type, an unknown value of an enumeration, a null
 * in a list): `translate` leaves such a resource out. Everything else that the schema says is for the API server.
 */
export function isStructural(finding: Finding): boolean {
  return structural.has(finding.code);
}
