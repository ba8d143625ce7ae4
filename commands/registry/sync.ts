import { Flags } from '@oclif/core';
import { deleteFlags, liveFlags, registryArgs, registryFlags } from '../../src/command/input/registry/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';
import { clusterFlags } from '../../src/command/shell/flags.js';

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
  static override flags = {
    watch: Flags.boolean({ char: 'w', summary: 'Go on until it is stopped.' }),
    'output-dir': Flags.string({ summary: 'Directory with one file for each ServiceEntry.', helpValue: '<dir>' }),
    kubeconfig: clusterFlags.kubeconfig,
    context: clusterFlags.context,
    apply: Flags.boolean({ summary: 'Write to the cluster, by server-side apply.' }),
    force: Flags.boolean({ summary: 'Take over fields that another field manager owns.' }),
    ...deleteFlags,
    debounce: Flags.integer({
      summary: 'Write when the registry has been quiet for this long, in milliseconds.',
      default: 500,
      min: 0,
      helpValue: '<ms>',
    }),
    'debounce-max': Flags.integer({
      summary: 'Write at the latest after this long, in milliseconds.',
      default: 10_000,
      min: 0,
      helpValue: '<ms>',
    }),
    ...registryFlags,
    ...liveFlags,
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RegistrySync);
    const { runSync } = await import('../../src/command/registry/sync.js');
    this.end(await runSync(argv.map(String), flags, this.terminal));
  }
}
