import { Flags } from '@oclif/core';
import { liveFlags, registryArgs, registryFlags } from '../../src/command/input/registry/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class RegistryDump extends AerakiCommand {
  static override summary = 'Write the state of a registry as a file that the other commands read offline.';
  static override description =
    'The file holds what clients registered, parameters such as token included: treat it as a secret.';
  static override examples = [
    '<%= config.bin %> registry dump zookeeper://127.0.0.1:2181 > zookeeper.json # --server',
    {
      description: 'Consul with an ACL token',
      command: '<%= config.bin %> registry dump consul://127.0.0.1:8500 --token-file token # --server',
    },
  ];
  static override strict = false;
  static override args = registryArgs;
  static override flags = {
    about: Flags.string({ summary: 'What the file is for.', helpValue: '<text>' }),
    'registry-name': registryFlags['registry-name'],
    root: registryFlags.root,
    ...liveFlags,
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RegistryDump);
    const { runDump } = await import('../../src/command/registry/dump.js');
    this.end(await runDump(argv.map(String), flags, this.terminal));
  }
}
