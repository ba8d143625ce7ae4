import assert from 'node:assert/strict';
import { translateText } from '../input.js';
import {
  at,
  clusterOf,
  host,
  inboundName,
  messages,
  names,
  outboundName,
  places,
  proxyOf,
  redisDestination,
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
const d22 = 'AER0422 warning RedisDestination /spec/trafficPolicy';
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

  describe('D26: what cannot be decoded', () => {
    const wrong: [string, string][] = [
      ['/spec/settings/opTimeout', 'settings: {opTimeout: "5 s"}'],
      ['/spec/settings/opTimeout', 'settings: {opTimeout: "5"}'],
      ['/spec/settings/bufferFlushTimeout', 'settings: {bufferFlushTimeout: 3msec}'],
      ['/spec/settings/maxBufferSizeBeforeFlush', 'settings: {maxBufferSizeBeforeFlush: -1}'],
      ['/spec/settings/maxUpstreamUnknownConnections', 'settings: {maxUpstreamUnknownConnections: 4294967296}'],
      ['/spec/faults/1/delay', 'faults: [{delay: 1s}, {delay: ""}]'],
      ['/spec/redis/0/route/port', 'redis: [{route: {port: -1}}]'],
      ['/spec/redis/1/mirror/0/route/port', 'redis: [{}, {mirror: [{route: {port: 99999999999}}]}]'],
    ];
    for (const [pointer, spec] of wrong) {
      it(`${pointer} of a RedisService loses them all; corrected, only that one`, () => {
        const text =
          service +
          redisService(`{host: [${host}], settings: {opTimeout: 1s}}`) +
          redisService(`{host: [y], ${spec}}`, 'broken');
        assert.deepStrictEqual(outbound(text), plain);
        assert.deepEqual(places(translateText(text)), [`AER0426 warning RedisService ${pointer}`]);
        assert.equal(at(outbound(text, true), 'settings', 'opTimeout'), '1s');
        assert.deepEqual(places(translateText(text, { fixed: true })), [`AER0426 error RedisService ${pointer}`]);
      });
    }
    const tcp: [string, string][] = [
      ['connectTimeout', '{connectTimeout: 1}'],
      ['maxConnections', '{maxConnections: 2147483648}'],
      ['tcpKeepalive/probes', '{tcpKeepalive: {probes: -1}}'],
      ['tcpKeepalive/time', '{tcpKeepalive: {time: 1d}}'],
      ['tcpKeepalive/interval', '{tcpKeepalive: {interval: x}}'],
    ];
    for (const [pointer, pool] of tcp) {
      it(`${pointer} of a RedisDestination loses them all; corrected, only that one`, () => {
        const text =
          service +
          redisDestination('{tcp: {connectTimeout: 1s}}') +
          redisDestination(`{tcp: ${pool}}`, 'broken').replace(host, 'y');
        const path = `/spec/trafficPolicy/connectionPool/tcp/${pointer}`;
        assert.equal(clusterOf(translateText(text), name), undefined);
        assert.deepEqual(places(translateText(text)), [`AER0426 warning RedisDestination ${path}`]);
        const fixed = translateText(text, { fixed: true });
        assert.equal(at(clusterOf(fixed, name), 'connectTimeout'), '1s');
        assert.deepEqual(places(fixed), [`AER0426 error RedisDestination ${path}`]);
      });
    }
    it('does not reach into another namespace', () => {
      const broken = redisService('{host: [y], settings: {opTimeout: x}}', 'broken').replace(
        'namespace: shop',
        'namespace: pay',
      );
      const text = service + redisService(`{host: [${host}], settings: {opTimeout: 1s}}`) + broken;
      assert.equal(at(outbound(text), 'settings', 'opTimeout'), '1s');
      assert.deepEqual(places(translateText(text)), []);
    });
    it('negative durations and connections are decoded', () => {
      const text = service + redisService(`{host: [${host}], settings: {opTimeout: -500ms}}`);
      assert.equal(at(outbound(text), 'settings', 'opTimeout'), '-0.500s');
      const pool = clusterOf(translateText(service + redisDestination('{tcp: {maxConnections: -1}}')), name);
      assert.equal(at(pool, 'circuitBreakers', 'thresholds', 0, 'maxConnections'), 4_294_967_295);
    });
  });
});

