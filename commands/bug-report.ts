import { bugReportFlags } from '../src/command/bug-report/flags.js';
import { AerakiCommand } from '../src/command/shell/command.js';
import { pathArgs } from '../src/command/shell/flags.js';

export default class BugReport extends AerakiCommand {
  static override summary = 'Gather rules, proxies and control planes in one archive, without secrets.';
  static override description =
    'A .tar.gz with the rules, what `validate` says of them and what `translate` makes of them, and of each proxy its configuration, statistics and certificates. Passwords, tokens, private keys and the contents of Secrets are redacted; README.txt in it says what is in it and what is not. The same inputs give the same archive.';
  static override examples = [
    {
      description: 'Rules in files and a dump',
      command: '<%= config.bin %> bug-report examples/dubbo.yaml --dump examples/sidecar.dump --dry-run',
    },
    {
      description: 'The rules of a cluster and the proxies of a deployment',
      command: '<%= config.bin %> bug-report -A --context prod --proxy deploy/consumer.shop',
    },
    {
      description: 'A proxy, and `rds serve`, by their admin ports',
      command: '<%= config.bin %> bug-report --admin-address localhost:15000 --admin-address localhost:15014',
    },
  ];
  static override strict = false;
  static override args = pathArgs;
  static override flags = bugReportFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(BugReport);
    const { bugReport } = await import('../src/command/bug-report/run.js');
    const paths = [...argv.map(String), ...flags.filename];
    this.end(await bugReport(paths, flags, this.terminal, this.config.version));
  }
}
