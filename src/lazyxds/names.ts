/** Names that lazyXDS has written into its code. */

/** The namespace of everything that it installs (L10). */
export const ISTIO_NAMESPACE = 'istio-system';
export const MANAGER = 'lazyxds-manager';
export const MANAGED_BY = 'app.kubernetes.io/managed-by';
export const PREFIX = 'lazyxds-';

/** `name.namespace.svc.cluster.local`: another domain than this it does not know (L10). */
export function fqdn(name: string, namespace: string): string {
  return `${name}.${namespace}.svc.cluster.local`;
}
