import { registryAndRulesArgs } from '../../src/command/input/registry/flags.js';
import { checkFlags } from '../../src/command/registry/check-flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class RegistryCheck extends AerakiCommand {
  static override summary = 'Look at rules and registry together: what does not fit.';
  static override description =
    'Providers that no ServiceEntry has or no route reaches, entries whose providers are gone, subsets that no provider has, ' +
    'ports that disagree, hosts twice, hosts that callers may not resolve, consumers that ask for a group or version that ' +
    'nobody provides. Exit 79 when there is something.';
  static override examples = [
    '<%= config.bin %> registry check examples/registry/zookeeper.json examples/registry/rules.yaml',
    {
      description: 'A cluster and its ZooKeeper',
      command: '<%= config.bin %> registry check zookeeper://127.0.0.1:2181 --context prod -A',
    },
  ];
  static override strict = false;
  static override args = registryAndRulesArgs;
  static override flags = checkFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RegistryCheck);
    const { runCheck } = await import('../../src/command/registry/check.js');
    this.end(await runCheck(argv.map(String), flags, this.terminal));
  }
}
