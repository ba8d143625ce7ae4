import { deepStrictEqual, equal } from 'node:assert/strict';
import { OfKind } from '../../src/index/of-kind.js';
import type { Resource } from '../../src/model/resource.js';

const resource = (kind: string, name: string): Resource =>
  ({ kind, name, namespace: 'shop', object: { kind } }) as unknown as Resource;

describe('OfKind', () => {
  const [one, two, other] = [resource('Sidecar', 'one'), resource('Sidecar', 'two'), resource('MetaRouter', 'a')];

  it('keeps the list of a kind while nothing of that kind is another', () => {
    const kinds = new OfKind();
    deepStrictEqual([...kinds.update([one, other, two])], ['Sidecar', 'MetaRouter']);
    const sidecars = kinds.get('Sidecar');
    deepStrictEqual(sidecars, [one, two]);
    deepStrictEqual([...kinds.update([one, resource('MetaRouter', 'b'), two])], ['MetaRouter']);
    equal(kinds.get('Sidecar'), sidecars);
    deepStrictEqual([...kinds.update([one])].sort(), ['MetaRouter', 'Sidecar']);
    deepStrictEqual([kinds.get('Sidecar'), kinds.get('Gateway')], [[one], []]);
  });

  it('says so where one only stands elsewhere: what is said may name the place', () => {
    const kinds = new OfKind();
    kinds.update([one, other]);
    kinds.get('Sidecar');
    const moved = { ...one };
    deepStrictEqual([...kinds.update([moved, other])], ['Sidecar']);
    equal(kinds.get('Sidecar')[0], moved);
  });
});
