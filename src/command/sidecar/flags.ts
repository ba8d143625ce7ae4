import { Flags } from '@oclif/core';
import { istioReleases } from '../../scope/sizes.js';
import { clusterDomainFlag, meshConfigFlag } from '../input/mesh-flags.js';
import { clusterFlags, inputFlags, istioFlags, outputFlag } from '../shell/flags.js';
import { treeMay } from '../shell/trust.js';
import { sidecarFormats } from './deliver.js';

/** The flags of `aeraki sidecar`. */
export const sidecarFlags = {
  ...inputFlags,
  ...clusterFlags,
  ...istioFlags,
  output: outputFlag(sidecarFormats, 'yaml'),
  'access-log': Flags.string({
    summary: 'Access log of a proxy (POD.NAMESPACE.log names its pod), a directory of them, .gz, or -.',
    helpValue: '<file>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  metrics: Flags.string({
    summary: "Result of a Prometheus query as JSON, or a Prometheus' address, which is asked.",
    helpValue: '<file|url>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  dump: Flags.string({
    summary: 'Counters of a proxy (/clusters?format=json of its admin port), named POD.NAMESPACE.json.',
    helpValue: '<file>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  source: Flags.string({
    summary: 'Whose the access logs are, where their names do not say.',
    helpValue: '<workload.namespace>',
  }),
  'log-format': Flags.string({
    summary: 'Format of the access logs, as accessLogFormat of the mesh config (default: those of Istio and Aeraki).',
    helpValue: '<format>',
  }),
  since: Flags.string({ summary: 'Only lines since this time, or of the last 7d, 12h, 30m.', helpValue: '<time>' }),
  range: Flags.string({ summary: 'How far a Prometheus is asked back.', helpValue: '<duration>', default: '7d' }),
  'min-count': treeMay(Flags.integer({ summary: 'Pass over what was called less often.', default: 1, min: 1 })),
  per: treeMay(
    Flags.option({
      summary: 'A Sidecar for each workload, or one for a namespace.',
      options: ['workload', 'namespace'] as const,
      default: 'workload',
    })(),
  ),
  keep: treeMay(
    Flags.string({
      summary: 'Host that stays visible whatever was seen; NAMESPACE/HOST or HOST.',
      helpValue: '<host>',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
    }),
  ),
  'keep-namespace': treeMay(
    Flags.string({
      summary: 'Namespace that stays visible as a whole (default: the root namespace).',
      helpValue: '<namespace>',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
    }),
  ),
  'own-namespace': treeMay(Flags.boolean({ summary: 'Keep the own namespace visible as a whole (./*).' })),
  calls: Flags.boolean({ summary: 'Show who calls whom instead of Sidecars.', exclusive: ['scope', 'lazy'] }),
  check: Flags.boolean({
    summary: 'Show which calls the Sidecars of the input hide instead of making new ones.',
    exclusive: ['scope', 'lazy', 'estimate'],
  }),
  estimate: Flags.boolean({
    summary: 'Show what each proxy gets before and after instead of Sidecars.',
    exclusive: ['scope', 'lazy'],
  }),
  scope: Flags.string({
    summary: 'Show what istiod would give to the proxies of this file: [{name, namespace, labels}].',
    helpValue: '<file>',
    exclusive: ['lazy', 'access-log', 'metrics'],
  }),
  'istio-version': treeMay(
    Flags.option({
      summary: "Release of istiod whose sizes --estimate and --scope take; the nearest to the mesh's own.",
      options: istioReleases,
      default: '1.18',
    })(),
  ),
  lazy: Flags.boolean({ summary: 'Show the objects that lazyXDS would keep.' }),
  fixed: Flags.boolean({
    summary: 'With --lazy: without the defects L1, L4, L5 and L15 of lazyXDS.',
    dependsOn: ['lazy'],
  }),
  traffic: Flags.string({
    summary: 'Calls that the gateway of lazyXDS saw: [{from, cluster, to}].',
    helpValue: '<file>',
    dependsOn: ['lazy'],
  }),
  write: Flags.string({
    summary: 'Write each object to a file of its own below this directory.',
    helpValue: '<dir>',
  }),
  ...meshConfigFlag,
  ...clusterDomainFlag,
};
