import { Flags } from '@oclif/core';
import { proxyConfigFlags, targetArgs } from '../../src/command/proxy-config/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ProxyConfigClusters extends AerakiCommand {
  static override summary = 'Show the clusters of a proxy.';
  static override description = 'The columns of istioctl, and whether a cluster is active, static, warming or refused.';
  static override aliases = ['proxy-config:cluster', 'proxy-config:c', 'pc:clusters', 'pc:cluster', 'pc:c'];
  static override examples = [
    {
      description: 'From a dump in a file',
      command: '<%= config.bin %> proxy-config clusters --file examples/sidecar.dump',
    },
    { description: 'From a pod', command: '<%= config.bin %> proxy-config clusters deploy/consumer.shop' },
  ];
  static override args = targetArgs;
  static override flags = {
    ...proxyConfigFlags,
    fqdn: Flags.string({ summary: 'Only clusters whose name has this host in it.', helpValue: '<host>' }),
    port: Flags.integer({ summary: 'Only clusters of this port.', helpValue: '<port>' }),
    subset: Flags.string({ summary: 'Only clusters of this subset.', helpValue: '<subset>' }),
    direction: Flags.string({ summary: 'Only clusters of this direction.', options: ['inbound', 'outbound'] }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProxyConfigClusters);
    const [{ show }, { clustersPart }] = await Promise.all([
      import('../../src/command/proxy-config/show.js'),
      import('../../src/command/proxy-config/parts.js'),
    ]);
    this.end(await show(args.target, flags, this.terminal, [clustersPart(flags)]));
  }
}
