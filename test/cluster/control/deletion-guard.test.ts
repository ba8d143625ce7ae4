import assert from 'node:assert/strict';
import { DeletionGuard } from '../../../src/cluster/control/deletion-guard.js';

/** So many objects, all of them ours, and those that are wanted. */
function guardOf(size: number, maxDelete: number) {
  const there = new Set(Array.from({ length: size }, (_, at) => `EnvoyFilter a/${at}`));
  const wanted = new Set(there);
  const told: number[] = [];
  let looked = 0;
  const guard = new DeletionGuard({
    maxDelete,
    total: () => there.size,
    isStale: (id) => {
      looked += 1;
      return there.has(id) && !wanted.has(id);
    },
    tell: ({ deletes }) => told.push(deletes),
  });
  const drop = (count: number, by = 0): readonly string[] => {
    const ids = [...wanted].slice(by, by + count);
    for (const id of ids) wanted.delete(id);
    guard.look(ids);
    return ids;
  };
  return { there, wanted, guard, told, drop, looks: () => looked };
}

describe('the guard of deletions', () => {
  it('lets a small part go, and one object whatever part that is', () => {
    const { guard, drop, told } = guardOf(10, 30);
    for (const id of drop(3)) assert.ok(guard.mayGo(id));
    assert.deepEqual(told, []);
    const one = guardOf(1, 0);
    assert.ok(one.drop(1).every((id) => one.guard.mayGo(id)));
  });

  it('holds more than that, says so once, and lets go what is confirmed and no more', () => {
    const { guard, drop, told } = guardOf(10, 30);
    const ids = drop(4);
    assert.ok(ids.every((id) => !guard.mayGo(id)));
    guard.look(ids);
    assert.deepEqual(told, [4]);
    assert.deepEqual([...guard.confirm()].sort(), [...ids].sort());
    assert.ok(ids.every((id) => guard.mayGo(id)));
    assert.deepEqual(told, [4, 0]);
    const more = drop(5);
    assert.ok(more.every((id) => !guard.mayGo(id)));
    // What was confirmed stays so, whatever else is held.
    assert.ok(ids.every((id) => guard.mayGo(id)));
  });

  it('holds nothing any more when the objects are wanted again', () => {
    const { guard, drop, told, wanted } = guardOf(10, 30);
    const ids = drop(6);
    for (const id of ids.slice(0, 4)) wanted.add(id);
    guard.look(ids.slice(0, 4));
    assert.deepEqual(told, [6, 0]);
    assert.deepEqual([...guard.stale()], ids.slice(4));
  });

  it('looks at each of many deletions a few times, not at all of them for each', () => {
    const { guard, drop, there, looks } = guardOf(20_000, 100);
    for (const id of drop(10_000)) {
      assert.ok(guard.mayGo(id));
      there.delete(id);
      guard.look([id]);
    }
    assert.ok(looks() <= 2 * 10_000, String(looks()));
    assert.deepEqual([...guard.stale()], []);
  });
});
