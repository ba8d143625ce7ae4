import { request } from 'node:http';
import { fetchAdminDump } from '../../src/cluster/config-dump.js';
import type { Address } from '../../src/envoy/address.js';
import { type Dump, openDump } from '../../src/inspect/dump.js';
import type { JsonObject } from '../../src/model/envoy.js';
import { type AdminServer, createAdminServer } from '../../src/proxy/admin/server.js';
import type { AdminView, ServerState } from '../../src/proxy/admin/view.js';
import type { Cluster, ClusterState, RouteConfiguration } from '../../src/proxy/config.js';
import { Stats } from '../../src/proxy/stats/registry.js';
import { RouteHits } from '../../src/proxy/stats/route-hits.js';
import { ordersListener } from './request-log.js';

export const host = 'orders.shop.svc.cluster.local';
export const at = Date.UTC(2026, 10, 23, 9, 0, 0);
const cluster = (subset: string, endpoints: readonly string[], changes: Partial<Cluster> = {}): Cluster => ({
  name: `outbound|20880|${subset}|${host}`,
  endpoints: endpoints.map((text) => {
    const [, name = '', port] = /^(.*):(\d+)$/.exec(text) ?? [];
    return { address: { host: name, port: Number(port) }, weight: 1, labels: {} };
  }),
  ...{ lbPolicy: 'ROUND_ROBIN', minimumRingSize: 1024, maglevTableSize: 65_537, connectTimeout: 10_000 },
  source: '--upstream',
  ...changes,
});
const stateOf = (one: Cluster, changes = {}): ClusterState => ({
  cluster: one,
  endpoints: one.endpoints.map((endpoint) => ({
    ...{ endpoint, healthy: true, connections: 1, active: 0, buffered: 0, requests: 5, errors: 1 },
    ...changes,
  })),
});
export const routes: RouteConfiguration = {
  name: `${host}_20880`,
  dynamic: true,
  version: 'c0ffee',
  lastUpdated: at,
  routes: {
    name: `${host}_20880`,
    routes: [
      {
        name: 'vip',
        match: {
          metadata: [
            { name: 'method', exactMatch: 'pay' },
            { name: 'user', safeRegexMatch: { googleRe2: {}, regex: 'vip-.*' } },
          ],
        },
        route: {
          cluster: `outbound|20880|v2|${host}`,
          hashPolicy: ['user'],
          requestMirrorPolicies: [
            {
              cluster: `outbound|20880|v1|${host}`,
              runtimeFraction: { defaultValue: { numerator: 250_000, denominator: 'MILLION' } },
            },
          ],
        },
        requestMutation: [{ key: 'X-Lane', value: 'gold' }],
        responseMutation: [],
      },
      {
        match: { metadata: [] },
        route: {
          weightedClusters: {
            clusters: [
              { name: `outbound|20880|v1|${host}`, weight: 80 },
              { name: `outbound|20880|v2|${host}`, weight: 20 },
            ],
          },
        },
      },
    ],
  },
};

const filter: JsonObject = {
  ...{ statPrefix: ordersListener.statPrefix, applicationProtocol: 'dubbo' },
  codec: { name: 'aeraki.meta_protocol.codec.dubbo' },
  rds: {
    routeConfigName: `${host}_20880`,
    configSource: {
      resourceApiVersion: 'V3',
      apiConfigSource: {
        ...{ apiType: 'GRPC', transportApiVersion: 'V3' },
        grpcServices: [{ envoyGrpc: { clusterName: 'aeraki-xds' } }],
      },
    },
  },
  metaProtocolFilters: [{ name: 'aeraki.meta_protocol.filters.router' }],
};

/** The admin port of a proxy that is made up, and can be changed while it is looked at. */
export class Admin {
  state: ServerState = 'LIVE';
  configurations: readonly RouteConfiguration[] = [routes];
  readonly clusters: readonly ClusterState[] = [
    stateOf(
      cluster(
        'v1',
        ['127.0.0.1:20881', '[::1]:20882'].map((text) => text.replace(/[[\]]/g, '')),
      ),
    ),
    stateOf(cluster('v2', ['127.0.0.1:20883'], { lbPolicy: 'MAGLEV' }), { healthy: false }),
    stateOf(cluster('', ['orders.internal:20880'], { lbPolicy: 'RING_HASH' })),
    stateOf(cluster('none', [])),
  ];
  readonly stats = new Stats(() => 0);
  address: Address = { host: '127.0.0.1', port: 0 };
  readonly #server: AdminServer;

  private constructor() {
    const view: AdminView = {
      node: { id: 'sidecar~127.0.0.1~test.default~default.svc.cluster.local', version: '1.2.3' },
      startedAt: at,
      state: () => this.state,
      listeners: () => [
        {
          ...{ listener: { ...ordersListener, filter }, address: { host: '127.0.0.1', port: 45_000 } },
          ...{ connections: 3, active: 2, buffered: 0 },
        },
      ],
      clusters: () => this.clusters,
      routes: () => ({ byName: new Map(this.configurations.map((each) => [each.name, each])) }),
      edition: () => ({ version: '2', lastUpdated: at }),
      rdsServer: { host: 'localhost', port: 15_010 },
      stats: this.stats,
      hits: new RouteHits(),
    };
    this.#server = createAdminServer(view);
  }

  static async start(): Promise<Admin> {
    const admin = new Admin();
    admin.address = await admin.#server.start({ host: '127.0.0.1', port: 0 });
    return admin;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  get(path: string, options: { readonly method?: string; readonly host?: string } = {}): Promise<Answer> {
    const headers = options.host === undefined ? {} : { host: options.host };
    const { method = 'GET' } = options;
    return new Promise((resolve, reject) => {
      const place = { host: '127.0.0.1', port: this.address.port, path, headers, method, agent: false as const };
      const asked = request(place, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          body += part;
        });
        const type = response.headers['content-type'] ?? '';
        response.on('end', () => resolve({ status: response.statusCode, body, type }));
      });
      asked.on('error', reject).end();
    });
  }

  /** As `aeraki proxy-config --admin-address` takes it. */
  async dump(): Promise<Dump> {
    return openDump('admin', await fetchAdminDump(`127.0.0.1:${this.address.port}`));
  }

  async sections(path: string): Promise<readonly JsonObject[]> {
    return (JSON.parse((await this.get(path)).body) as { configs: JsonObject[] }).configs;
  }
}

export interface Answer {
  readonly status: number | undefined;
  readonly body: string;
  readonly type: string;
}
