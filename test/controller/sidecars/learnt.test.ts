import assert from 'node:assert/strict';
import { Learnt, learntText, readLearnt } from '../../../src/controller/sidecars/learnt.js';

const day = 86_400_000;

describe('controller: what is learnt of a workload', () => {
  it('is news when it is new, and once a day', () => {
    const learnt = new Learnt();
    assert.equal(learnt.add('shop/web', 'orders', 0), true);
    assert.equal(learnt.add('shop/web', 'orders', day - 1), false);
    assert.deepEqual(learnt.hostsOf('shop/web'), new Map([['orders', 0]]));
    assert.equal(learnt.add('shop/web', 'orders', day), true);
    assert.deepEqual(learnt.hostsOf('shop/web'), new Map([['orders', day]]));
    assert.deepEqual(learnt.hostsOf('shop/orders'), new Map());
  });

  it('forgets by when a host was last seen, not by when that was written', () => {
    const learnt = new Learnt();
    learnt.add('shop/web', 'orders', 0);
    learnt.add('shop/web', 'pay', 0);
    learnt.add('shop/web', 'orders', 5_000);
    learnt.forget('shop/web', 1_000);
    assert.deepEqual([...learnt.hostsOf('shop/web').keys()], ['orders']);
  });

  it('takes over what is written, and loses nothing of its own', () => {
    const learnt = new Learnt();
    learnt.add('shop/web', 'pay', 2_000);
    learnt.adopt(
      'shop/web',
      new Map([
        ['orders', 1_000],
        ['pay', 3_000],
      ]),
    );
    assert.deepEqual(
      [...learnt.hostsOf('shop/web')],
      [
        ['orders', 1_000],
        ['pay', 3_000],
      ],
    );
  });

  it('comes back as it was written; what somebody broke is not taken for nothing', () => {
    const hosts = new Map([['orders.shop', Date.parse('2026-01-31T08:00:00Z')]]);
    assert.equal(learntText(hosts), '{"orders.shop":"2026-01-31T08:00:00Z"}');
    assert.deepEqual(readLearnt(learntText(hosts)), hosts);
    for (const text of [undefined, '', '{', '[]', 'null', '3', '{"a":"yesterday"}'])
      assert.equal(readLearnt(text), undefined);
  });
});
