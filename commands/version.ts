import { AerakiCommand } from '../src/command/command.js';
import { outputFlag } from '../src/command/flags.js';
import { json } from '../src/output/json.js';

/** The release line of Aeraki whose results ours are. */
const aerakiLine = '1.4';

export default class Version extends AerakiCommand {
  static override summary = 'Print the versions of aeraki, of the Aeraki it follows, and of Node.';
  static override examples = ['<%= config.bin %> version', '<%= config.bin %> version -o json'];
  static override flags = { output: outputFlag(['text', 'json'], 'text') };

  async run(): Promise<{ readonly version: string; readonly aeraki: string; readonly node: string }> {
    const { flags } = await this.parse(Version);
    const result = { version: this.config.version, aeraki: aerakiLine, node: process.version.slice(1) };
    await this.print(
      flags.output === 'json'
        ? json(result)
        : `aeraki ${result.version} (follows Aeraki ${result.aeraki}, Node ${result.node})\n`,
    );
    return result;
  }
}
