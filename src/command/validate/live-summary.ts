import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Loaded, LoadedDocument } from '../../load/loaded.js';
import { sameEnds } from '../../patch/ends.js';
import type { ValidationSummary } from '../../validate/results.js';

/** The numbers of a whole validation (`summaryOf`), again and again, for the price of what changed. */
export class LiveSummary {
  #documents: readonly LoadedDocument[] = [];
  #diagnostics: readonly Diagnostic[] = [];
  /** Documents that are resources, by what they are; and all of them, by their file. */
  readonly #resources = new Counts();
  readonly #files = new Counts();
  readonly #statuses = new Counts();
  /** Errors about resources, by which; and those about no resource, by their file. */
  readonly #broken = new Counts();
  readonly #places = new Counts();
  readonly #severities = new Counts();

  next({ documents, files }: Loaded, diagnostics: readonly Diagnostic[]): ValidationSummary {
    this.#count(documents, diagnostics);
    let invalid = this.#statuses.of('invalid');
    let broken = 0;
    for (const id of this.#broken.keys()) broken += this.#resources.of(id);
    invalid += broken;
    // What belongs to no document: a path that is not there, a file that cannot be read.
    for (const place of this.#places.keys()) if (this.#files.of(place) === 0) invalid += 1;
    const valid = this.#resources.all - broken;
    const skipped = this.#statuses.of('skipped');
    const severities = { errors: this.#severities.of('error'), warnings: this.#severities.of('warning') };
    return { files, resources: valid + invalid + skipped, valid, invalid, skipped, ...severities };
  }

  #count(documents: readonly LoadedDocument[], diagnostics: readonly Diagnostic[]): void {
    const before = { documents: this.#documents, diagnostics: this.#diagnostics };
    this.#documents = documents;
    this.#diagnostics = diagnostics;
    between(before.documents, documents, countsAlike, (document, by) => this.#document(document, by));
    between(before.diagnostics, diagnostics, undefined, (diagnostic, by) => this.#diagnostic(diagnostic, by));
  }

  #document(document: LoadedDocument, by: 1 | -1): void {
    this.#statuses.add(document.status, by);
    this.#files.add(fileOf(document), by);
    if (document.status === 'resource') this.#resources.add(idOf(document.resource), by);
  }

  #diagnostic({ severity, resource, file = '' }: Diagnostic, by: 1 | -1): void {
    this.#severities.add(severity, by);
    if (severity !== 'error') return;
    if (resource !== undefined) this.#broken.add(idOf(resource), by);
    else this.#places.add(file, by);
  }
}

class Counts {
  readonly #of = new Map<string, number>();
  #all = 0;

  get all(): number {
    return this.#all;
  }

  of(key: string): number {
    return this.#of.get(key) ?? 0;
  }

  /** Those that are there at least once. */
  keys(): Iterable<string> {
    return this.#of.keys();
  }

  add(key: string, by: 1 | -1): void {
    const count = this.of(key) + by;
    if (count === 0) this.#of.delete(key);
    else this.#of.set(key, count);
    this.#all += by;
  }
}

function between<T>(
  before: readonly T[],
  now: readonly T[],
  isSame: ((a: T, b: T) => boolean) | undefined,
  count: (each: T, by: 1 | -1) => void,
): void {
  const [head, tail] = sameEnds(before, now, isSame);
  for (const each of before.slice(head, before.length - tail)) count(each, -1);
  for (const each of now.slice(head, now.length - tail)) count(each, 1);
}

/** The same object only stands elsewhere in its file. */
function countsAlike(a: LoadedDocument, b: LoadedDocument): boolean {
  if (a.status !== 'resource' || b.status !== 'resource') return false;
  return a.resource.object === b.resource.object && a.resource.source.file === b.resource.source.file;
}

function fileOf(document: LoadedDocument): string {
  return document.status === 'resource' ? document.resource.source.file : document.source.file;
}

function idOf({ kind, namespace, name }: { kind: string; namespace: string; name: string }): string {
  return `${kind} ${namespace}/${name}`;
}
