import { isDeepStrictEqual } from 'node:util';
import type { ConsulDump, ConsulInstance } from '../dump/dump.js';
import { checkDump } from '../dump/read.js';
import { isFields } from '../dump/shape.js';
import { RegistryFailure } from './failure.js';

type Check = Readonly<Record<string, unknown>>;

/**
 * What Consul answered, part by part: a part is a node with its services, or a service with its instances, of one
 * datacentre. A part that is answered anew costs what it holds, however large the rest is.
 */
export class ConsulCatalog {
  /** Part → its instances, as they stand in the lists. */
  readonly #parts = new Map<string, readonly ConsulInstance[]>();
  /** Service → its instances in all parts; a list that changes is another object. */
  readonly #lists = new Map<string, readonly ConsulInstance[]>();
  /** List of checks → the checks that do not pass. */
  readonly #checks = new Map<string, readonly Check[]>();
  /** The tags of a list, which are asked for with every dump. */
  readonly #tags = new WeakMap<readonly ConsulInstance[], readonly string[]>();
  #dump: ConsulDump | undefined;

  /** Takes the answer for a part in the place of the last one. Raises `RegistryFailure` where it is not as expected. */
  put(part: string, answer: readonly ConsulInstance[]): void {
    check(answer);
    const before = this.#parts.get(part) ?? [];
    const old = new Map(before.map((each) => [keyOf(each), each]));
    // What says the same stays the same object, by which everything behind sees that nothing is to be done.
    const now = answer.map((each) => {
      const known = old.get(keyOf(each));
      return known !== undefined && isSameInstance(each, known) ? known : each;
    });
    this.#parts.set(part, now);
    const kept = new Set(now);
    const gone = new Set(before.filter((each) => !kept.has(each)));
    const known = new Set(before);
    const changed = new Map<string, ConsulInstance[]>();
    for (const { ServiceName = '' } of gone) changed.set(ServiceName, []);
    for (const each of now) {
      if (known.has(each)) continue;
      const own = changed.get(each.ServiceName ?? '');
      if (own === undefined) changed.set(each.ServiceName ?? '', [each]);
      else own.push(each);
    }
    for (const [service, added] of changed) this.#replace(service, gone, added);
    if (changed.size > 0) this.#dump = undefined;
  }

  /** Whether a part was answered before. */
  has(part: string): boolean {
    return this.#parts.has(part);
  }

