import { Flags } from '@oclif/core';

const dependsOn = ['sidecars'];

/** The flags of `controller run` for Sidecars that are learnt. */
export const sidecarFlags = {
  sidecars: Flags.boolean({
    summary:
      'Learn whom each workload calls and keep a Sidecar for it, of Namespaces and workloads that say sidecars.aeraki.io/learn: "true".',
  }),
  'sidecars-dry-run': Flags.boolean({
    summary: 'Say which Sidecars would be written, and write everything else.',
    dependsOn,
  }),
  'sidecars-listen': Flags.string({
    summary: 'Address that takes access logs of proxies (ALS), or off.',
    default: '127.0.0.1:15013',
    helpValue: '<host:port>',
  }),
  'sidecars-address': Flags.string({
    summary: 'The same as the fallback gateway sees it (default: port 15013 of aeraki in the root namespace).',
    helpValue: '<host:port>',
    dependsOn,
  }),
  'sidecars-gateway': Flags.string({
    summary:
      'Namespace of a fallback gateway, which gets first calls of HTTP to what a Sidecar does not show yet; what it needs is kept there.',
    helpValue: '<namespace>',
    dependsOn,
  }),
  'sidecars-prometheus': Flags.string({
    summary: 'Address of a Prometheus with the metrics of the mesh; then calls of all protocols are learnt.',
    helpValue: '<url>',
    dependsOn,
  }),
  'sidecars-range': Flags.string({
    summary: 'How far it is asked back.',
    default: '7d',
    helpValue: '<duration>',
  }),
  'sidecars-every': Flags.integer({
    summary: 'How often it is asked, in seconds.',
    default: 60,
    min: 1,
    max: 86_400,
    helpValue: '<seconds>',
  }),
  'sidecars-forget': Flags.string({
    summary: 'Forget what was not called for so long, as 30d (default: never).',
    helpValue: '<duration>',
    dependsOn,
  }),
  'sidecars-keep': Flags.string({
    summary: 'Host that every Sidecar shows; NAMESPACE/HOST or HOST.',
    helpValue: '<host>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  'sidecars-own-namespace': Flags.boolean({
    summary: 'Show every workload its own namespace as a whole (./*).',
    dependsOn,
  }),
};
