import { Flags } from '@oclif/core';
import { liveSourceFlags, targetArgs } from '../../src/command/proxy-config/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';
import { outputFlag } from '../../src/command/shell/flags.js';

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
  static override flags = {
    ...liveSourceFlags,
    level: Flags.string({
      summary: 'LEVEL for all loggers, or LOGGER:LEVEL, with commas between.',
      helpValue: '<levels>',
      exclusive: ['reset'],
    }),
    reset: Flags.boolean({ char: 'r', summary: 'All loggers to warning, the usual level.', default: false }),
    output: outputFlag(['short', 'json', 'yaml'], 'short'),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProxyConfigLog);
    const { log } = await import('../../src/command/proxy-config/log.js');
    this.end(await log(args.target, flags, this.terminal));
  }
}
