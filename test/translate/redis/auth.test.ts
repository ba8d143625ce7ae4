import assert from 'node:assert/strict';
import fc from 'fast-check';
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
  redisDestination,
  redisService,
  secret,
  serviceEntry,
} from '../native.js';

const service = serviceEntry(['6379 tcp-redis']);
const name = outboundName(6379);
const useSecret = (fields = '') => `{secret: {name: s${fields === '' ? '' : `, ${fields}`}}}`;
const ofService = (fields = '') => redisService(`{host: [${host}], settings: {auth: ${useSecret(fields)}}}`);
const ofDestination = (fields = '') => redisDestination(`{redis: {auth: ${useSecret(fields)}}}`);
const login = (text: string, fixed = false) => {
  const { downstreamAuthPassword, downstreamAuthUsername } = proxyOf(translateText(text, { fixed }), name)
    .proxy as Record<string, unknown>;
  return [downstreamAuthUsername, downstreamAuthPassword].map(
    (source) => (source as { inlineString?: string })?.inlineString,
  );
};
const optionsKey = 'envoy.filters.network.redis_proxy';
const optionsType = 'type.googleapis.com/envoy.extensions.filters.network.redis_proxy.v3.RedisProtocolOptions';
const options = (text: string) => at(clusterOf(translateText(text), name), 'typedExtensionProtocolOptions', optionsKey);

describe('Redis credentials', () => {
  const secrets: [string, Readonly<Record<string, string>>, string, (string | undefined)[]][] = [
    ['password before token', { password: 'p', token: 't' }, '', [undefined, 'p']],
    ['token without a password', { token: 't' }, '', [undefined, 't']],
    ['an empty password ends the search', { password: '', token: 't' }, '', [undefined, undefined]],
    ['a named key ends the search', { password: 'p', token: 't' }, 'passwordField: other', [undefined, undefined]],
    ['a named key', { password: 'p', other: 'o' }, 'passwordField: other', [undefined, 'o']],
    ['an empty name is no name', { password: 'p' }, 'passwordField: ""', [undefined, 'p']],
    ['a named user', { password: 'p', user: 'u' }, 'usernameField: user', ['u', 'p']],
    ['a named user that is not there', { password: 'p', username: 'u' }, 'usernameField: user', [undefined, 'p']],
    ['white space is trimmed as Go does', { password: '\u0085\u3000\n p q\t\v ' }, '', [undefined, 'p q']],
    ['what Go does not trim stays', { password: '\ufeffp\u200b' }, '', [undefined, '\ufeffp\u200b']],
  ];
  for (const [what, data, fields, expected] of secrets) {
    it(what, () => {
      assert.deepStrictEqual(login(service + secret('s', data) + ofService(fields)), expected);
      const [username, password] = expected;
      assert.deepStrictEqual(options(service + secret('s', data) + ofDestination(fields)), {
        '@type': optionsType,
        ...(password === undefined ? {} : { authPassword: { inlineString: password } }),
        ...(username === undefined ? {} : { authUsername: { inlineString: username } }),
      });
    });
  }

  it('stringData wins over data, as in the API server', () => {
    const both = secret('s', { password: 'old' }).replace('\ndata:', '\nstringData: {password: new}\ndata:');
    assert.deepStrictEqual(login(service + both + ofService()), [undefined, 'new']);
  });

  it('D12: the default user name; corrected, it is taken', () => {
    const text = service + secret('s', { password: 'p', username: 'u' }) + ofService();
    assert.deepStrictEqual(login(text), [undefined, 'p']);
    assert.deepStrictEqual(login(text, true), ['u', 'p']);
    const place = 'RedisService /spec/settings/auth/secret';
    assert.deepEqual(places(translateText(text)), [`AER0412 warning ${place}`, 'AER0469 warning - -']);
    assert.deepEqual(places(translateText(text, { fixed: true })), ['AER0469 warning - -']);
  });

  it('a Secret in another namespace is missing: no RedisService, no cluster', () => {
    const elsewhere = secret('s', { password: 'p' }).replace('namespace: shop', 'namespace: pay');
    const text = service + elsewhere + ofService() + ofDestination();
    const result = translateText(text);
    assert.deepStrictEqual(login(text), [undefined, undefined]);
    assert.equal(clusterOf(result, name), undefined);
    assert.deepEqual(places(result), [
      'AER0461 warning RedisService /spec/settings/auth/secret/name',
      'AER0461 warning RedisDestination /spec/trafficPolicy/connectionPool/redis/auth/secret/name',
    ]);
  });

  it('bytes that are no text leave no outbound filter', () => {
    const binary = secret('s', { password: 'x' }).replace('eA==', '/w==');
    const result = translateText(service + binary + ofService());
    assert.deepEqual(names(result), [inboundName(6379)]);
    assert.deepEqual(places(result), ['AER0463 error RedisService /spec/settings/auth/secret']);
    const cluster = translateText(service + binary + ofDestination());
    assert.equal(clusterOf(cluster, name), undefined);
  });

  it('a Secret that gives no password is told, without naming what it holds', () => {
    const result = translateText(
      service + secret('s', { password: ' ', user: 'u' }) + ofService('usernameField: user'),
    );
    assert.deepEqual(places(result), [
      'AER0462 warning RedisService /spec/settings/auth/secret',
      'AER0469 warning - -',
    ]);
  });

  it('an empty auth of a RedisDestination gives empty options', () => {
    assert.deepStrictEqual(options(service + redisDestination('{redis: {auth: {}}}')), { '@type': optionsType });
    assert.deepStrictEqual(options(service + redisDestination('{redis: {auth: {plain: {}}}}')), {
      '@type': optionsType,
    });
  });

  it('are warned of once, however many filters hold them', () => {
    const text =
      service +
      redisService(`{host: [${host}], settings: {auth: {plain: {username: u, password: p}}}}`) +
      redisDestination('{redis: {auth: {plain: {password: p}}}}');
    assert.equal(translateText(text).findings.filter(({ code }) => code === 'AER0469').length, 1);
  });

  it('never show in a finding', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9]{12,20}$/);
    const keys = fc.constantFrom('password', 'token', 'username', 'other');
    const field = fc.constantFrom('', 'passwordField: other', 'usernameField: other', 'passwordField: nowhere');
    fc.assert(
      fc.property(
        fc.dictionary(keys, word, { minKeys: 1 }),
        word,
        field,
        fc.boolean(),
        (data, inline, fields, fixed) => {
          const text =
            service +
            secret('s', data) +
            ofService(fields) +
            ofDestination(fields) +
            redisService(
              `{host: [x], settings: {opTimeout: x, auth: {plain: {username: ${inline}u, password: ${inline}}}}}`,
              'z',
            ) +
            redisDestination(`{redis: {auth: {plain: {password: ${inline}}}}, tcp: {tcpKeepalive: {time: 1s}}}`, 'a');
          const told = JSON.stringify(
            translateText(text, { fixed }).findings.map(({ resource: _, ...finding }) => finding),
          );
          for (const value of [...Object.values(data), inline]) assert.ok(!told.includes(value), told);
        },
      ),
      { numRuns: 200 },
    );
  });
});
