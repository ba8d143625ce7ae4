import type { KubernetesObject, Resource } from '../model/resource.js';
import { type Occurrence, occurrencesOf, type SymbolKind } from './occurrences.js';

/** An occurrence with the object that it is in. */
export interface Found extends Occurrence {
  readonly resource: Resource;
}

/** The symbols of all objects of a workspace. What was found in an object is kept as long as the object. */
export class Symbols {
  readonly #of = new WeakMap<KubernetesObject, readonly Occurrence[]>();
  #resources: readonly Resource[] = [];
  #table: ReadonlyMap<string, readonly Found[]> | undefined;

  /** @param domain of the hosts of Services */
  constructor(readonly domain: string) {}

  /** Takes the objects of now. */
  update(resources: readonly Resource[]): void {
    if (this.#resources === resources) return;
    this.#resources = resources;
    this.#table = undefined;
  }

  in(resource: Resource): readonly Occurrence[] {
    const known = this.#of.get(resource.object);
    if (known !== undefined) return known;
    const found = occurrencesOf(resource, this.domain);
    this.#of.set(resource.object, found);
    return found;
  }

  /** All places that name a symbol. */
  named(kind: SymbolKind, symbol: string): readonly Found[] {
    return this.#all().get(`${kind} ${symbol}`) ?? [];
  }

  /** Where the symbols of a kind are defined, those of one host where one is given. */
  definitions(kind: SymbolKind, host?: string): readonly Found[] {
    const result: Found[] = [];
    for (const [key, found] of this.#all()) {
      if (!key.startsWith(`${kind} `)) continue;
      for (const each of found) {
        if (each.role === 'definition' && (host === undefined || each.host === host)) result.push(each);
      }
    }
    return result;
  }

  #all(): ReadonlyMap<string, readonly Found[]> {
    if (this.#table !== undefined) return this.#table;
    const table = new Map<string, Found[]>();
    for (const resource of this.#resources) {
      for (const each of this.in(resource)) {
        const key = `${each.kind} ${each.symbol}`;
        const list = table.get(key);
        if (list === undefined) table.set(key, [{ ...each, resource }]);
        else list.push({ ...each, resource });
      }
    }
    this.#table = table;
    return table;
  }
}
