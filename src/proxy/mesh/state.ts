import type { FileRegistry } from '@bufbuild/protobuf';
import type { Any } from '@bufbuild/protobuf/wkt';
import { textOf } from '../../envoy/proto-json.js';
import type { JsonObject } from '../../model/envoy.js';
import type { AdsUpdate } from '../../xds/ads/form.js';
import type { DiscoveredResource } from '../../xds/client.js';
import { decodeAny } from '../../xds/decode.js';
import { type ResourceType, resourceTypes } from '../../xds/types.js';
import { RouteTable } from '../routes/table.js';
import { type MeshCluster, readCluster } from './clusters.js';
import { type MeshListener, readListener } from './listeners.js';
import { takeRoutes } from './take-routes.js';

/** A resource in force: as it came, and as it was read. */
export interface Held<T> {
  readonly version: string;
  /** Protobuf JSON, lowerCamelCase. */
  readonly source: JsonObject;
  readonly content: Any;
  readonly read: T;
  /** Milliseconds since 1970. */
  readonly lastUpdated: number;
}

/** A version that was refused; what was in force before stays. */
export interface Refused {
  readonly version: string;
  readonly reason: string;
  readonly at: number;
  readonly content: Any;
}

type Read<T> = (source: JsonObject) => T | { readonly refused: string };

/** The resources of one type by their names. */
export class Resources<T extends object> {
  readonly held = new Map<string, Held<T>>();
  readonly refused = new Map<string, Refused>();
  /** Of the last response. */
  version = '';
  readonly #read: Read<T>;
  readonly #now: () => number;

  constructor(read: Read<T>, now: () => number) {
    this.#read = read;
    this.#now = now;
  }

  /** Takes a resource, or gives why it is refused. */
  put(name: string, version: string, source: JsonObject, content: Any): string | undefined {
    const read = this.#read(source);
    if ('refused' in read) {
      const { refused: reason } = read as { readonly refused: string };
      this.refused.set(name, { version, reason, at: this.#now(), content });
      return reason;
    }
    this.refused.delete(name);
    this.held.set(name, { version, source, content, read: read as T, lastUpdated: this.#now() });
    return undefined;
  }

  /**
   * Takes the next version of what is in force already, byte for byte: istiod sends all of it again on every push that may
   * concern it. Gives whether it was so; then nothing is read again.
   */
  keep(name: string, version: string, content: Any): boolean {
    const known = this.held.get(name);
    if (known === undefined || known.content.typeUrl !== content.typeUrl) return false;
    if (Buffer.compare(known.content.value, content.value) !== 0) return false;
    this.refused.delete(name);
    this.held.set(name, { ...known, version, lastUpdated: this.#now() });
    return true;
  }

  remove(name: string): void {
    this.held.delete(name);
    this.refused.delete(name);
  }

  keepOnly(names: ReadonlySet<string>): void {
    for (const name of [...this.held.keys(), ...this.refused.keys()]) if (!names.has(name)) this.remove(name);
  }
}

/**
 * What a control plane has given: the last good state of every resource. As in Envoy, one that is bad does not keep out the
 * others of its response, which is refused (NACK) with the reasons all the same.
 */
export class MeshState {
  readonly clusters: Resources<MeshCluster>;
  readonly listeners: Resources<MeshListener>;
  readonly endpoints: Resources<JsonObject>;
  /** MetaProtocol routes, where a filter asks for them on the same stream. */
  readonly routes: RouteTable;
  readonly #registry: FileRegistry;

  /** `now`: milliseconds since 1970. */
  constructor(registry: FileRegistry, now: () => number) {
    this.#registry = registry;
    this.clusters = new Resources<MeshCluster>(readCluster, now);
    this.listeners = new Resources<MeshListener>(readListener, now);
    this.endpoints = new Resources<JsonObject>((source) => source, now);
    this.routes = new RouteTable(now);
  }

  /** Takes a response, as much of it as is good; gives why the rest is refused. */
  take(update: AdsUpdate): string | undefined {
    if (update.type === 'rds')
      return refusal(
        'rds',
        takeRoutes(update, this.#registry, this.routes, () => {}),
      );
    const { type, version, resources, removed, whole } = update;
    const names = new Set<string>();
    const reasons: string[] = [];
    for (const resource of resources) {
      const taken = this.#put(type, resource, version, names);
      if (taken !== undefined) reasons.push(taken);
    }
    const own = this.#of(type);
    own.version = version;
    for (const name of removed) own.remove(name);
    if (whole) own.keepOnly(names);
    return refusal(type, reasons);
  }

  /** A resource as an admin port prints it: the names of the proto, secrets left out. */
  printed(content: Any): JsonObject {
    return decodeAny(content, { registry: this.#registry, showSecrets: false, protoNames: true }).json as JsonObject;
  }

  /** The names of the endpoints that clusters ask for. */
  get wantedEndpoints(): ReadonlySet<string> {
    const names = new Set<string>();
    for (const { read } of this.clusters.held.values()) if (read.discovery === 'EDS') names.add(read.serviceName);
    return names;
  }

  #of(type: Exclude<ResourceType, 'rds'>) {
    return { lds: this.listeners, cds: this.clusters, eds: this.endpoints }[type];
  }

  #put(
    type: Exclude<ResourceType, 'rds'>,
    { name: given, version: own, content }: DiscoveredResource,
    update: string,
    names: Set<string>,
  ): string | undefined {
    if (given !== undefined && !names.has(given) && this.#of(type).keep(given, own || update, content)) {
      names.add(given);
      return undefined;
    }
    const { json, unknown } = decodeAny(content, { registry: this.#registry, showSecrets: true });
    const source = json as JsonObject;
    const { message, nameField } = resourceTypes[type];
    const name = textOf(source[nameField]) ?? given ?? '';
    const version = own || update;
    if (unknown.includes(message)) return `${name}: the bytes are no ${message}`;
    if (names.has(name)) return `duplicate ${type} resource ${name} found`;
    names.add(name);
    return this.#of(type).put(name, version, source, content);
  }
}

/** In Envoy's words. */
export function refusal(type: ResourceType, reasons: readonly string[]): string | undefined {
  if (reasons.length === 0) return undefined;
  return `Error adding/updating ${reasons.length} ${type} resource(s): ${reasons.join('; ')}`;
}
