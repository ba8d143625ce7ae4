import { Flags } from '@oclif/core';
import { clusterDomainFlag } from '../input/mesh-flags.js';
import { outputFlag, proxyVersionFlag, resourceFlags } from '../shell/flags.js';
import { treeMay } from '../shell/trust.js';

/** The flags of `aeraki route`. */
export const routeFlags = {
  ...resourceFlags,
  ...proxyVersionFlag,
  output: outputFlag(['text', 'json'], 'text'),
  host: treeMay(Flags.string({ summary: 'The service, as the rules write it.', helpValue: '<host>', required: true })),
  port: treeMay(
    Flags.integer({
      summary: 'Its port; needed only when it has several metaprotocol ports.',
      min: 1,
      max: 65535,
      exclusive: ['all-ports'],
    }),
  ),
  'all-ports': treeMay(Flags.boolean({ summary: 'Answer for every metaprotocol port of the service.' })),
  attribute: treeMay(
    Flags.string({
      summary: 'An attribute of the request, NAME=VALUE.',
      helpValue: '<name=value>',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
    }),
  ),
  kind: treeMay(
    Flags.option({
      summary: 'What the message is: one that wants no answer, a heartbeat, the opening of a stream.',
      options: ['request', 'one-way', 'heartbeat', 'stream'] as const,
      default: 'request',
    })(),
  ),
  dump: Flags.string({
    summary: "A proxy's config dump, or what translate printed, in place of rules; - is standard input.",
    helpValue: '<file>',
  }),
  ...clusterDomainFlag,
  explain: treeMay(Flags.boolean({ summary: 'Draw the decision as a tree.' })),
};
