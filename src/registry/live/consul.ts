import { isDeepStrictEqual } from 'node:util';
import type { ConsulDump, ConsulInstance } from '../dump/dump.js';
import { checkDump } from '../dump/read.js';
import { isFields } from '../dump/shape.js';
import type { RegistryState } from '../model.js';
import { ConsulReader } from '../services/consul.js';
import type { StateOptions } from './client.js';
import type { Connection } from './connection.js';
import { RegistryFailure } from './failure.js';
import { HttpServers } from './http.js';
import { inParallel } from './parallel.js';
import { PolledRegistry } from './polled.js';

/** Longest wait of a blocking query; Consul adds up to a sixteenth to it. */
const waitSeconds = 55;

/**
 * Consul by its HTTP API. The whole catalog is read node by node (one question a node) or service by service, whichever
 * is fewer, and health in one question; blocking queries on both tell when it is another one.
 */
export class ConsulRegistry extends PolledRegistry<ConsulDump> {
  readonly #http: HttpServers;
  readonly #connection: Connection;
  readonly #headers: Readonly<Record<string, string>>;
  /** Path → X-Consul-Index of the last answer. */
  readonly #indexes = new Map<string, string>();
  readonly #reader = new ConsulReader();
  /** Whether an answer of this read, and of the last one, left out what the token may not see. */
  #isFiltered = false;
  #wasFiltered: boolean | undefined;

  constructor(connection: Connection) {
    super(0);
    this.#connection = connection;
    this.#http = new HttpServers(connection);
    this.#headers = connection.token === undefined ? {} : { 'x-consul-token': connection.token };
  }

