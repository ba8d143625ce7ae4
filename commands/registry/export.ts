import { Args, Flags } from '@oclif/core';
import { AerakiCommand } from '../../src/command/command.js';
import { outputFlag } from '../../src/command/flags.js';

export default class RegistryExport extends AerakiCommand {
  static override summary = 'Print the ServiceEntries of a registry.';
  static override description =
    'Reads a dump of ZooKeeper, etcd, Nacos or Consul and prints the ServiceEntries that dubbo2istio or consul2istio make ' +
    'of it, their defects included.';
  static override examples = ['<%= config.bin %> registry export examples/registry/zookeeper.json --as-reference'];
  static override args = {
    registry: Args.string({ description: 'Dump file; - is standard input.', required: true, ignoreStdin: true }),
  };
  static override flags = {
    output: outputFlag(['yaml', 'json'], 'yaml'),
    'as-reference': Flags.boolean({
      summary: 'What dubbo2istio or consul2istio makes of it, defects and all.',
      required: true,
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RegistryExport);
    const { runExport } = await import('../../src/command/registry/export.js');
    this.end(await runExport(args.registry, flags, this.terminal));
  }
}
