import { Flags } from '@oclif/core';
import { treeMay } from '../shell/trust.js';

/** How the services of the inputs are named. */
export const clusterDomainFlag = {
  'cluster-domain': treeMay(
    Flags.string({
      summary: 'Domain of the hosts of Services.',
      default: 'cluster.local',
      helpValue: '<domain>',
    }),
  ),
};

/** The mesh config, in place of what is among the resources. */
export const meshConfigFlag = {
  'mesh-config': treeMay(
    Flags.string({
      summary: 'MeshConfig, `istio` ConfigMap or IstioOperator in a file of its own.',
      helpValue: '<file>',
    }),
  ),
};

/** Which services are translated. */
export const serviceFlag = {
  service: treeMay(
    Flags.string({
      summary: 'Only the service with this host.',
      helpValue: '<host>',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
    }),
  ),
};

/** Where the objects go. */
export const namespaceScopedFlag = {
  'namespace-scoped': treeMay(Flags.boolean({ summary: "Put each EnvoyFilter in its service's namespace." })),
};

/** For commands that go on: how a change of a file is seen. */
export const pollFlag = {
  poll: Flags.boolean({
    summary: 'With --watch: look at the files twice a second, for disks that do not report changes.',
    dependsOn: ['watch'],
  }),
};
