import { Args } from '@oclif/core';
import { AerakiCommand } from '../src/command/shell/command.js';
import { completionScripts, type Shell, shells } from '../src/output/completion-scripts.js';

export default class Completion extends AerakiCommand {
  static override summary = 'Print a script that completes commands, flags, their values and files.';
  static override description =
    'The script asks the installed program for candidates, so it need not be made anew after an update. For kubectl ' +
    'nothing is needed: `kubectl aeraki` is completed by kubectl itself where kubectl_complete-aeraki is on the PATH.';
  static override examples = [
    { description: 'bash, for this session', command: '<%= config.bin %> completion bash' },
    { description: 'fish', command: '<%= config.bin %> completion fish' },
    { description: 'zsh', command: '<%= config.bin %> completion zsh' },
  ];
  static override args = {
    shell: Args.string({ description: 'Your shell.', options: [...shells], required: true, ignoreStdin: true }),
  };
  static readonly suggestions = shells;

  async run(): Promise<string> {
    const { args } = await this.parse(Completion);
    const script = completionScripts[args.shell as Shell];
    await this.print(script);
    return script;
  }
}
