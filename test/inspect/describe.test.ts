import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { buildIndex } from '../../src/index/build.js';
import { meshConfigOf } from '../../src/index/mesh-config.js';
import { describe as chainOf } from '../../src/inspect/describe/describe.js';
import type { Description } from '../../src/inspect/describe/link.js';
import { readProxy } from '../../src/inspect/describe/proxy.js';
import type { Rules } from '../../src/inspect/describe/rules.js';
import { descriptionText } from '../../src/inspect/describe/text.js';
import { openDump } from '../../src/inspect/dump.js';
import type { JsonObject } from '../../src/model/envoy.js';
import { defaultTranslateOptions } from '../../src/translate/options.js';
import { translate } from '../../src/translate/translate.js';
import { analyse } from '../../src/validate/analysis/analyse.js';
import { resourcesOf } from '../translate/input.js';
import { dumpFolder, readDump, section } from './dumps.js';
import { proxyOf } from './proxy-of.js';

const rules = `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.shop]
  addresses: [240.240.0.10]
  ports: [{number: 20880, name: tcp-metaprotocol-dubbo}]
  resolution: STATIC
  workloadSelector: {labels: {app: orders}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: orders, namespace: shop}
spec: {host: orders.shop, subsets: [{name: v1, labels: {v: v1}}]}
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.shop]
  routes:
  - name: vip
    match: {attributes: {method: {exact: pay}}}
    route: [{destination: {host: orders.shop, subset: v1}}]
  - name: all
    route: [{destination: {host: orders.shop}}]
`;

async function rulesOf(text: string): Promise<Rules> {
  const resources = resourcesOf(text);
  const mesh = meshConfigOf(resources, 'istio-system', () => undefined);
  const index = buildIndex(resources, { ...defaultTranslateOptions, meshConfig: mesh.config });
  const translation = translate(index, defaultTranslateOptions);
  const analysis = await analyse(resources, index, defaultTranslateOptions);
  return { index, translation, findings: [...translation.findings, ...analysis] };
}

async function offline(text: string, host = 'orders.shop', port?: number): Promise<Description> {
  return chainOf({ host, port, rules: await rulesOf(text), proxy: undefined });
}

/** `✓ service`, `✗ clusters`: the chain of the first port in short. */
const marks = ({ ports }: Description) =>
  ports.flatMap(({ links }) => links.map(({ link, ok }) => `${ok ? '✓' : '✗'} ${link}`));
const faults = ({ ports }: Description) =>
  ports.flatMap(({ links }) =>
    links.flatMap(({ link, ok, reason, cure }) => (ok ? [] : [`${link}: ${reason} → ${cure}`])),
  );

const whole = [
  'port name',
  'protocol',
  'service',
  'MetaRouter',
  'listener',
  'filter',
  'route configuration',
  'clusters',
  'endpoints',
];

describe('describe from rules', () => {
  it('shows the whole chain', async () => {
    const result = await offline(rules);
    assert.deepEqual(
      marks(result),
      whole.map((link) => `✓ ${link}`),
    );
    assert.deepEqual(
      result.ports.map(({ port }) => port),
      [20880],
    );
  });

  it('completes a short host, and suggests for a wrong one', async () => {
    assert.equal((await offline(rules, 'orders')).host, 'orders.shop');
    assert.match(
      faults(await offline(rules, 'order.shop')).join(),
      /no Service or ServiceEntry has the host order\.shop.*Did you mean orders\.shop/,
    );
  });

  const cases: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    [
      'a port name that says nothing',
      (t) => t.replace('tcp-metaprotocol-dubbo', 'dubbo'),
      /^port name: .*names no protocol.*→ Name the port tcp-metaprotocol-/,
    ],
    [
      'a port name without an application protocol',
      (t) => t.replace('tcp-metaprotocol-dubbo', 'tcp-metaprotocol'),
      /^port name: .*which application protocol/,
    ],
    [
      'an application protocol without a codec',
      (t) => t.replace('metaprotocol-dubbo', 'metaprotocol-qza'),
      /^protocol: no codec is known for the application protocol qza.*→ Add an ApplicationProtocol/,
    ],
    [
      'a service without an address',
      (t) => t.replace('  addresses: [240.240.0.10]\n', '').replace('STATIC', 'NONE'),
      /service: .*has no address/,
    ],
    [
      'a subset that nobody defines',
      (t) => t.replace('subset: v1}}', 'subset: v9}}'),
      /^clusters: MetaRouter orders: The subset v9/,
    ],
    [
      'a route that is never reached',
      (t) => t.replace('match: {attributes: {method: {exact: pay}}}', 'match: {}'),
      /^MetaRouter: MetaRouter orders: The route .*never reached/,
    ],
    [
      'a second MetaRouter',
      (t) => `${t}---\n${t.slice(t.indexOf('apiVersion: metaprotocol')).replace('name: orders', 'name: second')}`,
      /^MetaRouter: MetaRouter second: Only one MetaRouter works/,
    ],
    [
      'an attribute that the codec does not produce',
      (t) => t.replace('metaprotocol-dubbo', 'metaprotocol-thrift').replace('{method:', '{user:'),
      /^MetaRouter: .*No request has the attribute "user"/,
    ],
    [
      'no endpoints',
      (t) => t.replace('  workloadSelector: {labels: {app: orders}}\n', ''),
      /endpoints: the service selects no pods/,
    ],
  ];
  for (const [name, change, expected] of cases) {
    it(`finds ${name}`, async () => {
      const changed = change(rules);
      assert.notEqual(changed, rules);
      assert.match(faults(await offline(changed)).join('\n'), expected);
    });
  }

  it('knows a port that the service does not have, and a further host', async () => {
    assert.match(faults(await offline(rules, 'orders.shop', 1)).join(), /has no port 1 \(it has 20880/);
    const two = rules.replace('hosts: [orders.shop]\n  addresses', 'hosts: [orders.shop, other.shop]\n  addresses');
    assert.match(faults(await offline(two, 'other.shop')).join(), /looks at the first only: orders\.shop/);
  });
});

