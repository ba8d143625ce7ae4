import type { KubernetesObject, Resource } from '../model/resource.js';
import { sameEnds } from '../patch/ends.js';
import { type Occurrence, occurrencesOf, type SymbolKind } from './occurrences.js';

/** An occurrence with the object that it is in. */
export interface Found extends Occurrence {
  readonly resource: Resource;
}

/** The symbols of all objects of a workspace, brought from one state to the next for the price of what changed. */
export class Symbols {
  readonly #of = new WeakMap<KubernetesObject, readonly Occurrence[]>();
  #resources: readonly Resource[] = [];
  /** By kind and symbol; definitions also by kind, and by kind and host. */
  readonly #named = new Map<string, Set<Found>>();
  readonly #defined = new Map<string, Set<Found>>();
  readonly #found = new Map<KubernetesObject, readonly Found[]>();

  /** @param domain of the hosts of Services */
  constructor(readonly domain: string) {}

  /** Takes the objects of now. */
  update(now: readonly Resource[]): void {
    const before = this.#resources;
    if (before === now) return;
    this.#resources = now;
    const [head, tail] = sameEnds(before, now, (a, b) => a.object === b.object);
    const come = now.slice(head, now.length - tail);
    const still = new Set(come.map(({ object }) => object));
    for (const { object } of before.slice(head, before.length - tail)) if (!still.has(object)) this.#forget(object);
    for (const resource of come) if (!this.#found.has(resource.object)) this.#note(resource);
  }

  in(resource: Resource): readonly Occurrence[] {
    const known = this.#of.get(resource.object);
    if (known !== undefined) return known;
    const found = occurrencesOf(resource, this.domain);
    this.#of.set(resource.object, found);
    return found;
  }

  /** All places that name a symbol, by file. */
  named(kind: SymbolKind, symbol: string): readonly Found[] {
    return [...(this.#named.get(`${kind} ${symbol}`) ?? [])].sort(byPlace);
  }

  /** Where the symbols of a kind are defined, those of one host where one is given. */
  definitions(kind: SymbolKind, host?: string): readonly Found[] {
    return [...(this.#defined.get(host === undefined ? kind : `${kind} ${host}`) ?? [])];
  }

  #keys(each: Found): readonly (readonly [map: Map<string, Set<Found>>, key: string])[] {
    const named = [this.#named, `${each.kind} ${each.symbol}`] as const;
    if (each.role === 'reference') return [named];
    const defined = [this.#defined, each.kind] as const;
    return each.host === undefined ? [named, defined] : [named, defined, [this.#defined, `${each.kind} ${each.host}`]];
  }

  #note(resource: Resource): void {
    const found = this.in(resource).map((each) => ({ ...each, resource }));
    this.#found.set(resource.object, found);
    for (const each of found) {
      for (const [map, key] of this.#keys(each)) {
        const set = map.get(key);
        if (set === undefined) map.set(key, new Set([each]));
        else set.add(each);
      }
    }
  }

  #forget(object: KubernetesObject): void {
    for (const each of this.#found.get(object) ?? []) {
      for (const [map, key] of this.#keys(each)) {
        const set = map.get(key);
        set?.delete(each);
        if (set?.size === 0) map.delete(key);
      }
    }
    this.#found.delete(object);
  }
}

function byPlace({ resource: { source: a } }: Found, { resource: { source: b } }: Found): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.document - b.document;
}
