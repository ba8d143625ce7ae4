import assert from 'node:assert/strict';
import { Random } from '../fuzz/random.js';
import { faultOf, historyOf, shrunk } from './history.js';

/** `npm run fuzz -- controller --runs 2000` runs many more of them. */
describe('a controller through random histories', function () {
  this.timeout(240_000);

  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`is in the end where a rebuild from scratch is (seed ${seed})`, async () => {
      for (let index = 0; index < 6; index++) {
        const steps = historyOf(new Random(seed * 1000 + index));
        const fault = await faultOf(steps);
        if (fault !== undefined)
          assert.fail(`seed ${seed}, history ${index}: ${fault}\n${JSON.stringify(await shrunk(steps))}`);
      }
    });
  }
});
