import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { RouteConfiguration } from '../model/envoy.js';
import { sameEnds } from '../patch/ends.js';
import { losesNames, type Snapshot } from './snapshot.js';

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
  next: readonly RouteConfiguration[],
): readonly Diagnostic[] {
  return losesNames(served, next)
    ? freshOf(before, now).filter(({ severity, layer }) => severity === 'error' && layer === 'analysis')
    : [];
}

/** What keeps parts of an edition from being in force, so that they are as they were last; of edition after edition. */
export class HeldParts {
  #diagnostics: readonly Diagnostic[] = [];
  #held: readonly Diagnostic[] = [];

  of({ diagnostics }: Said): readonly Diagnostic[] {
    const before = this.#diagnostics;
    this.#diagnostics = diagnostics;
    const [head, tail] = sameEnds(before, diagnostics);
    const changed = [
      ...before.slice(head, before.length - tail),
      ...diagnostics.slice(head, diagnostics.length - tail),
    ];
    if (changed.some(keepsBack)) this.#held = diagnostics.filter(keepsBack);
    return this.#held;
  }
}

function keepsBack({ severity, layer, code }: Diagnostic): boolean {
  return code === 'AER0035' || (severity === 'error' && layer !== 'analysis');
}

/** The diagnostics that were not there before, wherever in the file they stood. */
export function freshOf({ diagnostics: before }: Said, { diagnostics: now }: Said): readonly Diagnostic[] {
  // What is the same object says the same; only of the rest, which is little after an edit, the words are compared.
  const [head, tail] = sameEnds(before, now);
  const [old, made] = [before.slice(head, before.length - tail), now.slice(head, now.length - tail)];
  const same = new Set(old);
  const others = made.filter((diagnostic) => !same.has(diagnostic));
  if (others.length === 0) return others;
  const still = new Set(made);
  const known = new Set(old.filter((diagnostic) => !still.has(diagnostic)).map(keyOf));
  return others.filter((diagnostic) => !known.has(keyOf(diagnostic)));
}

function keyOf({ code, severity, file, resource, path, message }: Diagnostic): string {
  return JSON.stringify([code, severity, file, resource, path, message]);
}
