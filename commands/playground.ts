import { Args, Flags } from '@oclif/core';
import { AerakiCommand } from '../src/command/shell/command.js';

export default class Playground extends AerakiCommand {
  static override summary = 'Try rules in the browser: what they become, what is wrong, which route a request takes.';
  static override description =
    'Serves a page that runs the same stages as this program, in the browser: rules on the left, findings, EnvoyFilters, ' +
    'routes and the answer to a request on the right, anew with every key. Nothing leaves the page; its address holds all ' +
    'of it, so that a link is enough to show it to somebody. Ctrl-C ends it.';
  static override examples = [
    { description: 'With these rules', command: '<%= config.bin %> playground examples/dubbo.yaml' },
  ];
  static override args = {
    file: Args.string({ description: 'Rules to begin with.', ignoreStdin: true }),
  };
  static override flags = {
    listen: Flags.string({ summary: 'Where the page is.', default: '127.0.0.1:15021', helpValue: '<host:port>' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Playground);
    const { runPlayground } = await import('../src/command/playground/run.js');
    await runPlayground(flags.listen, args.file, {
      packageRoot: this.config.root,
      version: this.config.version,
      say: (text) => this.print(text),
    });
  }
}
