import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** What one list of diagnostics says that another did not, and the other way round. */
export interface DiagnosticChange {
  readonly added: readonly Diagnostic[];
  /** The same code about the same place in a resource, in other words or of another severity. */
  readonly changed: readonly Diagnostic[];
  readonly removed: readonly Diagnostic[];
}

/** Compares by what is said, not by line: an edit moves everything behind it. */
export function differenceOf(before: readonly Diagnostic[], now: readonly Diagnostic[]): DiagnosticChange {
  const same = new Set(before);
  const fresh = now.filter((each) => !same.has(each));
  const still = new Set(now);
  const gone = before.filter((each) => !still.has(each));
  // What is left is little after an edit; only of that the words are compared.
  const old = new Map<string, Diagnostic[]>();
  for (const each of gone) put(old, wordsOf(each), each);
  const unmatched = fresh.filter((each) => old.get(wordsOf(each))?.pop() === undefined);
  const rest = new Map<string, Diagnostic[]>();
  for (const each of [...old.values()].flat()) put(rest, placeOf(each), each);
  const added: Diagnostic[] = [];
  const changed: Diagnostic[] = [];
  for (const each of unmatched) (rest.get(placeOf(each))?.pop() === undefined ? added : changed).push(each);
  return { added, changed, removed: [...rest.values()].flat() };
}

function put(map: Map<string, Diagnostic[]>, key: string, value: Diagnostic): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function placeOf({ code, file, resource, path }: Diagnostic): string {
  return JSON.stringify([code, file, resource, path]);
}

function wordsOf(diagnostic: Diagnostic): string {
  return JSON.stringify([placeOf(diagnostic), diagnostic.severity, diagnostic.message]);
}
