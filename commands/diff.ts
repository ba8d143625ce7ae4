import { diffArgs, diffFlags } from '../src/command/diff/flags.js';
import { AerakiCommand } from '../src/command/shell/command.js';

export default class Diff extends AerakiCommand {
  static override summary =
    'Compare what the rules give with what a proxy or a cluster has, with an older revision, or with other files.';
  static override description =
    'Of two files, directories or revisions it says in the words of the rules what changed, with a request that takes ' +
    'another way, and below that the objects: lines with + are what the rules at hand give, lines with - what is there ' +
    'now. The order of matchers, versions and default values are no difference. Exit codes: 0 the same, 1 different, 2 a failure at run time.';
  static override examples = [
    {
      description: 'Against a config dump',
      command: '<%= config.bin %> diff examples/dubbo.yaml --dump examples/sidecar.dump',
    },
    { description: 'Against a pod', command: '<%= config.bin %> diff rules deploy/consumer.shop' },
    { description: 'Against the EnvoyFilters in a cluster', command: '<%= config.bin %> diff rules --context prod -A' },
    {
      description: 'Before and after (two files, two trees, or standard input)',
      command: '<%= config.bin %> diff examples/dubbo.yaml - < examples/dubbo.yaml',
    },
    { description: 'What a pull request changes', command: '<%= config.bin %> diff rules --base origin/main' },
  ];
  static override usage = [
    'diff PATH... --dump DUMP|- [FLAGS]',
    'diff PATH... --admin-address HOST:PORT [FLAGS]',
    'diff PATH... [TYPE/]POD[.NAMESPACE] [FLAGS]',
    'diff PATH... --context NAME [-A] [FLAGS]',
    'diff PATH... --base REVISION [FLAGS]',
  ];
  static override strict = false;
  static override args = diffArgs;
  static override flags = diffFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Diff);
    const { runDiff } = await import('../src/command/diff/run.js');
    // Not `end`, for which 1 is a failure.
    process.exitCode = await runDiff(argv.map(String), flags, this.terminal, this.config.bin);
  }
}
