import type { Resource } from '../model/resource.js';
import { withPlaces } from '../patch/patched-list.js';
import { patchedMap } from '../patch/patched-map.js';
import { type IndexOptions, resourceKeys, serviceKeys } from './build.js';
import { type ChangedIndex, subjectOf } from './change.js';
import type { MeshIndex, MeshService } from './mesh-index.js';
import { fromResource } from './services.js';

/** A resource, and what stands in its place now. */
export type Pair = readonly [Resource, Resource];

/** Replaces in place where no key of a look-up changes; undefined where that is not so, or not known. */
export function patch(
  before: MeshIndex,
  pairs: readonly Pair[],
  options: IndexOptions,
  places: ListPlaces,
): ChangedIndex | undefined {
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
export class ListPlaces {
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

  done(): ChangedIndex {
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
