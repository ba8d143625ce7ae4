import type { Resource } from '../model/resource.js';
import { sameEnds, withBetween } from '../patch/ends.js';
import { patchedMap } from '../patch/patched-map.js';
import { resourceKeys } from './build.js';
import type { IndexChange } from './change.js';
import type { MeshIndex } from './mesh-index.js';

/** The kinds of which nothing is in an index but a list and look-ups in the order of that list. */
const listOf = {
  MetaRouter: 'metaRouters',
  VirtualService: 'virtualServices',
  DestinationRule: 'destinationRules',
} as const;
/** Of more that come or go an index is built anew. */
const most = 8;

interface End {
  readonly gone: readonly Resource[];
  readonly come: readonly Resource[];
}
type Key = (value: unknown) => readonly string[];

/**
 * The index after a few rules went from the end of the resources and others came there: what is created is the youngest, and
 * stands last where resources stand by age; so does an object that a webhook is asked about. Undefined where it is not just
 * that, or a namespace has no other resource before them.
 *
 * @param now without two of one kind, namespace and name, as `last` is, of which `before` is the index
 */
export function withOtherEnd(
  before: MeshIndex,
  last: readonly Resource[],
  now: readonly Resource[],
): { readonly index: MeshIndex; readonly change: IndexChange } | undefined {
  const end = endOf(last, now);
  if (end === undefined) return undefined;
  const patch = new EndPatch(before);
  for (const resource of end.gone.toReversed()) if (!patch.remove(resource)) return undefined;
  for (const resource of end.come) if (!patch.append(resource)) return undefined;
  return patch.done();
}

function endOf(last: readonly Resource[], now: readonly Resource[]): End | undefined {
  if (Math.abs(last.length - now.length) > most) return undefined;
  const [head] = sameEnds(last, now, (a, b) => a.object === b.object);
  if (last.length - head > most || now.length - head > most) return undefined;
  const end = { gone: last.slice(head), come: now.slice(head) };
  const both = [...end.gone, ...end.come];
  if (!both.every(({ kind }) => Object.hasOwn(listOf, kind))) return undefined;
  const spaces = new Set(both.map(({ namespace }) => namespace).filter((namespace) => namespace !== ''));
  for (let at = 0; at < head && spaces.size > 0; at++) spaces.delete(now[at]?.namespace ?? '');
  return spaces.size === 0 ? end : undefined;
}

class EndPatch {
  readonly #fields = new Set<string>();
  readonly #keys = new Set<string>();
  readonly #lists = new Map<string, readonly Resource[]>();
  readonly #maps = new Map<string, Map<string, readonly Resource[]>>();
  /** `field\nkey` of lists that began anew, and stand where a list stands that has just begun. */
  readonly #anew = new Set<string>();
  /** By id; undefined: it is gone. */
  readonly #ids = new Map<string, Resource | undefined>();

  constructor(readonly before: MeshIndex) {}

  remove(resource: Resource): boolean {
    const id = idOf(resource);
    if (this.before.byId.get(id)?.object !== resource.object) return false;
    this.#ids.set(id, undefined);
    const field = fieldOf(resource);
    const list = this.#list(field);
    if (list.at(-1)?.object !== resource.object) return false;
    this.#lists.set(field, withBetween(list, list.length - 1, [], 0));
    for (const [map, keys] of lookUpsOf(resource)) {
      for (const key of new Set(keys(resource))) {
        const known = this.#at(map, key);
        if (known.at(-1)?.object !== resource.object) return false;
        this.#set(map, key, known.slice(0, -1));
      }
    }
    return true;
  }

  append(resource: Resource): boolean {
    const id = idOf(resource);
    if (this.#ids.has(id) ? this.#ids.get(id) !== undefined : this.before.byId.has(id)) return false;
    // Behind those that come before it, though one of its id may have stood elsewhere.
    this.#ids.delete(id);
    this.#ids.set(id, resource);
    const field = fieldOf(resource);
    const list = this.#list(field);
    this.#lists.set(field, withBetween(list, list.length, [resource], 0));
    for (const [map, keys] of lookUpsOf(resource)) {
      for (const key of new Set(keys(resource))) this.#set(map, key, [...this.#at(map, key), resource]);
    }
    return true;
  }

  done(): { readonly index: MeshIndex; readonly change: IndexChange } {
    const result: Record<string, unknown> = { ...this.before };
    for (const [field, list] of this.#lists) {
      result[field] = list;
      this.#fields.add(field);
    }
    for (const [field, values] of this.#maps) {
      const map = this.before[field as keyof MeshIndex] as ReadonlyMap<string, readonly Resource[]>;
      const changes = [...values].map(([key, list]) => [key, list.length === 0 ? undefined : list] as const);
      result[field] = withOthers(map, changes, (key) => map.has(key) && !this.#anew.has(`${field}\n${key}`));
    }
    result.byId = withOthers(this.before.byId, [...this.#ids], () => false);
    this.#fields.add('byId');
    for (const id of this.#ids.keys()) this.#keys.add(`byId\n${id}`);
    return { index: result as unknown as MeshIndex, change: { fields: this.#fields, keys: this.#keys } };
  }

  #list(field: keyof MeshIndex): readonly Resource[] {
    return this.#lists.get(field) ?? (this.before[field] as readonly Resource[]);
  }

  #at(field: string, key: string): readonly Resource[] {
    const known = this.#maps.get(field)?.get(key);
    if (known !== undefined) return known;
    return (this.before[field as keyof MeshIndex] as ReadonlyMap<string, readonly Resource[]>).get(key) ?? [];
  }

  #set(field: string, key: string, list: readonly Resource[]): void {
    const map = this.#maps.get(field) ?? new Map<string, readonly Resource[]>();
    if (list.length === 0) this.#anew.add(`${field}\n${key}`);
    else if (map.get(key)?.length === 0) map.delete(key);
    map.set(key, list);
    this.#maps.set(field, map);
    this.#fields.add(field);
    this.#keys.add(`${field}\n${key}`);
  }
}

/**
 * A map with other values. What is new stands last, as in a map that is filled anew.
 *
 * @param changes undefined: no longer there
 * @param stays whether a key that is there keeps its place
 */
function withOthers<V>(
  map: ReadonlyMap<string, V>,
  changes: readonly (readonly [string, V | undefined])[],
  stays: (key: string) => boolean,
): ReadonlyMap<string, V> {
  const kept = changes.filter((change): change is [string, V] => change[1] !== undefined && stays(change[0]));
  if (kept.length === changes.length) return patchedMap(map, new Map(kept));
  const result = new Map(map);
  const inPlace = new Set(kept.map(([key]) => key));
  for (const [key] of changes) if (!inPlace.has(key)) result.delete(key);
  for (const [key, value] of changes) if (value !== undefined) result.set(key, value);
  return result;
}

const idOf = ({ kind, namespace, name }: Resource): string => `${kind} ${namespace}/${name}`;
const fieldOf = ({ kind }: Resource): keyof MeshIndex => listOf[kind as keyof typeof listOf];
const lookUpsOf = ({ kind }: Resource): readonly (readonly [string, Key])[] =>
  Object.entries(resourceKeys[kind as keyof typeof listOf]) as unknown as readonly (readonly [string, Key])[];
