import { Flags } from '@oclif/core';
import { proxyConfigFlags, targetArgs } from '../../src/command/proxy-config/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ProxyConfigSecrets extends AerakiCommand {
  static override summary = 'Show the certificates and authorities of a proxy, and whether they are valid now.';
  static override description =
    'The columns of istioctl, with the secrets of the bootstrap. As JSON or YAML certificates are shown, private keys never without --show-secrets.';
  static override aliases = ['proxy-config:secret', 'proxy-config:s', 'pc:secrets', 'pc:secret', 'pc:s'];
  static override examples = [
    {
      description: 'From a dump in a file',
      command: '<%= config.bin %> proxy-config secrets --file examples/sidecar.dump',
    },
    { description: 'From a pod', command: '<%= config.bin %> proxy-config secrets deploy/consumer.shop' },
  ];
  static override args = targetArgs;
  static override flags = {
    ...proxyConfigFlags,
    name: Flags.string({ summary: 'Only the secret with this name (default, ROOTCA).', helpValue: '<name>' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProxyConfigSecrets);
    const [{ show }, { secretsPart }] = await Promise.all([
      import('../../src/command/proxy-config/show.js'),
      import('../../src/command/proxy-config/parts.js'),
    ]);
    const filter = { name: flags.name, now: Date.now() };
    this.end(await show(args.target, flags, this.terminal, [secretsPart(filter)]));
  }
}
