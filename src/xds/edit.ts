import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Snapshot } from './snapshot.js';

/** The state of the files that is being served. */
export interface Edition {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Why an edit must not be served: errors that were not there in the edition that is. Errors of reading and of shape
 * always count, for something of the user's is missing then. Errors of translation count only when a route
 * configuration went away with the edit; else they are about something that a route server does not serve.
 */
export function brokenBy(
  before: Edition,
  now: Edition,
  served: Snapshot,
  next: Pick<ReadonlySet<string>, 'has'>,
): readonly Diagnostic[] {
  const lost = [...served.resources.keys()].some((name) => !next.has(name));
  return freshOf(before, now).filter(
    ({ severity, layer }) => severity === 'error' && (layer === 'input' || layer === 'schema' || lost),
  );
}

/** The diagnostics that were not there before, wherever in the file they stood. */
export function freshOf(before: Edition, now: Edition): readonly Diagnostic[] {
  const known = new Set(before.diagnostics.map(keyOf));
  return now.diagnostics.filter((diagnostic) => !known.has(keyOf(diagnostic)));
}

function keyOf({ code, severity, file, resource, path, message }: Diagnostic): string {
  return JSON.stringify([code, severity, file, resource, path, message]);
}