describe('Redis clusters', () => {
  it('D9: a keepalive crashes the reference; corrected, it is honoured in whole seconds', () => {
    const text = service + redisDestination('{tcp: {tcpKeepalive: {probes: 3, time: 90s, interval: 1500ms}}}');
    const result = translateText(text);
    assert.deepEqual(names(result), []);
    assert.deepEqual(places(result), [
      'AER0409 error RedisDestination /spec/trafficPolicy/connectionPool/tcp/tcpKeepalive',
    ]);
    const fixed = translateText(text, { fixed: true });
    assert.deepStrictEqual(at(clusterOf(fixed, name), 'upstreamConnectionOptions'), {
      tcpKeepalive: { keepaliveProbes: 3, keepaliveTime: 90, keepaliveInterval: 1 },
    });
    assert.deepEqual(places(fixed), []);
  });

  it('D9: an empty keepalive does no harm', () => {
    const text = service + redisDestination('{tcp: {tcpKeepalive: {probes: 0}}}');
    assert.deepEqual(places(translateText(text)), [d22]);
  });

  it('D22: corrected, the raw buffer has its typed configuration', () => {
    const text = service + redisDestination('{}');
    const socket = (fixed: boolean) =>
      at(clusterOf(translateText(text, { fixed }), name), 'transportSocketMatches', 0, 'transportSocket');
    assert.deepStrictEqual(socket(false), { name: 'envoy.transport_sockets.raw_buffer' });
    assert.deepStrictEqual(socket(true), {
      name: 'envoy.transport_sockets.raw_buffer',
      typedConfig: { '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer' },
    });
    assert.deepEqual(places(translateText(text)), [d22]);
  });

  it('take the first RedisDestination by name, whichever host of the entry it has', () => {
    const two = serviceEntry(['6379 tcp-redis'], '{}', `[a.example.com, ${host}]`);
    const text =
      two +
      redisDestination('{tcp: {connectTimeout: 2s}}', 'b').replace(host, 'a.example.com') +
      redisDestination('{tcp: {connectTimeout: 1s}}', 'a');
    const made = clusterOf(translateText(text), 'aeraki-outbound-a.example.com-240.240.0.10-6379');
    assert.equal(at(made, 'name'), cluster(6379, 'a.example.com'));
    assert.equal(at(made, 'connectTimeout'), '1s');
    assert.deepStrictEqual(at(made, 'metadata', 'filterMetadata', 'istio', 'services'), [
      { host, name: 'orders', namespace: 'shop' },
    ]);
  });

  it('tell of discovery endpoints that lead nowhere', () => {
    const endpoints = (list: string) =>
      translateText(service + redisDestination(`{redis: {mode: CLUSTER, discoveryEndpoints: ${list}}}`));
    const at0 = '/spec/trafficPolicy/connectionPool/redis/discoveryEndpoints';
    const result = endpoints('["a:http", "b:70000", ":1", "[::1]", "c"]');
    assert.deepEqual(
      places(result).filter((place) => place.startsWith('AER0471')),
      ['warning', 'error', 'error', 'warning'].map(
        (severity, index) => `AER0471 ${severity} RedisDestination ${at0}/${index}`,
      ),
    );
    const addresses = at(clusterOf(result, name), 'loadAssignment', 'endpoints', 0, 'lbEndpoints');
    assert.deepStrictEqual(at(addresses, 0, 'endpoint', 'address', 'socketAddress'), { address: 'a', portValue: 0 });
    assert.deepStrictEqual(at(addresses, 2, 'endpoint', 'address', 'socketAddress'), { portValue: 1 });
    const none = endpoints('["a:1", "fd00::1"]');
    assert.equal(clusterOf(none, name), undefined);
    assert.deepEqual(places(none), [`AER0467 warning RedisDestination ${at0}/1`]);
  });

  it('name a value that is wrong, and what to write', () => {
    const text = service + redisService(`{host: [${host}], settings: {opTimeout: "5 s"}}`);
    const [message] = messages(translateText(text), 'AER0426');
    assert.match(message ?? '', /"5 s" is no duration such as 5s.*ignores every RedisService of namespace shop/);
  });
});
