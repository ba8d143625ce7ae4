import { Flags } from '@oclif/core';
import { deleteFlags, liveFlags, registryFlags } from '../input/registry/flags.js';
import { outputFlag } from '../shell/flags.js';

/** The flags of `aeraki registry export`. */
export const exportFlags = {
  output: outputFlag(['yaml', 'json'], 'yaml'),
  'output-dir': Flags.string({
    summary: 'Write one file for each ServiceEntry below this directory; only what changed is written.',
    helpValue: '<dir>',
    exclusive: ['as-reference'],
  }),
  ...deleteFlags,
  strict: Flags.boolean({ summary: 'Exit 79 when providers were dropped.' }),
  'as-reference': Flags.boolean({ summary: 'What dubbo2istio or consul2istio makes of it, defects and all.' }),
  ...registryFlags,
  ...liveFlags,
};
