import { Flags } from '@oclif/core';

/** The flags that say what may go at once. */
export interface RemovalFlags {
  readonly 'accept-removals': boolean;
  readonly 'max-removals': number;
}

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
