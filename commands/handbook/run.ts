import { Args } from '@oclif/core';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class HandbookRun extends AerakiCommand {
  static override summary = 'Run the commands of a page of the handbook, and compare what they print.';
  static override description =
    'Runs the blocks of the page that need no cluster, one after the other, in a scratch folder that is removed afterwards, ' +
    'and says what is not as the page says (exit 79). Needs bash. Only pages that come with the program are run.';
  static override examples = [{ description: 'The first chapter', command: '<%= config.bin %> handbook run 1' }];
  static override args = {
    page: Args.string({ description: 'Number, name or part of it.', required: true, ignoreStdin: true }),
  };

  async run(): Promise<void> {
    const { args } = await this.parse(HandbookRun);
    const { runHandbook } = await import('../../src/command/handbook/run.js');
    this.end(await runHandbook(args.page, this.config.root, this.terminal));
  }
}
