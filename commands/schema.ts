import { Args, Flags } from '@oclif/core';
import { AerakiCommand } from '../src/command/shell/command.js';
import { UsageError } from '../src/command/shell/errors.js';
import { schemaOf } from '../src/schema/kinds.js';

export default class Schema extends AerakiCommand {
  static override summary = 'Print the JSON Schema of a kind, or the setting with which an editor uses them.';
  static override description =
    'Prints a schema (draft 2020-12) with a description of each field. Without a kind, lists the kinds. With --vscode, ' +
    'prints the setting for editors that use yaml-language-server, so that they complete and check resources.';
  static override examples = [
    { description: 'The kinds', command: '<%= config.bin %> schema' },
    { description: 'One schema', command: '<%= config.bin %> schema MetaRouter' },
    { description: 'The setting of VS Code', command: '<%= config.bin %> schema --vscode' },
  ];
  static override args = {
    kind: Args.string({ description: 'Kind of resource, in any case.', ignoreStdin: true }),
  };
  static readonly suggestions = Object.keys(schemaOf);
  static override flags = {
    vscode: Flags.boolean({ summary: 'Print the setting for VS Code and other users of yaml-language-server.' }),
  };

  async run(): Promise<object> {
    const { args, flags } = await this.parse(Schema);
    const { editorSetting, schemaOrKinds } = await import('../src/command/schema/run.js');
    if (flags.vscode && args.kind !== undefined) {
      throw new UsageError('--vscode is for all kinds. Leave the kind out, or the flag.');
    }
    const { width } = await this.terminal.stdout.style();
    const { text, value } = flags.vscode
      ? editorSetting(this.config.root)
      : schemaOrKinds(args.kind, this.config.root, width);
    await this.print(text);
    return value;
  }
}
