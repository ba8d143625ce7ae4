import { Flags } from '@oclif/core';
import { clusterFlags } from '../../shell/flags.js';

/** Which port a proxy's admin page has in its pod. */
export const adminPortFlag = {
  'proxy-admin-port': Flags.integer({
    summary: 'Admin port of the proxy in the pod, for the port-forward.',
    helpValue: '<port>',
    default: 15000,
    min: 1,
    max: 65_535,
  }),
};

/** Where the pod is. */
export const proxyContextFlag = {
  context: Flags.string({ summary: 'Kubeconfig context (default: the current one).', helpValue: '<name>' }),
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
