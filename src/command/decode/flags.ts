import { Flags } from '@oclif/core';
import { inputFormats } from '../../codec/capture/format.js';
import { codecFlag } from '../input/codec/codec-flag.js';
import { maxMessageSizeFlag } from '../input/codec/max-message-size-flag.js';
import { clusterDomainFlag } from '../input/mesh-flags.js';
import { clusterFlags, inputFlags, istioFlags, outputFlag, proxyVersionFlag } from '../shell/flags.js';
import { treeMay } from '../shell/trust.js';

/** The flags of `aeraki decode`. */
export const decodeFlags = {
  output: outputFlag(['table', 'json'], 'table'),
  format: treeMay(
    Flags.option({
      summary: 'What the input is, where its start does not tell.',
      options: ['auto', ...inputFormats] as const,
      default: 'auto',
    })(),
  ),
  codec: codecFlag,
  from: treeMay(
    Flags.option({
      summary: 'Who sends the bytes, for a protocol whose bytes do not tell.',
      options: ['client', 'server'] as const,
    })(),
  ),
  rules: treeMay(
    Flags.string({
      summary: 'File or directory with rules; shows the route of each request.',
      helpValue: '<path>',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
    }),
  ),
  host: treeMay(Flags.string({ summary: 'The service that the requests are for.', helpValue: '<host>' })),
  port: treeMay(
    Flags.integer({
      summary: 'Its port; needed only when it has several metaprotocol ports.',
      min: 1,
      max: 65535,
    }),
  ),
  ...maxMessageSizeFlag,
  exclude: inputFlags.exclude,
  namespace: inputFlags.namespace,
  ...clusterFlags,
  ...istioFlags,
  ...proxyVersionFlag,
  ...clusterDomainFlag,
};
