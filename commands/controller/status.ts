import { Args } from '@oclif/core';
import { statusFlags } from '../../src/command/controller/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ControllerStatus extends AerakiCommand {
  static override summary = 'Say how far rules have come: written, accepted or refused by proxies, and what is wrong.';
  static override description =
    'Asks a running `aeraki controller run` by its admin address. Exit code 79 where a rule is not written, is refused by a ' +
    'proxy or has an error.';
  static override examples = [
    { description: 'All rules', command: '<%= config.bin %> controller status --admin-address 127.0.0.1:15014' },
    {
      description: 'One rule, with the words of the proxies',
      command: '<%= config.bin %> controller status metarouter/orders.shop --admin-address 127.0.0.1:15014',
    },
  ];
  static override args = {
    target: Args.string({
      name: 'target',
      description: 'KIND/NAME or KIND/NAME.NAMESPACE (default: all).',
      ignoreStdin: true,
    }),
  };
  static override flags = statusFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ControllerStatus);
    const { showStatus } = await import('../../src/command/controller/status.js');
    this.end(await showStatus(args.target, flags, this.terminal));
  }
}
