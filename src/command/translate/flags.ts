import { Flags } from '@oclif/core';
import { translationFormatNames } from '../../output/translation/formats.js';
import { translationKinds } from '../../output/translation/view.js';
import { clusterDomainFlag, meshConfigFlag, namespaceScopedFlag, serviceFlag } from '../input/mesh-flags.js';
import { outputFlag, resourceFlags } from '../shell/flags.js';
import { treeMay } from '../shell/trust.js';
import { watchFlags } from '../shell/watch-flags.js';

/** The flags of `aeraki translate`. */
export const translateFlags = {
  ...resourceFlags,
  output: outputFlag(translationFormatNames, 'yaml'),
  to: treeMay(
    Flags.option({
      summary: 'Only these kinds of objects, by comma.',
      options: translationKinds,
      multiple: true,
      multipleNonGreedy: true,
      delimiter: ',',
    })(),
  ),
  'output-dir': Flags.string({
    summary: 'Write one file per object below this directory.',
    helpValue: '<dir>',
    exclusive: ['check'],
  }),
  check: Flags.string({
    summary: 'List the files of this directory that --output-dir would change; exit 79 if any.',
    helpValue: '<dir>',
  }),
  ...namespaceScopedFlag,
  ...clusterDomainFlag,
  ...meshConfigFlag,
  address: treeMay(
    Flags.string({
      summary: 'Address of a service, HOST=IP.',
      helpValue: '<host=ip>',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
    }),
  ),
  'allocate-addresses': treeMay(
    Flags.boolean({
      summary: 'Give a ServiceEntry without addresses one, as Aeraki does.',
      default: true,
      allowNo: true,
    }),
  ),
  ...serviceFlag,
  'lookup-addresses': Flags.boolean({ summary: 'Take the cluster IPs of Services from the live cluster.' }),
  fixed: treeMay(Flags.boolean({ summary: 'The corrected result instead of what the in-cluster Aeraki makes.' })),
  'static-routes': treeMay(
    Flags.boolean({
      summary: 'Routes inline instead of over RDS, so that no Aeraki is needed in the cluster.',
    }),
  ),
  for: Flags.string({
    summary: 'Only what reaches the proxy of this workload: by namespace, selector and the Sidecar that counts for it.',
    helpValue: '<workload.namespace>',
  }),
  placement: treeMay(
    Flags.boolean({ summary: 'Say of each EnvoyFilter whether istiod puts it where it means to stand.' }),
  ),
  ...watchFlags('Translate again whenever an input changes, and show what changed (--watch=full: all).', ['for']),
};
