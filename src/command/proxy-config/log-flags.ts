import { Flags } from '@oclif/core';
import { outputFlag } from '../shell/flags.js';
import { liveSourceFlags } from './flags.js';

/** The flags of `aeraki proxy-config log`. */
export const logFlags = {
  ...liveSourceFlags,
  level: Flags.string({
    summary: 'LEVEL for all loggers, or LOGGER:LEVEL, with commas between.',
    helpValue: '<levels>',
    exclusive: ['reset'],
  }),
  reset: Flags.boolean({ char: 'r', summary: 'All loggers to warning, the usual level.', default: false }),
  output: outputFlag(['short', 'json', 'yaml'], 'short'),
};
