import { Flags } from '@oclif/core';
import { AerakiCommand } from '../src/command/shell/command.js';
import { outputFlag } from '../src/command/shell/flags.js';
import { json } from '../src/output/json.js';

/** The release line of Aeraki whose results ours are. */
const aerakiLine = '1.4';
/** The commit of aeraki-mesh/aeraki that we are compared with: its head of May 2025, whose translation is that of 1.4.1. */
const aerakiCommit = '56e4de0';

interface Versions {
  readonly version: string;
  readonly aeraki: string;
  readonly aerakiCommit: string;
  readonly node: string;
}

export default class Version extends AerakiCommand {
  static override summary = 'Print the versions of aeraki, of the Aeraki it follows, and of Node.';
  static override examples = [
    '<%= config.bin %> version',
    '<%= config.bin %> version --short',
    '<%= config.bin %> version -o json',
  ];
  static override flags = {
    output: outputFlag(['text', 'json'], 'text'),
    short: Flags.boolean({ description: 'Print the own version alone.', exclusive: ['output'] }),
  };

  async run(): Promise<Versions> {
    const { flags } = await this.parse(Version);
    const result = { version: this.config.version, aeraki: aerakiLine, aerakiCommit, node: process.version.slice(1) };
    await this.print(flags.short ? `${result.version}\n` : flags.output === 'json' ? json(result) : text(result));
    return result;
  }
}

function text({ version, aeraki, aerakiCommit: commit, node }: Versions): string {
  return `aeraki ${version} (follows Aeraki ${aeraki}, commit ${commit}, Node ${node})\n`;
}
