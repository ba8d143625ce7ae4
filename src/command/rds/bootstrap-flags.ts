import { Flags } from '@oclif/core';
import { apis } from '../../xds/bootstrap.js';
import { outputFlag } from '../shell/flags.js';

const repeated = { multiple: true, multipleNonGreedy: true, default: [] as string[] } as const;

/** The flags of `aeraki rds bootstrap`. */
export const bootstrapFlags = {
  output: outputFlag(['yaml', 'json'], 'yaml'),
  server: Flags.string({ summary: 'Address of the route server.', required: true, helpValue: '<host:port>' }),
  for: Flags.option({
    summary: 'Kind of proxy.',
    options: ['envoy', 'metaprotocol'] as const,
    default: 'envoy' as const,
  })(),
  namespace: Flags.string({
    char: 'n',
    summary: 'Namespace of the ConfigMap: that of the sidecars.',
    default: 'default',
    helpValue: '<namespace>',
  }),
  api: Flags.option({
    summary: 'How the listeners ask for their routes.',
    options: apis,
    default: 'rds' as const,
  })(),
  listener: Flags.string({
    summary: 'HTTP listener on 127.0.0.1 with the routes of this configuration (envoy).',
    helpValue: '<port=name>',
    ...repeated,
  }),
  cluster: Flags.string({
    summary: 'Address of a cluster that the routes name (envoy).',
    helpValue: '<name=host:port>',
    ...repeated,
  }),
  'node-id': Flags.string({ summary: 'Id of the node (envoy).', default: 'aeraki-envoy', helpValue: '<id>' }),
  sds: Flags.boolean({
    summary: "mTLS with the sidecar's own secrets, as Aeraki's RDS wants it: default and ROOTCA from sds-grpc.",
    default: false,
    exclusive: ['tls-ca'],
  }),
  'tls-ca': Flags.string({
    summary: "Authority of the server's certificate, as the proxy sees the file; means TLS.",
    helpValue: '<file>',
  }),
  'tls-cert': Flags.string({
    summary: "The proxy's certificate.",
    helpValue: '<file>',
    dependsOn: ['tls-ca', 'tls-key'],
  }),
  'tls-key': Flags.string({ summary: "The certificate's key.", helpValue: '<file>', dependsOn: ['tls-cert'] }),
};
