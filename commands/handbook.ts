import { readFile } from 'node:fs/promises';
import { Args, Flags } from '@oclif/core';
import { AerakiCommand } from '../src/command/shell/command.js';

export default class Handbook extends AerakiCommand {
  static override summary = 'Read the handbook: what to do by what you see.';
  static override description =
    'Without a page lists all there are: chapters by symptom ("my rule has no effect"), and guides. A page is named by its ' +
    'number, its name or a part of it. Every command of a page is run by our tests, and "aeraki handbook run" runs them here.';
  static override examples = [
    { description: 'All pages', command: '<%= config.bin %> handbook' },
    { description: 'The first chapter', command: '<%= config.bin %> handbook 1' },
    { description: 'The same in Chinese', command: '<%= config.bin %> handbook 1 --lang zh' },
    { description: 'Its commands, in a scratch folder', command: '<%= config.bin %> handbook run 1' },
  ];
  static override args = {
    page: Args.string({ description: 'Number, name or part of it.', ignoreStdin: true }),
  };
  static override flags = {
    lang: Flags.option({
      summary: 'Language of the page: English or Chinese.',
      options: ['en', 'zh'] as const,
      default: 'en' as const,
    })(),
  };

  async run(): Promise<string> {
    const { args, flags } = await this.parse(Handbook);
    const { findPage, listText, pagesOf } = await import('../src/command/handbook/pages.js');
    const pages = await pagesOf(this.config.root, flags.lang);
    const text =
      args.page === undefined ? listText(pages, flags.lang) : await readFile(findPage(args.page, pages).path, 'utf8');
    await this.print(text);
    return text;
  }
}
