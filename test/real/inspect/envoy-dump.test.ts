import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchAdminDump } from '../../../src/cluster/config-dump.js';
import { redact } from '../../../src/envoy/redact.js';
import { describe as chainOf } from '../../../src/inspect/describe/describe.js';
import { readProxy } from '../../../src/inspect/describe/proxy.js';
import { compareWithProxy } from '../../../src/inspect/diff/proxy.js';
import { type Dump, openDump } from '../../../src/inspect/dump.js';
import type { JsonObject } from '../../../src/model/envoy.js';
import type { Translation } from '../../../src/translate/protocol.js';
import { envoyBootstrap } from '../../../src/xds/bootstrap.js';
import { createEnvoyRegistry } from '../../../src/xds/registry.js';
import { createRouteServer, type RouteServer } from '../../../src/xds/server.js';
import { createSnapshot } from '../../../src/xds/snapshot.js';
import { views } from '../../inspect/dumps.js';
import { translateText } from '../../translate/input.js';
import { listener, staticCluster } from '../bootstrap.js';
import { type Envoy, startEnvoy } from '../parts/envoy.js';
import { freePort } from '../parts/place.js';
import { requirePart } from '../parts/require-part.js';

const entry = (name: string, address: string, port: string, more = ''): string => `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ${name}, namespace: shop, annotations: {interface: com.example.Orders}}
spec: {hosts: [${name}.shop], addresses: [${address}], ports: [${port}], resolution: STATIC}
${more}`;

const rules = [
  entry('cache', '240.240.0.1', '{number: 6379, name: tcp-redis}'),
  entry('things', '240.240.0.2', '{number: 9090, name: tcp-thrift}'),
  entry('native', '240.240.0.3', '{number: 20881, name: tcp-dubbo}'),
  entry('orders', '240.240.0.4', '{number: 20880, name: tcp-metaprotocol-dubbo}'),
  `---
apiVersion: redis.aeraki.io/v1alpha1
kind: RedisService
metadata: {name: cache, namespace: shop}
spec: {host: [cache.shop], settings: {auth: {plain: {password: s3cret}}}}
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.shop]
  routes:
  - name: vip
    match: {attributes: {user: {regex: "^vip"}, method: {exact: pay}}}
    route: [{destination: {host: orders.shop}}]
    mirror: {host: cache.shop}
    mirrorPercentage: {value: 12.5}
  - name: all
    route: [{destination: {host: orders.shop, subset: v1}, weight: 90}, {destination: {host: orders.shop, subset: v2}, weight: 10}]
`,
].join('');

const clusters = [
  'outbound|6379||cache.shop',
  'outbound|9090||things.shop',
  'outbound|20881||native.shop',
  'outbound|20880||orders.shop',
  'outbound|20880|v1|orders.shop',
  'outbound|20880|v2|orders.shop',
];

