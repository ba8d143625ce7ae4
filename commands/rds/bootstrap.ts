import { Flags } from '@oclif/core';
import { AerakiCommand } from '../../src/command/shell/command.js';
import { outputFlag } from '../../src/command/shell/flags.js';
import { json } from '../../src/output/json.js';
import { apis } from '../../src/xds/bootstrap.js';

const repeated = { multiple: true, multipleNonGreedy: true, default: [] as string[] } as const;

export default class RdsBootstrap extends AerakiCommand {
  static override summary = 'Print a bootstrap with which a proxy finds a route server.';
  static override description =
    'For envoy: a whole bootstrap with the cluster aeraki-xds, ADS over it and, with --listener and --cluster, what is ' +
    'needed to try the routes with curl. For metaprotocol: the ConfigMap aeraki-bootstrap-config, which a sidecar merges ' +
    'into its own bootstrap (annotation sidecar.istio.io/bootstrapOverride: aeraki-bootstrap-config).';
  static override examples = [
    '<%= config.bin %> rds bootstrap --server aeraki.istio-system:15010 --for metaprotocol --sds --namespace shop',
    {
      description: 'An Envoy that tries the routes of a configuration on port 8080',
      command:
        '<%= config.bin %> rds bootstrap --server 127.0.0.1:15010 --for envoy --listener 8080=orders.shop.example.com_20880',
    },
  ];
  static override flags = {
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

  async run(): Promise<object> {
    const { flags } = await this.parse(RdsBootstrap);
    const { bootstrap, bootstrapYaml } = await import('../../src/command/rds/bootstrap.js');
    const result = bootstrap(flags);
    await this.print(flags.output === 'json' ? json(result) : bootstrapYaml(result));
    return result;
  }
}
