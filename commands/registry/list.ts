import { registryArgs } from '../../src/command/input/registry/flags.js';
import { listFlags } from '../../src/command/registry/list-flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class RegistryList extends AerakiCommand {
  static override summary = 'List the services of a registry and what becomes of them, worst first.';
  static override description =
    'STATE: refused, a ServiceEntry that a person wrote has the name; empty, no provider can be an endpoint; degraded, some ' +
    'cannot; ok. `registry show` says why.';
  static override examples = [
    '<%= config.bin %> registry list examples/registry/zookeeper.json',
    {
      description: 'A ZooKeeper that runs',
      command: '<%= config.bin %> registry list zookeeper://127.0.0.1:2181 --root /dubbo # --server',
    },
  ];
  static override strict = false;
  static override args = registryArgs;
  static override flags = listFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RegistryList);
    const { runList } = await import('../../src/command/registry/list.js');
    this.end(await runList(argv.map(String), flags, this.terminal));
  }
}
