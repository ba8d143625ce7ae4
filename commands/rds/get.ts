import { Flags } from '@oclif/core';
import { askFlags, nameArgs } from '../../src/command/input/rds/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class RdsGet extends AerakiCommand {
  static override summary = 'Print resources of any xDS server.';
  static override description =
    'Asks a server once, as a proxy would, and prints what it has: this server, the Aeraki in a cluster or istiod (through ' +
    'a port-forward). ADS is tried first, then the service of the type. Fails when a named resource does not come in time.';
  static override examples = [
    '<%= config.bin %> rds get --server 127.0.0.1:15010 orders.shop.example.com_20880',
    {
      description: 'All clusters of istiod',
      command: '<%= config.bin %> rds get --server 127.0.0.1:15010 --type cds -o json',
    },
  ];
  static override strict = false;
  static override args = nameArgs;
  static override flags = {
    ...askFlags,
    timeout: Flags.integer({ summary: 'How long to wait, in milliseconds.', default: 5000, min: 1, helpValue: '<ms>' }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RdsGet);
    const { get } = await import('../../src/command/rds/ask.js');
    this.end(await get(argv.map(String), flags, this.terminal));
  }
}
