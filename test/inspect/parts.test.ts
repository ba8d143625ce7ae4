import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { clustersView } from '../../src/inspect/clusters.js';
import { describe as describeHost } from '../../src/inspect/describe/describe.js';
import { readProxy } from '../../src/inspect/describe/proxy.js';
import { type Dump, openDump } from '../../src/inspect/dump.js';
import { endpointsView } from '../../src/inspect/endpoints-view.js';
import { listenersView } from '../../src/inspect/listeners-view.js';
import { routesView } from '../../src/inspect/routes-view.js';
import type { JsonObject } from '../../src/model/envoy.js';
import { dumpNames, dumpOf, readDump, section, type ViewName, views } from './dumps.js';

const opened = (value: unknown): Dump => openDump('part.json', Buffer.from(JSON.stringify(value)));
const found = (name: string) =>
  openDump(name, readFileSync(new URL(`../../../shared/found/tools/${name}`, import.meta.url)));
const codes = (dump: Dump) => dump.findings.map(({ code }) => code);
const objectsOf = (dump: Dump, name: ViewName) => [...views[name](dump).objects()];

/** Sections with their lists, and the message of an entry of each. */
const sections = {
  listeners: { dynamic_listeners: 'DynamicListener', static_listeners: 'StaticListener' },
  clusters: { dynamic_active_clusters: 'DynamicCluster', static_clusters: 'StaticCluster' },
  routes: { dynamic_route_configs: 'DynamicRouteConfig', static_route_configs: 'StaticRouteConfig' },
  endpoints: { dynamic_endpoint_configs: 'DynamicEndpointConfig', static_endpoint_configs: 'StaticEndpointConfig' },
} as const;

/** What `/config_dump?resource=…` answers, made of a whole dump: each entry by itself, with its type. */
function pieces(dump: Dump, kind: keyof typeof sections): readonly JsonObject[] {
  const type = section[kind];
  const whole = [...dump.sections([])].filter(
    (each) => each['@type'] === type || (kind === 'routes' && String(each['@type']).endsWith('RoutesConfigDump')),
  );
  return whole.flatMap((each) =>
    Object.entries(sections[kind]).flatMap(([list, message]) => {
      const items = (each[list] ?? []) as readonly JsonObject[];
      return items.map((item) => ({ '@type': `${String(each['@type'])}.${message}`, ...item }));
    }),
  );
}

describe('a part of a config dump', () => {
  for (const name of dumpNames) {
    for (const kind of ['listeners', 'clusters', 'endpoints', 'routes'] as const) {
      it(`shows the ${kind} of ${name} as the whole does`, () => {
        const whole = readDump(name);
        const parts = pieces(whole, kind);
        if (parts.length === 0) return;
        const part = dumpOf(...parts);
        // The protocols of MetaProtocol routes are in the listeners.
        const rows = views[kind](part).rows.map((row) => (kind === 'routes' ? [row[0], ...row.slice(2)] : row));
        const expected = views[kind](whole).rows.map((row) => (kind === 'routes' ? [row[0], ...row.slice(2)] : row));
        assert.deepStrictEqual(rows, expected);
        assert.deepStrictEqual(codes(part), ['AER0610']);
      });

      it(`shows what istioctl -o json, and ours, prints of the ${kind} of ${name}`, () => {
        const whole = readDump(name);
        const objects = objectsOf(whole, kind).filter((each) => each.error_state === undefined);
        if (objects.length === 0) return;
        const part = opened(objects);
        // That all are read; static ones are taken for dynamic ones, and versions are not there.
        const names = (dump: Dump) =>
          objectsOf(dump, kind)
            .map((each) => each.name ?? each.clusterName ?? each.cluster_name)
            .sort();
        assert.deepStrictEqual(
          names(part),
          objects.map((each) => each.name ?? each.clusterName ?? each.cluster_name).sort(),
        );
        assert.deepStrictEqual(codes(part), ['AER0610']);
      });
    }
  }

  it('has the listener of the shared example', () => {
    const dump = found('07-config-dump-resource.json');
    assert.deepStrictEqual(listenersView(dump, { verbose: true }).rows, [
      [
        '240.240.1.4',
        '20911',
        'ALL',
        'MetaProtocol dubbo → RDS org.acme.s3-meta.api_20911',
        'MetaProtocol dubbo',
        'active',
      ],
    ]);
    assert.deepStrictEqual(codes(dump), ['AER0610']);
  });

  it('is the lists of listeners that old proxies have', () => {
    const dump = found('15-v2alpha-active-listeners.json');
    assert.deepStrictEqual(
      listenersView(dump, { verbose: true }).rows.map(([address, port, , destination]) => [address, port, destination]),
      [
        ['10.0.0.10', '443', 'Cluster: outbound|443||orders.shop.svc.cluster.local'],
        ['0.0.0.0', '9080', 'Route: 9080'],
      ],
    );
    assert.deepStrictEqual(codes(dump), []);
  });

  it('is the endpoints that istioctl prints', () => {
    const dump = opened([
      {
        name: 'outbound|80||a.b',
        addedViaApi: true,
        hostStatuses: [
          {
            address: { socketAddress: { address: '10.0.0.7', portValue: 8080 } },
            healthStatus: { edsHealthStatus: 'HEALTHY' },
            weight: 3,
            priority: 1,
            locality: { region: 'r', zone: 'z' },
          },
          {
            address: { socketAddress: { address: '10.0.0.8', portValue: 8080 } },
            healthStatus: { failedOutlierCheck: true, edsHealthStatus: 'HEALTHY' },
          },
        ],
      },
    ]);
    assert.deepStrictEqual(endpointsView(dump, {}).rows, [
      ['10.0.0.7:8080', 'HEALTHY', 'r/z', 'outbound|80||a.b', '3', '-', '1'],
      ['10.0.0.8:8080', 'UNHEALTHY', '-', 'outbound|80||a.b', '-', '-', '0'],
    ]);
  });

  it('is the bootstrap that istioctl prints', () => {
    const dump = opened({ bootstrap: { node: { id: 'sidecar~10.0.0.1~a.b~b.svc.cluster.local' } } });
    assert.deepStrictEqual(views.bootstrap(dump).rows, [['Node', 'sidecar~10.0.0.1~a.b~b.svc.cluster.local']]);
  });

  it('never makes describe say that something is not there', () => {
    const listener = readDump('sidecar-dubbo');
    const whole = listener.entries('listeners', ['static_listeners', 'dynamic_listeners']);
    assert.ok(whole.length > 0);
    for (const dump of [
      dumpOf(...pieces(listener, 'clusters')),
      dumpOf({ '@type': section.clusters }),
      dumpOf(...pieces(listener, 'listeners').slice(0, 1)),
      dumpOf({ '@type': section.bootstrap, bootstrap: {} }),
    ]) {
      const { ports } = describeHost({ host: 'demo.shop', port: 20880, rules: undefined, proxy: readProxy(dump) });
      const links = ports.flatMap((port) => port.links);
      assert.deepStrictEqual(
        links.filter(({ ok }) => !ok),
        [],
      );
      assert.match(links[0]?.reason ?? '', /^not known: the dump has (no listeners|only some of the listeners)$/);
    }
  });
});

