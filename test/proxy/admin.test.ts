import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { request } from 'node:http';
import { fetchAdminDump } from '../../src/cluster/config-dump.js';
import { bootstrapView } from '../../src/inspect/bootstrap-view.js';
import { clustersView } from '../../src/inspect/clusters.js';
import { type Dump, openDump } from '../../src/inspect/dump.js';
import { endpointsView } from '../../src/inspect/endpoints-view.js';
import { listenersView } from '../../src/inspect/listeners-view.js';
import { routesView } from '../../src/inspect/routes-view.js';
import { rulesFromPrinted } from '../../src/match/from-printed.js';
import { compileRules } from '../../src/match/service.js';
import type { JsonObject } from '../../src/model/envoy.js';
import { type AdminServer, createAdminServer } from '../../src/proxy/admin/server.js';
import type { AdminView, ServerState } from '../../src/proxy/admin/view.js';
import type { Address, Cluster, ClusterState, RouteConfiguration } from '../../src/proxy/config.js';
import { ProxyStats } from '../../src/proxy/stats/proxy-stats.js';
import { Stats } from '../../src/proxy/stats/registry.js';
import { StrictDecoder } from '../proto/decode.js';
import { ordersListener, requestLog } from './request-log.js';

const host = 'orders.shop.svc.cluster.local';
const at = Date.UTC(2026, 10, 23, 9, 0, 0);
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
    ...{ endpoint, healthy: true, connections: 1, active: 0, requests: 5, errors: 1 },
    ...changes,
  })),
});
const routes: RouteConfiguration = {
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

describe('the admin port', function () {
  this.timeout(30_000);
  let server: AdminServer;
  let address: Address;
  let state: ServerState;
  let clusters: readonly ClusterState[];
  let configurations: readonly RouteConfiguration[];
  let stats: Stats;

  beforeEach(async () => {
    state = 'LIVE';
    configurations = [routes];
    clusters = [
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
    stats = new Stats(() => 0);
    const own: Address = { host: '127.0.0.1', port: 45_000 };
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
    const view: AdminView = {
      node: { id: 'sidecar~127.0.0.1~test.default~default.svc.cluster.local', version: '1.2.3' },
      startedAt: at,
      state: () => state,
      listeners: () => [{ listener: { ...ordersListener, filter }, address: own, connections: 3, active: 2 }],
      clusters: () => clusters,
      routes: () => ({ byName: new Map(configurations.map((each) => [each.name, each])) }),
      edition: () => ({ version: '2', lastUpdated: at }),
      rdsServer: { host: 'localhost', port: 15_010 },
      stats,
    };
    server = createAdminServer(view);
    address = await server.start({ host: '127.0.0.1', port: 0 });
  });
  afterEach(() => server.stop());

  const get = (path: string, options: { readonly method?: string; readonly host?: string } = {}) =>
    new Promise<{ readonly status: number | undefined; readonly body: string; readonly type: string }>(
      (resolve, reject) => {
        const headers = options.host === undefined ? {} : { host: options.host };
        const { method = 'GET' } = options;
        const asked = request(
          { host: '127.0.0.1', port: address.port, path, headers, method, agent: false },
          (response) => {
            let body = '';
            response.setEncoding('utf8').on('data', (part: string) => {
              body += part;
            });
            response.on('end', () =>
              resolve({ status: response.statusCode, body, type: response.headers['content-type'] ?? '' }),
            );
          },
        );
        asked.on('error', reject).end();
      },
    );
  const dump = async (): Promise<Dump> => openDump('admin', await fetchAdminDump(`127.0.0.1:${address.port}`));
  const sections = async (path: string) => (JSON.parse((await get(path)).body) as { configs: JsonObject[] }).configs;

  it("has Envoy's sections and the proxy's own, in the words of the protos", async () => {
    const names = (all: readonly JsonObject[]) => all.map((section) => String(section['@type']).replace(/^.*\//, ''));
    const five = [
      'envoy.admin.v3.BootstrapConfigDump',
      'envoy.admin.v3.ClustersConfigDump',
      'envoy.admin.v3.EndpointsConfigDump',
      'envoy.admin.v3.ListenersConfigDump',
      'aeraki.meta_protocol_proxy.admin.v1alpha.RoutesConfigDump',
    ];
    deepStrictEqual(names(await sections('/config_dump?include_eds')), five);
    deepStrictEqual(
      names(await sections('/config_dump')),
      five.filter((name) => !name.includes('Endpoints')),
    );
    configurations = [{ ...routes, refused: { version: 'bad', reason: 'a prefix is empty', at } }];
    const decoder = new StrictDecoder();
    for (const section of await sections('/config_dump?include_eds')) {
      const { '@type': type, ...content } = section;
      // Throws for a field, a name or a value that the proto does not have.
      if (String(type).includes('envoy.admin')) decoder.decode(String(type), content);
      else
        for (const config of routeConfigs(section)) decoder.decode(String(config['@type']), without(config, '@type'));
      ok(!/"[a-z]+[A-Z]\w*":/.test(JSON.stringify(without(section, 'dynamic_listeners'))), 'a key in camel case');
    }
  });

  it('shows in aeraki proxy-config routes', async () => {
    const { rows, findings } = routesView(await dump(), {});
    deepStrictEqual(findings, []);
    const place = `${host}_20880 | MetaProtocol dubbo | ${host}`;
    const lane = `mirror 25% to outbound|20880|v1|${host}; hash user; set request X-Lane=gold`;
    deepStrictEqual(
      rows.map((row) => row.join(' | ')),
      [
        `${place} | method exact pay; user regex vip-.* | vip | outbound|20880|v2|${host}; ${lane} | c0ffee`,
        `${place} | ALL | - | 80% outbound|20880|v1|${host}, 20% outbound|20880|v2|${host} | c0ffee`,
      ],
    );
  });

  it('shows a refused version in its own words, and static routes', async () => {
    configurations = [
      { ...routes, refused: { version: 'bad', reason: 'a prefix is empty', at } },
      { ...routes, name: 'other_1', dynamic: false, routes: { ...routes.routes, name: 'other_1' } },
    ];
    const { rows, findings } = routesView(await dump(), {});
    strictEqual(rows.length, 5);
    match(rows[0]?.join(' | ') ?? '', /refused: a prefix is empty/);
    deepStrictEqual(
      findings.map(({ code }) => code),
      ['AER0608'],
    );
  });

  it('shows in listeners, clusters, endpoints and bootstrap', async () => {
    const all = await dump();
    deepStrictEqual(listenersView(all, { verbose: true }).rows, [
      ['127.0.0.1', '45000', 'ALL', `MetaProtocol dubbo → RDS ${host}_20880`, 'MetaProtocol dubbo', 'active'],
    ]);
    deepStrictEqual(
      clustersView(all, {}).rows.map((row) => row.slice(0, 5).join(' ')),
      [
        'aeraki-xds - - - STRICT_DNS',
        `${host} 20880 - outbound STRICT_DNS`,
        `${host} 20880 none outbound EDS`,
        `${host} 20880 v1 outbound EDS`,
        `${host} 20880 v2 outbound EDS`,
      ],
    );
    const endpoints = endpointsView(all, {});
    deepStrictEqual(endpoints.findings, []);
    deepStrictEqual(
      endpoints.rows.map(([endpoint, status, , name, weight]) => `${endpoint} ${status} ${name} ${weight}`),
      [
        `orders.internal:20880 HEALTHY outbound|20880||${host} 1`,
        `127.0.0.1:20881 HEALTHY outbound|20880|v1|${host} 1`,
        `[::1]:20882 HEALTHY outbound|20880|v1|${host} 1`,
        `127.0.0.1:20883 UNHEALTHY outbound|20880|v2|${host} 1`,
      ],
    );
    deepStrictEqual(Object.fromEntries(bootstrapView(all).rows.map(([key = '', value = '']) => [key, value])), {
      Node: 'sidecar~127.0.0.1~test.default~default.svc.cluster.local',
      Cluster: 'aeraki-proxy',
      'Envoy version': '1.2.3',
      'Admin address': `127.0.0.1:${address.port}`,
      'Static clusters': 'aeraki-xds',
      'Aeraki control plane': 'cluster aeraki-xds',
    });
  });

  it('is a dump from which aeraki route decides', async () => {
    const rules = rulesFromPrinted([JSON.parse((await get('/config_dump')).body)]);
    ok(rules !== undefined);
    const [service] = compileRules(rules).services;
    deepStrictEqual([service?.host, service?.port, service?.codec], [host, 20880, 'aeraki.meta_protocol.codec.dubbo']);
    const compiled = service?.routes();
    strictEqual(
      compiled?.pick(
        new Map([
          ['method', 'pay'],
          ['user', 'vip-7'],
        ]),
      ),
      0,
    );
    strictEqual(compiled?.pick(new Map([['method', 'pay']])), 1);
  });

  it('gives one list with resource, and some entries with name_regex', async () => {
    const one = await sections('/config_dump?resource=dynamic_endpoint_configs');
    strictEqual(one.length, 3);
    const v2 = await sections(
      `/config_dump?resource=dynamic_active_clusters&name_regex=${encodeURIComponent('.*\\|v2\\|.*')}`,
    );
    deepStrictEqual(
      v2.map((entry) => (entry.cluster as JsonObject).name),
      [`outbound|20880|v2|${host}`],
    );
    strictEqual((await get('/config_dump?resource=nonsense')).status, 404);
    strictEqual((await get('/config_dump?mask=x')).status, 400);
    const bad = await get('/config_dump?name_regex=(');
    deepStrictEqual([bad.status, bad.body.startsWith('Invalid re2 regex')], [400, true]);
  });

  it("prints clusters and listeners in Envoy's two forms", async () => {
    const { body } = await get('/clusters');
    for (const line of [
      `outbound|20880|v1|${host}::[::1]:20882::rq_total::5`,
      `outbound|20880|v1|${host}::127.0.0.1:20881::health_flags::healthy`,
      `outbound|20880|v2|${host}::127.0.0.1:20883::health_flags::/failed_outlier_check`,
      `outbound|20880|none|${host}::added_via_api::true`,
    ]) {
      ok(body.includes(`${line}\n`), line);
    }
    const decoder = new StrictDecoder();
    const json = JSON.parse((await get('/clusters?format=json')).body);
    decoder.decode('envoy.admin.v3.Clusters', json);
    strictEqual(json.cluster_statuses.length, 4);
    strictEqual((await get('/listeners')).body, '127.0.0.1_45000::127.0.0.1:45000\n');
    const listeners = JSON.parse((await get('/listeners?format=json')).body);
    decoder.decode('envoy.admin.v3.Listeners', listeners);
    deepStrictEqual(listeners.listener_statuses[0].local_address, {
      socket_address: { address: '127.0.0.1', port_value: 45_000 },
    });
    const info = JSON.parse((await get('/server_info')).body);
    decoder.decode('envoy.admin.v3.ServerInfo', info);
    strictEqual(info.state, 'LIVE');
  });

  it('is ready when it is, and says what it is otherwise', async () => {
    deepStrictEqual([(await get('/ready')).status, (await get('/ready')).body], [200, 'LIVE\n']);
    state = 'DRAINING';
    deepStrictEqual([(await get('/ready')).status, (await get('/ready')).body], [503, 'DRAINING\n']);
  });

  it('prints statistics as text, JSON and for Prometheus, filtered and by type', async () => {
    const proxy = new ProxyStats(stats);
    proxy.follow({ listeners: () => [], clusters: () => clusters });
    proxy.observe(requestLog({ cluster: `outbound|20880|v2|${host}` }));
    const prefix = `meta_protocol.dubbo.outbound|20880||${host}`;
    const { body } = await get(`/stats?filter=${encodeURIComponent('^meta_protocol')}&usedonly`);
    strictEqual(
      body,
      [
        ...['request', 'request_decoding_success', 'request_twoway', 'response', 'response_decoding_success'],
        'response_success',
      ]
        .map((name) => `${prefix}.${name}: 1\n`)
        .join('') +
        `${prefix}.request_time_ms: P0(nan,12) P25(nan,12.25) P50(nan,12.5) P75(nan,12.75) P90(nan,12.9) P95(nan,12.95) P99(nan,12.99) P99.5(nan,12.995) P99.9(nan,12.999) P100(nan,13)\n`,
    );
    const json = JSON.parse((await get('/stats?format=json&filter=membership&type=Gauges')).body);
    deepStrictEqual(
      json.stats.find(({ name }: { name: string }) => name.includes('|v2|') && name.endsWith('healthy')),
      {
        name: `cluster.outbound|20880|v2|${host}.membership_healthy`,
        value: 0,
      },
    );
    const summary = JSON.parse((await get('/stats?format=json&type=Histograms')).body);
    deepStrictEqual(summary.stats[0].histograms.supported_quantiles, [0, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 100]);
    const metrics = await get('/stats/prometheus');
    match(metrics.type, /^text\/plain; version=0\.0\.4/);
    ok(
      metrics.body.includes(
        `# TYPE envoy_cluster_upstream_rq_total counter\nenvoy_cluster_upstream_rq_total{envoy_cluster_name="outbound|20880|none|${host}"} 0\n`,
      ),
      metrics.body,
    );
    match(metrics.body, /_request_time_ms_bucket\{le="10"\} 0\n.*_bucket\{le="25"\} 1\n/);
    for (const [path, status] of [
      ['/stats?filter=(', 400],
      ['/stats?type=Nonsense', 400],
      ['/stats?format=xml', 400],
    ] as const) {
      strictEqual((await get(path)).status, status, path);
    }
  });

  it('changes nothing, and answers no other host name than its own', async () => {
    strictEqual((await get('/stats', { method: 'POST' })).status, 405);
    deepStrictEqual(await get('/ready', { method: 'HEAD' }).then(({ status, body }) => [status, body]), [200, '']);
    const missing = await get('/quitquitquit');
    deepStrictEqual([missing.status, missing.body.includes('/config_dump')], [404, true]);
    strictEqual((await get('//evil.example/ready')).status, 404);
    strictEqual((await get('/ready', { host: 'evil.example:15000' })).status, 403);
    for (const name of ['localhost:15000', '127.0.0.1', '[::1]:15000']) {
      strictEqual((await get('/ready', { host: name })).status, 200, name);
    }
    match((await get('/')).body, /aeraki proxy-config all --admin-address/);
  });
});

function routeConfigs(section: JsonObject): readonly JsonObject[] {
  const lists = [section.static_route_configs, section.dynamic_route_configs];
  return lists.flatMap((list) => (Array.isArray(list) ? list : [])).map((entry) => entry.route_config as JsonObject);
}

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
