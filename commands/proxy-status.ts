import { Args } from '@oclif/core';
import { proxyStatusFlags } from '../src/command/proxy-status/flags.js';
import { AerakiCommand } from '../src/command/shell/command.js';

export default class ProxyStatus extends AerakiCommand {
  static override summary =
    'Show which proxies have what their control planes sent: SYNCED, STALE or NOT SENT for each type.';
  static override description =
    'Without --file and --admin-address every istiod of the cluster is asked, through a port-forward. A dump, or the admin port of a proxy, says what that proxy has accepted, refused or not got; the admin port of `rds serve` and the debug port of istiod say it of their clients. The column AERAKI is about routes of MetaProtocol, which Aeraki serves beside istiod. IGNORED: the proxy asked for nothing of the kind. A proxy keeps no word of clusters that it refused: ask istiod for those.';
  static override aliases = ['ps'];
  static override examples = [
    { description: 'All proxies of the cluster', command: '<%= config.bin %> proxy-status --context prod' },
    {
      description: 'Two proxies, and what `rds serve` knows of its clients',
      command:
        '<%= config.bin %> proxy-status --admin-address localhost:15000 --admin-address localhost:15001 --admin-address localhost:15014',
    },
    { description: 'From a dump in a file', command: '<%= config.bin %> proxy-status --file examples/sidecar.dump' },
  ];
  static override args = {
    name: Args.string({ name: 'name', description: 'Only this proxy: POD[.NAMESPACE].', ignoreStdin: true }),
  };
  static override flags = proxyStatusFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProxyStatus);
    const { proxyStatus } = await import('../src/command/proxy-status/run.js');
    this.end(await proxyStatus(args.name, flags, this.terminal));
  }
}
