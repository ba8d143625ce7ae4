import type { NacosDump, NacosHost, NacosService } from '../dump/dump.js';
import { isFields } from '../dump/shape.js';
import { texts } from '../services/dubbo-application.js';
import type { Connection } from './connection.js';
import { RegistryFailure, reasonOf } from './failure.js';
import { HttpServers, parsedOf } from './http.js';
import { inParallel } from './parallel.js';
import { PolledRegistry } from './polled.js';

/** Services of a page of Nacos' list. */
const pageSize = 500;

/**
 * Nacos by its HTTP API (v1, which every Nacos has from 1.0 to 2.x and r-nacos too). Its push goes over UDP or gRPC and
 * loses what it likes; so the list is asked twice a second, less often where that takes long (Nacos' own Istio module: every 3 s).
 */
export class NacosRegistry extends PolledRegistry<NacosDump> {
  readonly #http: HttpServers;
  readonly #connection: Connection;
  /** What was last read of each service. */
  #known = new Map<string, NacosService>();
  #token: { readonly text: string; readonly until: number } | undefined;

  constructor(connection: Connection) {
    // Clients say that they live every 5 s; a server that was started again knows nobody before.
    super(500, 12_000);
    this.#connection = connection;
    this.#http = new HttpServers(connection.path === '' ? { ...connection, path: '/nacos' } : connection);
  }

  async read(): Promise<NacosDump> {
    const namespaces = this.#connection.namespaces.length > 0 ? this.#connection.namespaces : await this.#namespaces();
    const services: NacosService[] = [];
    const failures: unknown[] = [];
    let asked = 0;
    for (const namespaceId of namespaces) {
      const names = await this.#services(namespaceId);
      asked += names.length;
      const read = await inParallel(names, 16, async ({ name, groupName }) => {
        try {
          return await this.#hosts(namespaceId, groupName, name);
        } catch (error) {
          failures.push(error);
          // One service that cannot be read stays as it was; the others go on.
          return this.#known.get(serviceOf({ namespaceId, groupName, name }));
        }
      });
      services.push(...read.flatMap((service) => service ?? []));
    }
    // The first read is whole or none, and where nothing can be read nothing is known.
    if (failures.length > 0 && (this.#known.size === 0 || failures.length === asked)) throw failures[0];
    this.partTrouble = failures.length === 0 ? undefined : partOf(failures[0], failures.length);
    this.#known = new Map(services.map((service) => [serviceOf(service), service]));
    return { registry: 'nacos', services: services.sort((a, b) => (serviceOf(a) < serviceOf(b) ? -1 : 1)) };
  }

  protected override provided({ services = [] }: NacosDump): ReadonlySet<string> {
    return new Set(services.filter(({ hosts }) => hosts.length > 0).map(serviceOf));
  }

  protected override secondOpinion(): void {
    this.#http.turn();
  }

  override async close(): Promise<void> {
    await super.close();
    this.#http.close();
  }

  async #namespaces(): Promise<readonly string[]> {
    const answer = await this.#http.ask(await this.#path('/v1/console/namespaces', {}));
    if (answer.status === 404) {
      throw new RegistryFailure(
        'it gives no list of its namespaces: that is its console, which it has not, or somewhere else',
        'Name them with --nacos-namespace; public is the one that has no id.',
      );
    }
    const value = parsedOf(answer, '/v1/console/namespaces');
    const list = isFields(value) && Array.isArray(value.data) ? value.data.filter(isFields) : [];
    const ids = list.map(({ namespace }) => (typeof namespace === 'string' && namespace !== '' ? namespace : 'public'));
    return ids.length > 0 ? ids : ['public'];
  }

  async #services(namespaceId: string): Promise<readonly { readonly name: string; readonly groupName: string }[]> {
    const { groups } = this.#connection;
    const found: { name: string; groupName: string }[] = [];
    for (let pageNo = 1; ; pageNo++) {
      const value = await this.#get('/v1/ns/catalog/services', {
        namespaceId: namespaceId === 'public' ? '' : namespaceId,
        pageNo: String(pageNo),
        pageSize: String(pageSize),
        hasIpCount: 'false',
        withInstances: 'false',
      });
      const list = isFields(value) && Array.isArray(value.serviceList) ? value.serviceList.filter(isFields) : undefined;
      if (list === undefined) throw unexpected();
      for (const { name, groupName } of list) {
        if (typeof name !== 'string') continue;
        const group = typeof groupName === 'string' ? groupName : 'DEFAULT_GROUP';
        if (groups.length === 0 || groups.includes(group)) found.push({ name, groupName: group });
      }
      const count = isFields(value) && typeof value.count === 'number' ? value.count : 0;
      if (list.length === 0 || pageNo * pageSize >= count) return found;
    }
  }

  async #hosts(namespaceId: string, groupName: string, name: string): Promise<NacosService | undefined> {
    const value = await this.#get('/v1/ns/instance/list', {
      namespaceId: namespaceId === 'public' ? '' : namespaceId,
      groupName,
      serviceName: name,
      healthyOnly: 'false',
    });
    if (!isFields(value) || !Array.isArray(value.hosts)) throw unexpected();
    const hosts = value.hosts.filter(isFields).flatMap(hostOf);
    return { namespaceId, groupName, name, hosts: hosts.sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
  }

  async #get(path: string, parameters: Readonly<Record<string, string>>): Promise<unknown> {
    return parsedOf(await this.#http.ask(await this.#path(path, parameters)), path);
  }

  async #path(path: string, parameters: Readonly<Record<string, string>>): Promise<string> {
    const token = await this.#accessToken();
    return `${path}?${new URLSearchParams({ ...parameters, ...(token !== undefined && { accessToken: token }) })}`;
  }

  /** By login where a user is named; Nacos says how long it holds. */
  async #accessToken(): Promise<string | undefined> {
    const { token, username, password = '' } = this.#connection;
    if (token !== undefined || username === undefined) return token;
    if (this.#token !== undefined && this.#token.until > Date.now()) return this.#token.text;
    const { value } = await this.#http.json('/v1/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: String(new URLSearchParams({ username, password })),
    });
    if (!isFields(value) || typeof value.accessToken !== 'string') throw unexpected();
    const seconds = typeof value.tokenTtl === 'number' ? value.tokenTtl : 600;
    this.#token = { text: value.accessToken, until: Date.now() + seconds * 800 };
    return value.accessToken;
  }
}

