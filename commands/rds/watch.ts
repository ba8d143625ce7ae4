import { Flags } from '@oclif/core';
import { askFlags, nameArgs } from '../../src/command/input/rds/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class RdsWatch extends AerakiCommand {
  static override summary = 'Print resources of any xDS server, and every change of them.';
  static override description =
    'Subscribes as a proxy would and prints each response until it is told to stop (Ctrl-C) or --timeout ends. With -o json ' +
    'one object a line: {version, resources, removed}. When the connection is lost it comes back with the versions that it has.';
  static override examples = [
    '<%= config.bin %> rds watch --server 127.0.0.1:15010 --delta',
    '<%= config.bin %> rds watch --server 127.0.0.1:15010 orders.shop.example.com_20880 -o json',
  ];
  static override strict = false;
  static override args = nameArgs;
  static override flags = {
    ...askFlags,
    timeout: Flags.integer({ summary: 'Stop after so many milliseconds.', min: 1, helpValue: '<ms>' }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RdsWatch);
    const { watch } = await import('../../src/command/rds/ask.js');
    this.end(await watch(argv.map(String), flags, this.terminal));
  }
}
