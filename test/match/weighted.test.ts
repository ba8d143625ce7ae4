import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { clustersOf, selectCluster } from '../../src/match/weighted.js';

describe('match/weighted', () => {
  it('lists the clusters of a route; an only one has all of the traffic', () => {
    deepStrictEqual(clustersOf({ cluster: 'a' }), [{ name: 'a', weight: 100 }]);
    deepStrictEqual(clustersOf({ weightedClusters: { clusters: [{ name: 'a', weight: 20 }, { name: 'b' }] } }), [
      { name: 'a', weight: 20 },
      { name: 'b', weight: 0 },
    ]);
    deepStrictEqual(clustersOf({}), []);
  });

  it('chooses by a random number modulo the sum of the weights', () => {
    const clusters = [
      { name: 'a', weight: 2 },
      { name: 'never', weight: 0 },
      { name: 'b', weight: 3 },
    ];
    const chosen = Array.from({ length: 10 }, (_, random) => selectCluster(clusters, random));
    deepStrictEqual(chosen, ['a', 'a', 'b', 'b', 'b', 'a', 'a', 'b', 'b', 'b']);
    strictEqual(selectCluster([{ name: 'a', weight: 0 }], 7), undefined);
    strictEqual(selectCluster([], 7), undefined);
  });
});
