import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { sameEnds } from '../patch/ends.js';

/** What one list of diagnostics says that another did not, and the other way round. */
export interface DiagnosticChange {
  readonly added: readonly Diagnostic[];
  /** The same code about the same place in a resource, in other words or of another severity. */
  readonly changed: readonly Diagnostic[];
  readonly removed: readonly Diagnostic[];
}

/** Compares by what is said, not by line: an edit moves everything behind it. */
export function differenceOf(before: readonly Diagnostic[], now: readonly Diagnostic[]): DiagnosticChange {
  const [head, tail] = sameEnds(before, now);
  const [old, made] = [before.slice(head, before.length - tail), now.slice(head, now.length - tail)];
  const same = new Set(old);
  const fresh = made.filter((each) => !same.has(each));
  const still = new Set(made);
  const gone = old.filter((each) => !still.has(each));
  // What is left is little after an edit; only of that the words are compared.
  const words = new Map<string, Diagnostic[]>();
  for (const each of gone) put(words, wordsOf(each), each);
  const unmatched = fresh.filter((each) => words.get(wordsOf(each))?.pop() === undefined);
  const rest = new Map<string, Diagnostic[]>();
  for (const each of [...words.values()].flat()) put(rest, placeOf(each), each);
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
