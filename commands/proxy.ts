import { proxyFlags } from '../src/command/proxy/definitions.js';
import { AerakiCommand } from '../src/command/shell/command.js';
import { pathArgs } from '../src/command/shell/flags.js';

export default class ProxyCommand extends AerakiCommand {
  static override summary = 'Run the rules: a MetaProtocol data plane on this machine, for debugging.';
  static override description =
    'Listens as the sidecar of a client would, and does with Dubbo, Thrift, tRPC, bRPC and private protocols what the ' +
    'MetaProtocol proxy does (--proxy-version): routes, splits, mirrors, changes, limits and answers errors. Prints a ' +
    'line for each request: the attributes that were seen, the route that was taken and why. It is for debugging, and listens on ' +
    'loopback unless told otherwise. SIGTERM takes no more requests and finishes those under way.';
  static override examples = [
    {
      description: 'Two versions of a server on this machine, and the rules between them',
      command:
        "<%= config.bin %> proxy examples/dubbo.yaml --listen orders.shop.example.com=127.0.0.1:20880 --upstream 'outbound|20880|v1|orders.shop.example.com=127.0.0.1:20881' --upstream 'outbound|20880|v2|orders.shop.example.com=127.0.0.1:20882' --watch",
    },
    {
      description: 'Routes from an xDS server',
      command: '<%= config.bin %> proxy examples/dubbo.yaml --rds 127.0.0.1:15010 -o json',
    },
    {
      description: 'The sidecar of a workload: everything from istiod, routes from the route server of Aeraki',
      command:
        "<%= config.bin %> proxy --xds 127.0.0.1:15010 --node-id 'sidecar~127.66.0.5~web-1.shop~shop.svc.cluster.local' --rds 127.0.0.1:15011",
    },
  ];
  static override strict = false;
  static override args = pathArgs;
  static override flags = proxyFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(ProxyCommand);
    if (flags.xds !== undefined) {
      const { runMeshProxy } = await import('../src/command/proxy/mesh/run.js');
      this.end(await runMeshProxy([...argv.map(String), ...flags.filename], flags, this.terminal, this.config.version));
      return;
    }
    const { runProxy } = await import('../src/command/proxy/run.js');
    this.end(await runProxy([...argv.map(String), ...flags.filename], flags, this.terminal, this.config.version));
  }
}
