import { liveFlags, registryFlags } from '../input/registry/flags.js';
import { clusterFlags, inputFlags, istioFlags, outputFlag } from '../shell/flags.js';

/** The flags of `aeraki registry check`. */
export const checkFlags = {
  output: outputFlag(['text', 'json'], 'text'),
  filename: inputFlags.filename,
  namespace: inputFlags.namespace,
  ...clusterFlags,
  ...istioFlags,
  ...registryFlags,
  ...liveFlags,
};
