import { Flags } from '@oclif/core';
import { liveFlags, registryFlags } from '../input/registry/flags.js';
import { clusterFlags, inputFlags, outputFlag } from '../shell/flags.js';

/** The flags of `aeraki registry diff`. */
export const diffFlags = {
  output: outputFlag(['text', 'json'], 'text'),
  filename: inputFlags.filename,
  namespace: inputFlags.namespace,
  kubeconfig: clusterFlags.kubeconfig,
  context: clusterFlags.context,
  'against-reference': Flags.boolean({
    summary: 'Compare with what dubbo2istio or consul2istio makes of it.',
    exclusive: ['filename', 'context'],
  }),
  ...registryFlags,
  ...liveFlags,
};
