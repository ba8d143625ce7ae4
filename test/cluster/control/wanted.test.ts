import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { idOf } from '../../../src/cluster/control/object-id.js';
import { Wanted } from '../../../src/cluster/control/wanted.js';
import type { KubernetesObject } from '../../../src/model/resource.js';
import { withPlaces } from '../../../src/patch/patched-list.js';

const object = (kind: string, name: number): KubernetesObject => ({
  apiVersion: 'networking.istio.io/v1alpha3',
  kind,
  metadata: { namespace: 'shop', name: `n${name}` },
});
/** Which names there are, and how often each was made anew: another object then. */
const state = fc.uniqueArray(fc.tuple(fc.nat(12), fc.nat(2)), { selector: ([name]) => name });

describe('what is wanted', () => {
  it('is what the last lists have, and tells what is another than before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(state, state), { maxLength: 8 }), (states) => {
        const made = new Map<string, KubernetesObject>();
        const listOf = (kind: string, names: (typeof states)[number][0]): readonly KubernetesObject[] =>
          names.map(([name, again]) => {
            const key = `${kind} ${name} ${again}`;
            const known = made.get(key) ?? object(kind, name);
            made.set(key, known);
            return known;
          });
        const wanted = new Wanted();
        let before = new Map<string, KubernetesObject>();
        for (const [filters, services] of states) {
          const lists = [listOf('EnvoyFilter', filters), listOf('VirtualService', services)];
          const now = new Map(lists.flat().map((each) => [idOf(each), each]));
          const ids = new Set([...before.keys(), ...now.keys()]);
          const expected = [...ids].filter((id) => before.get(id) !== now.get(id));
          deepStrictEqual(wanted.become(lists).sort(), expected.sort());
          deepStrictEqual([...wanted.keys()].sort(), [...now.keys()].sort());
          for (const [id, each] of now) deepStrictEqual(wanted.get(id) === each && wanted.has(id), true);
          before = now;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is told of two far apart in a long list, and of nothing between', () => {
    const long = Array.from({ length: 2_000 }, (_, at) => object('EnvoyFilter', at));
    const wanted = new Wanted();
    wanted.become([long]);
    const [first, last] = [object('EnvoyFilter', 3), object('EnvoyFilter', 1_990)];
    const next = withPlaces(
      long,
      new Map([
        [3, first],
        [1_990, last],
      ]),
    );
    deepStrictEqual(wanted.become([next]).sort(), [idOf(first), idOf(last)].sort());
    deepStrictEqual(wanted.get(idOf(last)) === last, true);
    deepStrictEqual(wanted.become([long]).sort(), [idOf(first), idOf(last)].sort());
    deepStrictEqual(wanted.become([long]), []);
  });
});
