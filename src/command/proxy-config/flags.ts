import { Args, Flags } from '@oclif/core';
import { adminPortFlag, proxyContextFlag } from '../input/dump/flags.js';
import { clusterFlags, outputFlag } from '../shell/flags.js';

/** The positional target of the commands that look at a proxy. */
export const targetArgs = {
  target: Args.string({
    name: 'target',
    description: 'Pod, or TYPE/NAME with TYPE deploy, svc, sts, ds, rs, job; .NAMESPACE may follow the name.',
    ignoreStdin: true,
  }),
};

/** Where a config dump comes from: a file, an admin port, or pods of a cluster. */
export const sourceFlags = {
  file: Flags.string({
    char: 'f',
    summary: 'Config dump in a file; - is standard input. No cluster is asked.',
    helpValue: '<dump>',
    exclusive: ['admin-address', 'selector', 'all-pods'],
  }),
  'admin-address': Flags.string({
    summary: 'Read from this admin port of a proxy, HOST:PORT.',
    helpValue: '<host:port>',
    exclusive: ['selector', 'all-pods'],
  }),
  ...adminPortFlag,
  selector: Flags.string({ char: 'l', summary: 'Pods with these labels.', helpValue: '<labels>' }),
  namespace: Flags.string({
    char: 'n',
    summary: 'Namespace of the target (default: that of the context).',
    helpValue: '<namespace>',
  }),
  kubeconfig: clusterFlags.kubeconfig,
  ...proxyContextFlag,
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
