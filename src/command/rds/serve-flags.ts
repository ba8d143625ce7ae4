import { Flags } from '@oclif/core';
import { clusterDomainFlag, pollFlag, serviceFlag } from '../input/mesh-flags.js';
import { tlsFlags } from '../input/rds/flags.js';
import { removalFlags } from '../input/removal-flags.js';
import { outputFlag, resourceFlags } from '../shell/flags.js';
import { treeMay } from '../shell/trust.js';

/** The flags of `aeraki rds serve`. */
export const serveFlags = {
  ...resourceFlags,
  output: outputFlag(['log', 'json'], 'log'),
  listen: Flags.string({
    summary: 'Address to serve on; port 0 takes a free one.',
    default: '127.0.0.1:15010',
    helpValue: '<host:port>',
  }),
  admin: Flags.string({
    summary: 'Address of the admin page, or off (default: 127.0.0.1:15014).',
    helpValue: '<host:port>',
  }),
  watch: Flags.boolean({ char: 'w', summary: 'Serve every change of the files.' }),
  ...pollFlag,
  ...removalFlags,
  'tls-cert': Flags.string({ summary: "The server's certificate (PEM).", helpValue: '<file>' }),
  'tls-key': tlsFlags['tls-key'],
  'tls-client-ca': Flags.string({
    summary: 'Ask clients for a certificate of this authority (PEM).',
    helpValue: '<file>',
  }),
  ...clusterDomainFlag,
  ...serviceFlag,
  fixed: treeMay(Flags.boolean({ summary: 'The corrected routes instead of what the in-cluster Aeraki makes.' })),
};
