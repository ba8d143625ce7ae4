import { Flags } from '@oclif/core';
import { AerakiCommand } from '../src/command/shell/command.js';
import { clusterFlags, inputFlags, istioFlags, pathArgs } from '../src/command/shell/flags.js';

const many = { multiple: true, multipleNonGreedy: true, default: [] as string[] } as const;

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
  static override flags = {
    ...inputFlags,
    ...istioFlags,
    ...clusterFlags,
    dump: Flags.string({ summary: 'Config dump of a proxy in a file.', helpValue: '<dump>', ...many }),
    'admin-address': Flags.string({
      summary: 'Ask this port, HOST:PORT: of a proxy, of `rds serve --admin`, or of istiod.',
      helpValue: '<host:port>',
      ...many,
    }),
    proxy: Flags.string({
      summary: 'Ask the proxy of this pod: [TYPE/]NAME[.NAMESPACE].',
      helpValue: '<target>',
      ...many,
    }),
    'all-pods': Flags.boolean({ summary: 'All pods of each --proxy, not one of them.' }),
    'proxy-admin-port': Flags.integer({
      summary: 'Admin port of a proxy in its pod, for the port-forward.',
      helpValue: '<port>',
      default: 15000,
      min: 1,
      max: 65_535,
    }),
    output: Flags.string({
      char: 'o',
      summary: 'File to write.',
      helpValue: '<file>',
      default: 'aeraki-bug-report.tar.gz',
    }),
    'max-size': Flags.integer({
      summary: 'Most MiB that may be gathered, before they are packed.',
      helpValue: '<MiB>',
      default: 64,
      min: 1,
      max: 1024,
    }),
    'dry-run': Flags.boolean({ summary: 'Only say what would be in it.' }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(BugReport);
    const { bugReport } = await import('../src/command/bug-report/run.js');
    const paths = [...argv.map(String), ...flags.filename];
    this.end(await bugReport(paths, flags, this.terminal, this.config.version));
  }
}
