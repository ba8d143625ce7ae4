import { isDeepStrictEqual } from 'node:util';
import { type Consumer, type RegistryService, type RegistryState, serviceKey } from '../model.js';
import { byOctets } from '../reference/go.js';
import { ApplicationLevel } from './dubbo-application.js';
import { readInterfaceNode } from './dubbo-interface.js';
import { Outline, Picked, type Piece } from './outline.js';

/** A node of ZooKeeper or a pair of etcd: both hold Dubbo's registry as paths. */
export interface TreeNode {
  readonly path: string;
  readonly data: string;
}

export interface TreePlaces {
  readonly registry: 'zookeeper' | 'etcd';
  /** Where Dubbo's registry is, `/dubbo` by default. */
  readonly root: string;
  /** Where applications are, `/services` by default. */
  readonly servicesRoot: string;
}

export interface TreeOptions {
  readonly registryName: string;
  readonly level: 'interface' | 'application' | 'both';
}

/** The nodes that are read together: those of an interface, or those of an application. */
interface Unit {
  readonly kind: 'interface' | 'application';
  readonly name: string;
  /** Path below the root it stands under → data. */
  readonly nodes: Map<string, string>;
  /** What was made of them, until one changes. */
  piece: Piece | undefined;
}

/** One service out of several units. */
interface Shared {
  readonly parts: readonly RegistryService[];
  readonly service: RegistryService;
}

/**
 * Dubbo's registry, interface level and application level, and Spring Cloud's, kept up to date node by node. Only what a
 * change touches is read again; instances are worked out when they are asked for, service by service.
 */
export class DubboTree {
  readonly #places: TreePlaces;
  readonly #root: string;
  readonly #servicesRoot: string;
  readonly #units = new Map<string, Unit>();
  /** Dubbo 3's mapping: interface → the applications that provide it, by comma. */
  readonly #mapping = new Map<string, string>();
  #mapped: Map<string, string[]> | undefined;
  #options: TreeOptions | undefined;
  /** One service that several units provide, as long as these are the same. */
  #shared = new Map<string, Shared>();
  /** The last state, where a service is in it, and the units that changed since with what was made of them before. */
  #whole: { readonly state: RegistryState; readonly places: ReadonlyMap<string, number> } | undefined;
  readonly #dirty = new Map<Unit, Piece | undefined>();
  /** The unit whose instances were asked for last. */
  #last: { readonly piece: Piece; readonly picked: Picked } | undefined;
  #size = 0;

  constructor(places: TreePlaces) {
    this.#places = places;
    this.#root = withSlash(places.root);
    this.#servicesRoot = withSlash(places.servicesRoot);
  }

  /** How many nodes there are. */
  get size(): number {
    return this.#size;
  }

  /** Whether anything is other than it was. */
  put(path: string, data: string): boolean {
    const place = this.#placeOf(path);
    if (place === undefined) return false;
    const [nodes, key, unit] = place;
    const known = nodes.get(key);
    if (known === data) return false;
    if (known === undefined) this.#size++;
    nodes.set(key, data);
    this.#touched(unit);
    return true;
  }

  /** Whether it was there. */
  delete(path: string): boolean {
    const place = this.#placeOf(path);
    if (place === undefined) return false;
    const [nodes, key, unit] = place;
    if (!nodes.delete(key)) return false;
    this.#size--;
    this.#touched(unit);
    if (unit !== undefined && nodes.size === 0) {
      this.#units.delete(unitKey(unit.kind, unit.name));
      this.#whole = undefined;
    }
    return true;
  }

