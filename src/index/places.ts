import type { Whereabouts } from '../diagnostics/teller.js';
import type { KubernetesObject, Resource } from '../model/resource.js';
import { sameEnds } from '../patch/ends.js';

/** Where each object stands now: an index may have a `Resource` that stood elsewhere (`LiveIndex`). */
export class Places implements Whereabouts {
  #resources: readonly Resource[] = [];
  readonly #at = new Map<KubernetesObject, Resource>();
  #moved = new Set<KubernetesObject>();

  get moved(): ReadonlySet<KubernetesObject> {
    return this.#moved;
  }

  get(object: KubernetesObject): Resource | undefined {
    return this.#at.get(object);
  }

  /** Takes the resources of now. */
  update(now: readonly Resource[]): this {
    const before = this.#resources;
    this.#resources = now;
    this.#moved = new Set();
    const [head, tail] = sameEnds(before, now);
    const gone = new Set(before.slice(head, before.length - tail).map(({ object }) => object));
    for (let index = head; index < now.length - tail; index += 1) {
      const resource = now[index];
      if (resource === undefined) continue;
      gone.delete(resource.object);
      this.#put(resource);
    }
    for (const object of gone) {
      this.#at.delete(object);
      this.#moved.add(object);
    }
    return this;
  }

  #put(resource: Resource): void {
    if (this.#at.get(resource.object) === resource) return;
    this.#at.set(resource.object, resource);
    this.#moved.add(resource.object);
  }
}
