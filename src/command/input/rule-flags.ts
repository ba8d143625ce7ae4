import { Flags } from '@oclif/core';
import { clusterFlags, inputFlags, istioFlags, outputFlag } from '../shell/flags.js';
import { treeMay } from '../shell/trust.js';
import { adminPortFlag } from './dump/flags.js';
import { clusterDomainFlag, meshConfigFlag, namespaceScopedFlag, serviceFlag } from './mesh-flags.js';

/** Flags of the commands that compare rules with a proxy. */
export const ruleFlags = {
  ...inputFlags,
  ...clusterFlags,
  ...istioFlags,
  ...adminPortFlag,
  ...namespaceScopedFlag,
  ...clusterDomainFlag,
  ...meshConfigFlag,
  ...serviceFlag,
  fixed: treeMay(
    Flags.boolean({ summary: 'Compare the corrected result instead of what the in-cluster Aeraki makes.' }),
  ),
  output: outputFlag(['text', 'json'], 'text'),
};
