import { targetArgs } from '../../src/command/proxy-config/flags.js';
import { statsFlags } from '../../src/command/proxy-config/stats-flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ProxyConfigStats extends AerakiCommand {
  static override summary = 'Show the statistics of a proxy.';
  static override description =
    'Counters, gauges, histograms and texts of the admin port; the proxy itself picks those that --filter, --type and --used-only ask for. -o prometheus is its own text for Prometheus.';
  static override aliases = ['proxy-config:stat', 'pc:stats', 'pc:stat'];
  static override examples = [
    {
      description: 'What the Dubbo filter counted',
      command: '<%= config.bin %> proxy-config stats deploy/consumer.shop --filter dubbo --used-only',
    },
    {
      description: 'For Prometheus, from an admin port',
      command: '<%= config.bin %> proxy-config stats --admin-address localhost:15000 -o prometheus',
    },
  ];
  static override args = targetArgs;
  static override flags = statsFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProxyConfigStats);
    const { stats } = await import('../../src/command/proxy-config/stats.js');
    this.end(await stats(args.target, flags, this.terminal));
  }
}
