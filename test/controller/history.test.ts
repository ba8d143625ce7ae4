import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Random } from '../fuzz/random.js';
import { faultOf, History, shrunk } from './history.js';
import { historyOf } from './history-steps.js';

/** `npm run fuzz -- controller --runs 2000` runs many more of them. */
/** How much the heap may have grown between two looks, of all that it had at the first. */
const growth = 1.15;

describe('a controller through random histories', function () {
  this.timeout(240_000);

  for (const seed of [1, 2, 3, 4]) {
    it(`is in the end where a rebuild from scratch is (seed ${seed})`, async () => {
      for (let index = 0; index < 6; index++) {
        const steps = historyOf(new Random(seed * 1000 + index));
        const fault = await faultOf(steps);
        if (fault !== undefined)
          assert.fail(`seed ${seed}, history ${index}: ${fault}\n${JSON.stringify(await shrunk(steps))}`);
      }
    });
  }

  it('keeps nothing of 10,000 changes, and answers each with what it changes', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const history = new History();
    try {
      const service = (variant: number) => ({ do: 'service', at: 1, variant }) as const;
      await history.run([service(0), { do: 'rule', at: 1, variant: 2 }]);
      const before = history.api.writes;
      const edit = async (from: number, until: number): Promise<void> => {
        for (let change = from; change < until; change++) {
          await history.takeAll([{ do: 'rule', at: 1, variant: change % 2 === 0 ? 2 : 0 }]);
        }
        await history.run([]);
      };
      await edit(0, 2_000);
      collect();
      const { heapUsed } = process.memoryUsage();
      await edit(2_000, 10_000);
      collect();
      const now = process.memoryUsage().heapUsed;
      assert.ok(now < heapUsed * growth, `${heapUsed} -> ${now}`);
      // Several changes together are one write, none is none.
      assert.ok(history.api.writes - before <= 10_000, String(history.api.writes - before));
      await history.check();
    } finally {
      await history.stop();
    }
  });
});