  /** Forgets the parts that are not among these, which are all that there are. */
  keep(parts: ReadonlySet<string>): void {
    for (const part of [...this.#parts.keys()]) {
      if (parts.has(part)) continue;
      this.put(part, []);
      this.#parts.delete(part);
    }
  }

  /** Takes a list of checks that do not pass. */
  putChecks(list: string, checks: readonly Check[]): void {
    if (isDeepStrictEqual(this.#checks.get(list), checks)) return;
    this.#checks.set(list, checks);
    this.#dump = undefined;
  }

  /** All of it; the same object until something changes. */
  dump(): ConsulDump {
    if (this.#dump !== undefined) return this.#dump;
    const names = [...this.#lists.keys()].sort();
    this.#dump = {
      registry: 'consul',
      catalogServices: record(names.map((name) => [name, this.#tagsOf(name)])),
      catalogService: record(names.map((name) => [name, this.#lists.get(name) ?? []])),
      health: healthOf([...this.#checks.values()].flat(), names, this.#lists),
    };
    return this.#dump;
  }

  #tagsOf(service: string): readonly string[] {
    const list = this.#lists.get(service) ?? [];
    const known = this.#tags.get(list) ?? tagsOf(list);
    this.#tags.set(list, known);
    return known;
  }

  #replace(service: string, gone: ReadonlySet<ConsulInstance>, added: readonly ConsulInstance[]): void {
    const list = (this.#lists.get(service) ?? []).filter((each) => !gone.has(each)).concat(added);
    if (list.length === 0) this.#lists.delete(service);
    else
      this.#lists.set(
        service,
        list.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      );
  }
}

/** Nothing of an answer is trusted before it has the shape that a dump has. */
function check(answer: readonly ConsulInstance[]): void {
  const result = checkDump({ registry: 'consul', catalogServices: {}, catalogService: { answer } });
  if ('problem' in result) throw unexpected();
}

/** An instance as the catalog by service gives it, from one that came by node. */
export function ofNode(
  node: Readonly<Record<string, unknown>>,
  service: Readonly<Record<string, unknown>>,
): ConsulInstance {
  return picked(node, ofNodeItself, picked(service, ofNodesService, {}));
}

/** What is read of an instance. */
export function ofService(value: Readonly<Record<string, unknown>>): ConsulInstance {
  return picked(value, ofCatalogService, {});
}

/** Name in Consul's answer, name in the catalog by service. */
type Names = readonly (readonly [answered: string, name: string])[];

const ofNodeItself: Names = ['Node', 'Address', 'Datacenter'].map((name) => [name, name]);
const ofNodesService: Names = [
  ['Kind', 'ServiceKind'],
  ['ID', 'ServiceID'],
  ['Service', 'ServiceName'],
  ['Tags', 'ServiceTags'],
  ['Address', 'ServiceAddress'],
  ['Meta', 'ServiceMeta'],
  ['Port', 'ServicePort'],
  ['Weights', 'ServiceWeights'],
];
const ofCatalogService: Names = [...ofNodeItself, ...ofNodesService.map(([, name]) => [name, name] as const)];

function picked(
  value: Readonly<Record<string, unknown>>,
  names: Names,
  into: Record<string, unknown>,
): Record<string, unknown> {
  for (const [answered, name] of names) {
    const own = value[answered];
    if (own !== undefined && own !== null) into[name] = own;
  }
  return into;
}

const severities = ['passing', 'warning', 'critical', 'maintenance'];

/** The worst of the checks of an instance and of its node, where it does not pass. A check in maintenance has an id of its own. */
function healthOf(
  checks: readonly Check[],
  names: readonly string[],
  lists: ReadonlyMap<string, readonly ConsulInstance[]>,
): Record<string, Record<string, string>> {
  const health: Record<string, Record<string, string>> = Object.create(null);
  if (checks.length === 0) return health;
  const byNode = new Map<string, string>();
  const byService = new Map<string, string>();
  for (const { Node, ServiceID, Status, CheckID } of checks) {
    const isMaintenance = /^_(?:node|service)_maintenance/.test(String(CheckID));
    const status = isMaintenance ? 'maintenance' : String(Status);
    const [map, key] =
      typeof ServiceID === 'string' && ServiceID !== ''
        ? [byService, `${String(Node)} ${ServiceID}`]
        : [byNode, String(Node)];
    map.set(key, worse(map.get(key), status));
  }
  for (const name of names) {
    for (const { Node = '', ServiceID = '' } of lists.get(name) ?? []) {
      const status = worse(byNode.get(Node), byService.get(`${Node} ${ServiceID}`) ?? 'passing');
      if (status === 'passing') continue;
      health[name] ??= Object.create(null) as Record<string, string>;
      (health[name] as Record<string, string>)[`${Node}/${ServiceID}`] = status;
    }
  }
  return health;
}

function worse(a: string | undefined, b: string): string {
  return severities.indexOf(a ?? 'passing') > severities.indexOf(b) ? (a ?? 'passing') : b;
}

/** Plain fields are compared first: nearly always they decide. */
function isSameInstance(a: ConsulInstance, b: ConsulInstance): boolean {
  return (
    a.ServiceName === b.ServiceName &&
    a.ServiceAddress === b.ServiceAddress &&
    a.ServicePort === b.ServicePort &&
    a.Address === b.Address &&
    isDeepStrictEqual(a, b)
  );
}

function keyOf({ Datacenter, Node, ServiceID }: ConsulInstance): string {
  return `${Datacenter ?? ''} ${Node ?? ''} ${ServiceID ?? ''}`;
}

function tagsOf(instances: readonly ConsulInstance[]): readonly string[] {
  return [...new Set(instances.flatMap(({ ServiceTags }) => ServiceTags ?? []))].sort();
}

/** Names come from outside: `__proto__` is one as any other. */
function record<Value>(pairs: readonly (readonly [string, Value])[]): Record<string, Value> {
  const made: Record<string, Value> = Object.create(null);
  for (const [name, value] of pairs) made[name] = value;
  return made;
}

/** A list of maps, or a failure. */
export function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value) || !value.every(isFields)) throw unexpected();
  return value;
}

export function unexpected(): RegistryFailure {
  return new RegistryFailure(
    'the answer of Consul is not as expected',
    'See whether that is the HTTP port of Consul (8500).',
  );
}
