import { Flags } from '@oclif/core';
import { codecFlag } from '../input/codec/codec-flag.js';
import { clusterDomainFlag } from '../input/mesh-flags.js';
import { faultFlag } from '../input/proxy/fault-flag.js';
import { outputFlag, proxyVersionFlag, resourceFlags } from '../shell/flags.js';
import { treeMay } from '../shell/trust.js';

const list = { multiple: true, multipleNonGreedy: true, default: [] as string[] } as const;

/** The flags of `aeraki lab`. */
export const labFlags = {
  ...resourceFlags,
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
