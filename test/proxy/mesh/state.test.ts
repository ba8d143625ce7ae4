import assert from 'node:assert/strict';
import { create, fromJson, toBinary } from '@bufbuild/protobuf';
import { type Any, AnySchema } from '@bufbuild/protobuf/wkt';
import { MeshBuilder } from '../../../src/proxy/mesh/config.js';
import { Places } from '../../../src/proxy/mesh/places.js';
import { MeshState } from '../../../src/proxy/mesh/state.js';
import type { AdsUpdate } from '../../../src/xds/ads/form.js';
import { createEnvoyRegistry } from '../../../src/xds/registry.js';
import { typeUrlOf } from '../../../src/xds/types.js';

const registry = createEnvoyRegistry();

function clusterOf(name: string, seconds: number): Any {
  const type = registry.getMessage('envoy.config.cluster.v3.Cluster');
  assert.ok(type);
  const value = toBinary(type, fromJson(type, { name, connectTimeout: `${seconds}s` }));
  return create(AnySchema, { typeUrl: typeUrlOf('cds'), value });
}

function update(
  version: string,
  ...contents: readonly (readonly [name: string | undefined, content: Any])[]
): AdsUpdate {
  const resources = contents.map(([name, content]) => ({ ...(name === undefined ? {} : { name }), version, content }));
  return { type: 'cds', version, nonce: version, resources, removed: [], whole: false };
}

describe('what is in force of a control plane', () => {
  const build = (state: MeshState) => {
    const node = { id: 'n', version: '1' };
    return new MeshBuilder({
      places: new Places([]),
      upstreams: new Map(),
      ip: '127.0.0.9',
      node,
      traffic: 'both',
    }).build(state);
  };

  it('is not read again when the same bytes come as another version, and has that version', () => {
    let now = 1;
    const state = new MeshState(registry, () => now);
    assert.equal(state.take(update('1', ['a', clusterOf('a', 1)], ['b', clusterOf('b', 1)])), undefined);
    const [a, b] = [state.clusters.held.get('a'), state.clusters.held.get('b')];
    now = 2;
    assert.equal(state.take(update('2', ['a', clusterOf('a', 1)], ['b', clusterOf('b', 2)])), undefined);
    const [laterA, laterB] = [state.clusters.held.get('a'), state.clusters.held.get('b')];
    assert.equal(laterA?.read, a?.read);
    assert.equal(laterA?.source, a?.source);
    assert.deepStrictEqual([laterA?.version, laterA?.lastUpdated], ['2', 2]);
    assert.notEqual(laterB?.read, b?.read);
    assert.deepStrictEqual(laterB?.source.connectTimeout, '2s');
    assert.deepStrictEqual([...build(state).config.clusters.keys()], ['a', 'b']);
  });

  it('is the last good version again when it comes after one that was refused', () => {
    const state = new MeshState(registry, () => 1);
    const good = clusterOf('a', 1);
    const bad = create(AnySchema, { typeUrl: good.typeUrl, value: new Uint8Array([255, 255, 255]) });
    state.take(update('1', ['a', good]));
    assert.match(state.take(update('2', ['a', bad])) ?? '', /the bytes are no/);
    assert.equal(state.clusters.held.get('a')?.version, '1');
    assert.equal(state.take(update('3', ['a', good])), undefined);
    assert.equal(state.clusters.held.get('a')?.version, '3');
    assert.equal(state.clusters.refused.size, 0);
  });

  it('says that a resource is there twice, also of the same bytes, and with names of their own or without', () => {
    const state = new MeshState(registry, () => 1);
    const a = clusterOf('a', 1);
    state.take(update('1', ['a', a]));
    assert.match(state.take(update('2', ['a', a], ['a', a])) ?? '', /duplicate cds resource a/);
    assert.match(state.take(update('3', [undefined, a], ['a', a])) ?? '', /duplicate cds resource a/);
    assert.match(state.take(update('4', ['a', a], [undefined, a])) ?? '', /duplicate cds resource a/);
  });
});
