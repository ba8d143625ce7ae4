import { Flags } from '@oclif/core';

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
