import { liveFlags, registryFlags } from '../input/registry/flags.js';
import { outputFlag } from '../shell/flags.js';

/** The flags of `aeraki registry list`. */
export const listFlags = {
  output: outputFlag(['table', 'wide', 'json', 'yaml'], 'table'),
  ...registryFlags,
  ...liveFlags,
};