describe('a dump of a real Envoy', function () {
  this.timeout(120_000);
  let envoy: Envoy | undefined;
  let server: RouteServer | undefined;
  let dump: Dump;
  let translation: Translation;

  before(async function () {
    requirePart(this, 'envoy');
    translation = translateText(rules, { fixed: true });
    server = createRouteServer();
    const port = await server.start('127.0.0.1:0');
    server.publish(createSnapshot(translation.routeConfigurations, createEnvoyRegistry()).snapshot);
    const bootstrap = envoyBootstrap({
      server: { host: '127.0.0.1', port },
      api: 'rds',
      nodeId: 'test',
      listeners: [{ port: await freePort(), route: 'orders.shop_20880' }],
      clusters: [],
    });
    const resources = bootstrap.staticResources as { listeners: JsonObject[]; clusters: JsonObject[] };
    envoy = await startEnvoy({
      ...bootstrap,
      staticResources: {
        listeners: [...resources.listeners, ...nativeListeners(translation)],
        clusters: [...resources.clusters, ...clusters.map((name, index) => staticCluster(name, [10_001 + index]))],
      },
    });
    dump = await dumpWithRoutes(envoy);
  });
  after(async () => {
    await envoy?.stop();
    await server?.stop(1_000);
  });

  it('has nothing that we cannot read', () => {
    assert.deepEqual(
      dump.findings.filter(({ severity }) => severity !== 'info'),
      [],
    );
    for (const view of Object.values(views)) assert.deepEqual(view(dump).findings, []);
  });

  it('shows the Redis, Thrift and Dubbo filters by their names', () => {
    const rows = views.listeners(dump).rows.map((row) => [row[3], row[4], row[5]].join(' | '));
    for (const expected of [
      'Redis → Cluster: outbound|6379||cache.shop | Redis | static',
      'Thrift → Cluster: outbound|9090||things.shop | Thrift | static',
      'Dubbo → Cluster: outbound|20881||native.shop | Dubbo | static',
      'Route: orders.shop_20880 | HTTP | static',
    ]) {
      assert.ok(rows.includes(expected), `${expected}\n${rows.join('\n')}`);
    }
  });

  it('shows the routes that our RDS server gave', () => {
    const rows = views.routes(dump).rows.filter(([name]) => name === 'orders.shop_20880');
    assert.deepEqual(
      rows.map((row) => row.slice(1, 6)),
      [
        ['dummy', '*', '/* method exact pay; user regex ^vip', '', 'outbound|20880||orders.shop'],
        ['dummy', '*', '/*', '', '90% outbound|20880|v1|orders.shop, 10% outbound|20880|v2|orders.shop'],
      ],
    );
    assert.ok(
      rows.every((row) => /^[0-9a-f]{8,}/.test(row[6] ?? '')),
      String(rows),
    );
  });

  it('shows clusters and endpoints', () => {
    const names = views.clusters(dump).rows.map((row) => row.slice(0, 5).join(' '));
    assert.ok(names.includes('orders.shop 20880 v2 outbound STATIC'), names.join('\n'));
    const endpoints = views.endpoints(dump).rows.map((row) => `${row[0]} ${row[1]} ${row[3]}`);
    assert.ok(endpoints.includes('127.0.0.1:10001 HEALTHY outbound|6379||cache.shop'), endpoints.join('\n'));
  });

  it('gives away no password', () => {
    // This Envoy hides what its protos mark as sensitive; others do not know what is in a TypedStruct.
    assert.ok(!JSON.stringify([...dump.sections([])].map((each) => redact(each))).includes('s3cret'));
  });

  it('has the routes that the rules give, and says so', () => {
    const { differences } = compareWithProxy(translation, dump, new Set(['orders.shop']));
    assert.deepEqual(
      differences.filter(({ kind }) => kind === 'RouteConfiguration'),
      [],
    );
    const chain = chainOf({ host: 'cache.shop', port: undefined, rules: undefined, proxy: readProxy(dump) });
    assert.deepEqual(
      chain.ports.map(({ port, links }) => [port, links.map(({ link, ok }) => `${link} ${ok}`)]),
      [[6379, ['listener true', 'filter true', 'clusters true', 'endpoints true']]],
    );
  });

  it('differs when the rules do', () => {
    const other = translateText(rules.replace('exact: pay', 'exact: refund'), { fixed: true });
    const { differences } = compareWithProxy(other, dump, new Set(['orders.shop']));
    const [route] = differences.filter(({ kind }) => kind === 'RouteConfiguration');
    assert.deepEqual(
      route?.fields.map(({ path, hunk }) => [path, hunk]),
      [['/routes/0/match/metadata/0/exactMatch', 'route vip']],
    );
  });
});

/** The outbound filters of the native protocols, each on a port of loopback under the name that Istio gives it. */
function nativeListeners(translation: Translation): readonly JsonObject[] {
  return translation.envoyFilters.flatMap(({ metadata, spec }) => {
    if (!metadata.name.startsWith('aeraki-outbound-') || metadata.name.includes('orders')) return [];
    const [{ match, patch } = {}] = spec.configPatches as readonly {
      readonly match?: { readonly listener?: { readonly name: string } };
      readonly patch?: { readonly value: JsonObject };
    }[];
    return match?.listener && patch ? [listener(match.listener.name, [patch.value])] : [];
  });
}

async function dumpWithRoutes(envoy: Envoy): Promise<Dump> {
  const address = new URL(envoy.admin).host;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const dump = openDump(address, await fetchAdminDump(address));
    if (dump.entries('httpRoutes', ['dynamic_route_configs']).length > 0) return dump;
    await sleep(100);
  }
  throw new Error(`no routes came: ${envoy.output()}`);
}
