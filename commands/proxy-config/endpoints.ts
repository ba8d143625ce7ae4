import { Flags } from '@oclif/core';
import { proxyConfigFlags, targetArgs } from '../../src/command/proxy-config/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ProxyConfigEndpoints extends AerakiCommand {
  static override summary = 'Show the endpoints of the clusters of a proxy.';
  static override description = 'A dump in a file has endpoints only when it was taken with ?include_eds.';
  static override aliases = ['proxy-config:endpoint', 'proxy-config:ep', 'pc:endpoints', 'pc:endpoint', 'pc:ep'];
  static override examples = [
    {
      description: 'From a dump in a file',
      command: '<%= config.bin %> proxy-config endpoints --file examples/sidecar.dump',
    },
    { description: 'From a pod', command: '<%= config.bin %> proxy-config endpoints deploy/consumer.shop' },
  ];
  static override args = targetArgs;
  static override flags = {
    ...proxyConfigFlags,
    cluster: Flags.string({ summary: 'Only the cluster with this name.', helpValue: '<name>' }),
    address: Flags.string({ summary: 'Only this address.', helpValue: '<address>' }),
    port: Flags.integer({ summary: 'Only this port.', helpValue: '<port>' }),
    status: Flags.string({ summary: 'Only this health status.', helpValue: '<status>' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProxyConfigEndpoints);
    const [{ show }, { endpointsPart }] = await Promise.all([
      import('../../src/command/proxy-config/show.js'),
      import('../../src/command/proxy-config/parts.js'),
    ]);
    this.end(await show(args.target, flags, this.terminal, [endpointsPart(flags)]));
  }
}
