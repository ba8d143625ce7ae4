import assert from 'node:assert/strict';
import { PushTimes } from '../../src/xds/push-times.js';
import { serialise, type Update } from '../../src/xds/update.js';

const update = (version: string, removed: readonly string[] = []): Update => ({
  ...serialise('delta', { resources: [], removed }, version, version),
  versions: new Map(removed.length > 0 ? [] : [['orders', version]]),
});

describe('xds: how long a change takes', () => {
  it('is the time of the slowest of those who were told of this version', () => {
    const times = new PushTimes();
    const took: number[] = [];
    times.took = (milliseconds) => took.push(milliseconds);
    const [delta, sotw] = [update('1'), update('1')];
    const published = performance.now() - 1_000;
    times.sent(delta, published, () => true);
    times.sent(delta, performance.now(), () => true);
    times.sent(sotw, published - 1_000, () => true);
    assert.equal(times.of('orders', '1'), undefined);
    times.accepted(delta);
    const first = times.of('orders', '1') ?? 0;
    assert.ok(first >= 1_000 && first < 2_000 + (took[0] ?? 0));
    times.accepted(sotw);
    assert.ok((times.of('orders', '1') ?? 0) >= first + 1_000);
    assert.equal(took.length, 2);
  });

  it('begins anew with another version, and is forgotten with the route', () => {
    const times = new PushTimes();
    const first = update('1');
    times.sent(first, performance.now(), () => true);
    times.accepted(first);
    const second = update('2');
    times.sent(second, performance.now(), () => true);
    // One that is late speaks of what is no longer served.
    times.accepted(first);
    assert.equal(times.of('orders', '2'), undefined);
    assert.equal(times.of('orders', '1'), undefined);
    times.accepted(second);
    assert.ok(times.of('orders', '2') !== undefined);
    times.sent(update('3', ['orders']), performance.now(), () => false);
    assert.equal(times.of('orders', '2'), undefined);
  });

  it('counts nobody who was not told of a change', () => {
    const times = new PushTimes();
    times.accepted(update('1'));
    assert.equal(times.of('orders', '1'), undefined);
  });
});
