import { registryArgs } from '../../src/command/input/registry/flags.js';
import { syncFlags } from '../../src/command/registry/sync-flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class RegistrySync extends AerakiCommand {
  static override summary = 'Keep ServiceEntries in a directory or a cluster as the registry says.';
  static override description =
    'Nothing is taken away after a read that failed or was not complete, and an empty answer is asked again before it is ' +
    'believed. In a cluster it needs list and patch on ServiceEntries (delete too with --when-empty delete); fields that ' +
    'another field manager owns are left alone without --force.';
  static override examples = [
    '<%= config.bin %> registry sync examples/registry/zookeeper.json --output-dir mesh',
    {
      description: 'A cluster, as long as it runs',
      command: '<%= config.bin %> registry sync consul://127.0.0.1:8500 --context prod --apply --watch',
    },
  ];
  static override strict = false;
  static override args = registryArgs;
  static override flags = syncFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RegistrySync);
    const { runSync } = await import('../../src/command/registry/sync.js');
    this.end(await runSync(argv.map(String), flags, this.terminal));
  }
}
