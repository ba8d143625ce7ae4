import type { Loaded } from '../load/loaded.js';
import type { ServiceEntry } from '../model/istio.js';
import type { KubernetesObject, Resource } from '../model/resource.js';
import { changesOf, Mapping } from '../patch/ends.js';

const reserved = '240.240.';
const perOctet = 255;

/** An entry whose addresses are to be written into it. */
export interface Allocation {
  readonly resource: Resource;
  readonly addresses: readonly string[];
}

export interface Addressed {
  /** As it was loaded, but for the addresses that entries are given. */
  readonly loaded: Loaded;
  /** By `namespace/name`. */
  readonly allocations: ReadonlyMap<string, Allocation>;
}

/**
 * Addresses of ServiceEntries that have none (translation.md section 2), for a process that stays: what is written in an
 * entry counts, what was once given stays given also before it is written, and an entry without one gets the lowest that
 * is free. Where two have the same, the older one keeps it.
 */
export class AddressBook {
  readonly #given = new Map<string, string>();
  readonly #made = new WeakMap<KubernetesObject, { readonly address: string; readonly resource: Resource }>();
  #resources: readonly Resource[] = [];
  #allocations: ReadonlyMap<string, Allocation> = new Map();
  #mapping = new Mapping<Resource, Resource>();

  /** @param versionOf a number that grows with each creation: which of two of the same second is the older */
  assign(loaded: Loaded, versionOf: (resource: Resource) => number): Addressed {
    const before = this.#resources;
    this.#resources = loaded.resources;
    if (mayDiffer(before, loaded.resources)) {
      this.#allocations = this.#judged(loaded.resources, versionOf);
      this.#mapping = new Mapping();
    }
    const allocations = this.#allocations;
    if (allocations.size === 0) return { loaded, allocations };
    const resources = this.#mapping.of(loaded.resources, (resource) => {
      const given = resource.kind === 'ServiceEntry' ? allocations.get(keyOf(resource)) : undefined;
      return given === undefined ? resource : this.#with(resource, given.addresses);
    });
    return { loaded: { ...loaded, resources }, allocations };
  }

  #judged(resources: readonly Resource[], versionOf: (resource: Resource) => number): ReadonlyMap<string, Allocation> {
    const owners = new Map<string, string>();
    const without: Resource[] = [];
    for (const resource of resources) {
      if (resource.kind !== 'ServiceEntry') continue;
      const [first] = addressesOf(resource);
      if (first === undefined) {
        if (isProgrammed(resource)) without.push(resource);
      } else if (first.startsWith(reserved) && owners.has(first)) {
        if (isProgrammed(resource)) without.push(resource);
      } else owners.set(first, keyOf(resource));
    }
    return this.#allocate(without, owners, versionOf);
  }

  #allocate(
    without: readonly Resource[],
    owners: Map<string, string>,
    versionOf: (resource: Resource) => number,
  ): ReadonlyMap<string, Allocation> {
    const allocations = new Map<string, Allocation>();
    const give = (resource: Resource, address: string): void => {
      owners.set(address, keyOf(resource));
      allocations.set(keyOf(resource), { resource, addresses: [address, ...addressesOf(resource).slice(1)] });
    };
    const fresh: Resource[] = [];
    for (const resource of without) {
      const given = this.#given.get(keyOf(resource));
      if (given !== undefined && !owners.has(given)) give(resource, given);
      else fresh.push(resource);
    }
    let next = 0;
    for (const resource of inOrderOfCreation(fresh, versionOf)) {
      for (;;) {
        next += next % perOctet === perOctet - 1 ? 2 : 1;
        const address = `${reserved}${Math.floor(next / perOctet)}.${next % perOctet}`;
        if (owners.has(address)) continue;
        give(resource, address);
        break;
      }
    }
    this.#given.clear();
    for (const [key, { addresses }] of allocations) this.#given.set(key, addresses[0] ?? '');
    return allocations;
  }

  /** The same object each time, so that nothing is worked out anew for it. */
  #with(resource: Resource, addresses: readonly string[]): Resource {
    const known = this.#made.get(resource.object);
    const [address = ''] = addresses;
    if (known?.address === address) return known.resource;
    const object = resource.object as ServiceEntry;
    const made = { ...resource, object: { ...object, spec: { ...object.spec, addresses } } as KubernetesObject };
    this.#made.set(resource.object, { address, resource: made });
    return made;
  }
}

/** Whether an entry came, went or changed between two states: nothing else matters to addresses. */
function mayDiffer(before: readonly Resource[], now: readonly Resource[]): boolean {
  return changesOf(before, now).some((list) => list.some(({ kind }) => kind === 'ServiceEntry'));
}

function inOrderOfCreation(
  resources: readonly Resource[],
  versionOf: (resource: Resource) => number,
): readonly Resource[] {
  const created = ({ object }: Resource): string => object.metadata?.creationTimestamp ?? '';
  return [...resources].sort((a, b) => {
    if (created(a) !== created(b)) return created(a) < created(b) ? -1 : 1;
    return versionOf(a) - versionOf(b);
  });
}

function addressesOf({ object }: Resource): readonly string[] {
  const addresses: unknown = (object as ServiceEntry).spec?.addresses;
  return Array.isArray(addresses) ? addresses.filter((each): each is string => typeof each === 'string') : [];
}

/** An absent resolution is NONE, and such an entry has no address of its own. */
function isProgrammed({ object }: Resource): boolean {
  const resolution: unknown = (object as ServiceEntry).spec?.resolution;
  return typeof resolution === 'string' && resolution !== '' && resolution !== 'NONE';
}

const keyOf = ({ namespace, name }: Resource): string => `${namespace}/${name}`;