function serviceOf({ namespaceId, groupName, name }: Omit<NacosService, 'hosts'>): string {
  return `${namespaceId} ${groupName} ${name}`;
}

function partOf(error: unknown, count: number): RegistryFailure {
  const more = count === 1 ? 'one service' : `${count} services`;
  const cure = error instanceof RegistryFailure ? error.cure : 'It is asked again.';
  return new RegistryFailure(`${more} cannot be read: ${reasonOf(error)}`, cure);
}

function hostOf(value: Readonly<Record<string, unknown>>): readonly NacosHost[] {
  const { ip, port, weight, healthy, enabled, clusterName, metadata } = value;
  if (typeof ip !== 'string' || typeof port !== 'number') return [];
  return [
    {
      ip,
      port,
      ...(typeof weight === 'number' && { weight }),
      ...(typeof healthy === 'boolean' && { healthy }),
      ...(typeof enabled === 'boolean' && { enabled }),
      ...(typeof clusterName === 'string' && { clusterName }),
      metadata: isFields(metadata) ? texts(metadata) : {},
    },
  ];
}

function key({ ip, port, clusterName }: NacosHost): string {
  return `${ip} ${port} ${clusterName ?? ''}`;
}

function unexpected(): RegistryFailure {
  return new RegistryFailure('the answer of Nacos is not as expected', 'See whether that is the port of Nacos (8848).');
}
