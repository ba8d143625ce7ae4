import { Flags } from '@oclif/core';

/** Where istiod is asked, and how the controller makes itself known to it. */
export const istiodFlags = {
  'config-source': Flags.string({
    summary:
      'Where Services and the Istio kinds come from: cluster, or istiod=HOST:PORT (over xDS, with all that istiod knows from other clusters and registries).',
    default: 'cluster',
    helpValue: '<source>',
  }),
  'istiod-ca': Flags.string({
    summary: "Authority of istiod's certificate (PEM).",
    default: '/var/run/secrets/istio/root-cert.pem',
    helpValue: '<file>',
  }),
  'istiod-token': Flags.string({
    summary: 'Token of a service account for the audience istio-ca, which istiod is shown.',
    default: '/var/run/secrets/tokens/istio-token',
    helpValue: '<file>',
  }),
  'istiod-server-name': Flags.string({
    summary: "Name in istiod's certificate, where it is not that of its address.",
    helpValue: '<name>',
  }),
  'istiod-plaintext': Flags.boolean({
    summary:
      'Ask istiod for its configuration without TLS and without a token, on whatever port; on 15010 that is so anyway.',
  }),
};
