import assert from 'node:assert/strict';
import { fromJson, type JsonObject, toBinary } from '@bufbuild/protobuf';
import { StructSchema } from '@bufbuild/protobuf/wkt';
import { filterOctets } from '../../src/scope/octets.js';

describe('octets of a filter in a listener', () => {
  const type = 'type.googleapis.com/udpa.type.v1.TypedStruct';

  it('are those of the encoded struct and its wrappers', () => {
    const value: JsonObject = {
      statPrefix: 'ü'.repeat(100),
      rds: { configSource: { ads: {} }, routeConfigName: 'orders.shop_20880' },
      list: [1, 2.5, true, null, 'text', [], {}],
      empty: '',
      long: 'x'.repeat(20_000),
    };
    const struct = toBinary(StructSchema, fromJson(StructSchema, value)).length;
    const octets = filterOctets({ name: 'a', typed_config: { '@type': type, type_url: 'b', value } });
    // Field 2 of TypedStruct beside field 1 (3), in field 2 of Any beside its type, in field 4 of Filter beside its name (3), in a list.
    const wrapped = [3, type.length + 2, 3, 0].reduce((inner, beside) => inner + 1 + 3 + beside, struct);
    assert.equal(octets, wrapped);
  });

  it('are about those of a config that istiod knows, and none of what is no filter', () => {
    const config = {
      '@type': 'type.googleapis.com/x.RedisProxy',
      stat_prefix: 'outbound|6379||cache',
      settings: { op_timeout: '5s' },
    };
    const octets = filterOctets({ name: 'envoy.filters.network.redis_proxy', typedConfig: config });
    assert.ok(octets > 100 && octets < 200, String(octets));
    for (const wrong of [undefined, null, 1, 'x', [], {}, { typed_config: null }, { typed_config: { '@type': 1 } }])
      assert.equal(filterOctets(wrong), 0);
  });
});
