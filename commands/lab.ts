import { Flags } from '@oclif/core';
import { codecFlag } from '../src/command/input/codec/codec-flag.js';
import { clusterDomainFlag } from '../src/command/input/mesh-flags.js';
import { faultFlag } from '../src/command/input/proxy/fault-flag.js';
import { AerakiCommand } from '../src/command/shell/command.js';
import {
  clusterFlags,
  inputFlags,
  istioFlags,
  outputFlag,
  pathArgs,
  proxyVersionFlag,
  registryInputFlags,
} from '../src/command/shell/flags.js';
import { treeMay } from '../src/command/shell/trust.js';

const list = { multiple: true, multipleNonGreedy: true, default: [] as string[] } as const;

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
  static override flags = {
    ...inputFlags,
    ...clusterFlags,
    ...istioFlags,
    ...registryInputFlags,
    ...proxyVersionFlag,
    output: outputFlag(['text', 'json'], 'text'),
    request: Flags.string({
      summary:
        'A request to send, [HOST[:PORT]/]NAME=VALUE[,NAME=VALUE…], to every service or to one (default: one for every route).',
      helpValue: '<attributes>',
      ...list,
    }),
    rate: Flags.integer({
      summary: 'Requests in a second, all together; 0 sends none, so that only your own clients are counted.',
      min: 0,
      max: 10_000,
      default: 20,
    }),
    timeout: Flags.string({
      summary: 'How long the client waits for an answer.',
      default: '1s',
      helpValue: '<duration>',
    }),
    for: Flags.string({
      summary: 'End after so long and print what was counted, without a live view.',
      helpValue: '<duration>',
    }),
    upstream: Flags.string({
      summary: 'Servers of a cluster, CLUSTER=HOST:PORT[,HOST:PORT], in place of echo servers.',
      helpValue: '<cluster=address>',
      ...list,
    }),
    ...faultFlag,
    codec: codecFlag,
    poll: Flags.boolean({ summary: 'Look at the files twice a second, for disks that do not report changes.' }),
    admin: Flags.string({
      summary: 'Address of the page, or off (default: 127.0.0.1:15020, or a free port where that is taken).',
      helpValue: '<host:port>',
    }),
    'mesh-config': treeMay(Flags.string({ summary: 'Mesh config of the rules.', helpValue: '<file>' })),
    ...clusterDomainFlag,
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(LabCommand);
    const { runLab } = await import('../src/command/lab/run.js');
    this.end(await runLab([...argv.map(String), ...flags.filename], flags, this.terminal, this.config.version));
  }
}
