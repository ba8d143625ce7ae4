import { Flags } from '@oclif/core';
import { proxyConfigFlags, targetArgs } from '../../src/command/proxy-config/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ProxyConfigRoutes extends AerakiCommand {
  static override summary = 'Show the routes of a proxy: MetaProtocol and HTTP.';
  static override description =
    'One line per route, with its protocol, matchers, weights, mirror and hash policy. Refused ones come first.';
  static override aliases = ['proxy-config:route', 'proxy-config:r', 'pc:routes', 'pc:route', 'pc:r'];
  static override examples = [
    {
      description: 'From a dump in a file',
      command: '<%= config.bin %> proxy-config routes --file examples/sidecar.dump',
    },
    { description: 'From a pod', command: '<%= config.bin %> proxy-config routes deploy/consumer.shop' },
    {
      description: 'One route configuration',
      command: '<%= config.bin %> pc r --file examples/sidecar.dump --name "inbound|20880||"',
    },
  ];
  static override args = targetArgs;
  static override flags = {
    ...proxyConfigFlags,
    name: Flags.string({ summary: 'Only the route configuration with this name.', helpValue: '<name>' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProxyConfigRoutes);
    const [{ show }, { routesPart }] = await Promise.all([
      import('../../src/command/proxy-config/show.js'),
      import('../../src/command/proxy-config/parts.js'),
    ]);
    this.end(await show(args.target, flags, this.terminal, [routesPart(flags)]));
  }
}
