import { Flags } from '@oclif/core';
import { judgingFlags } from '../src/command/input/judging-flags.js';
import { clusterDomainFlag, namespaceScopedFlag } from '../src/command/input/mesh-flags.js';
import { AerakiCommand } from '../src/command/shell/command.js';
import { inputFlags, istioFlags } from '../src/command/shell/flags.js';

export default class Lsp extends AerakiCommand {
  static override summary = 'Serve an editor: findings as one types, fixes, completion, hover, rename.';
  static override description =
    'A language server on standard input and output, for VS Code, Neovim, Helix, Emacs and JetBrains. It judges the files ' +
    'of the workspace, what is open before what is on the disk, as `aeraki validate` does, with the settings of the ' +
    'workspace. It opens no connection and leaves other Kubernetes YAML to other servers. docs/editors.md has the settings ' +
    'of each editor.';
  static override examples = [{ description: 'What an editor starts', command: '<%= config.bin %> lsp --stdio' }];
  static override flags = {
    stdio: Flags.boolean({ summary: 'Speak on standard input and output; it always does.' }),
    exclude: inputFlags.exclude,
    namespace: inputFlags.namespace,
    ...istioFlags,
    ...judgingFlags,
    ...namespaceScopedFlag,
    ...clusterDomainFlag,
  };

  async run(): Promise<void> {
    await this.parse(Lsp);
    if (process.stdin.isTTY === true) {
      await this.note(
        'A language server speaks with an editor, not with a person: docs/editors.md says how to set it up. Ctrl-C ends it.',
      );
    }
    const { runLsp } = await import('../src/command/lsp/run.js');
    await runLsp({
      flagsIn: async (folder) => {
        // The settings of a workspace are those of the command line in its folder, and so are the paths that they name.
        if (folder !== undefined) process.chdir(folder);
        return (await this.parse(Lsp)).flags;
      },
      root: this.config.root,
      version: this.config.version,
    });
  }
}
