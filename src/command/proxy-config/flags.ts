import { Args, Flags } from '@oclif/core';
import { sourceFlags } from '../input/dump/flags.js';
import { outputFlag } from '../shell/flags.js';

/** The positional target of the commands that look at a proxy. */
export const targetArgs = {
  target: Args.string({
    name: 'target',
    description: 'Pod, or TYPE/NAME with TYPE deploy, svc, sts, ds, rs, job; .NAMESPACE may follow the name.',
    ignoreStdin: true,
  }),
};

const { file: _, ...liveFlags } = sourceFlags;

/** Where a running proxy is, for the commands that ask more of it than its dump. */
export const liveSourceFlags = {
  ...liveFlags,
  'admin-address': Flags.string({
    summary: 'Ask this admin port of a proxy, HOST:PORT.',
    helpValue: '<host:port>',
    exclusive: ['selector', 'all-pods'],
  }),
  'all-pods': Flags.boolean({ summary: 'All pods of the target, not one of them.' }),
};

/** Flags of every `proxy-config` command that shows a dump. */
export const proxyConfigFlags = {
  ...sourceFlags,
  'all-pods': Flags.boolean({
    summary: 'Compare all pods of the target: is the configuration the same everywhere? Exit 79 if not.',
  }),
  output: outputFlag(['short', 'json', 'yaml'], 'short'),
};
