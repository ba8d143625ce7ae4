import type { NacosDump, NacosHost, NacosService } from '../dump/dump.js';
import { isFields } from '../dump/shape.js';
import { texts } from '../services/dubbo-application.js';
import type { Connection } from './connection.js';
import { RegistryFailure } from './failure.js';
import { HttpServers } from './http.js';
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
  #token: { readonly text: string; readonly until: number } | undefined;

  constructor(connection: Connection) {
    super(500);
    this.#connection = connection;
    this.#http = new HttpServers(connection.path === '' ? { ...connection, path: '/nacos' } : connection);
  }

  async read(): Promise<NacosDump> {
    const namespaces = this.#connection.namespaces.length > 0 ? this.#connection.namespaces : await this.#namespaces();
    const services: NacosService[] = [];
    for (const namespaceId of namespaces) {
      const names = await this.#services(namespaceId);
      const read = await inParallel(names, 16, ({ name, groupName }) => this.#hosts(namespaceId, groupName, name));
      services.push(...read.flatMap((service) => service ?? []));
    }
    return { registry: 'nacos', services };
  }

  protected override provided({ services = [] }: NacosDump): ReadonlySet<string> {
    return new Set(
      services
        .filter(({ hosts }) => hosts.length > 0)
        .map(({ namespaceId, groupName, name }) => `${namespaceId} ${groupName} ${name}`),
    );
  }

  protected override secondOpinion(): void {
    this.#http.turn();
  }

  override async close(): Promise<void> {
    await super.close();
    this.#http.close();
  }

  async #namespaces(): Promise<readonly string[]> {
    const value = await this.#get('/v1/console/namespaces', {});
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
    const token = await this.#accessToken();
    const query = new URLSearchParams({ ...parameters, ...(token !== undefined && { accessToken: token }) });
    const { value } = await this.#http.json(`${path}?${query}`);
    return value;
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
