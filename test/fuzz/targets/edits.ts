import fc from 'fast-check';
import { defaultTranslateOptions } from '../../../src/translate/options.js';
import { type Sequence, sequence, statesOf } from '../../edition/edits.js';
import { Subject } from '../../edition/law.js';
import type { Target } from '../target.js';

export default {
  about: 'sequences of edits: after each the watch knows what a run from scratch knows',
  kind: 'run',
  make: (random) => {
    const [of] = fc.sample(sequence, { seed: random.below(2 ** 31), numRuns: 1 });
    if (of === undefined) throw new Error('no sample');
    return of;
  },
  check: async (of) => {
    const subject = new Subject({ ...defaultTranslateOptions, fixed: of.fixed });
    for (const state of statesOf(of)) await subject.edit(state);
  },
} satisfies Target<Sequence>;
