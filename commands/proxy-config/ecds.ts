import { Flags } from '@oclif/core';
import { proxyConfigFlags, targetArgs } from '../../src/command/proxy-config/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ProxyConfigEcds extends AerakiCommand {
  static override summary = 'Show the extension configurations (ECDS) of a proxy.';
  static override description =
    'Filters that a proxy gets by themselves, as WasmPlugins are delivered: name, type and version.';
  static override aliases = ['proxy-config:ec', 'pc:ecds', 'pc:ec'];
  static override examples = [
    {
      description: 'From a dump in a file',
      command: '<%= config.bin %> proxy-config ecds --file examples/sidecar.dump',
    },
    { description: 'From a pod', command: '<%= config.bin %> proxy-config ecds deploy/consumer.shop' },
  ];
  static override args = targetArgs;
  static override flags = {
    ...proxyConfigFlags,
    name: Flags.string({ summary: 'Only the extension with this name.', helpValue: '<name>' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProxyConfigEcds);
    const [{ show }, { extensionsPart }] = await Promise.all([
      import('../../src/command/proxy-config/show.js'),
      import('../../src/command/proxy-config/parts.js'),
    ]);
    this.end(await show(args.target, flags, this.terminal, [extensionsPart({ name: flags.name })]));
  }
}
