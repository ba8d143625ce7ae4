import { Args, Flags } from '@oclif/core';
import { type Protocol, protocols, variants } from '../src/command/init/project.js';
import type { InitReport } from '../src/command/init/written.js';
import { AerakiCommand } from '../src/command/shell/command.js';

export default class Init extends AerakiCommand {
  static override summary = 'Begin a folder of rules, with a test and checks for every change.';
  static override description =
    'Writes a small project whose every file says in comments what it is for: a service with its rules, a test of them, ' +
    'settings (.aeraki.yaml), a pre-commit hook and a GitHub workflow. A file that is there already is never changed. The ' +
    'project passes validate and test as it is, so that from then on every red line is about a change of yours. What the ' +
    'examples of --help name below examples/ is written by "aeraki init examples".';
  static override examples = [
    { description: 'Rules for a Dubbo service in the folder shop', command: '<%= config.bin %> init dubbo shop' },
    { description: 'The files that the examples of --help name', command: '<%= config.bin %> init examples' },
    { description: 'Here, for Redis', command: '<%= config.bin %> init redis' },
    {
      description: 'With an overlay for production',
      command: '<%= config.bin %> init thrift payments --variant kustomize',
    },
  ];
  static override args = {
    protocol: Args.string({
      description: 'What the service speaks, or examples: the files that --help names.',
      options: [...protocols, 'examples'],
      default: 'dubbo',
      ignoreStdin: true,
    }),
    directory: Args.string({ description: 'Where to (default: here).', default: '.', ignoreStdin: true }),
  };
  static override flags = {
    variant: Flags.option({
      summary: 'How the rules get to a cluster: as plain files, by Kustomize or by Helm.',
      options: variants,
      default: 'plain' as const,
    })(),
  };

  async run(): Promise<InitReport> {
    const { args, flags } = await this.parse(Init);
    const { init } = await import('../src/command/init/run.js');
    const what = args.protocol as Protocol | 'examples';
    const { report, text } = await init(what, flags.variant, args.directory, {
      packageRoot: this.config.root,
      version: this.config.version,
    });
    await this.print(text);
    return report;
  }
}
