import { Flags } from '@oclif/core';
import { clusterFlags, inputFlags, istioFlags, outputFlag } from '../shell/flags.js';
import { treeMay } from '../shell/trust.js';

/** Flags of the commands that compare rules with a proxy. */
export const ruleFlags = {
  ...inputFlags,
  ...clusterFlags,
  ...istioFlags,
  'proxy-admin-port': Flags.integer({
    summary: 'Admin port of the proxy in the pod, for the port-forward.',
    helpValue: '<port>',
    default: 15000,
    min: 1,
    max: 65_535,
  }),
  'namespace-scoped': treeMay(Flags.boolean({ summary: "Put each EnvoyFilter in its service's namespace." })),
  'cluster-domain': treeMay(
    Flags.string({
      summary: 'Domain of the hosts of Services.',
      default: 'cluster.local',
      helpValue: '<domain>',
    }),
  ),
  'mesh-config': treeMay(
    Flags.string({
      summary: 'MeshConfig, `istio` ConfigMap or IstioOperator in a file of its own.',
      helpValue: '<file>',
    }),
  ),
  service: treeMay(
    Flags.string({
      summary: 'Only the service with this host.',
      helpValue: '<host>',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
    }),
  ),
  fixed: treeMay(
    Flags.boolean({ summary: 'Compare the corrected result instead of what the in-cluster Aeraki makes.' }),
  ),
  output: outputFlag(['text', 'json'], 'text'),
};
