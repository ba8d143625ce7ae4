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
  resource,
  serviceEntry,
  virtualService,
} from '../native.js';

const service = serviceEntry(['20880 tcp-dubbo'], '{interface: com.acme.Orders}');
const outbound = (text: string, fixed = false) => proxyOf(translateText(text, { fixed }), outboundName(20880)).proxy;
const routes = (text: string, fixed = false): Json => at(outbound(text, fixed), 'routeConfig', 0, 'routes');
const subset = (name: string) => `outbound|20880|${name}|${host}`;

describe('native Dubbo', () => {
  it('leaves out an empty interface, as protobuf JSON does', () => {
    const text = serviceEntry(['20880 tcp-dubbo'], '{interface: ""}');
    assert.deepStrictEqual(at(outbound(text), 'routeConfig', 0), {
      name: subset(''),
      routes: [
        { match: { method: { name: { safeRegex: { googleRe2: {}, regex: '.*' } } } }, route: { cluster: subset('') } },
      ],
    });
    assert.deepEqual(places(translateText(text)), []);
  });

  it('has no routes for a VirtualService without http', () => {
    const text = service + resource('networking.istio.io/v1', 'VirtualService', 'orders', `{hosts: [${host}]}`);
    assert.deepStrictEqual(at(outbound(text), 'routeConfig'), [{ name: subset(''), interface: 'com.acme.Orders' }]);
  });

  it('takes the first VirtualService, its subsets, and never its hosts or ports', () => {
    const first = virtualService(
      '[{route: [{destination: {host: elsewhere.example.com, subset: v9, port: {number: 1}}}]}]',
    );
    const second = virtualService('[{route: [{destination: {host: x}}]}]').replace('name: orders', 'name: other');
    assert.deepStrictEqual(at(routes(service + first + second), 0, 'route'), { cluster: subset('v9') });
  });

  it('matches headers in the order of their names and passes over empty matches', () => {
    const text =
      service +
      virtualService('[{match: [{headers: {b: {exact: ""}, a: {regex: ""}, c: {}}}], route: [{destination: {}}]}]');
    assert.deepStrictEqual(at(routes(text), 0, 'match', 'headers'), [
      { name: 'a', safeRegexMatch: { googleRe2: {} } },
      { name: 'b', exactMatch: '' },
    ]);
  });

  it('adds the weights up, an unset one as 0, within 32 bits', () => {
    const text =
      service +
      virtualService(
        '[{route: [{destination: {subset: a}, weight: 7}, {destination: {subset: b}}, {destination: {subset: c}, weight: -1}]}]',
      );
    assert.deepStrictEqual(at(routes(text), 0, 'route', 'weightedClusters'), {
      clusters: [
        { name: subset('a'), weight: 7 },
        { name: subset('b'), weight: 0 },
        { name: subset('c'), weight: 4_294_967_295 },
      ],
      totalWeight: 6,
    });
  });

  it('names conditions that a Dubbo route does not have', () => {
    const text =
      service + virtualService('[{match: [{uri: {exact: /a}, method: {exact: a}}], route: [{destination: {}}]}]');
    assert.deepEqual(places(translateText(text)), ['AER0460 warning VirtualService /spec/http/0/match/0/uri']);
  });

  describe('D8: only the first match', () => {
    const text =
      service +
      virtualService(
        '[{match: [{method: {exact: a}}, {method: {prefix: b}, headers: {user: {exact: x}}}, {}], route: [{destination: {subset: v1}}]}]',
      );
    it('is what the reference makes, with a warning', () => {
      assert.deepEqual(places(translateText(text)), ['AER0408 warning VirtualService /spec/http/0/match/1']);
      assert.equal((routes(text) as readonly Json[]).length, 1);
    });
    it('corrected, each match is a route', () => {
      const route = { cluster: subset('v1') };
      assert.deepStrictEqual(routes(text, true), [
        { match: { method: { name: { exact: 'a' } } }, route },
        { match: { method: { name: { prefix: 'b' } }, headers: [{ name: 'user', exactMatch: 'x' }] }, route },
        { match: { method: { name: { safeRegex: { googleRe2: {}, regex: '.*' } } } }, route },
      ]);
      assert.deepEqual(places(translateText(text, { fixed: true })), []);
    });
  });

  describe('D7: only the first port', () => {
    const text = serviceEntry(['80 http', '20880 tcp-dubbo', '20881 tcp-dubbo-b', '9090 tcp-thrift'], '{interface: i}');
    it('is what the reference programs, whatever the port says', () => {
      const result = translateText(text);
      assert.deepEqual(names(result), [inboundName(80), outboundName(80)]);
      assert.deepEqual(places(result), [
        'AER0407 warning ServiceEntry /spec/ports/3',
        'AER0407 warning ServiceEntry /spec/ports/1',
      ]);
    });
    it('corrected, every port of every protocol', () => {
      const result = translateText(text, { fixed: true });
      const ports = [20880, 20881, 9090];
      assert.deepEqual(names(result).sort(), [...ports.map(inboundName), ...ports.map(outboundName)].sort());
      assert.deepEqual(places(result), []);
      assert.equal(at(proxyOf(result, outboundName(20881)).proxy, 'statPrefix'), `outbound|20881||${host}`);
      assert.equal(at(proxyOf(result, inboundName(20881)).proxy, 'statPrefix'), 'inbound|20881||');
    });
  });

  describe('D18: no interface', () => {
    const text = serviceEntry(['20880 tcp-dubbo']) + virtualService('[{redirect: {}}]');
    it('is an empty filter and an error; the routes are not looked at', () => {
      const result = translateText(text);
      assert.deepStrictEqual(proxyOf(result, outboundName(20880)).proxy, {});
      assert.deepEqual(places(result), ['AER0418 error ServiceEntry /metadata/annotations']);
    });
    it('corrected, there is no outbound filter, and the error stays', () => {
      const result = translateText(text, { fixed: true });
      assert.deepEqual(names(result), [inboundName(20880)]);
      assert.deepEqual(places(result), ['AER0418 error ServiceEntry /metadata/annotations']);
    });
  });

  describe('D24: an entry without destinations', () => {
    const text =
      service +
      virtualService(
        '[{redirect: {uri: /x}}, {route: [{weight: 1}]}, {match: [{method: {exact: a}}], route: [{destination: {subset: v1}}]}]',
      );
    const expected = ['AER0424 error VirtualService /spec/http/0', 'AER0424 error VirtualService /spec/http/1/route/0'];
    it('crashes the reference: no filters, and all errors are told', () => {
      const result = translateText(text);
      assert.deepEqual(names(result), []);
      assert.deepEqual(places(result), expected);
    });
    it('corrected, the rest of the entries goes on', () => {
      assert.deepStrictEqual(routes(text, true), [
        { match: { method: { name: { exact: 'a' } } }, route: { cluster: subset('v1') } },
      ]);
      assert.deepEqual(places(translateText(text, { fixed: true })), expected);
    });
  });
});
