import { serveFlags } from '../../src/command/rds/serve-flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';
import { pathArgs } from '../../src/command/shell/flags.js';

export default class RdsServe extends AerakiCommand {
  static override summary = 'Serve the routes of some files to proxies, over RDS and ADS.';
  static override description =
    'A route server as the one in Aeraki, with what `aeraki translate` makes of the files. Proxies get route ' +
    'configurations by RouteDiscoveryService or ADS, state of the world or incremental. Every connect, subscription, ' +
    'acceptance (ack) and refusal (nack) is one line of output. `aeraki rds bootstrap` makes a bootstrap for a proxy. ' +
    'SIGTERM ends all streams and then the server.';
  static override examples = [
    { description: 'Serve a folder, and every change of it', command: '<%= config.bin %> rds serve examples --watch' },
    {
      description: 'For scripts, on another port, without the admin page',
      command: '<%= config.bin %> rds serve examples --listen 127.0.0.1:18000 --admin off -o json',
    },
  ];
  static override strict = false;
  static override args = pathArgs;
  static override flags = serveFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RdsServe);
    const { serve } = await import('../../src/command/rds/serve.js');
    this.end(await serve([...argv.map(String), ...flags.filename], flags, this.terminal));
  }
}
