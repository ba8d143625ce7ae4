import assert from 'node:assert/strict';
import { translateText } from '../input.js';
import {
  at,
  clusterOf,
  host,
  inboundName,
  names,
  outboundName,
  places,
  proxyOf,
  redisService,
  serviceEntry,
} from '../native.js';

const service = serviceEntry(['6379 tcp-redis']);
const name = outboundName(6379);
const cluster = (port: number, of = host) => `outbound|${port}||${of}`;
const outbound = (text: string, fixed = false) => proxyOf(translateText(text, { fixed }), name).proxy;
const plain = {
  statPrefix: cluster(6379),
  settings: { opTimeout: '60s' },
  prefixRoutes: { catchAllRoute: { cluster: cluster(6379) } },
};
const fraction = (numerator: number) => ({ defaultValue: { numerator, denominator: 'MILLION' } });

describe('Redis filters', () => {
  it('take the first host of the entry that has a RedisService, the last by name of that host', () => {
    const two = serviceEntry(['6379 tcp-redis'], '{}', `[a.example.com, ${host}]`);
    const text = two + redisService(`{host: [x, ${host}], settings: {opTimeout: 1s}}`, 'z');
    const proxy = proxyOf(translateText(text), 'aeraki-outbound-a.example.com-240.240.0.10-6379').proxy;
    assert.deepStrictEqual(proxy, { ...plain, settings: { opTimeout: '1s' } });
  });

  it('take the target port from the last entry of the host in the namespace, by number, name or order', () => {
    const target = (number: number, portName: string, namespace = 'shop', extra = '') =>
      `${serviceEntry([`${number} ${portName}`, ...(extra === '' ? [] : [extra])], '{}', '[cache.example.com]')
        .replace('namespace: shop', `namespace: ${namespace}`)
        .replace('name: orders', `name: c${number}`)
        .replace('240.240.0.10', '240.240.0.20')}`;
    const rule = redisService(`{host: [${host}], redis: [{route: {host: cache.example.com}}]}`);
    const chosen = (targets: string) =>
      at(outbound(service + rule + targets), 'prefixRoutes', 'catchAllRoute', 'cluster');
    assert.equal(chosen(''), cluster(6379, 'cache.example.com'));
    assert.equal(chosen(target(1, 'x') + target(2, 'x')), cluster(2, 'cache.example.com'));
    assert.equal(chosen(target(1, 'x', 'other')), cluster(6379, 'cache.example.com'));
    assert.equal(chosen(target(1, 'tcp-redis', 'shop', '6379 y')), cluster(1, 'cache.example.com'));
    assert.equal(chosen(target(1, 'x', 'shop', '6379 tcp-redis')), cluster(6379, 'cache.example.com'));
    assert.equal(chosen(target(1, 'x', 'shop', '2 y')), cluster(6379, 'cache.example.com'));
  });

  it('leave out what is at its default, also in the settings', () => {
    const settings =
      '{readPolicy: MASTER, opTimeout: "0", maxBufferSizeBeforeFlush: 0, enableHashtagging: false, caseInsensitive: true, maxUpstreamUnknownConnections: 5, auth: {}}';
    const text = service + redisService(`{host: [${host}], settings: ${settings}}`);
    assert.deepStrictEqual(outbound(text), { ...plain, settings: { opTimeout: '0s' } });
  });

  it('tell of a prefix that is used twice', () => {
    const entry = (prefix: string) => `{match: {key: {prefix: "${prefix}"}}, route: {host: a}}`;
    const text = service + redisService(`{host: [${host}], redis: [${entry('k:')}, ${entry('l:')}, ${entry('k:')}]}`);
    assert.deepEqual(places(translateText(text)), ['AER0470 error RedisService /spec/redis/2/match/key']);
  });

  it('D4: PREFER_REPLICA; corrected, as it is written', () => {
    const text = service + redisService(`{host: [${host}], settings: {readPolicy: PREFER_REPLICA}}`);
    assert.equal(at(outbound(text), 'settings', 'readPolicy'), 'PREFER_MASTER');
    assert.deepEqual(places(translateText(text)), ['AER0404 warning RedisService /spec/settings/readPolicy']);
    assert.equal(at(outbound(text, true), 'settings', 'readPolicy'), 'PREFER_REPLICA');
    assert.deepEqual(places(translateText(text, { fixed: true })), []);
  });

  describe('D5: ports bound to the first', () => {
    const text = serviceEntry(['80 http', '6379 tcp-redis', '6380 tcp-redis-b', '6381 TCP-redis']);
    it('is what the reference makes, with the last port', () => {
      const result = translateText(text);
      assert.deepEqual(names(result), [inboundName(80), outboundName(80)]);
      assert.equal(at(proxyOf(result, outboundName(80)).proxy, 'statPrefix'), cluster(6380));
      assert.equal(at(clusterOf(result, outboundName(80)), 'name'), cluster(6380));
      assert.equal(at(proxyOf(result, inboundName(80)).proxy, 'statPrefix'), 'inbound|80||');
      assert.deepEqual(places(result), [
        'AER0468 warning ServiceEntry /spec/ports/3/name',
        'AER0405 warning ServiceEntry /spec/ports/2',
      ]);
    });
    it('corrected, each port has its own', () => {
      const result = translateText(text, { fixed: true });
      const ports = [6379, 6380, 6381];
      assert.deepEqual(names(result), [...ports.map(inboundName), ...ports.map(outboundName)]);
      for (const port of ports) {
        assert.deepStrictEqual(proxyOf(result, outboundName(port)), {
          listener: `240.240.0.10_${port}`,
          proxy: { ...plain, statPrefix: cluster(port), prefixRoutes: { catchAllRoute: { cluster: cluster(port) } } },
        });
        assert.equal(at(clusterOf(result, outboundName(port)), 'name'), cluster(port));
        assert.equal(at(proxyOf(result, inboundName(port)).proxy, 'statPrefix'), `inbound|${port}||`);
      }
      assert.deepEqual(places(result), []);
    });
    it('a first port whose name only begins like a Redis port counts', () => {
      const result = translateText(serviceEntry(['6378 tcp-rediscache', '6379 tcp-redis']));
      assert.equal(at(proxyOf(result, outboundName(6378)).proxy, 'statPrefix'), cluster(6379));
    });
  });

  it('D6: the mirror has the port of the route; corrected, its own', () => {
    const mirror = '{route: {host: m.example.com, port: 7100}, percentage: {value: 100}}';
    const text =
      service + redisService(`{host: [${host}], redis: [{route: {host: r, port: 7000}, mirror: [${mirror}]}]}`);
    const path = ['prefixRoutes', 'catchAllRoute', 'requestMirrorPolicy', 0, 'cluster'];
    assert.equal(at(outbound(text), ...path), cluster(7000, 'm.example.com'));
    assert.deepEqual(places(translateText(text)), ['AER0406 warning RedisService /spec/redis/0/mirror/0/route']);
    assert.equal(at(outbound(text, true), ...path), cluster(7100, 'm.example.com'));
    assert.deepEqual(places(translateText(text, { fixed: true })), []);
  });

  describe('D17 and D25: what is not there', () => {
    const mirrors = '[{route: {host: m}}, {percentage: {value: 1}}, {}, {route: {host: n}, percentage: {}}]';
    const text =
      service +
      redisService(
        `{host: [${host}], faults: [{type: ERROR}], redis: [{match: {key: {prefix: a}}}, {route: {host: r}, mirror: ${mirrors}}]}`,
      );
    it('crashes the reference: a fault first, which hides the routes', () => {
      const result = translateText(text);
      assert.deepEqual(names(result), []);
      assert.deepEqual(places(result), ['AER0425 error RedisService /spec/faults/0']);
    });
    it('then every entry and mirror is told', () => {
      const result = translateText(text.replace('faults: [{type: ERROR}], ', ''));
      assert.deepEqual(names(result), []);
      assert.deepEqual(places(result), [
        'AER0425 error RedisService /spec/redis/0',
        'AER0417 error RedisService /spec/redis/1/mirror/0',
        'AER0425 error RedisService /spec/redis/1/mirror/1',
        'AER0417 error RedisService /spec/redis/1/mirror/2',
      ]);
    });
    it('corrected, a percentage is 100 and the rest is left out with an error', () => {
      const result = translateText(text, { fixed: true });
      const { proxy } = proxyOf(result, name);
      assert.deepStrictEqual(at(proxy, 'faults'), [{ faultType: 'ERROR', faultEnabled: fraction(1_000_000) }]);
      assert.deepStrictEqual(at(proxy, 'prefixRoutes'), {
        catchAllRoute: {
          cluster: cluster(6379, 'r'),
          requestMirrorPolicy: [
            { cluster: cluster(6379, 'm'), runtimeFraction: fraction(1_000_000) },
            { cluster: cluster(6379, 'n'), runtimeFraction: { defaultValue: { denominator: 'MILLION' } } },
          ],
        },
      });
      assert.deepEqual(places(result), [
        'AER0425 error RedisService /spec/redis/0',
        'AER0425 error RedisService /spec/redis/1/mirror/1',
        'AER0425 error RedisService /spec/redis/1/mirror/2',
      ]);
    });
    it('a Secret that is missing comes before the routes, so nothing crashes', () => {
      const settings = `settings: {auth: {secret: {name: nowhere}}}`;
      const rule = redisService(`{host: [${host}], ${settings}, redis: [{}]}`);
      assert.deepStrictEqual(outbound(service + rule), plain);
    });
  });
});
