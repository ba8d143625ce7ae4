import type { KubernetesObject } from '../../model/resource.js';
import { changesOf } from '../../patch/ends.js';
import { idOf } from './object-id.js';

/** What is to be there, by id, from one state to the next for the price of what changed. */
export class Wanted {
  readonly #byId = new Map<string, KubernetesObject>();
  #lists: readonly (readonly KubernetesObject[])[] = [];

  get(id: string): KubernetesObject | undefined {
    return this.#byId.get(id);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  keys(): Iterable<string> {
    return this.#byId.keys();
  }

  /** @param lists in the same order each time, each object in one of them and once. The ids of what is another now. */
  become(lists: readonly (readonly KubernetesObject[])[]): string[] {
    const before = this.#lists;
    this.#lists = lists;
    const was = new Map<string, KubernetesObject>();
    const changed = new Set<string>();
    const pairs = lists.map((list, at) => changesOf(before[at] ?? [], list));
    for (const [gone] of pairs) {
      for (const object of gone) {
        was.set(idOf(object), object);
        this.#byId.delete(idOf(object));
        changed.add(idOf(object));
      }
    }
    for (const [, come] of pairs) {
      for (const object of come) {
        const id = idOf(object);
        this.#byId.set(id, object);
        // It only stands elsewhere in its list.
        if (was.get(id) === object) changed.delete(id);
        else changed.add(id);
      }
    }
    return [...changed];
  }
}
