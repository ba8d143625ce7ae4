import { Flags } from '@oclif/core';
import { proxyContextFlag } from '../input/dump/flags.js';
import { clusterFlags, istioFlags, outputFlag } from '../shell/flags.js';

/** The flags of `aeraki proxy-status`. */
export const proxyStatusFlags = {
  file: Flags.string({
    char: 'f',
    summary: 'Config dump in a file; - is standard input.',
    helpValue: '<dump>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  'admin-address': Flags.string({
    summary: 'Ask this port, HOST:PORT: of a proxy, of `rds serve --admin`, or of istiod (/debug/syncz).',
    helpValue: '<host:port>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  namespace: Flags.string({ char: 'n', summary: 'Only proxies of this namespace.', helpValue: '<namespace>' }),
  istioNamespace: istioFlags.istioNamespace,
  kubeconfig: clusterFlags.kubeconfig,
  ...proxyContextFlag,
  output: outputFlag(['short', 'json', 'yaml'], 'short'),
};
