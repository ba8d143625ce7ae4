import { proxyConfigFlags, targetArgs } from '../../src/command/proxy-config/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ProxyConfigBootstrap extends AerakiCommand {
  static override summary = 'Show what a proxy was started with.';
  static override description = 'Its identity, versions, admin address and static clusters.';
  static override aliases = ['proxy-config:b', 'pc:bootstrap', 'pc:b'];
  static override examples = [
    {
      description: 'From a dump in a file',
      command: '<%= config.bin %> proxy-config bootstrap --file examples/sidecar.dump',
    },
    { description: 'From a pod', command: '<%= config.bin %> proxy-config bootstrap deploy/consumer.shop' },
  ];
  static override args = targetArgs;
  static override flags = {
    ...proxyConfigFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProxyConfigBootstrap);
    const [{ show }, { bootstrapPart }] = await Promise.all([
      import('../../src/command/proxy-config/show.js'),
      import('../../src/command/proxy-config/parts.js'),
    ]);
    this.end(await show(args.target, flags, this.terminal, [bootstrapPart()]));
  }
}
