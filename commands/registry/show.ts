import { Args } from '@oclif/core';
import { liveFlags, registryArgs, registryFlags } from '../../src/command/input/registry/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';
import { outputFlag } from '../../src/command/shell/flags.js';

export default class RegistryShow extends AerakiCommand {
  static override summary = 'Show a service provider by provider: kept or dropped, and why.';
  static override examples = [
    '<%= config.bin %> registry show com.shop.api.OrderService examples/registry/zookeeper.json',
  ];
  static override strict = false;
  static override args = {
    service: Args.string({
      description: 'Interface or service, its host, or a glob.',
      required: true,
      ignoreStdin: true,
    }),
    ...registryArgs,
  };
  static override flags = {
    output: outputFlag(['table', 'json', 'yaml'], 'table'),
    ...registryFlags,
    ...liveFlags,
  };

  async run(): Promise<void> {
    const { args, flags, argv } = await this.parse(RegistryShow);
    const { runShow } = await import('../../src/command/registry/list.js');
    const words = argv.map(String);
    // A service has no slash, so that either order is understood.
    const service = words.find((word) => !word.includes('://')) ?? args.service;
    words.splice(words.indexOf(service), 1);
    this.end(await runShow(service, words, flags, this.terminal));
  }
}
