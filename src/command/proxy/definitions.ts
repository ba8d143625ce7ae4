import { Flags } from '@oclif/core';
import { codecFlag } from '../input/codec/codec-flag.js';
import { maxMessageSizeFlag } from '../input/codec/max-message-size-flag.js';
import { clusterDomainFlag, pollFlag } from '../input/mesh-flags.js';
import { faultFlag } from '../input/proxy/fault-flag.js';
import { meshFlags } from '../input/proxy/mesh-flags.js';
import { tlsFlags } from '../input/rds/flags.js';
import { removalFlags } from '../input/removal-flags.js';
import { outputFlag, proxyVersionFlag, resourceFlags } from '../shell/flags.js';
import { treeMay } from '../shell/trust.js';

const list = { multiple: true, multipleNonGreedy: true, default: [] as string[] } as const;

/** The flags of `aeraki proxy`. */
export const proxyFlags = {
  ...resourceFlags,
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
