import type { Resource } from '../model/resource.js';
import { sameEnds } from '../patch/ends.js';
import { buildIndex, type IndexOptions } from './build.js';
import type { IndexChange } from './change.js';
import { withOtherEnd } from './live-end.js';
import { merge } from './merge.js';
import type { MeshIndex } from './mesh-index.js';
import { ListPlaces, type Pair, patch } from './patching.js';

const nothing: IndexChange = { fields: new Set(), keys: new Set() };

/**
 * An index that is brought from one state of the resources to the next. What is not touched is the same object in both;
 * a `Resource` that only stands elsewhere now is not touched, so those of an index may have an old `source`. Each index
 * that it gave stays as it was.
 */
export class LiveIndex {
  #resources: readonly Resource[] = [];
  #options: IndexOptions | undefined;
  #index: MeshIndex | undefined;
  readonly #places = new ListPlaces();

  /** The index of these resources, and what is another in it than in the one before (undefined: everything). */
  update(
    resources: readonly Resource[],
    options: IndexOptions,
  ): { readonly index: MeshIndex; readonly change: IndexChange | undefined } {
    const before = this.#index;
    const same = before !== undefined && sameOptions(this.#options, options);
    const last = this.#resources;
    const pairs = same ? replaced(last, resources) : undefined;
    this.#resources = resources;
    this.#options = options;
    if (before !== undefined && pairs?.length === 0) return { index: before, change: nothing };
    const patched =
      before === undefined || pairs === undefined ? undefined : patch(before, pairs, options, this.#places);
    if (patched !== undefined) {
      this.#index = patched.index;
      return patched;
    }
    this.#places.clear();
    const ended = before === undefined || !same ? undefined : withOtherEnd(before, last, resources);
    if (ended !== undefined) {
      this.#index = ended.index;
      return ended;
    }
    const built = buildIndex(resources, options);
    if (before === undefined || !same) {
      this.#index = built;
      return { index: built, change: undefined };
    }
    const merged = merge(before, built);
    this.#index = merged.index;
    return merged;
  }
}

function sameOptions(before: IndexOptions | undefined, now: IndexOptions): boolean {
  if (before === undefined) return false;
  const sameMesh =
    before.meshConfig === now.meshConfig || JSON.stringify(before.meshConfig) === JSON.stringify(now.meshConfig);
  return sameMesh && before.addresses === now.addresses;
}

/** The resources that were replaced in their places; undefined when some came, went or changed places. */
function replaced(before: readonly Resource[], now: readonly Resource[]): readonly Pair[] | undefined {
  if (before.length !== now.length) return undefined;
  const pairs: Pair[] = [];
  const [head, tail] = sameEnds(before, now, (a, b) => a.object === b.object);
  for (let index = head; index < now.length - tail; index += 1) {
    const [old, resource] = [before[index], now[index]];
    if (old === undefined || resource === undefined) return undefined;
    if (old.object === resource.object) continue;
    const isOne = old.kind === resource.kind && old.namespace === resource.namespace && old.name === resource.name;
    if (!isOne || pairs.length > 1_000) return undefined;
    pairs.push([old, resource]);
  }
  return pairs;
}