  async read(): Promise<ConsulDump> {
    this.#isFiltered = false;
    const { datacenters } = this.#connection;
    const parts = await Promise.all(
      (datacenters.length > 0 ? datacenters : ['']).map((each) => this.#datacenter(each)),
    );
    this.#judgeFilter();
    const catalogServices: Record<string, readonly string[]> = Object.create(null);
    const catalogService: Record<string, ConsulInstance[]> = Object.create(null);
    const health: Record<string, Record<string, string>> = Object.create(null);
    for (const part of parts) {
      for (const [name, tags] of Object.entries(part.services)) catalogServices[name] ??= tags;
      for (const [name, instances] of part.instances) {
        catalogService[name] = [...(catalogService[name] ?? []), ...instances];
      }
      for (const [name, own] of Object.entries(part.health)) health[name] = { ...health[name], ...own };
    }
    for (const list of Object.values(catalogService)) list.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const dump: unknown = {
      registry: 'consul',
      catalogServices: sorted(catalogServices),
      catalogService: sorted(catalogService),
      health,
    };
    const checked = checkDump(dump);
    if ('problem' in checked || checked.dump.registry !== 'consul') throw unexpected();
    return checked.dump;
  }

  protected override provided({ catalogService }: ConsulDump): ReadonlySet<string> {
    return new Set(Object.keys(catalogService).filter((name) => (catalogService[name] ?? []).length > 0));
  }

  protected override stateOf(dump: ConsulDump, { registryName }: StateOptions): RegistryState {
    return this.#reader.read(dump, registryName);
  }

  /** With the lists of `before` in the place of those that say the same. */
  protected override newer(before: ConsulDump | undefined, now: ConsulDump): ConsulDump {
    if (before === undefined) return now;
    let same = isDeepStrictEqual(before.catalogServices, now.catalogServices);
    const catalogService: Record<string, readonly ConsulInstance[]> = Object.create(null);
    for (const [name, list] of Object.entries(now.catalogService)) {
      const old = before.catalogService[name];
      const isSame = old?.length === list.length && list.every((each, at) => isSameInstance(each, old[at]));
      catalogService[name] = isSame ? old : list;
      same &&= isSame;
    }
    same &&= isDeepStrictEqual(before.health, now.health);
    return same && Object.keys(before.catalogService).length === Object.keys(catalogService).length
      ? before
      : { ...now, catalogService };
  }

  protected override secondOpinion(): void {
    this.#http.turn();
  }

  /** Until services or checks have another index, in any datacentre. */
  protected override async wait(signal: AbortSignal): Promise<void> {
    const stop = new AbortController();
    const end = (): void => stop.abort();
    signal.addEventListener('abort', end);
    try {
      await Promise.race([...this.#indexes].map(([path, index]) => this.#block(path, index, stop.signal)));
    } finally {
      signal.removeEventListener('abort', end);
      stop.abort();
    }
  }

  override async close(): Promise<void> {
    await super.close();
    this.#http.close();
  }

  async #block(path: string, index: string, signal: AbortSignal): Promise<void> {
    const parameter = path.includes('?') ? '&' : '?';
    try {
      while (!signal.aborted) {
        const { headers } = await this.#http.json(`${path}${parameter}index=${index}&wait=${waitSeconds}s`, {
          headers: this.#headers,
          timeout: (waitSeconds + 15) * 1000,
          signal,
        });
        // An index that goes back means another leader: everything is read anew.
        if (indexOf(headers) !== index) return;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  async #datacenter(name: string): Promise<{
    readonly services: Readonly<Record<string, readonly string[]>>;
    readonly instances: ReadonlyMap<string, readonly ConsulInstance[]>;
    readonly health: Readonly<Record<string, Readonly<Record<string, string>>>>;
  }> {
    const dc = name === '' ? '' : `?dc=${encodeURIComponent(name)}`;
    const more = name === '' ? '' : `&dc=${encodeURIComponent(name)}`;
    // Indexes are those of the first answers: what changes while the rest is read wakes the next wait at once.
    const [services, checks, nodes] = await Promise.all([
      this.#first(`/v1/catalog/services${dc}`),
      // Only what is unfit: of a hundred thousand instances most pass. Maintenance is a critical check.
      Promise.all([this.#first(`/v1/health/state/critical${dc}`), this.#first(`/v1/health/state/warning${dc}`)]).then(
        (lists) => lists.flat(),
      ),
      this.#get(`/v1/catalog/nodes${dc}`),
    ]);
    if (!isFields(services) || !checks.every(isFields) || !Array.isArray(nodes)) throw unexpected();
    const names = Object.keys(services);
    const all = nodes.filter(isFields);
    // A Consul has at least itself as a node: where it shows none it hides them, and says so only to some tokens.
    if (all.length === 0) throw hidden('it shows nothing to this token');
    const read =
      all.length < names.length
        ? await inParallel(all, 32, async (node) => {
            const value = await this.#get(`/v1/catalog/node-services/${encodeURIComponent(String(node.Node))}${dc}`);
            // A node that went away meanwhile is null; the index has moved then, and all is read again.
            if (value === null || (isFields(value) && value.Node === null)) return [];
            if (!isFields(value) || !Array.isArray(value.Services)) throw unexpected();
            return value.Services.filter(isFields).map((service) => ofNode(node, service));
          })
        : await inParallel(names, 32, async (service) => {
            const value = await this.#get(`/v1/catalog/service/${encodeURIComponent(service)}?${more.slice(1)}`);
            if (!Array.isArray(value)) throw unexpected();
            return value.filter(isFields).map(kept);
          });
    const instances = new Map<string, ConsulInstance[]>();
    for (const instance of read.flat()) {
      const known = instances.get(instance.ServiceName ?? '');
      if (known === undefined) instances.set(instance.ServiceName ?? '', [instance]);
      else known.push(instance);
    }
    return {
      services: Object.fromEntries(
        names.map((each) => [each, Array.isArray(services[each]) ? services[each].map(String) : []]),
      ),
      instances,
      health: healthOf(checks, read.flat()),
    };
  }

  async #first(path: string): Promise<unknown> {
    const { value, headers } = await this.#http.json(path, { headers: this.#headers });
    this.#indexes.set(path, indexOf(headers));
    this.#isFiltered ||= headers['x-consul-results-filtered-by-acls'] === 'true';
    return value;
  }

  async #get(path: string): Promise<unknown> {
    const { value, headers } = await this.#http.json(path, { headers: this.#headers });
    this.#isFiltered ||= headers['x-consul-results-filtered-by-acls'] === 'true';
    return value;
  }

  /** A token that may read less than it might is told nothing of the rest: then what is missing need not be gone. */
  #judgeFilter(): void {
    if (this.#isFiltered && this.#wasFiltered === false) throw hidden('the token may read less than before');
    this.#wasFiltered = this.#isFiltered;
  }
}

function indexOf(headers: Readonly<Record<string, unknown>>): string {
  return String(headers['x-consul-index'] ?? '0');
}

/** An instance as the catalog by service gives it, from one that came by node. */
function ofNode(node: Readonly<Record<string, unknown>>, service: Readonly<Record<string, unknown>>): ConsulInstance {
  return kept({
    Node: node.Node,
    Address: node.Address,
    Datacenter: node.Datacenter,
    ServiceKind: service.Kind,
    ServiceID: service.ID,
    ServiceName: service.Service,
    ServiceTags: service.Tags,
    ServiceAddress: service.Address,
    ServiceMeta: service.Meta,
    ServicePort: service.Port,
    ServiceWeights: service.Weights,
  });
}

const fields = [
  'Node',
  'Address',
  'Datacenter',
  'ServiceKind',
  'ServiceID',
  'ServiceName',
  'ServiceTags',
  'ServiceAddress',
  'ServiceMeta',
  'ServicePort',
  'ServiceWeights',
] as const;

function kept(value: Readonly<Record<string, unknown>>): ConsulInstance {
  return Object.fromEntries(
    fields.flatMap((name) => (value[name] === undefined || value[name] === null ? [] : [[name, value[name]]])),
  ) as ConsulInstance;
}

const severities = ['passing', 'warning', 'critical', 'maintenance'];

/** The worst of the checks of an instance and of its node. A check in maintenance has an id of its own. */
function healthOf(
  checks: readonly Readonly<Record<string, unknown>>[],
  instances: readonly ConsulInstance[],
): Record<string, Record<string, string>> {
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
  const health: Record<string, Record<string, string>> = Object.create(null);
  for (const { Node = '', ServiceID = '', ServiceName = '' } of instances) {
    const status = worse(byNode.get(Node), byService.get(`${Node} ${ServiceID}`) ?? 'passing');
    if (status !== 'passing') health[ServiceName] = { ...health[ServiceName], [`${Node}/${ServiceID}`]: status };
  }
  return health;
}

function worse(a: string | undefined, b: string): string {
  return severities.indexOf(a ?? 'passing') > severities.indexOf(b) ? (a ?? 'passing') : b;
}

/** Plain fields are compared first: nearly always they decide. */
function isSameInstance(a: ConsulInstance, b: ConsulInstance | undefined): boolean {
  return (
    b !== undefined &&
    a.ServiceID === b.ServiceID &&
    a.ServiceAddress === b.ServiceAddress &&
    a.ServicePort === b.ServicePort &&
    a.Address === b.Address &&
    isDeepStrictEqual(a, b)
  );
}

function keyOf({ Datacenter, Node, ServiceID }: ConsulInstance): string {
  return `${Datacenter ?? ''} ${Node ?? ''} ${ServiceID ?? ''}`;
}

function sorted<Value>(fields_: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields_).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function hidden(message: string): RegistryFailure {
  return new RegistryFailure(
    message,
    'Give a token (--token-file) whose policy lets it read nodes and services: node_prefix "" and service_prefix "".',
    false,
  );
}

function unexpected(): RegistryFailure {
  return new RegistryFailure(
    'the answer of Consul is not as expected',
    'See whether that is the HTTP port of Consul (8500).',
  );
}
