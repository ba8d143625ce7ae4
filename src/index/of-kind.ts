import type { Resource } from '../model/resource.js';
import { sameEnds } from '../patch/ends.js';

/** The resources of a kind, in their order, of one state of the resources after another. */
export class OfKind {
  #resources: readonly Resource[] = [];
  /** Of the kinds that were asked for. */
  readonly #lists = new Map<string, readonly Resource[]>();

  /** Takes the resources of now. The kinds of what came, went, changed or stands elsewhere. */
  update(resources: readonly Resource[]): ReadonlySet<string> {
    const before = this.#resources;
    this.#resources = resources;
    const [head, tail] = sameEnds(before, resources);
    const kinds = new Set<string>();
    for (let at = head; at < before.length - tail; at += 1) kinds.add(before[at]?.kind ?? '');
    for (let at = head; at < resources.length - tail; at += 1) kinds.add(resources[at]?.kind ?? '');
    for (const kind of kinds) this.#lists.delete(kind);
    return kinds;
  }

  get(kind: string): readonly Resource[] {
    const known = this.#lists.get(kind) ?? this.#resources.filter((each) => each.kind === kind);
    this.#lists.set(kind, known);
    return known;
  }
}
