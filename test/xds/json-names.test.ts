import assert from 'node:assert/strict';
import { jsonNameOf } from '../../src/xds/json-names.js';
import { createEnvoyRegistry } from '../../src/xds/registry.js';

describe('names of JSON', () => {
  it('are as protoc makes them', () => {
    const names = ['name', 'type_url', 'http2_protocol_options', 'a__b', '_a', 'v_2x', 'Camel'];
    assert.deepStrictEqual(names.map(jsonNameOf), [
      'name',
      'typeUrl',
      'http2ProtocolOptions',
      'aB',
      'A',
      'v2x',
      'Camel',
    ]);
  });

  it('are there for every field of Envoy, also where the proto says another', () => {
    const registry = createEnvoyRegistry();
    const cluster = registry.getMessage('envoy.config.cluster.v3.Cluster');
    const names = cluster?.fields.map(({ jsonName }) => jsonName) ?? [];
    assert.ok(names.includes('edsClusterConfig') && names.includes('http2ProtocolOptions'), names.join());
    const location = registry.getMessage('google.protobuf.SourceCodeInfo.Location');
    assert.ok(location?.fields.some(({ jsonName }) => jsonName === 'leadingDetachedComments'));
  });
});
