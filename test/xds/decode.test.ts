import assert from 'node:assert/strict';
import { create, fromJson, type JsonValue, toBinary } from '@bufbuild/protobuf';
import { type Any, AnySchema } from '@bufbuild/protobuf/wkt';
import { decodeAny } from '../../src/xds/decode.js';
import { registry } from './routes.js';

const url = (type: string) => `type.googleapis.com/${type}`;

/** A message of a type that Envoy has, from protobuf JSON. */
function pack(type: string, json: JsonValue): Any {
  const schema = registry.getMessage(type);
  assert(schema);
  return create(AnySchema, { typeUrl: url(type), value: toBinary(schema, fromJson(schema, json, { registry })) });
}

/** A listener with one filter whose configuration is this. */
function listenerWith(filter: Any): Any {
  const schema = registry.getMessage('envoy.config.listener.v3.Listener');
  assert(schema);
  const listener = fromJson(schema, { name: 'one', filterChains: [{ filters: [{ name: 'f' }] }] }) as unknown as {
    filterChains: { filters: { configType: { case: string; value: Any } }[] }[];
  };
  const place = listener.filterChains[0]?.filters[0];
  assert(place);
  place.configType = { case: 'typedConfig', value: filter };
  return create(AnySchema, { typeUrl: url(schema.typeName), value: toBinary(schema, listener as never) });
}

const hidden = { registry, showSecrets: false };

describe('decoding of resources', () => {
  it('prints what Envoy knows as protobuf JSON with its type in front', () => {
    const json = { name: 'c', type: 'STRICT_DNS', connectTimeout: '5s' };
    const { json: decoded, unknown } = decodeAny(pack('envoy.config.cluster.v3.Cluster', json), hidden);
    assert.deepEqual(decoded, { '@type': url('envoy.config.cluster.v3.Cluster'), ...json });
    assert.deepEqual(unknown, []);
  });

  it('prints a filter of an unknown type, deep inside, with its bytes as base64', () => {
    const filter = create(AnySchema, { typeUrl: url('x.Own'), value: Uint8Array.of(8, 7) });
    const { json, unknown } = decodeAny(listenerWith(filter), hidden);
    assert.deepEqual(unknown, ['x.Own']);
    const text = JSON.stringify(json);
    assert.match(text, /"typedConfig":\{"value":"CAc=","@type":"type\.googleapis\.com\/x\.Own"\}/);
  });

  it('prints a resource of an unknown type, and bytes that are not what they say, as base64', () => {
    const own = create(AnySchema, { typeUrl: url('x.Own'), value: Uint8Array.of(1, 2, 3) });
    assert.deepEqual(decodeAny(own, hidden).json, { '@type': url('x.Own'), value: 'AQID' });
    const bad = create(AnySchema, { typeUrl: url('envoy.config.cluster.v3.Cluster'), value: Uint8Array.of(255, 255) });
    const { json, unknown } = decodeAny(bad, hidden);
    assert.deepEqual(json, { '@type': bad.typeUrl, value: '//8=' });
    assert.deepEqual(unknown, ['envoy.config.cluster.v3.Cluster']);
  });

  const redis = {
    statPrefix: 'redis',
    settings: { opTimeout: '5s' },
    downstreamAuthUsername: { inlineString: 'who' },
    downstreamAuthPassword: { inlineString: 's3cret' },
  };
  const tls = {
    commonTlsContext: {
      tlsCertificates: [
        {
          certificateChain: { filename: '/c.pem' },
          privateKey: { inlineBytes: Buffer.from('s3cret').toString('base64') },
        },
      ],
    },
  };
  const struct = {
    typeUrl: url('envoy.extensions.filters.network.redis_proxy.v3.RedisProxy'),
    value: { downstreamAuthPassword: { inlineString: 's3cret' }, secretName: 'kept', statPrefix: 'redis' },
  };
  const secrets: [string, JsonValue][] = [
    ['envoy.extensions.filters.network.redis_proxy.v3.RedisProxy', redis],
    ['envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext', tls],
    ['xds.type.v3.TypedStruct', struct],
  ];
  for (const [type, json] of secrets) {
    it(`shows no secret of a ${type.split('.').at(-1)} unless it is asked for`, () => {
      const any = pack(type, json);
      const shown = JSON.stringify(decodeAny(any, hidden).json);
      assert.doesNotMatch(shown, /s3cret|czNjcmV0/);
      assert.match(shown, /<redacted>/);
      const asked = JSON.stringify(decodeAny(any, { registry, showSecrets: true }).json);
      assert.match(asked, /s3cret|czNjcmV0/);
    });
  }

  it('shows no header that is a credential', () => {
    const routes = {
      name: 'r',
      requestHeadersToAdd: [{ header: { key: 'authorization', value: 'Bearer s3cret' } }],
    };
    const any = pack('envoy.config.route.v3.RouteConfiguration', routes);
    assert.doesNotMatch(JSON.stringify(decodeAny(any, hidden).json), /s3cret/);
    assert.match(JSON.stringify(decodeAny(any, { registry, showSecrets: true }).json), /Bearer s3cret/);
  });

  it('leaves alone what only sounds like a secret', () => {
    const shown = decodeAny(pack('xds.type.v3.TypedStruct', struct), hidden).json;
    assert.equal((shown.value as { value: { secretName: string } }).value?.secretName ?? 'kept', 'kept');
    assert.match(JSON.stringify(shown), /"secretName":"kept"/);
  });
});
