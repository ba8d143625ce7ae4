import { proxyConfigFlags, targetArgs } from '../../src/command/proxy-config/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ProxyConfigAll extends AerakiCommand {
  static override summary = 'Show all that a proxy has: clusters, listeners, routes, endpoints, bootstrap.';
  static override description = 'As JSON or YAML: every section of the dump, credentials redacted.';
  static override aliases = ['proxy-config:a', 'pc:all', 'pc:a'];
  static override examples = [
    {
      description: 'From a dump in a file',
      command: '<%= config.bin %> proxy-config all --file examples/sidecar.dump',
    },
    { description: 'From a pod', command: '<%= config.bin %> proxy-config all deploy/consumer.shop' },
  ];
  static override args = targetArgs;
  static override flags = proxyConfigFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProxyConfigAll);
    const { showAll } = await import('../../src/command/proxy-config/all.js');
    this.end(await showAll(args.target, flags, this.terminal));
  }
}