describe('what a proxy is made of', () => {
  const extensions = (...names: readonly string[]) => ({
    '@type': section.bootstrap,
    bootstrap: { node: { extensions: names.map((name) => ({ name, category: 'envoy.filters.network' })) } },
  });

  it('is in its bootstrap', () => {
    const proxy = (...configs: readonly unknown[]) => readProxy(dumpOf(...configs)).hasMetaProtocol;
    assert.equal(proxy(extensions('envoy.filters.network.tcp_proxy', 'aeraki.meta_protocol_proxy')), true);
    assert.equal(proxy(extensions('envoy.filters.network.tcp_proxy')), false);
    assert.equal(proxy(), undefined);
  });
});

describe('proxy-config as istioctl has it', () => {
  it('compares the classes of listeners whole', () => {
    const dump = readDump('istio-sidecar');
    const all = listenersView(dump, { verbose: false }).rows;
    for (const type of ['HTTP', 'TCP', 'HTTP+TCP', 'UNKNOWN']) {
      const shown = listenersView(dump, { verbose: false, type: type.toLowerCase() }).rows;
      assert.deepStrictEqual(
        shown,
        all.filter((row) => row[2] === type),
      );
    }
  });

  it('leaves out routes that pass through', () => {
    const virtual_hosts = [
      {
        name: 'allow_any',
        domains: ['*'],
        routes: [{ match: { prefix: '/' }, route: { cluster: 'PassthroughCluster' } }],
      },
      { name: 'a', domains: ['a'], routes: [{ match: { prefix: '/' }, route: { cluster: 'outbound|80||a' } }] },
    ];
    const dump = dumpOf({
      '@type': section.routes,
      dynamic_route_configs: [{ route_config: { name: '80', virtual_hosts } }],
    });
    assert.deepStrictEqual(
      routesView(dump, {}).rows.map((row) => row[1]),
      ['a'],
    );
    assert.equal([...clustersView(dump, {}).rows].length, 0);
  });

  it('shows the weight of a locality and the priority', () => {
    const endpoint = (address: string) => ({ endpoint: { address: { socket_address: { address, port_value: 80 } } } });
    const dump = dumpOf({
      '@type': section.endpoints,
      dynamic_endpoint_configs: [
        {
          endpoint_config: {
            cluster_name: 'outbound|80||a',
            endpoints: [
              { locality: { region: 'r1' }, load_balancing_weight: 70, lb_endpoints: [endpoint('10.0.0.1')] },
              { locality: { region: 'r2' }, priority: 1, lb_endpoints: [endpoint('10.0.0.2')] },
            ],
          },
        },
      ],
    });
    assert.deepStrictEqual(
      endpointsView(dump, {}).rows.map((row) => [row[2], ...row.slice(4)]),
      [
        ['r1', '-', '70', '0'],
        ['r2', '-', '-', '1'],
      ],
    );
  });
});
