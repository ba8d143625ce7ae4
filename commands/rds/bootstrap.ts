import { bootstrapFlags } from '../../src/command/rds/bootstrap-flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';
import { json } from '../../src/output/json.js';

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
  static override flags = bootstrapFlags;

  async run(): Promise<object> {
    const { flags } = await this.parse(RdsBootstrap);
    const { bootstrap, bootstrapYaml } = await import('../../src/command/rds/bootstrap.js');
    const result = bootstrap(flags);
    await this.print(flags.output === 'json' ? json(result) : bootstrapYaml(result));
    return result;
  }
}
