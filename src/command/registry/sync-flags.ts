import { Flags } from '@oclif/core';
import { deleteFlags, liveFlags, registryFlags } from '../input/registry/flags.js';
import { clusterFlags } from '../shell/flags.js';

/** The flags of `aeraki registry sync`. */
export const syncFlags = {
  watch: Flags.boolean({ char: 'w', summary: 'Go on until it is stopped.' }),
  'output-dir': Flags.string({ summary: 'Directory with one file for each ServiceEntry.', helpValue: '<dir>' }),
  kubeconfig: clusterFlags.kubeconfig,
  context: clusterFlags.context,
  apply: Flags.boolean({ summary: 'Write to the cluster, by server-side apply.' }),
  force: Flags.boolean({ summary: 'Take over fields that another field manager owns.' }),
  ...deleteFlags,
  debounce: Flags.integer({
    summary: 'Write when the registry has been quiet for this long, in milliseconds.',
    default: 500,
    min: 0,
    helpValue: '<ms>',
  }),
  'debounce-max': Flags.integer({
    summary: 'Write at the latest after this long, in milliseconds.',
    default: 10_000,
    min: 0,
    helpValue: '<ms>',
  }),
  ...registryFlags,
  ...liveFlags,
};
