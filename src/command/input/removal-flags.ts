import { Flags } from '@oclif/core';
import type { FilledFlagValues } from '../shell/flag-values.js';

/** The flags that say what may go at once. */
export interface RemovalFlags extends FilledFlagValues<typeof removalFlags> {}

export const removalFlags = {
  'accept-removals': Flags.boolean({
    summary: 'With --watch: take it when a file becomes empty or most objects go at once.',
    dependsOn: ['watch'],
  }),
  'max-removals': Flags.integer({
    summary: 'With --watch: how many of the objects of a file or source may go at once, in percent.',
    min: 0,
    max: 100,
    default: 50,
  }),
};
