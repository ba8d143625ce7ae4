import fc from 'fast-check';
import { defaultTranslateOptions } from '../../../src/translate/options.js';
import { sequence, statesOf } from '../../edition/edits.js';
import { Subject } from '../../edition/law.js';
import type { Target } from '../target.js';

export default {
  about: 'sequences of edits: an edition has the same result as a run from scratch (test/edition/law.ts)',
  kind: 'run',
  make: (random) => String(random.below(2 ** 31 - 1)),
  async check(input) {
    const [edits] = fc.sample(sequence, { seed: Number(input), numRuns: 1 });
    if (edits === undefined) throw new Error('no sequence');
    const subject = new Subject({ ...defaultTranslateOptions, fixed: edits.fixed });
    for (const state of statesOf(edits)) await subject.edit(state);
  },
} satisfies Target;
