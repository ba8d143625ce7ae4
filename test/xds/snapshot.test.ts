import assert from 'node:assert/strict';
import type { RouteConfiguration } from '../../src/model/envoy.js';
import { createSnapshot } from '../../src/xds/snapshot.js';
import { registry, routes, snapshotOf, versionIn } from './routes.js';

describe('snapshot', () => {
  it('has versions of the content alone: not of the order, the time or the way to it', () => {
    const one = snapshotOf({ a: 'x', b: 'y' });
    const other = snapshotOf({ b: 'y', a: 'x' }, snapshotOf({ a: 'z' }));
    assert.equal(one.version, other.version);
    assert.deepEqual([...one.resources.keys()], [...other.resources.keys()]);
    assert.equal(versionIn(one, 'a'), versionIn(other, 'a'));
    assert.notEqual(versionIn(one, 'a'), versionIn(one, 'b'));
  });

  it('does not see the order of the keys in JSON', () => {
    const { virtualHosts, name } = routes('a', 'x');
    const turned = { virtualHosts, name } as RouteConfiguration;
    assert.equal(createSnapshot([turned], registry).snapshot.version, snapshotOf({ a: 'x' }).version);
  });

  it('shares what did not change with the one before', () => {
    const before = snapshotOf({ a: 'x', b: 'y' });
    const after = snapshotOf({ a: 'x', b: 'z' }, before);
    assert.equal(after.resources.get('a'), before.resources.get('a'));
    assert.notEqual(after.resources.get('b'), before.resources.get('b'));
  });

  const dangerous: [string, RouteConfiguration, RegExp][] = [
    ['no virtual host', { name: 'a', virtualHosts: [] }, /has 0 virtual hosts/],
    ['no routes', { name: 'a', virtualHosts: [{ name: 'dummy', domains: ['*'], routes: [] }] }, /no routes/],
    [
      'a route without an action',
      {
        name: 'a',
        virtualHosts: [{ name: 'dummy', domains: ['*'], routes: [{ name: 'r', match: { prefix: '/' }, route: {} }] }],
      },
      /route r has no destination/,
    ],
  ];
  for (const [what, bad, words] of dangerous) {
    it(`never holds ${what}, and keeps what there was`, () => {
      const fresh = createSnapshot([bad, routes('b', 'y')], registry);
      assert.deepEqual([...fresh.snapshot.resources.keys()], ['b']);
      assert.deepEqual(
        fresh.findings.map(({ code }) => code),
        ['AER0501'],
      );
      assert.match(fresh.findings[0]?.message ?? '', words);
      const before = snapshotOf({ a: 'x', b: 'y' });
      const after = createSnapshot([bad, routes('b', 'z')], registry, before);
      assert.equal(after.snapshot.resources.get('a'), before.resources.get('a'));
      assert.deepEqual(
        after.findings.map(({ code }) => code),
        ['AER0502'],
      );
    });
  }

  it('says what is no route configuration at all instead of throwing', () => {
    const odd = { ...routes('a', 'x'), surprise: true } as unknown as RouteConfiguration;
    assert.match(createSnapshot([odd], registry).findings[0]?.message ?? '', /surprise/);
  });
});
