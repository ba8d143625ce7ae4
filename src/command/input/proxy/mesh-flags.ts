import { Flags } from '@oclif/core';

/** The flags by which `aeraki proxy` is the data plane of a control plane. */
export const meshFlags = {
  xds: Flags.string({
    summary: 'Take everything from this control plane (istiod): listeners, clusters, endpoints, routes.',
    helpValue: '<host:port>',
  }),
  'node-id': Flags.string({
    summary: "Whose sidecar this is, for --xds: 'sidecar~IP~POD.NAMESPACE~NAMESPACE.svc.cluster.local'.",
    helpValue: '<id>',
  }),
  'node-metadata': Flags.string({
    summary: 'Metadata of the node for --xds, over what is made of --node-id: JSON, or a file with it.',
    helpValue: '<json|file>',
  }),
  'token-file': Flags.string({
    summary: 'Token of the service account, shown to the control plane and to its authority; read anew each time.',
    helpValue: '<file>',
  }),
  'mtls-cert': Flags.string({
    summary: "The workload's certificate for mutual TLS (PEM), in place of one that the authority of --xds signs.",
    helpValue: '<file>',
  }),
  'mtls-key': Flags.string({ summary: 'The key of --mtls-cert (PEM).', helpValue: '<file>' }),
  'mtls-ca': Flags.string({ summary: 'The authorities of the mesh (PEM), with --mtls-cert.', helpValue: '<file>' }),
  traffic: Flags.option({
    summary: 'What to listen for with --xds: what comes to the workload, what leaves it, or both.',
    options: ['both', 'inbound', 'outbound'] as const,
    default: 'both' as const,
  })(),
  'original-dst': Flags.string({
    summary:
      'Where a destination of the mesh is on this machine, IP[:PORT]=ADDRESS[:PORT] (default: the same address with 127 in front).',
    helpValue: '<destination=address>',
    multiple: true,
    multipleNonGreedy: true,
    default: [] as string[],
  }),
};
