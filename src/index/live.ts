import type { Resource } from '../model/resource.js';
import { sameEnds } from '../patch/ends.js';
import { withPlaces } from '../patch/patched-list.js';
import { isMap, patchedMap } from '../patch/patched-map.js';
import { buildIndex, type IndexOptions, resourceKeys, serviceKeys } from './build.js';
import type { MeshIndex, MeshService } from './mesh-index.js';
import { fromResource } from './services.js';

/** What another state of the resources changed in an index. */
export interface IndexChange {
  /** Fields of which anything is another. */
  readonly fields: ReadonlySet<string>;
  /** `field\nkey` of the look-ups that give something else. */
  readonly keys: ReadonlySet<string>;
}

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
    const pairs = same ? replaced(this.#resources, resources) : undefined;
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

type Pair = readonly [Resource, Resource];

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

/** Replaces in place where no key of a look-up changes; undefined where that is not so, or not known. */
function patch(
  before: MeshIndex,
  pairs: readonly Pair[],
  options: IndexOptions,
  places: ListPlaces,
): { readonly index: MeshIndex; readonly change: IndexChange } | undefined {
  const patching = new Patching(before, places);
  for (const [old, resource] of pairs) {
    patching.id(old, resource);
    const kind = resource.kind;
    if (kind === 'MetaRouter' || kind === 'VirtualService' || kind === 'DestinationRule') {
      if (!patching.list(listOf[kind], old, resource)) return undefined;
      for (const [field, keys] of Object.entries(resourceKeys[kind])) {
        if (!patching.map(field, keys as (value: unknown) => readonly string[], old, resource)) return undefined;
      }
    } else if (kind === 'ServiceEntry' || kind === 'Service') {
      const service = serviceOf(before, old, options);
      const next = service === undefined ? undefined : sameAddresses(service, resource, options);
      if (service === undefined || next === undefined || !patching.list('services', service, next)) return undefined;
      for (const [field, keys] of Object.entries(serviceKeys)) {
        if (!patching.map(field, keys as (value: unknown) => readonly string[], service, next)) return undefined;
      }
    } else return undefined;
  }
  return patching.done();
}

const listOf = {
  MetaRouter: 'metaRouters',
  VirtualService: 'virtualServices',
  DestinationRule: 'destinationRules',
} as const;

/** The service that was made from a resource. */
function serviceOf(before: MeshIndex, old: Resource, options: IndexOptions): MeshService | undefined {
  const host = fromResource(old, options)?.hosts[0];
  const candidates = host === undefined ? undefined : before.servicesByFirstHost.get(host);
  return candidates?.find(({ resource }) => resource.object === old.object);
}

/** The service of the new resource where the allocator need not be asked; undefined where it has to be. */
function sameAddresses(before: MeshService, resource: Resource, options: IndexOptions): MeshService | undefined {
  const made = fromResource(resource, options);
  const written = fromResource(before.resource, options);
  if (made === undefined || written === undefined) return undefined;
  // A Service has the addresses that the cluster gave it.
  if (resource.kind === 'Service') return made;
  const same =
    made.hosts[0] === written.hosts[0] &&
    made.resolution === written.resolution &&
    JSON.stringify(made.addresses) === JSON.stringify(written.addresses);
  return same ? { ...made, addresses: before.addresses, allocated: before.allocated } : undefined;
}

type ListField = 'services' | 'metaRouters' | 'virtualServices' | 'destinationRules';

/** Where each entry of the lists of an index stands; while entries are replaced in their places, that stays so. */
class ListPlaces {
  readonly #places = new Map<ListField, Map<unknown, number>>();

  /** Of an entry of `list`, which this one follows the other in. */
  replace(field: ListField, list: readonly unknown[], old: unknown, now: unknown): number | undefined {
    let places = this.#places.get(field);
    if (places === undefined) {
      places = new Map(list.map((each, at) => [subjectOf(each), at]));
      this.#places.set(field, places);
    }
    const place = places.get(subjectOf(old));
    if (place === undefined) return undefined;
    places.delete(subjectOf(old));
    places.set(subjectOf(now), place);
    return place;
  }

  clear(): void {
    this.#places.clear();
  }
}

class Patching {
  readonly #lists = new Map<ListField, Map<number, unknown>>();
  readonly #maps = new Map<string, Map<string, readonly unknown[]>>();
  readonly #byId = new Map<string, Resource>();
  readonly #change = { fields: new Set<string>(), keys: new Set<string>() };

  constructor(
    readonly before: MeshIndex,
    readonly places: ListPlaces,
  ) {}

  /** Of two with one id the later is known by it, so another one may be. */
  id(old: Resource, now: Resource): void {
    const id = `${now.kind} ${now.namespace}/${now.name}`;
    const known = this.#byId.get(id) ?? this.before.byId.get(id);
    if (known?.object === old.object) this.#byId.set(id, now);
    this.#change.keys.add(`byId\n${id}`);
  }

  list(field: ListField, old: unknown, now: unknown): boolean {
    const place = this.places.replace(field, this.before[field], old, now);
    if (place === undefined) return false;
    const changes = this.#lists.get(field);
    if (changes === undefined) this.#lists.set(field, new Map([[place, now]]));
    else changes.set(place, now);
    this.#change.fields.add(field);
    return true;
  }

  map(field: string, keys: (value: unknown) => readonly string[], old: unknown, now: unknown): boolean {
    const own = keys(now);
    if (JSON.stringify(keys(old)) !== JSON.stringify(own)) return false;
    const before = this.before[field as keyof MeshIndex] as ReadonlyMap<string, readonly unknown[]>;
    const map = this.#maps.get(field) ?? new Map<string, readonly unknown[]>();
    this.#maps.set(field, map);
    const subject = subjectOf(old);
    for (const key of new Set(own)) {
      const list = map.get(key) ?? before.get(key);
      if (list === undefined) return false;
      map.set(
        key,
        list.map((each) => (subjectOf(each) === subject ? now : each)),
      );
      this.#change.keys.add(`${field}\n${key}`);
    }
    if (own.length > 0) this.#change.fields.add(field);
    return true;
  }

  done(): { readonly index: MeshIndex; readonly change: IndexChange } {
    const fields: Record<string, unknown> = { byId: patchedMap(this.before.byId, this.#byId) };
    for (const [field, changes] of this.#lists) {
      fields[field] = withPlaces<unknown>(this.before[field], changes);
    }
    for (const [field, map] of this.#maps) {
      fields[field] = patchedMap(this.before[field as keyof MeshIndex] as ReadonlyMap<string, readonly unknown[]>, map);
    }
    this.#change.fields.add('byId');
    return { index: { ...this.before, ...fields } as MeshIndex, change: this.#change };
  }
}

/** What makes two entries of an index the same: the object, wherever it stands. */
function subjectOf(value: unknown): unknown {
  return isResource(value) ? value.object : value;
}

function isResource(value: unknown): value is Resource {
  return typeof value === 'object' && value !== null && 'object' in value && 'source' in value;
}

function isService(value: unknown): value is MeshService {
  return typeof value === 'object' && value !== null && 'resource' in value && 'synthetic' in value;
}

/** Whether two entries of an index say the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isResource(a) && isResource(b)) return a.object === b.object;
  if (isService(a) && isService(b)) {
    return a.resource.object === b.resource.object && sameList(a.addresses, b.addresses) && a.allocated === b.allocated;
  }
  return Array.isArray(a) && Array.isArray(b) && sameList(a, b);
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => isSame(each, b[index]));
}

/** The new index with all of the old one that says the same, and what does not. */
function merge(before: MeshIndex, built: MeshIndex): { readonly index: MeshIndex; readonly change: IndexChange } {
  const fields = new Set<string>();
  const keys = new Set<string>();
  const result: Record<string, unknown> = {};
  const kept = new Map<unknown, unknown>();
  for (const service of before.services) kept.set(service.resource.object, service);
  const keep = (value: unknown): unknown => {
    const old = isService(value) ? kept.get(value.resource.object) : undefined;
    return old !== undefined && isSame(old, value) ? old : value;
  };
  for (const [field, now] of Object.entries(built)) {
    const old: unknown = before[field as keyof MeshIndex];
    if (isMap(now) && isMap(old)) {
      const map = new Map<unknown, unknown>();
      for (const [key, value] of now) {
        const known = old.get(key);
        const same = old.has(key) && isSame(known, value);
        map.set(key, same ? known : Array.isArray(value) ? value.map(keep) : keep(value));
        if (!same) keys.add(`${field}\n${String(key)}`);
      }
      for (const key of old.keys()) if (!now.has(key)) keys.add(`${field}\n${String(key)}`);
      // Whoever goes through all of it sees the order too.
      if (!sameList([...map], [...old])) fields.add(field);
      result[field] = map;
    } else if (now instanceof Set && old instanceof Set) {
      for (const key of now) if (!old.has(key)) keys.add(`${field}\n${String(key)}`);
      for (const key of old) if (!now.has(key)) keys.add(`${field}\n${String(key)}`);
      if (!sameList([...now], [...old])) fields.add(field);
      result[field] = now;
    } else if (Array.isArray(now) && Array.isArray(old)) {
      const same = sameList(old, now);
      if (!same) fields.add(field);
      result[field] = same ? old : now.map(keep);
    } else {
      if (JSON.stringify(old) !== JSON.stringify(now)) fields.add(field);
      result[field] = now;
    }
  }
  return { index: result as unknown as MeshIndex, change: { fields, keys } };
}
