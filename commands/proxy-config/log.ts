import { targetArgs } from '../../src/command/proxy-config/flags.js';
import { logFlags } from '../../src/command/proxy-config/log-flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ProxyConfigLog extends AerakiCommand {
  static override summary = 'Show what a proxy logs at which level, and change it.';
  static override description =
    'Without --level and --reset nothing is changed. A change lasts until the proxy starts again. The loggers of protocols: meta_protocol (MetaProtocol), dubbo, thrift, redis.';
  static override aliases = ['proxy-config:o', 'pc:log', 'pc:o'];
  static override examples = [
    { description: 'What is logged', command: '<%= config.bin %> proxy-config log deploy/consumer.shop' },
    {
      description: 'See each decision of the Dubbo and the router filters',
      command: '<%= config.bin %> proxy-config log deploy/consumer.shop --level dubbo:debug,router:debug',
    },
    {
      description: 'As before',
      command: '<%= config.bin %> proxy-config log deploy/consumer.shop --reset',
    },
  ];
  static override args = targetArgs;
  static override flags = logFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProxyConfigLog);
    const { log } = await import('../../src/command/proxy-config/log.js');
    this.end(await log(args.target, flags, this.terminal));
  }
}
