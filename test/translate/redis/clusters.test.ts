import assert from 'node:assert/strict';
import { translateText } from '../input.js';
import { at, clusterOf, host, names, outboundName, places, redisDestination, serviceEntry } from '../native.js';

const service = serviceEntry(['6379 tcp-redis']);
const name = outboundName(6379);
const cluster = (port: number, of = host) => `outbound|${port}||${of}`;
const d22 = 'AER0422 warning RedisDestination /spec/trafficPolicy';

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
});