describe('describe from rules and a proxy', () => {
  const cluster = (name: string) => ({ cluster: { name, type: 'EDS' } });
  const names = ['outbound|20880|v1|orders.shop', 'outbound|20880||orders.shop'];
  const endpoint = (name: string, health = 'HEALTHY') => ({
    endpoint_config: {
      cluster_name: name,
      endpoints: [
        {
          lb_endpoints: [
            {
              health_status: health,
              endpoint: { address: { socket_address: { address: '10.0.0.1', port_value: 20880 } } },
            },
          ],
        },
      ],
    },
  });

  async function both(change: (configs: JsonObject[]) => readonly JsonObject[], text = rules): Promise<Description> {
    const actual = await rulesOf(rules);
    const configs = proxyOf(actual.translation).configs.map((each) => ({ ...each }));
    const clusters = configs.find((each) => each['@type'] === section.clusters);
    if (clusters) clusters.dynamic_active_clusters = names.map(cluster);
    configs.push({
      '@type': section.endpoints,
      dynamic_endpoint_configs: names.map((name) => endpoint(name)),
    } as (typeof configs)[number]);
    const dump = openDump('proxy', Buffer.from(JSON.stringify({ configs: change(configs) })));
    return chainOf({ host: 'orders.shop', port: undefined, rules: await rulesOf(text), proxy: readProxy(dump) });
  }
  const edit = (type: string, by: (each: JsonObject) => JsonObject) => (configs: JsonObject[]) =>
    configs.map((each) => (each['@type'] === type ? by(each) : each));

  it('is whole when the proxy has it all', async () => {
    assert.deepEqual(
      marks(await both((configs) => configs)),
      whole.map((link) => `✓ ${link}`),
    );
  });

  it('finds the first link that is missing in the proxy', async () => {
    const tcp = { filters: [{ name: 'envoy.filters.network.tcp_proxy', typed_config: { cluster: 'x' } }] };
    const listener = (name: string, more: JsonObject) => ({ name, ...more });
    const cases: readonly (readonly [string, Parameters<typeof both>[0], RegExp])[] = [
      [
        'no listener',
        edit(section.listeners, (each) => ({ ...each, dynamic_listeners: [] })),
        /^listener: the proxy has no listener 240\.240\.0\.10_20880/,
      ],
      [
        'a refused listener',
        edit(section.listeners, (each) => ({
          ...each,
          dynamic_listeners: [
            listener('240.240.0.10_20880', {
              error_state: {
                details:
                  "Didn't find a registered implementation for name: 'envoy.filters.network.meta_protocol_proxy'",
              },
            }),
          ],
        })),
        /^listener: the proxy refused 240\.240\.0\.10_20880: Didn't find.*→ The image of the sidecar does not contain/,
      ],
      [
        'no filter',
        edit(section.listeners, (each) => ({
          ...each,
          dynamic_listeners: [
            listener('240.240.0.10_20880', {
              active_state: { listener: { name: '240.240.0.10_20880', filter_chains: [tcp] } },
            }),
          ],
        })),
        /^filter: the listener leads to Cluster: x: the EnvoyFilter istio-system\/aeraki-outbound-orders\.shop-240\.240\.0\.10-20880 is not applied/,
      ],
      [
        'no routes',
        edit(section.metaRoutes, (each) => ({ ...each, dynamic_route_configs: [] })),
        /^route configuration: the proxy waits for orders\.shop_20880/,
      ],
      [
        'refused routes',
        edit(section.metaRoutes, (each) => ({
          ...each,
          dynamic_route_configs: [
            { error_state: { details: 'bad weight', failed_configuration: { name: 'orders.shop_20880' } } },
          ],
        })),
        /^route configuration: the proxy refused the last orders\.shop_20880: bad weight/,
      ],
      [
        'a missing cluster',
        edit(section.clusters, (each) => ({ ...each, dynamic_active_clusters: [cluster(names[1] ?? '')] })),
        /^clusters: the proxy has no cluster outbound\|20880\|v1\|orders\.shop → Define the subset v1/,
      ],
      [
        'sick endpoints',
        edit(section.endpoints, (each) => ({
          ...each,
          dynamic_endpoint_configs: [endpoint(names[0] ?? '', 'UNHEALTHY')],
        })),
        /^endpoints: none of the 1 endpoints of outbound\|20880\|v1\|orders\.shop is healthy.*\nendpoints: outbound\|20880\|\|orders\.shop has no endpoints/,
      ],
    ];
    for (const [name, change, expected] of cases) assert.match(faults(await both(change)).join('\n'), expected, name);
  });

  it('sees that the proxy has other routes than the rules give', async () => {
    const result = await both((configs) => configs, rules.replace('exact: pay', 'exact: refund'));
    assert.match(
      faults(result).join(),
      /^route configuration: orders\.shop_20880 is not what the rules give \(route vip\)/,
    );
  });

  it('blames a dump that is cut off before anything else', () => {
    const bytes = readFileSync(new URL('sidecar-dubbo.json', dumpFolder));
    const cut = openDump('cut', bytes.subarray(0, bytes.indexOf('RoutesConfigDump')));
    const host = 'org.apache.dubbo.samples.basic.api.demoservice';
    const result = chainOf({ host, port: undefined, rules: undefined, proxy: readProxy(cut) });
    const wrong = result.ports.flatMap(({ links }) => links.filter(({ ok }) => !ok));
    assert.ok(wrong.length > 0);
    for (const { cure } of wrong) assert.match(cure ?? '', /^The dump is cut off or broken/);
  });

  it('notes what the image of the sidecar does, from its Pod, else from the metadata of the node', () => {
    const host = 'org.apache.dubbo.samples.basic.api.demoservice';
    const notesFor = (image: string | undefined, annotated?: string) => {
      const content = JSON.parse(readFileSync('../shared/dumps/sidecar-dubbo.json', 'utf8')) as {
        configs: JsonObject[];
      };
      for (const { bootstrap } of content.configs as { bootstrap?: { node: { metadata: object } } }[]) {
        const annotations = annotated === undefined ? undefined : { 'sidecar.istio.io/proxyImage': annotated };
        if (bootstrap !== undefined) Object.assign(bootstrap.node.metadata, { ANNOTATIONS: annotations });
      }
      const dump = openDump('proxy', Buffer.from(JSON.stringify(content)));
      const { ports } = chainOf({ host, port: undefined, rules: undefined, proxy: readProxy(dump, image) });
      return (ports[0]?.notes ?? []).filter(({ code }) => code === 'AER0947').map(({ text }) => text);
    };
    const said = (whose: string) => [`${whose}: a result that is no text, or has no attachments, crashes it`];
    const repository = 'ghcr.io/aeraki-mesh/meta-protocol-proxy-debug';
    assert.deepEqual(notesFor(undefined), said('sidecar images from 1.4.0 on'));
    assert.deepEqual(notesFor(`${repository}:1.4.2`), said(`this sidecar's image (${repository}:1.4.2)`));
    assert.deepEqual(notesFor(undefined, `${repository}:1.4.0`), said(`this sidecar's image (${repository}:1.4.0)`));
    assert.deepEqual(notesFor(`${repository}:1.3.1`, `${repository}:1.4.0`), []);
    for (const unknown of [`${repository}:latest`, 'docker.io/istio/proxyv2:1.4.2', 'registry:1.4/proxy']) {
      assert.deepEqual(notesFor(unknown), said('sidecar images from 1.4.0 on'));
    }
  });

  it('works from a dump alone, and shows it as text', () => {
    const host = 'org.apache.dubbo.samples.basic.api.demoservice';
    const result = chainOf({ host, port: undefined, rules: undefined, proxy: readProxy(readDump('sidecar-dubbo')) });
    assert.deepEqual(marks(result), ['✓ listener', '✓ filter', '✓ route configuration', '✓ clusters']);
    const text = descriptionText(result, { good: String, bad: String, strong: String }, undefined);
    assert.match(text, /port 20880\n {2}✓ listener {13}240\.240\.0\.1_20880 \(active\)\n/);
    const none = chainOf({
      host: 'nope',
      port: undefined,
      rules: undefined,
      proxy: readProxy(readDump('sidecar-dubbo')),
    });
    assert.match(faults(none).join(), /the proxy has no listener for nope/);
  });
});
