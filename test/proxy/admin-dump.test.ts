import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { bootstrapView } from '../../src/inspect/bootstrap-view.js';
import { clustersView } from '../../src/inspect/clusters.js';
import { endpointsView } from '../../src/inspect/endpoints-view.js';
import { listenersView } from '../../src/inspect/listeners-view.js';
import { routesView } from '../../src/inspect/routes-view.js';
import { rulesFromPrinted } from '../../src/match/from-printed.js';
import { compileRules } from '../../src/match/service.js';
import type { JsonObject } from '../../src/model/envoy.js';
import { StrictDecoder } from '../proto/decode.js';
import { Admin, at, host, routes } from './admin.js';

describe('the config dump of the proxy', function () {
  this.timeout(120_000);
  let admin: Admin;
  beforeEach(async () => {
    admin = await Admin.start();
  });
  afterEach(() => admin.stop());

  it("has Envoy's sections and the proxy's own, in the words of the protos", async () => {
    const names = (all: readonly JsonObject[]) => all.map((section) => String(section['@type']).replace(/^.*\//, ''));
    const five = [
      'envoy.admin.v3.BootstrapConfigDump',
      'envoy.admin.v3.ClustersConfigDump',
      'envoy.admin.v3.EndpointsConfigDump',
      'envoy.admin.v3.ListenersConfigDump',
      'aeraki.meta_protocol_proxy.admin.v1alpha.RoutesConfigDump',
    ];
    deepStrictEqual(names(await admin.sections('/config_dump?include_eds')), five);
    deepStrictEqual(
      names(await admin.sections('/config_dump')),
      five.filter((name) => !name.includes('Endpoints')),
    );
    admin.configurations = [{ ...routes, refused: { version: 'bad', reason: 'a prefix is empty', at } }];
    const decoder = new StrictDecoder();
    for (const section of await admin.sections('/config_dump?include_eds')) {
      const { '@type': type, ...content } = section;
      // Throws for a field, a name or a value that the proto does not have, at any depth.
      decoder.decode(String(type), content);
      // The value of the filter's TypedStruct is as the control plane wrote it.
      ok(!/"[a-z]+[A-Z]\w*":/.test(JSON.stringify(without(section, 'dynamic_listeners'))), 'a key in camel case');
    }
  });

  it('shows in aeraki proxy-config routes', async () => {
    const { rows, findings } = routesView(await admin.dump(), {});
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
    admin.configurations = [
      { ...routes, refused: { version: 'bad', reason: 'a prefix is empty', at } },
      { ...routes, name: 'other_1', dynamic: false, routes: { ...routes.routes, name: 'other_1' } },
    ];
    const { rows, findings } = routesView(await admin.dump(), {});
    strictEqual(rows.length, 5);
    match(rows[0]?.join(' | ') ?? '', /refused: a prefix is empty/);
    deepStrictEqual(
      findings.map(({ code }) => code),
      ['AER0608'],
    );
  });

  it('shows in listeners, clusters, endpoints and bootstrap', async () => {
    const all = await admin.dump();
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
      'Admin address': `127.0.0.1:${admin.address.port}`,
      'Static clusters': 'aeraki-xds',
      'Aeraki control plane': 'cluster aeraki-xds',
    });
  });

  it('is a dump from which aeraki route decides', async () => {
    const rules = rulesFromPrinted([JSON.parse((await admin.get('/config_dump')).body)]);
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
    const one = await admin.sections('/config_dump?resource=dynamic_endpoint_configs');
    strictEqual(one.length, 3);
    const v2 = await admin.sections(
      `/config_dump?resource=dynamic_active_clusters&name_regex=${encodeURIComponent('.*\\|v2\\|.*')}`,
    );
    deepStrictEqual(
      v2.map((entry) => (entry.cluster as JsonObject).name),
      [`outbound|20880|v2|${host}`],
    );
    strictEqual((await admin.get('/config_dump?resource=nonsense')).status, 404);
    strictEqual((await admin.get('/config_dump?mask=x')).status, 400);
    const bad = await admin.get('/config_dump?name_regex=(');
    deepStrictEqual([bad.status, bad.body.startsWith('Invalid re2 regex')], [400, true]);
  });
});

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
