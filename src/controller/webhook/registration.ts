import { type ClusterKind, clusterKinds } from '../../cluster/kinds.js';
import type { JsonObject } from '../../model/envoy.js';
import { isAerakiGroup } from '../../model/kinds.js';

/** The kinds that the webhook sees: those that it may refuse, and those about which it only warns. */
export const kinds: { readonly refused: readonly ClusterKind[]; readonly warned: readonly ClusterKind[] } = {
  refused: clusterKinds.filter(({ group }) => isAerakiGroup(group)),
  warned: clusterKinds.filter(({ group }) => group === 'networking.istio.io'),
};

/** Where the API server finds the webhook: a Service of the cluster, or an address outside of it. */
export type WebhookPlace =
  | { readonly service: { readonly namespace: string; readonly name: string; readonly port: number } }
  | { readonly url: string };

export const webhookPath = '/validate';

/**
 * The ValidatingWebhookConfiguration `aeraki-NAMESPACE`, as the reference calls it. A webhook that does not answer never
 * keeps anybody from writing (`Ignore`, 3 s), and the namespaces that a cluster lives on are left out (defect C12).
 *
 * @param caBundle PEM; left out: somebody else puts it in (cert-manager)
 */
export function webhookConfiguration(namespace: string, place: WebhookPlace, caBundle: string | undefined): JsonObject {
  const clientConfig = {
    ...('url' in place ? { url: place.url } : { service: { ...place.service, path: webhookPath } }),
    ...(caBundle !== undefined && { caBundle: Buffer.from(caBundle).toString('base64') }),
  };
  const webhook = (name: string, seen: readonly ClusterKind[]): JsonObject => ({
    name,
    clientConfig,
    rules: [...new Set(seen.map(({ group }) => group))].map((group) => ({
      operations: ['CREATE', 'UPDATE'],
      apiGroups: [group],
      apiVersions: ['*'],
      resources: seen.filter((each) => each.group === group).map(({ resource }) => resource),
      scope: '*',
    })),
    failurePolicy: 'Ignore',
    matchPolicy: 'Equivalent',
    sideEffects: 'None',
    timeoutSeconds: 3,
    admissionReviewVersions: ['v1'],
    namespaceSelector: {
      matchExpressions: [
        {
          key: 'kubernetes.io/metadata.name',
          operator: 'NotIn',
          values: ['kube-system', 'kube-public', 'kube-node-lease'],
        },
      ],
    },
  });
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: `aeraki-${namespace}`, labels: { 'app.kubernetes.io/name': 'aeraki' } },
    webhooks: [webhook('validation.aeraki.io', kinds.refused), webhook('warnings.aeraki.io', kinds.warned)],
  };
}
