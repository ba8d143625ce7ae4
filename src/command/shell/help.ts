import { stripVTControlCharacters } from 'node:util';
import type { Command, Config } from '@oclif/core';
import { CommandHelp, Help } from '@oclif/core/help';

/** What oclif's help of a command gets wrong on a page. */
class FittingCommandHelp extends CommandHelp {
  /** In USAGE it joins flags that exclude or need each other, with gaps where one was joined before: each stands alone here. */
  constructor(command: Command.Loadable, ...rest: Tail<ConstructorParameters<typeof CommandHelp>>) {
    const alone = ([name, flag]: [string, Command.Flag.Cached]) => [name, { ...flag, dependsOn: [], exclusive: [] }];
    super({ ...command, flags: Object.fromEntries(Object.entries(command.flags).map(alone)) }, ...rest);
  }

  /** Descriptions that stand below their flags are indented by two columns more than they were wrapped for. */
  override renderList(...[input, options]: Parameters<CommandHelp['renderList']>): string {
    const text = super.renderList(input, options);
    const room = this.opts.maxWidth - options.indentation;
    if (text.split('\n').every((line) => stripVTControlCharacters(line).length <= room)) return text;
    return super.renderList(input, { ...options, indentation: options.indentation + 2 });
  }
}

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;

/** oclif prints what stands above help in one line, however wide the terminal is. */
class ProgramHelp extends Help {
  protected override CommandHelpClass = FittingCommandHelp;
  #heading = false;

  override async showCommandHelp(command: Command.Loadable): Promise<void> {
    this.#heading = true;
    await super.showCommandHelp(command);
    if (command.id !== 'init' && namesExamples(command)) {
      this.log(this.wrap(`The files below examples/ are written by: ${this.config.bin} init examples`));
      this.log('');
    }
  }

  protected override formatRoot(): string {
    const [first = '', ...rest] = super.formatRoot().split('\n');
    return [this.wrap(first), ...rest].join('\n');
  }

  protected override summary(command: Command.Loadable): string | undefined {
    const summary = super.summary(command);
    if (!this.#heading || summary === undefined) return summary;
    // What follows (a list of subcommands) wraps its summaries itself.
    this.#heading = false;
    return this.wrap(summary);
  }
}

/** Whether an example of a command reads a file that comes with the package. */
function namesExamples({ examples }: Command.Loadable): boolean {
  return [examples ?? []]
    .flat()
    .some((example) => /\bexamples\b/.test(typeof example === 'string' ? example : example.command));
}

/** Prints help about the program (no words), a topic or a command on standard output. */
export async function showHelp(words: readonly string[], config: Config): Promise<void> {
  const help = new ProgramHelp(config, { hideAliasesFromRoot: true, ...config.pjson.oclif.helpOptions });
  await help.showHelp([...words]);
}
