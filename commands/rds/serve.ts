import { Flags } from '@oclif/core';
import { clusterDomainFlag, pollFlag, serviceFlag } from '../../src/command/input/mesh-flags.js';
import { tlsFlags } from '../../src/command/input/rds/flags.js';
import { removalFlags } from '../../src/command/input/removal-flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';
import {
  clusterFlags,
  inputFlags,
  istioFlags,
  outputFlag,
  pathArgs,
  registryInputFlags,
} from '../../src/command/shell/flags.js';
import { treeMay } from '../../src/command/shell/trust.js';

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
  static override flags = {
    ...inputFlags,
    ...clusterFlags,
    ...istioFlags,
    ...registryInputFlags,
    output: outputFlag(['log', 'json'], 'log'),
    listen: Flags.string({
      summary: 'Address to serve on; port 0 takes a free one.',
      default: '127.0.0.1:15010',
      helpValue: '<host:port>',
    }),
    admin: Flags.string({
      summary: 'Address of the admin page, or off (default: 127.0.0.1:15014).',
      helpValue: '<host:port>',
    }),
    watch: Flags.boolean({ char: 'w', summary: 'Serve every change of the files.' }),
    ...pollFlag,
    ...removalFlags,
    'tls-cert': Flags.string({ summary: "The server's certificate (PEM).", helpValue: '<file>' }),
    'tls-key': tlsFlags['tls-key'],
    'tls-client-ca': Flags.string({
      summary: 'Ask clients for a certificate of this authority (PEM).',
      helpValue: '<file>',
    }),
    ...clusterDomainFlag,
    ...serviceFlag,
    fixed: treeMay(Flags.boolean({ summary: 'The corrected routes instead of what the in-cluster Aeraki makes.' })),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RdsServe);
    const { serve } = await import('../../src/command/rds/serve.js');
    this.end(await serve([...argv.map(String), ...flags.filename], flags, this.terminal));
  }
}
