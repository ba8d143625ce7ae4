import assert from 'node:assert/strict';
import { translateText } from '../input.js';
import {
  at,
  clusterOf,
  host,
  messages,
  outboundName,
  places,
  proxyOf,
  redisDestination,
  redisService,
  serviceEntry,
} from '../native.js';

const service = serviceEntry(['6379 tcp-redis']);
const name = outboundName(6379);
const cluster = `outbound|6379||${host}`;
const plain = { statPrefix: cluster, settings: { opTimeout: '60s' }, prefixRoutes: { catchAllRoute: { cluster } } };
const outbound = (text: string, fixed = false) => proxyOf(translateText(text, { fixed }), name).proxy;

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

  it('name a value that is wrong, and what to write', () => {
    const text = service + redisService(`{host: [${host}], settings: {opTimeout: "5 s"}}`);
    const [message] = messages(translateText(text), 'AER0426');
    assert.match(message ?? '', /"5 s" is no duration such as 5s.*ignores every RedisService of namespace shop/);
  });
});
