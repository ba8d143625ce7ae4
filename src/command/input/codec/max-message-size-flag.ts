import { Flags } from '@oclif/core';
import { defaultMaxMessageSize } from '../../../codec/codec.js';

/** How much of one message is kept in memory. */
export const maxMessageSizeFlag = {
  'max-message-size': Flags.integer({
    summary: 'Longest message that is taken, in octets.',
    min: 1,
    max: 2 ** 30,
    default: defaultMaxMessageSize,
  }),
};
