import { Flags } from '@oclif/core';
import { outputFlag } from '../shell/flags.js';
import { liveSourceFlags } from './flags.js';

/** The flags of `aeraki proxy-config stats`. */
export const statsFlags = {
  ...liveSourceFlags,
  filter: Flags.string({
    summary: 'Only names in which this regular expression (RE2) is found.',
    helpValue: '<regex>',
  }),
  type: Flags.option({
    summary: 'Only statistics of this type.',
    options: ['counters', 'gauges', 'histograms', 'textreadouts'] as const,
  })(),
  'used-only': Flags.boolean({ summary: 'Only those that were ever written.', default: false }),
  output: outputFlag(['short', 'json', 'yaml', 'prometheus'], 'short'),
};
