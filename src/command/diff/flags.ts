import { Args, Flags } from '@oclif/core';
import { ruleFlags } from '../input/rule-flags.js';
import { outputFlag } from '../shell/flags.js';

export const diffArgs = {
  path: Args.string({
    name: 'path',
    description:
      'File or directory with resources; of two the first is BEFORE and the second AFTER. A last word that is no file is the pod to compare with.',
    ignoreStdin: true,
  }),
};

export const diffFlags = {
  ...ruleFlags,
  output: outputFlag(['text', 'json', 'markdown'], 'text'),
  dump: Flags.string({
    summary: 'Compare with this config dump of a proxy; - is standard input.',
    helpValue: '<dump>',
    exclusive: ['admin-address', 'base'],
  }),
  'admin-address': Flags.string({
    summary: 'Compare with the proxy behind this admin port, HOST:PORT.',
    helpValue: '<host:port>',
    exclusive: ['base'],
  }),
  base: Flags.string({
    summary: 'Compare with what the resources of this git revision give: what a change changes.',
    helpValue: '<revision>',
    exclusive: ['context', 'all-namespaces'],
  }),
};
