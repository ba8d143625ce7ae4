import { Flags } from '@oclif/core';
import { codecFlag } from '../src/command/input/codec/codec-flag.js';
import { maxMessageSizeFlag } from '../src/command/input/codec/max-message-size-flag.js';
import { clusterDomainFlag, pollFlag } from '../src/command/input/mesh-flags.js';
import { faultFlag } from '../src/command/input/proxy/fault-flag.js';
import { meshFlags } from '../src/command/input/proxy/mesh-flags.js';
import { tlsFlags } from '../src/command/input/rds/flags.js';
import { removalFlags } from '../src/command/input/removal-flags.js';
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

export default class ProxyCommand extends AerakiCommand {
  static override summary = 'Run the rules: a MetaProtocol data plane on this machine, for debugging.';
  static override description =
    'Listens as the sidecar of a client would, and does with Dubbo, Thrift, tRPC, bRPC and private protocols what the ' +
    'MetaProtocol proxy does (--proxy-version): routes, splits, mirrors, changes, limits and answers errors. Prints a ' +
    'line for each request: the attributes that were seen, the route that was taken and why. It is for debugging, and listens on ' +
    'loopback unless told otherwise. SIGTERM takes no more requests and finishes those under way.';
  static override examples = [
    {
      description: 'Two versions of a server on this machine, and the rules between them',
      command:
        "<%= config.bin %> proxy examples/dubbo.yaml --listen orders.shop.example.com=127.0.0.1:20880 --upstream 'outbound|20880|v1|orders.shop.example.com=127.0.0.1:20881' --upstream 'outbound|20880|v2|orders.shop.example.com=127.0.0.1:20882' --watch",
    },
    {
      description: 'Routes from an xDS server',
      command: '<%= config.bin %> proxy examples/dubbo.yaml --rds 127.0.0.1:15010 -o json',
    },
    {
      description: 'The sidecar of a workload: everything from istiod, routes from the route server of Aeraki',
      command:
        "<%= config.bin %> proxy --xds 127.0.0.1:15010 --node-id 'sidecar~127.66.0.5~web-1.shop~shop.svc.cluster.local' --rds 127.0.0.1:15011",
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
    listen: Flags.string({
      summary:
        'Listen for a service, HOST[:PORT]=ADDRESS:PORT; port 0 takes a free one (default: every metaprotocol service of the rules, on 127.0.0.1 at its own port).',
      helpValue: '<host=address>',
      ...list,
    }),
    upstream: Flags.string({
      summary: 'Endpoints of a cluster, CLUSTER=HOST:PORT[,HOST:PORT], in place of those that the inputs have.',
      helpValue: '<cluster=address>',
      ...list,
    }),
    ...faultFlag,
    rds: Flags.string({ summary: 'Take the routes from this xDS server.', helpValue: '<host:port>' }),
    ...meshFlags,
    ...tlsFlags,
    codec: codecFlag,
    protocol: treeMay(
      Flags.string({
        summary:
          'Read every listener with this codec, whatever the rules say: dubbo, thrift, trpc, brpc, or the name of a --codec.',
        helpValue: '<name>',
      }),
    ),
    watch: Flags.boolean({ char: 'w', summary: 'Take every change of the files.' }),
    ...pollFlag,
    ...removalFlags,
    admin: Flags.string({
      summary: 'Address of the admin page, as Envoy has it, or off (default: 127.0.0.1:15000).',
      helpValue: '<host:port>',
    }),
    'trace-collector': Flags.string({
      summary: 'Report a span of each traced request to this Zipkin (default: the one that the mesh config names).',
      helpValue: '<host:port>',
    }),
    quiet: treeMay(Flags.boolean({ char: 'q', summary: 'No line for each request.' })),
    timeout: Flags.string({
      summary: 'How long an answer may take; 0 is no limit (default: 5m with --proxy-version ideal, else no limit).',
      helpValue: '<duration>',
    }),
    'idle-timeout': Flags.string({
      summary: "Close a client's connection on which nothing happens for so long; 0 is never.",
      default: '1h',
      helpValue: '<duration>',
    }),
    'drain-timeout': Flags.string({
      summary: 'How long requests under way may take to finish when the proxy is told to stop.',
      default: '10s',
      helpValue: '<duration>',
    }),
    ...maxMessageSizeFlag,
    'mesh-config': treeMay(
      Flags.string({ summary: 'Mesh config to take the access log and tracing from.', helpValue: '<file>' }),
    ),
    ...clusterDomainFlag,
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(ProxyCommand);
    if (flags.xds !== undefined) {
      const { runMeshProxy } = await import('../src/command/proxy/mesh/run.js');
      this.end(await runMeshProxy([...argv.map(String), ...flags.filename], flags, this.terminal, this.config.version));
      return;
    }
    const { runProxy } = await import('../src/command/proxy/run.js');
    this.end(await runProxy([...argv.map(String), ...flags.filename], flags, this.terminal, this.config.version));
  }
}
