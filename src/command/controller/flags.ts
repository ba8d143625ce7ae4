import { Flags } from '@oclif/core';
import { clusterDomainFlag, namespaceScopedFlag } from '../input/mesh-flags.js';
import { tlsFlags } from '../input/rds/flags.js';
import { clusterFlags, istioFlags, outputFlag } from '../shell/flags.js';
import { treeMay } from '../shell/trust.js';
import { istiodFlags } from './istiod-flags.js';
import { sidecarFlags } from './sidecar-flags.js';

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
  ...istiodFlags,
};

const bootstrapFlag = {
  bootstrap: Flags.boolean({
    summary: 'Lead sidecars to the route server by a ConfigMap in each Namespace that has them.',
    default: true,
    allowNo: true,
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
  webhook: Flags.string({
    summary: 'Address of the admission webhook, or off.',
    default: 'off',
    helpValue: '<host:port>',
  }),
  'webhook-service': Flags.string({
    summary:
      'Service in front of the webhook, in the namespace of --webhook-namespace; without it the API server is given the address.',
    helpValue: '<name>',
  }),
  'webhook-namespace': Flags.string({
    summary: "Namespace of the webhook's Service and of the Secret with its authority (default: the root namespace).",
    helpValue: '<namespace>',
  }),
  'webhook-cert': Flags.string({
    summary: "The webhook's certificate (PEM), as of cert-manager; without it one is made.",
    helpValue: '<file>',
  }),
  'webhook-key': Flags.string({ summary: "The key of the webhook's certificate (PEM).", helpValue: '<file>' }),
  'tls-cert': Flags.string({ summary: "The route server's certificate (PEM).", helpValue: '<file>' }),
  'tls-key': tlsFlags['tls-key'],
  'tls-client-ca': Flags.string({
    summary: 'Ask proxies for a certificate of this authority (PEM).',
    helpValue: '<file>',
  }),
  bootstrap: Flags.string({
    summary:
      'Address of the route server as sidecars see it: kept in the ConfigMap aeraki-bootstrap-config of each Namespace that has them, or off.',
    default: 'off',
    helpValue: '<host:port>',
  }),
  'tls-istiod': Flags.string({
    summary:
      "Have the route server's certificate signed by this istiod's authority, as sidecars do (--istiod-ca, --istiod-token); proxies must show one of the mesh.",
    helpValue: '<host:port>',
  }),
  'scoped-routes': Flags.boolean({
    summary:
      "Give a route only to proxies of the namespaces that its MetaRouter's exportTo allows; a proxy's namespace is that of its certificate, else the one that it names.",
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
  events: Flags.boolean({
    summary: 'Say on each resource, as an Event, what is wrong with it.',
    default: true,
    allowNo: true,
  }),
  conditions: Flags.boolean({
    summary: "Say it in the status of Aeraki's kinds too: the conditions Accepted and Programmed.",
    default: true,
    allowNo: true,
  }),
  ...sidecarFlags,
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

/** The flags of `controller check`. */
export const checkFlags = {
  ...controllerFlags,
  ...bootstrapFlag,
  output: outputFlag(['table', 'json'], 'table'),
  namespace: Flags.string({
    char: 'n',
    summary: 'Namespace that the controller is to run in (default: the root namespace).',
    helpValue: '<namespace>',
  }),
  'redis-secret': Flags.string({
    summary: 'Secret that a Redis resource names, for the rights that are looked at.',
    helpValue: '<namespace/name>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
};

/** The flags of `controller status`. */
export const statusFlags = {
  output: outputFlag(['table', 'json'], 'table'),
  'admin-address': Flags.string({
    summary: 'Address that the controller has as --admin.',
    default: '127.0.0.1:15014',
    helpValue: '<host:port>',
  }),
};

/** The flags of `controller manifests`. */
export const manifestFlags = {
  ...istioFlags,
  ...clusterDomainFlag,
  ...namespaceScopedFlag,
  'allocate-addresses': controllerFlags['allocate-addresses'],
  fixed: controllerFlags.fixed,
  'mesh-config-map': controllerFlags['mesh-config-map'],
  output: outputFlag(['yaml', 'json'], 'yaml'),
  namespace: Flags.string({
    char: 'n',
    summary: "Namespace of the controller (default: Istio's).",
    helpValue: '<namespace>',
  }),
  image: Flags.string({ summary: 'Image of the program.', default: 'aeraki:latest', helpValue: '<image>' }),
  replicas: Flags.integer({ summary: 'How many of them.', default: 2, min: 1, max: 100, helpValue: '<n>' }),
  'redis-secret': Flags.string({
    summary: 'Secret that a Redis resource names: a right to read it, and no other one.',
    helpValue: '<namespace/name>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  ...bootstrapFlag,
  'config-source': istiodFlags['config-source'],
  'tls-istiod': Flags.string({
    summary:
      "istiod whose authority signs the route server's certificate, or off (default: port 15012 of Istio's, unless --tls-secret is given).",
    helpValue: '<host:port>',
  }),
  'tls-secret': Flags.string({
    summary: 'Secret with tls.crt, tls.key and ca.crt for the route server, instead of a certificate of istiod.',
    helpValue: '<name>',
  }),
  sidecars: sidecarFlags.sidecars,
  'sidecars-gateway': sidecarFlags['sidecars-gateway'],
  'sidecars-prometheus': sidecarFlags['sidecars-prometheus'],
  crds: Flags.boolean({ summary: 'The CustomResourceDefinitions of Aeraki too.' }),
};
