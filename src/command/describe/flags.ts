import { Flags } from '@oclif/core';
import { ruleFlags } from '../input/rule-flags.js';

/** The flags of `aeraki describe`. */
export const describeFlags = {
  ...ruleFlags,
  dump: Flags.string({
    summary: 'Look at the proxy of this config dump too; - is standard input.',
    helpValue: '<dump>',
    exclusive: ['admin-address', 'pod'],
  }),
  'admin-address': Flags.string({
    summary: 'Look at the proxy behind this admin port too, HOST:PORT.',
    helpValue: '<host:port>',
    exclusive: ['pod'],
  }),
  pod: Flags.string({ summary: 'Look at the proxy of this pod or TYPE/NAME too.', helpValue: '<target>' }),
  from: Flags.string({
    summary: 'Say whether this caller sees the service, or which Sidecar hides it from it.',
    helpValue: '<workload.namespace>',
  }),
};
