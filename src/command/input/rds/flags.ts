import { Args, Flags } from '@oclif/core';
import { resourceTypeNames } from '../../../xds/types.js';
import { outputFlag } from '../../shell/flags.js';

/** The positional NAME of `rds get` and `rds watch`. More than one may be given. */
export const nameArgs = {
  name: Args.string({
    name: 'name',
    description: 'Name of a resource; may be repeated. None: everything that the server offers.',
    ignoreStdin: true,
  }),
};

/** A node id in the form that Istio's control plane takes. */
const defaultNode = 'sidecar~127.0.0.1~aeraki-cli.default~default.svc.cluster.local';

/** How an xDS server is reached over TLS. */
export const tlsFlags = {
  tls: Flags.boolean({ summary: 'Use TLS, with the authorities that the system trusts.' }),
  'tls-ca': Flags.string({ summary: "Authority of the server's certificate (PEM); means --tls.", helpValue: '<file>' }),
  'tls-cert': Flags.string({ summary: 'Certificate to show (PEM); means --tls.', helpValue: '<file>' }),
  'tls-key': Flags.string({ summary: "The certificate's key (PEM).", helpValue: '<file>' }),
  'tls-server-name': Flags.string({
    summary: "Name in the server's certificate, where it is not that of --server.",
    helpValue: '<name>',
  }),
};

/** Flags of the commands that ask an xDS server. */
export const askFlags = {
  output: outputFlag(['yaml', 'json'], 'yaml'),
  server: Flags.string({ summary: 'Address of the server.', required: true, helpValue: '<host:port>' }),
  type: Flags.option({ summary: 'Type of the resources.', options: resourceTypeNames, default: 'rds' as const })(),
  delta: Flags.boolean({ summary: 'Use the incremental form of xDS.', default: false }),
  'node-id': Flags.string({
    summary: 'Id of the node to ask as; istiod answers by it.',
    default: defaultNode,
    helpValue: '<id>',
  }),
  ...tlsFlags,
};
