import { Args } from '@oclif/core';
import { describeFlags } from '../src/command/describe/flags.js';
import { AerakiCommand } from '../src/command/shell/command.js';

export default class Describe extends AerakiCommand {
  static override summary =
    'Show the whole chain of a service, from its port name to the endpoints, and where it breaks.';
  static override description =
    'Answers "my rule has no effect": each link has a mark, and a broken one the reason and the cure. From rules, from ' +
    'what a proxy has, or from both. Exit 79 when a link is broken.';
  static override examples = [
    {
      description: 'From rules alone',
      command: '<%= config.bin %> describe orders.shop.example.com examples/dubbo.yaml',
    },
    {
      description: 'All services of a tree, with what is broken',
      command: '<%= config.bin %> describe examples/dubbo.yaml',
    },
    {
      description: 'Rules and a dump',
      command: '<%= config.bin %> describe orders.shop.example.com:20880 examples --dump examples/sidecar.dump',
    },
    {
      description: 'What a pod has',
      command: '<%= config.bin %> describe orders.shop.example.com --pod deploy/web.shop',
    },
  ];
  static override strict = false;
  static override args = {
    host: Args.string({
      name: 'host',
      description: 'Host of the service, or HOST:PORT; without one all services are listed.',
      ignoreStdin: true,
    }),
    path: Args.string({ name: 'path', description: 'File or directory with resources.', ignoreStdin: true }),
  };
  static readonly suggestsHosts = true;
  static override flags = describeFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Describe);
    const { runDescribe } = await import('../src/command/describe/run.js');
    this.end(await runDescribe(argv.map(String), flags, this.terminal));
  }
}
