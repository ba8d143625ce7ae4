import assert from 'node:assert/strict';
import type { Difference } from '../../src/inspect/diff/difference.js';
import * as fields from '../../src/inspect/diff/fields.js';
import { compareObjects } from '../../src/inspect/diff/objects.js';
import { compareWithProxy } from '../../src/inspect/diff/proxy.js';
import { differencesText } from '../../src/inspect/diff/text.js';
import { comparables } from '../../src/inspect/diff/translation.js';
import { openDump } from '../../src/inspect/dump.js';
import type { Translation } from '../../src/translate/protocol.js';
import { readCases } from '../translate/cases.js';
import { translateText } from '../translate/input.js';
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
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.shop]
  routes:
  - name: vip
    match: {attributes: {method: {exact: pay}, user: {prefix: vip-}}}
    route: [{destination: {host: orders.shop, subset: v2}}]
  - name: all
    route:
    - {destination: {host: orders.shop, subset: v1}, weight: 90}
    - {destination: {host: orders.shop, subset: v2}, weight: 10}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: cache, namespace: shop}
spec:
  hosts: [cache.shop]
  addresses: [240.240.0.11]
  ports: [{number: 6379, name: tcp-redis}]
  resolution: STATIC
---
apiVersion: redis.aeraki.io/v1alpha1
kind: RedisService
metadata: {name: cache, namespace: shop}
spec: {host: [cache.shop], settings: {auth: {plain: {password: s3cret}}}}
---
apiVersion: redis.aeraki.io/v1alpha1
kind: RedisDestination
metadata: {name: cache, namespace: shop}
spec: {host: cache.shop, trafficPolicy: {connectionPool: {tcp: {connectTimeout: 3s}, redis: {mode: PROXY}}}}
`;

const hosts = new Set(['orders.shop', 'cache.shop']);
const plain = { added: String, removed: String, changed: String, hunk: String };

function against(expected: Translation, actual: Translation, spelling: 'camel' | 'snake' = 'camel') {
  return compareWithProxy(expected, openDump('p', Buffer.from(JSON.stringify(proxyOf(actual, spelling)))), hosts);
}

const brief = (differences: readonly Difference[]) =>
  differences.map(({ change, kind, name, fields }) => [change, kind, name, ...fields.map(({ path }) => path)]);

describe('diff with a proxy', () => {
  it('finds nothing between a translation and the proxy that has it, for every case, in both spellings', () => {
    for (const { name, input } of readCases()) {
      const translation = translateText(input);
      const every = new Set(translation.metaRouteConfigurations.map((each) => each.name.replace(/_\d+$/, '')));
      for (const spelling of ['camel', 'snake'] as const) {
        const dump = openDump(name, Buffer.from(JSON.stringify(proxyOf(translation, spelling))));
        const { differences, unknownHosts } = compareWithProxy(translation, dump, every);
        assert.deepEqual(brief(differences), [], `${name} ${spelling}`);
        assert.deepEqual(unknownHosts, [], name);
      }
    }
  });

  it('names the weights that differ, by route', () => {
    const now = translateText(rules.replace('weight: 90', 'weight: 50').replace('weight: 10', 'weight: 50'));
    const { differences } = against(now, translateText(rules));
    assert.equal(
      differencesText(differences, plain, false),
      [
        '~ RouteConfiguration orders.shop_20880',
        '  @@ route all @@',
        '  - /routes/1/route/weightedClusters/clusters/0/weight: 90',
        '  + /routes/1/route/weightedClusters/clusters/0/weight: 50',
        '  - /routes/1/route/weightedClusters/clusters/1/weight: 10',
        '  + /routes/1/route/weightedClusters/clusters/1/weight: 50',
        '',
      ].join('\n'),
    );
  });

  it('takes no notice of the order of matchers, and notice of that of routes', () => {
    const matchers = rules.replace(
      '{method: {exact: pay}, user: {prefix: vip-}}',
      '{user: {prefix: vip-}, method: {exact: pay}}',
    );
    assert.deepEqual(against(translateText(matchers), translateText(rules)).differences, []);
    const [first = '', second = ''] =
      rules.match(/ {2}- name: vip[\s\S]*?(?= {2}- name: all)| {2}- name: all[\s\S]*?(?=---)/g) ?? [];
    const turned = rules.replace(first + second, second + first);
    assert.notEqual(turned, rules);
    const { differences } = against(translateText(turned), translateText(rules));
    assert.deepEqual(brief(differences), [['changed', 'RouteConfiguration', 'orders.shop_20880', '/routes']]);
    assert.match(
      differencesText(differences, plain, false),
      /@@ order @@\n {2}- \/routes: \["vip","all"\]\n {2}\+ \/routes: \["all","vip"\]/,
    );
  });

  it('finds a filter and a cluster that the proxy does not have, or has otherwise', () => {
    const other = rules
      .replace('connectTimeout: 3s', 'connectTimeout: 5s')
      .replace('6379, name: tcp-redis', '6380, name: tcp-redis');
    const names = brief(against(translateText(other), translateText(rules)).differences).map((each) =>
      each.slice(0, 3),
    );
    assert.deepEqual(names, [['added', 'EnvoyFilter', 'aeraki-outbound-cache.shop-240.240.0.11-6380']]);
    const slower = translateText(rules.replace('connectTimeout: 3s', 'connectTimeout: 5s'));
    assert.deepEqual(brief(against(slower, translateText(rules)).differences), [
      [
        'changed',
        'EnvoyFilter',
        'aeraki-outbound-cache.shop-240.240.0.11-6379',
        '/spec/configPatches/2/patch/value/connectTimeout',
      ],
    ]);
  });

  it('shows no password, unless it is asked to', () => {
    const { differences } = against(translateText(rules.replace('s3cret', 'n3w')), translateText(rules));
    const text = differencesText(differences, plain, false);
    assert.match(text, /downstreamAuthPassword.*<redacted>/);
    assert.ok(!/s3cret|n3w/.test(text));
    assert.match(differencesText(differences, plain, true), /- .*s3cret[\s\S]*\+ .*n3w/);
  });

  it('shows no header that is a credential, where only its value differs', () => {
    const { changedFields } = fields;
    const header = (value: string) => ({
      requestHeadersToAdd: [{ header: { key: 'Authorization', value } }, { header: { key: 'a', value: `x${value}` } }],
      users: { inlineString: value },
    });
    const [first, second, third] = changedFields(header('Bearer one'), header('Bearer two'));
    const text = (field: typeof first) =>
      differencesText(
        [{ kind: 'K', namespace: '', name: 'n', change: 'changed', fields: field ? [field] : [] }],
        plain,
        false,
      );
    assert.match(text(first), /- .*"<redacted>"\n.*\+ .*"<redacted>"/);
    assert.match(text(second), /xBearer one/);
    assert.doesNotMatch(text(third), /Bearer/);
    const [secret] = changedFields({ auth: {} }, { auth: { downstreamAuthPassword: { inlineString: 's3cret' } } });
    assert.doesNotMatch(text(secret), /s3cret/);
  });

  it('reports routes that the rules no longer give, and leaves other hosts alone', () => {
    const orders = rules.slice(rules.indexOf('name: cache') - 60);
    const less = translateText(
      rules.slice(0, rules.indexOf('apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: cache')),
    );
    assert.ok(orders.length > 0 && less.envoyFilters.length > 0);
    const none = translateText('');
    assert.deepEqual(brief(against(none, less).differences), [['removed', 'RouteConfiguration', 'orders.shop_20880']]);
    const dump = openDump('p', Buffer.from(JSON.stringify(proxyOf(less))));
    assert.deepEqual(compareWithProxy(none, dump, new Set()), {
      differences: [],
      notCompared: new Map(),
      unknownHosts: ['orders.shop'],
    });
  });

  it('asks nothing of a proxy that is no workload of the service', () => {
    const translation = translateText(rules);
    const proxy = proxyOf(translation);
    const dump = openDump(
      'p',
      Buffer.from(JSON.stringify(proxy).replace(/"destination_port":20880/, '"destination_port":1')),
    );
    assert.deepEqual(compareWithProxy(translation, dump, hosts).differences, []);
  });
});

describe('diff of two translations', () => {
  it('finds nothing in a translation compared with itself, and everything in one compared with nothing', () => {
    for (const { name, input } of readCases().slice(0, 60)) {
      const all = comparables(translateText(input));
      assert.deepEqual(compareObjects(all, comparables(translateText(input))), [], name);
      assert.ok(compareObjects([], all).every((each) => each.change === 'added'));
      assert.equal(compareObjects(all, []).length, compareObjects([], all).length);
    }
  });

  it('says which fields', () => {
    const [before, after] = [rules, rules.replace('pay', 'refund')].map((text) => comparables(translateText(text)));
    assert.deepEqual(brief(compareObjects(before ?? [], after ?? [])), [
      ['changed', 'RouteConfiguration', 'orders.shop_20880', '/routes/0/match/metadata/0/exactMatch'],
    ]);
  });
});
