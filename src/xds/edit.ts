import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Snapshot } from './snapshot.js';

/** What was said of the state of the files that is being served. */
export interface Said {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Why an edit as a whole must not be served: a route configuration goes away with it, and there are errors of
 * translation that were not there before. What is wrong with a single resource is not asked here: such a resource is as
 * it was last in every edition (`src/edition/hold.ts`).
 */
export function brokenBy(
  before: Said,
  now: Said,
  served: Snapshot,
  next: Pick<ReadonlySet<string>, 'has'>,
): readonly Diagnostic[] {
  const lost = [...served.resources.keys()].some((name) => !next.has(name));
  return lost ? freshOf(before, now).filter(({ severity, layer }) => severity === 'error' && layer === 'analysis') : [];
}

/** What keeps parts of an edition from being in force, so that they are as they were last. */
export function heldParts({ diagnostics }: Said): readonly Diagnostic[] {
  return diagnostics.filter(
    ({ severity, layer, code }) => code === 'AER0035' || (severity === 'error' && layer !== 'analysis'),
  );
}

/** The diagnostics that were not there before, wherever in the file they stood. */
export function freshOf(before: Said, now: Said): readonly Diagnostic[] {
  // What is the same object says the same; only of the rest, which is little after an edit, the words are compared.
  const same = new Set(before.diagnostics);
  const others = now.diagnostics.filter((diagnostic) => !same.has(diagnostic));
  if (others.length === 0) return others;
  const still = new Set(now.diagnostics);
  const known = new Set(before.diagnostics.filter((diagnostic) => !still.has(diagnostic)).map(keyOf));
  return others.filter((diagnostic) => !known.has(keyOf(diagnostic)));
}

function keyOf({ code, severity, file, resource, path, message }: Diagnostic): string {
  return JSON.stringify([code, severity, file, resource, path, message]);
}
