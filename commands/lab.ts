import { labFlags } from '../src/command/lab/definitions.js';
import { AerakiCommand } from '../src/command/shell/command.js';
import { pathArgs } from '../src/command/shell/flags.js';

export default class LabCommand extends AerakiCommand {
  static override summary = 'See the rules work: a mesh of proxies, servers and requests on this machine.';
  static override description =
    'Starts what is needed to see rules work from end to end, on loopback: a route server, a proxy for every workload that ' +
    'calls or serves, echo servers that speak the protocol of the service, and a client that sends requests. Shows live, ' +
    'here and on a page, which request took which route to which version, which limits bit and which mirrors fired. Needs ' +
    'no Docker, no root and no cluster. A rule that is edited is in force at once. Without --request there is one for every ' +
    'route. Ctrl-C ends all of it.';
  static override examples = [
    { description: 'Every rule of a folder', command: '<%= config.bin %> lab examples/' },
    {
      description: 'One kind of request, five seconds, the numbers as JSON',
      command:
        "<%= config.bin %> lab examples/dubbo.yaml --request 'interface=com.example.shop.OrderService,method=pay,group=trial-7' --rate 50 --for 5s -o json",
    },
    {
      description: 'Servers of your own in place of the echo servers of one version',
      command:
        "<%= config.bin %> lab examples/dubbo.yaml --upstream 'outbound|20880|v2|orders.shop.example.com=127.0.0.1:20882'",
    },
  ];
  static override strict = false;
  static override args = pathArgs;
  static override flags = labFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(LabCommand);
    const { runLab } = await import('../src/command/lab/run.js');
    this.end(await runLab([...argv.map(String), ...flags.filename], flags, this.terminal, this.config.version));
  }
}