  /** All nodes, in no order that means anything. */
  *nodes(): Iterable<TreeNode> {
    for (const { kind, name, nodes } of this.#units.values()) {
      for (const [key, data] of nodes) yield { path: this.#pathOf(kind, name, key), data };
    }
    for (const [key, data] of this.#mapping) yield { path: `${this.#root}mapping${key}`, data };
  }

  state(options: TreeOptions): RegistryState {
    if (options.level !== this.#options?.level || options.registryName !== this.#options.registryName) {
      for (const unit of this.#units.values()) unit.piece = undefined;
      this.#options = options;
      this.#whole = undefined;
    }
    const patched = this.#patched(options);
    this.#dirty.clear();
    if (patched !== undefined) return patched;
    const pieces: Piece[] = [];
    for (const unit of this.#units.values()) {
      if (unit.kind === 'application' && options.level === 'interface') continue;
      unit.piece ??= this.#piece(unit, options);
      pieces.push(unit.piece);
    }
    const { registry } = this.#places;
    const services = this.#together(pieces);
    const state = {
      registry,
      registryName: options.registryName,
      services,
      unread: pieces.flatMap(({ unread }) => unread),
      consumers: consumersOf(pieces),
      listed: new Set(pieces.flatMap(({ listed }) => listed)),
    };
    this.#whole = { state, places: new Map(services.map((service, at) => [serviceKey(service), at])) };
    return state;
  }

  /** The last state with other services in the places of those that changed; undefined where more than that is other. */
  #patched(options: TreeOptions): RegistryState | undefined {
    const whole = this.#whole;
    this.#whole = undefined;
    if (whole === undefined) return undefined;
    const services = [...whole.state.services];
    for (const [unit, before] of this.#dirty) {
      if (unit.kind === 'application' && options.level === 'interface') continue;
      const now = unit.piece ?? this.#piece(unit, options);
      unit.piece = now;
      if (before === undefined || !isLike(before, now)) return undefined;
      for (const [key, service] of now.services) {
        const place = whole.places.get(key);
        if (place === undefined || this.#shared.has(key)) return undefined;
        services[place] = service;
      }
    }
    const state = { ...whole.state, services };
    this.#whole = { ...whole, state };
    return state;
  }

  #piece(unit: Unit, options: TreeOptions): Piece {
    // In the order of the octets, as etcd lists them: the result then says nothing of who came when.
    const nodes = [...unit.nodes].sort(([a], [b]) => byOctets(a, b));
    const { registry } = this.#places;
    const mapped = unit.kind === 'application' ? (this.#mappings().get(unit.name) ?? []) : [];
    const read = (into: Outline | Picked): void => {
      if (unit.kind === 'interface') readInterfaceNode(into, unit.name, nodes, options.level !== 'application');
      else readApplication(into, unit.name, nodes, mapped);
    };
    const outline = new Outline();
    read(outline);
    const piece: Piece = outline.piece({ registry, registryName: options.registryName }, (key) => {
      if (this.#last?.piece !== piece) {
        const picked = new Picked();
        read(picked);
        this.#last = { piece, picked };
      }
      return this.#last.picked.instancesOf(key);
    });
    return piece;
  }

  /** The services of all pieces; one that several of them have is one. */
  #together(pieces: readonly Piece[]): readonly RegistryService[] {
    const parts = new Map<string, RegistryService | RegistryService[]>();
    for (const { services } of pieces) {
      for (const [key, service] of services) {
        const known = parts.get(key);
        if (known === undefined) parts.set(key, service);
        else if (Array.isArray(known)) known.push(service);
        else parts.set(key, [known, service]);
      }
    }
    const shared = new Map<string, Shared>();
    const result: RegistryService[] = [];
    for (const [key, list] of parts) {
      if (!Array.isArray(list)) {
        result.push(list);
        continue;
      }
      const before = this.#shared.get(key);
      const isSame = before?.parts.length === list.length && list.every((each, at) => each === before.parts[at]);
      const one = isSame ? before : { parts: list, service: joined(list) };
      shared.set(key, one);
      result.push(one.service);
    }
    this.#shared = shared;
    return result;
  }

  #mappings(): ReadonlyMap<string, readonly string[]> {
    if (this.#mapped !== undefined) return this.#mapped;
    const mapped = new Map<string, string[]>();
    for (const [key, applications] of [...this.#mapping].sort(([a], [b]) => byOctets(a, b))) {
      const named = key.slice(1);
      if (named === '' || named.includes('/')) continue;
      for (const application of new Set(applications.split(',').map((each) => each.trim()))) {
        if (application === '') continue;
        const known = mapped.get(application);
        if (known === undefined) mapped.set(application, [named]);
        else known.push(named);
      }
    }
    this.#mapped = mapped;
    return mapped;
  }

  #touched(unit: Unit | undefined): void {
    this.#last = undefined;
    if (unit !== undefined) {
      if (!this.#dirty.has(unit)) this.#dirty.set(unit, unit.piece);
      unit.piece = undefined;
      return;
    }
    this.#whole = undefined;
    this.#mapped = undefined;
    for (const each of this.#units.values()) if (each.kind === 'application') each.piece = undefined;
  }

  /** Where a node is kept, under which key, and the unit; no unit for the mapping. Undefined for what is not read. */
  #placeOf(path: string): readonly [Map<string, string>, string, Unit | undefined] | undefined {
    if (path.startsWith(this.#servicesRoot)) {
      const below = path.slice(this.#servicesRoot.length);
      const [name = ''] = below.split('/', 1);
      const unit = this.#unit('application', name);
      return [unit.nodes, below.slice(name.length), unit];
    }
    if (!path.startsWith(this.#root)) return undefined;
    const below = path.slice(this.#root.length);
    const slash = below.indexOf('/');
    const name = slash === -1 ? below : below.slice(0, slash);
    if (name === 'mapping') return [this.#mapping, below.slice(name.length), undefined];
    if (name !== 'metadata') {
      const unit = this.#unit('interface', name);
      return [unit.nodes, below.slice(name.length), unit];
    }
    // `<application>/<revision>`, or `<interface>[/<version>][/<group>]/provider/<application>`.
    const parts = below.split('/');
    const application = (parts.length > 3 && parts.at(-2) === 'provider' ? parts.at(-1) : parts[1]) ?? '';
    const unit = this.#unit('application', application);
    return [unit.nodes, ` ${below.slice(name.length)}`, unit];
  }

  #pathOf(kind: Unit['kind'], name: string, key: string): string {
    if (kind === 'interface') return `${this.#root}${name}${key}`;
    return key.startsWith(' ') ? `${this.#root}metadata${key.slice(1)}` : `${this.#servicesRoot}${name}${key}`;
  }

  #unit(kind: Unit['kind'], name: string): Unit {
    const key = unitKey(kind, name);
    const known = this.#units.get(key);
    if (known !== undefined) return known;
    const unit: Unit = { kind, name, nodes: new Map(), piece: undefined };
    this.#units.set(key, unit);
    return unit;
  }
}

/** Reads nodes that are there as a whole. */
export function readDubboTree(nodes: Iterable<TreeNode>, options: TreePlaces & TreeOptions): RegistryState {
  const tree = new DubboTree(options);
  for (const { path, data } of nodes) tree.put(path, data);
  return tree.state(options);
}

function readApplication(
  into: Outline | Picked,
  name: string,
  nodes: readonly (readonly [key: string, data: string])[],
  mapped: readonly string[],
): void {
  const applications = new ApplicationLevel(into);
  for (const interfaceName of mapped) applications.mapping(interfaceName, name);
  for (const [key, data] of nodes) {
    // A blank marks what stands below Dubbo's metadata.
    if (key.startsWith(' ')) applications.metadata(key.slice(2), data);
    else applications.instance(`${name}${key}`, data);
  }
  applications.finish();
}

function consumersOf(pieces: readonly Piece[]): ReadonlyMap<string, readonly Consumer[]> {
  const all = new Map<string, readonly Consumer[]>();
  for (const { consumers } of pieces) {
    for (const [name, list] of consumers) all.set(name, [...(all.get(name) ?? []), ...list]);
  }
  return all;
}

/** Whether two pieces tell of the same services, and the same beside them. */
function isLike(before: Piece, now: Piece): boolean {
  return (
    before.services.size === now.services.size &&
    [...before.services.keys()].every((key) => now.services.has(key)) &&
    isDeepStrictEqual([before.unread, before.listed, before.consumers], [now.unread, now.listed, now.consumers])
  );
}

function joined(parts: readonly RegistryService[]): RegistryService {
  const [{ registry, registryName, style, name, group, version, scope }] = parts as [RegistryService];
  const fields = { registry, registryName, style, name, group, version, scope };
  return {
    ...fields,
    get instances() {
      return parts.flatMap(({ instances }) => instances);
    },
  };
}

function unitKey(kind: Unit['kind'], name: string): string {
  return kind === 'interface' ? name : `/${name}`;
}

function withSlash(root: string): string {
  return `/${root.replace(/^\/+|\/+$/g, '')}/`.replace(/^\/\/$/, '/');
}
