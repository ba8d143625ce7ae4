import type { KubernetesObject, Resource } from '../model/resource.js';
import { sameEnds } from '../patch/ends.js';
import { SortedList } from '../patch/sorted-list.js';
import { byPlace, diagnose, type Locate } from './diagnose.js';
import type { Diagnostic, Finding } from './diagnostic.js';

/** Where each object stands now (`src/index/places.ts`). */
export interface Whereabouts {
  /** undefined: it is not there. */
  get(object: KubernetesObject): Resource | undefined;
  /** The objects that came, went, or stand elsewhere since the last time. */
  readonly moved: ReadonlySet<KubernetesObject>;
}

interface Told {
  /** How often it is among the findings. */
  count: number;
  /** Where the resource was when it was told of. */
  resource: Resource | undefined;
  diagnostic: Diagnostic | undefined;
}

/**
 * `diagnose` again and again, for the price of what changed: of a finding that was there before, the place is known, also
 * when its resource stands elsewhere in its file now, as long as its object is the same (`Source.read`).
 */
export class Teller {
  #lists: readonly (readonly Finding[])[] = [];
  readonly #told = new Map<Finding, Told>();
  readonly #of = new Map<KubernetesObject, Set<Finding>>();
  readonly #sorted = new SortedList<Diagnostic>(byPlace);
  #last: readonly Diagnostic[] = [];

  /**
   * As `diagnose`. The resource of a finding may be an old one: where its object is now counts.
   *
   * @param lists the findings, in lists of which each is compared with its own last state
   */
  tell(lists: readonly (readonly Finding[])[], locate: Locate, places: Whereabouts): readonly Diagnostic[] {
    // Those whose place has to be looked at.
    const touched = new Set<Finding>();
    for (let index = 0; index < Math.max(lists.length, this.#lists.length); index += 1) {
      this.#compare(this.#lists[index] ?? [], lists[index] ?? [], touched);
    }
    this.#lists = lists;
    for (const object of places.moved) for (const finding of this.#of.get(object) ?? []) touched.add(finding);
    const gone: Diagnostic[] = [];
    const come: Diagnostic[] = [];
    const fresh: { readonly finding: Finding; readonly told: Told }[] = [];
    for (const finding of touched) {
      const told = this.#told.get(finding);
      if (told === undefined) continue;
      const before = told.diagnostic;
      if (told.count === 0) this.#forget(finding);
      else {
        const own = finding.resource;
        const resource = own === undefined ? undefined : (places.get(own.object) ?? own);
        const moved = before === undefined ? undefined : movedTo(before, told.resource, resource);
        if (moved !== undefined && moved === before) continue;
        told.resource = resource;
        told.diagnostic = moved;
        if (moved !== undefined) come.push(moved);
        else
          fresh.push({
            finding: resource === own || resource === undefined ? finding : { ...finding, resource },
            told,
          });
      }
      if (before !== undefined) gone.push(before);
    }
    const made = located(
      fresh.map(({ finding }) => finding),
      locate,
    );
    for (const [index, diagnostic] of made.entries()) {
      const told = fresh[index]?.told;
      if (told !== undefined) told.diagnostic = diagnostic;
      come.push(diagnostic);
    }
    if (gone.length > 0 || come.length > 0) this.#last = this.#changed(gone, come);
    return this.#last;
  }

  #changed(gone: readonly Diagnostic[], come: readonly Diagnostic[]): readonly Diagnostic[] {
    const hadRepeats = this.#last.length !== this.#sorted.all.length;
    const all = this.#sorted.change(gone, come);
    const isSmall = come.length < all.length / 16;
    return isSmall && !hadRepeats && !come.some((each) => this.#sorted.isRepeated(each)) ? all : unrepeated(all);
  }

  /** Counts what is between the equal ends of two states of a list. */
  #compare(before: readonly Finding[], now: readonly Finding[], touched: Set<Finding>): void {
    const [head, tail] = sameEnds(before, now);
    for (let index = head; index < before.length - tail; index += 1) {
      const finding = before[index];
      const told = finding && this.#told.get(finding);
      if (finding === undefined || told === undefined) continue;
      told.count -= 1;
      touched.add(finding);
    }
    for (let index = head; index < now.length - tail; index += 1) {
      const finding = now[index];
      if (finding === undefined) continue;
      this.#note(finding).count += 1;
      touched.add(finding);
    }
  }

  #note(finding: Finding): Told {
    const known = this.#told.get(finding);
    if (known !== undefined) return known;
    const told: Told = { count: 0, resource: undefined, diagnostic: undefined };
    this.#told.set(finding, told);
    const object = finding.resource?.object;
    if (object !== undefined) {
      const list = this.#of.get(object);
      if (list === undefined) this.#of.set(object, new Set([finding]));
      else list.add(finding);
    }
    return told;
  }

  #forget(finding: Finding): void {
    this.#told.delete(finding);
    const object = finding.resource?.object;
    if (object === undefined) return;
    const list = this.#of.get(object);
    list?.delete(finding);
    if (list?.size === 0) this.#of.delete(object);
  }
}

/** The diagnostic of each finding, in their order; those of one document together, since locating parses it. */
function located(findings: readonly Finding[], locate: Locate): readonly Diagnostic[] {
  const order = findings.map((_, index) => index);
  const documentOf = (index: number): string => {
    const source = findings[index]?.resource?.source;
    return source === undefined ? '' : `${source.file}\n${source.document}`;
  };
  const keys = order.map(documentOf);
  order.sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : (keys[a] ?? '') > (keys[b] ?? '') ? 1 : a - b));
  const result: Diagnostic[] = [];
  for (const index of order) {
    const finding = findings[index];
    const [diagnostic] = finding === undefined ? [] : diagnose([finding], locate);
    if (diagnostic !== undefined) result[index] = diagnostic;
  }
  return result;
}

/** The diagnostic where the resource is now; undefined where it has to be located anew. */
function movedTo(
  diagnostic: Diagnostic,
  before: Resource | undefined,
  now: Resource | undefined,
): Diagnostic | undefined {
  if (before === now) return diagnostic;
  if (before === undefined || now === undefined || before.object !== now.object) return undefined;
  if (before.source.file !== now.source.file || diagnostic.line === undefined) return undefined;
  if (before.source.line === now.source.line) return diagnostic;
  return { ...diagnostic, line: diagnostic.line + now.source.line - before.source.line };
}

/** Each once; two that say the same stand beside each other. */
function unrepeated(sorted: readonly Diagnostic[]): readonly Diagnostic[] {
  const isNew = (each: Diagnostic, index: number): boolean => {
    const before = sorted[index - 1];
    return before === undefined || byPlace(before, each) !== 0;
  };
  return sorted.every(isNew) ? sorted : sorted.filter(isNew);
}
