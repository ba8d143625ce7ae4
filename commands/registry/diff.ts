import { registryAndRulesArgs } from '../../src/command/input/registry/flags.js';
import { diffFlags } from '../../src/command/registry/diff-flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class RegistryDiff extends AerakiCommand {
  static override summary = 'Compare what the registry gives with files, a cluster or the reference adapter.';
  static override description =
    'Entry by entry and endpoint by endpoint; + is what only the registry gives. Exit 79 when there is a difference.';
  static override examples = [
    {
      description: 'What changes in a migration from dubbo2istio',
      command: '<%= config.bin %> registry diff examples/registry/zookeeper.json --against-reference',
    },
    {
      description: 'Against a cluster',
      command: '<%= config.bin %> registry diff zookeeper://127.0.0.1:2181 --context prod',
    },
  ];
  static override strict = false;
  static override args = registryAndRulesArgs;
  static override flags = diffFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RegistryDiff);
    const { runRegistryDiff } = await import('../../src/command/registry/diff.js');
    this.end(await runRegistryDiff(argv.map(String), flags, this.terminal));
  }
}
