import { registryArgs } from '../../src/command/input/registry/flags.js';
import { exportFlags } from '../../src/command/registry/export-flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class RegistryExport extends AerakiCommand {
  static override summary = 'Print the ServiceEntries of a registry.';
  static override description =
    'Reads a dump or a server and prints ServiceEntries that Istio and Aeraki take: for `kubectl apply`, translate, validate ' +
    'and route, or as files for a GitOps repository. --as-reference prints what dubbo2istio or consul2istio would make.';
  static override examples = [
    '<%= config.bin %> registry export examples/registry/zookeeper.json',
    {
      description: 'Straight into the rules',
      command: '<%= config.bin %> registry export examples/registry/zookeeper.json | <%= config.bin %> translate -f -',
    },
    {
      description: 'What dubbo2istio makes of it',
      command: '<%= config.bin %> registry export examples/registry/zookeeper.json --as-reference',
    },
    {
      description: 'One file for each ServiceEntry',
      command: '<%= config.bin %> registry export examples/registry/zookeeper.json --output-dir mesh',
    },
  ];
  static override strict = false;
  static override args = registryArgs;
  static override flags = exportFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RegistryExport);
    const { runExport } = await import('../../src/command/registry/export.js');
    this.end(await runExport(argv.map(String), flags, this.terminal));
  }
}
