import assert from 'node:assert/strict';
import { create, fromJson, type JsonValue, toBinary, toJson } from '@bufbuild/protobuf';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { AnySchema } from '@bufbuild/protobuf/wkt';
import { WireJson } from '../../../src/xds/wire-json/reader.js';
import { Random } from '../../fuzz/random.js';
import { randomMessage } from '../../fuzz/random-message.js';
import { registry } from '../routes.js';

const reader = new WireJson(registry);
const url = (type: string) => `type.googleapis.com/${type}`;
const anyOf = (type: string, value: Uint8Array) => create(AnySchema, { typeUrl: url(type), value });

function typeNamed(type: string) {
  const desc = registry.getMessage(type);
  assert(desc);
  return desc;
}

/** The bytes of protobuf JSON. */
const bytesOf = (type: string, json: JsonValue) =>
  toBinary(typeNamed(type), fromJson(typeNamed(type), json, { registry }));

const CLUSTER = 'envoy.config.cluster.v3.Cluster';
const LISTENER = 'envoy.config.listener.v3.Listener';

describe('resources from their bytes into protobuf JSON', () => {
  for (const type of [LISTENER, CLUSTER, 'envoy.config.endpoint.v3.ClusterLoadAssignment']) {
    it(`${type}: the same as the library, and hardly ever left to it`, () => {
      const tries = 400;
      let read = 0;
      for (let seed = 0; seed < tries; seed++) {
        const any = anyOf(type, randomMessage(typeNamed(type), registry, new Random(seed), true));
        let expected: JsonValue | undefined;
        try {
          expected = toJson(AnySchema, any, { registry });
        } catch {
          // Chance has made what has no JSON: a number in a struct that is none, a time without end.
        }
        const own = reader.read(any);
        if (own === undefined) continue;
        assert.deepStrictEqual(own, expected, `seed ${seed}`);
        read += 1;
      }
      assert.ok(read > tries * 0.8, `${read} of ${tries}`);
    });
  }

  it('reads what istiod writes: structs, wrappers, durations, maps and an Any in an Any', () => {
    const json = {
      name: 'outbound|20880||orders.shop',
      connectTimeout: '0.250s',
      perConnectionBufferLimitBytes: 0,
      metadata: { filterMetadata: { istio: { services: [{ host: 'orders', n: 1.5, on: false, none: null }] } } },
      transportSocket: {
        name: 'tls',
        typedConfig: {
          '@type': url('envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext'),
          sni: 'orders',
          maxSessionKeys: 4,
        },
      },
    };
    const read = reader.read(anyOf(CLUSTER, bytesOf(CLUSTER, json)));
    assert.deepStrictEqual(read, { '@type': url(CLUSTER), ...json });
  });

  it('leaves to the library what a usual writer does not make', () => {
    const name = new BinaryWriter().tag(1, WireType.LengthDelimited).string('x').finish();
    const left = {
      'a field twice': Buffer.concat([name, name]),
      'a field with the type of another': new BinaryWriter().tag(1, WireType.Varint).uint32(1).finish(),
      'less than it says': name.subarray(0, -1),
      'text that is no UTF-8': Uint8Array.of(10, 1, 0xff),
      'an unknown type inside': new BinaryWriter()
        .tag(24, WireType.LengthDelimited)
        .bytes(
          new BinaryWriter()
            .tag(3, WireType.LengthDelimited)
            .bytes(toBinary(AnySchema, anyOf('x.Unknown', Uint8Array.of(8, 1))))
            .finish(),
        )
        .finish(),
    };
    for (const [what, bytes] of Object.entries(left)) {
      assert.equal(reader.read(anyOf(CLUSTER, bytes)), undefined, what);
    }
    assert.equal(reader.read(anyOf('x.Unknown', name)), undefined);
    assert.deepStrictEqual(reader.read(anyOf(CLUSTER, name)), { '@type': url(CLUSTER), name: 'x' });
  });

  it('has an end where messages are nested without one', () => {
    let nested: Uint8Array = new Uint8Array();
    for (let depth = 0; depth < 5_000; depth++) {
      nested = new BinaryWriter()
        .tag(6, WireType.LengthDelimited)
        .bytes(new BinaryWriter().tag(1, WireType.LengthDelimited).bytes(nested).finish())
        .finish();
    }
    const config = new BinaryWriter().tag(1, WireType.LengthDelimited).string('t').tag(2, WireType.LengthDelimited);
    const entry = new BinaryWriter()
      .tag(1, WireType.LengthDelimited)
      .string('k')
      .tag(2, WireType.LengthDelimited)
      .bytes(nested)
      .finish();
    const struct = new BinaryWriter().tag(1, WireType.LengthDelimited).bytes(entry).finish();
    assert.equal(reader.read(anyOf('udpa.type.v1.TypedStruct', config.bytes(struct).finish())), undefined);
  });
});
