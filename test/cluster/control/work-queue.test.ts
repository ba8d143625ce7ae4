import assert from 'node:assert/strict';
import { BackOff } from '../../../src/cluster/control/back-off.js';
import { WorkQueue } from '../../../src/cluster/control/work-queue.js';

describe('the work queue', () => {
  it('works on each key once, and once more where it was added meanwhile', async () => {
    const worked: string[] = [];
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const queue = new WorkQueue({
      workers: 2,
      work: async (key) => {
        worked.push(key);
        if (key === 'slow') await gate;
      },
      failed: () => assert.fail('nothing fails'),
    });
    for (const key of ['slow', 'slow', 'a', 'b']) queue.add(key);
    queue.open();
    await new Promise(setImmediate);
    queue.add('slow');
    queue.add('slow');
    release();
    await queue.quiet();
    assert.deepEqual(worked, ['slow', 'a', 'b', 'slow']);
    assert.equal(queue.depth, 0);
  });

  it('tries a key again until it works, and holds up no other', async () => {
    let left = 3;
    const worked: string[] = [];
    const failures: number[] = [];
    const done = new Promise<void>((resolve) => {
      const queue = new WorkQueue({
        workers: 1,
        work: async (key) => {
          if (key === 'bad' && left-- > 0) throw new Error('no');
          worked.push(key);
          if (key === 'bad') resolve();
        },
        failed: (_, __, tries) => failures.push(tries),
        backOff: { least: 1, random: () => 1 },
      });
      queue.add('bad');
      queue.add('good');
      queue.open();
    });
    await done;
    assert.deepEqual(worked, ['good', 'bad']);
    assert.deepEqual(failures, [1, 2, 3]);
  });
});

describe('the back-off', () => {
  it('doubles its end, has full jitter and a limit', () => {
    const ends = new BackOff({ least: 100, most: 1_000, random: () => 1 });
    assert.deepEqual(
      [1, 2, 3, 4, 5].map(() => ends.next()),
      [100, 200, 400, 800, 1_000],
    );
    ends.reset();
    assert.equal(ends.next(), 100);
    assert.equal(new BackOff({ random: () => 0 }).next(), 0);
  });
});
