import { Flags } from '@oclif/core';
import { proxyConfigFlags, targetArgs } from '../../src/command/proxy-config/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';
import { treeMay } from '../../src/command/shell/trust.js';

export default class ProxyConfigListeners extends AerakiCommand {
  static override summary = 'Show the listeners of a proxy and the filter that each chain leads to.';
  static override description =
    'The columns of istioctl, with the name of the layer-7 filter, and the listeners that the proxy refused, with its words.';
  static override aliases = ['proxy-config:listener', 'proxy-config:l', 'pc:listeners', 'pc:listener', 'pc:l'];
  static override examples = [
    {
      description: 'From a dump in a file',
      command: '<%= config.bin %> proxy-config listeners --file examples/sidecar.dump',
    },
    { description: 'From a pod', command: '<%= config.bin %> proxy-config listeners deploy/consumer.shop' },
  ];
  static override args = targetArgs;
  static override flags = {
    ...proxyConfigFlags,
    name: Flags.string({ summary: 'Only the listener with this name.', helpValue: '<name>' }),
    address: Flags.string({ summary: 'Only listeners on this address.', helpValue: '<address>' }),
    port: Flags.integer({ summary: 'Only listeners on this port.', helpValue: '<port>' }),
    type: Flags.string({
      summary: 'Only listeners of this type: HTTP, TCP, HTTP+TCP, UNKNOWN, or a protocol (MetaProtocol, Redis, …).',
      helpValue: '<type>',
    }),
    verbose: treeMay(
      Flags.boolean({
        summary: 'Show each filter chain; --no-verbose: one line each.',
        default: true,
        allowNo: true,
      }),
    ),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProxyConfigListeners);
    const [{ show }, { listenersPart }] = await Promise.all([
      import('../../src/command/proxy-config/show.js'),
      import('../../src/command/proxy-config/parts.js'),
    ]);
    this.end(await show(args.target, flags, this.terminal, [listenersPart(flags)]));
  }
}
