import assert from 'node:assert/strict';
import type { Json } from '../../../src/model/envoy.js';
import { translateText } from '../input.js';
import {
  at,
  host,
  inboundName,
  names,
  outboundName,
  places,
  proxyOf,
  serviceEntry,
  virtualService,
} from '../native.js';

const service = serviceEntry(['9090 tcp-thrift']);
const outbound = (text: string, fixed = false) => proxyOf(translateText(text, { fixed }), outboundName(9090)).proxy;
const routes = (text: string, fixed = false): Json => at(outbound(text, fixed), 'routeConfig', 'routes');
const subset = (name: string) => `outbound|9090|${name}|${host}`;
const d22 = 'AER0422 warning ServiceEntry /spec/ports/0';

describe('native Thrift', () => {
  it('D22: names the router only; corrected, with its typed configuration', () => {
    const name = 'envoy.filters.thrift.router';
    const result = translateText(service);
    assert.deepEqual(places(result), [d22]);
    const typedConfig = {
      '@type': 'type.googleapis.com/envoy.extensions.filters.network.thrift_proxy.router.v3.Router',
    };
    for (const filter of [outboundName(9090), inboundName(9090)]) {
      assert.deepStrictEqual(at(proxyOf(result, filter).proxy, 'thriftFilters'), [{ name }]);
      const fixed = translateText(service, { fixed: true });
      assert.deepStrictEqual(at(proxyOf(fixed, filter).proxy, 'thriftFilters'), [{ name, typedConfig }]);
      assert.deepEqual(places(fixed), []);
    }
  });

  describe('D8: no match at all', () => {
    const text =
      service +
      virtualService(
        '[{match: [{method: {exact: a}, headers: {user: {prefix: vip}}}, {method: {regex: "b|c"}}], route: [{destination: {subset: v1}}]}, ' +
          '{match: [{method: {prefix: get}}, {method: {regex: "x.*"}}, {method: {exact: ""}}], route: [{destination: {subset: v2}}]}, ' +
          '{match: [{method: {prefix: ""}}, {method: {regex: ".*"}}, {headers: {h: {exact: e}}}], route: [{destination: {subset: v3}}]}, ' +
          '{route: [{destination: {subset: v4}}]}]',
      );
    it('is what the reference makes, with a warning for each entry', () => {
      assert.deepStrictEqual(
        routes(text),
        ['v1', 'v2', 'v3', 'v4'].map((name) => ({ match: { methodName: '' }, route: { cluster: subset(name) } })),
      );
      assert.deepEqual(places(translateText(text)), [
        'AER0408 warning VirtualService /spec/http/0/match',
        'AER0408 warning VirtualService /spec/http/1/match',
        'AER0408 warning VirtualService /spec/http/2/match',
        d22,
      ]);
    });
    it('corrected, what the Thrift proxy can match is matched, and the rest is an error', () => {
      const to = (name: string) => ({ cluster: subset(name) });
      assert.deepStrictEqual(routes(text, true), [
        { match: { methodName: 'a', headers: [{ name: 'user', prefixMatch: 'vip' }] }, route: to('v1') },
        { match: { methodName: 'b' }, route: to('v1') },
        { match: { methodName: 'c' }, route: to('v1') },
        { match: { methodName: '' }, route: to('v3') },
        { match: { methodName: '' }, route: to('v3') },
        { match: { methodName: '', headers: [{ name: 'h', exactMatch: 'e' }] }, route: to('v3') },
        { match: { methodName: '' }, route: to('v4') },
      ]);
      assert.deepEqual(places(translateText(text, { fixed: true })), [
        'AER0466 error VirtualService /spec/http/1/match/0/method',
        'AER0466 error VirtualService /spec/http/1/match/1/method',
        'AER0466 error VirtualService /spec/http/1/match/2/method',
      ]);
    });
    it('an entry that an empty match lets everything into loses nothing', () => {
      const every = service + virtualService('[{match: [{method: {exact: a}}, {}], route: [{destination: {}}]}]');
      assert.deepEqual(places(translateText(every)), [d22]);
    });
  });

  it('has no totalWeight, and an error for a weight of 0 in both modes', () => {
    const text =
      service +
      virtualService('[{route: [{destination: {subset: a}, weight: 100}, {destination: {subset: b}, weight: 0}]}]');
    for (const fixed of [false, true]) {
      assert.deepStrictEqual(at(routes(text, fixed), 0, 'route', 'weightedClusters'), {
        clusters: [
          { name: subset('a'), weight: 100 },
          { name: subset('b'), weight: 0 },
        ],
      });
      const [error] = places(translateText(text, { fixed }));
      assert.equal(error, 'AER0465 error VirtualService /spec/http/0/route/1/weight');
    }
  });

  it('a weight of 0 on the only destination does no harm', () => {
    const text = service + virtualService('[{route: [{destination: {}, weight: 0}]}]');
    assert.deepEqual(places(translateText(text, { fixed: true })), []);
  });

  it('D24: an entry without route crashes the reference; corrected, the rest goes on', () => {
    const text = service + virtualService('[{delegate: {name: x}}, {route: [{destination: {subset: v1}}]}]');
    assert.deepEqual(names(translateText(text)), []);
    assert.deepEqual(places(translateText(text)), ['AER0424 error VirtualService /spec/http/0']);
    assert.deepStrictEqual(routes(text, true), [{ match: { methodName: '' }, route: { cluster: subset('v1') } }]);
  });

  it('D7: corrected, each port has its filters', () => {
    const text = serviceEntry(['9090 tcp-thrift', '9091 tcp-thrift-b']);
    assert.deepEqual(names(translateText(text)), [inboundName(9090), outboundName(9090)]);
    assert.deepEqual(names(translateText(text, { fixed: true })), [
      inboundName(9090),
      inboundName(9091),
      outboundName(9090),
      outboundName(9091),
    ]);
  });
});

describe('Kafka and ZooKeeper', () => {
  for (const [protocol, filter] of [
    ['kafka', 'envoy.filters.network.kafka_broker'],
    ['zookeeper', 'envoy.filters.network.zookeeper_proxy'],
  ]) {
    it(`${protocol} is put before the tcp proxy of the first port; corrected, of each port (D7)`, () => {
      const text = serviceEntry([`9092 tcp-${protocol}`, `9093 tcp-${protocol}-b`]);
      const reference = translateText(text);
      assert.deepEqual(names(reference), [inboundName(9092), outboundName(9092)]);
      assert.deepEqual(places(reference), ['AER0407 warning ServiceEntry /spec/ports/1']);
      const fixed = translateText(text, { fixed: true });
      assert.deepEqual(names(fixed), [inboundName(9092), inboundName(9093), outboundName(9092), outboundName(9093)]);
      assert.deepStrictEqual(proxyOf(fixed, outboundName(9093)), {
        listener: '240.240.0.10_9093',
        proxy: { statPrefix: `outbound|9093||${host}` },
      });
      const [patch] = fixed.envoyFilters[0]?.spec.configPatches ?? [];
      assert.equal(at(patch, 'patch', 'operation'), 'INSERT_BEFORE');
      assert.equal(at(patch, 'patch', 'value', 'name'), filter);
    });
  }
});
