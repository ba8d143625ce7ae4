import { Flags } from '@oclif/core';
import { clusterDomainFlag, namespaceScopedFlag } from '../input/mesh-flags.js';
import { tlsFlags } from '../input/rds/flags.js';
import { clusterFlags, istioFlags, outputFlag } from '../shell/flags.js';
import { treeMay } from '../shell/trust.js';

/** Which cluster, and how it is translated. */
export const controllerFlags = {
  kubeconfig: clusterFlags.kubeconfig,
  context: Flags.string({
    summary: 'Context of the kubeconfig (default: the current one; in a pod its own cluster).',
    helpValue: '<name>',
  }),
  ...istioFlags,
  ...clusterDomainFlag,
  ...namespaceScopedFlag,
  'allocate-addresses': Flags.boolean({
    summary: 'Give ServiceEntries without addresses one.',
    default: true,
    allowNo: true,
  }),
  fixed: treeMay(
    Flags.boolean({ summary: 'The corrected objects and routes instead of what the in-cluster Aeraki makes.' }),
  ),
  'mesh-config-map': Flags.string({
    summary: "Name of the mesh's ConfigMap in the root namespace.",
    default: 'istio',
    helpValue: '<name>',
  }),
};

/** The flags of `controller run`. */
export const runFlags = {
  ...controllerFlags,
  output: outputFlag(['log', 'json'], 'log'),
  listen: Flags.string({
    summary: 'Address to serve routes on (RDS); port 0 takes a free one.',
    default: '127.0.0.1:15010',
    helpValue: '<host:port>',
  }),
  admin: Flags.string({
    summary: 'Address of /healthz, /readyz, /metrics and the admin page, or off.',
    default: '127.0.0.1:15014',
    helpValue: '<host:port>',
  }),
  'tls-cert': Flags.string({ summary: "The route server's certificate (PEM).", helpValue: '<file>' }),
  'tls-key': tlsFlags['tls-key'],
  'tls-client-ca': Flags.string({
    summary: 'Ask proxies for a certificate of this authority (PEM).',
    helpValue: '<file>',
  }),
  adopt: Flags.option({
    summary: 'Whether an object that somebody else has changed is put back; false: it is reported.',
    options: ['true', 'false'] as const,
    default: 'true' as const,
  })(),
  'dry-run': Flags.boolean({ summary: 'Write nothing, say what would be written.' }),
  'max-delete': Flags.integer({
    summary: 'How many of the objects may be deleted at once, in percent. More: none of them, until SIGHUP.',
    min: 0,
    max: 100,
    default: 30,
    helpValue: '<percent>',
  }),
  'leader-elect': Flags.boolean({
    summary: 'Let one of several replicas write, elected by a Lease; all of them serve.',
    default: true,
    allowNo: true,
  }),
  'lease-namespace': Flags.string({
    summary: 'Namespace of the Lease (default: the root namespace).',
    helpValue: '<namespace>',
  }),
  debounce: Flags.integer({
    summary: 'How long nothing must have changed before it is acted on, in milliseconds.',
    min: 0,
    max: 60_000,
    default: 50,
    helpValue: '<ms>',
  }),
  'debounce-max': Flags.integer({
    summary: 'At the latest so long after the first change, in milliseconds.',
    min: 0,
    max: 600_000,
    default: 500,
    helpValue: '<ms>',
  }),
};
