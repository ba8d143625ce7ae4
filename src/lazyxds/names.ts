/** Names that lazyXDS has written into its code. */

/** The namespace of everything that it installs (L10). */
export const ISTIO_NAMESPACE = 'istio-system';
export const MANAGER = 'lazyxds-manager';
export const MANAGED_BY = 'app.kubernetes.io/managed-by';
export const PREFIX = 'lazyxds-';

/** What the names of Services end in. */
export const DOMAIN = 'svc.cluster.local';

/** `name.namespace.svc.cluster.local`: another domain than this it does not know (L10). */
export function fqdn(name: string, namespace: string): string {
  return `${name}.${namespace}.${DOMAIN}`;
}

/** The Gateway object of the fallback gateway, as a VirtualService names it. */
export const GATEWAY = `${ISTIO_NAMESPACE}/lazyxds-egress`;

/** Marks that a client's EnvoyFilter of `--fixed` puts on a call for the gateway: the port, and the caller's namespace. */
export const PORT_HEADER = 'lazyxds-service-port';
export const NAMESPACE_HEADER = 'lazyxds-source-namespace';
