/** Names that lazyXDS has written into its code, and where ours may stand instead. */
import { outboundCluster } from '../envoy/cluster-name.js';

/** The namespace of everything that it installs (L10). */
export const ISTIO_NAMESPACE = 'istio-system';
export const MANAGER = 'lazyxds-manager';
export const MANAGED_BY = 'app.kubernetes.io/managed-by';
export const PREFIX = 'lazyxds-';

/** What the names of Services end in. */
export const DOMAIN = 'svc.cluster.local';

/** `name.namespace.svc.cluster.local`: another domain than this it does not know (L10). */
export function fqdn(name: string, namespace: string, domain = DOMAIN): string {
  return `${name}.${namespace}.${domain}`;
}

/** Where the fallback gateway and all that is shared stand: fixed in lazyXDS (L10), a choice in what is made right. */
export interface LazyPlace {
  readonly namespace: string;
  /** What the names of Services end in. */
  readonly domain: string;
  /** What names of objects begin with. */
  readonly prefix: string;
  /** The value of the label `app.kubernetes.io/managed-by`. */
  readonly manager: string;
  /** The Service of the gateway, and the port that it is called at. */
  readonly gateway: { readonly name: string; readonly port: number };
  /** The cluster to which the gateway sends its access log. */
  readonly accessLogCluster: string;
}

/** What names of ours begin with where a controller keeps these objects. */
export const KEPT_PREFIX = 'aeraki-lazy-';

export const lazyXdsPlace: LazyPlace = {
  namespace: ISTIO_NAMESPACE,
  domain: DOMAIN,
  prefix: PREFIX,
  manager: MANAGER,
  gateway: { name: 'istio-egressgateway-lazyxds', port: 8080 },
  accessLogCluster: 'lazyxds-accesslog-service',
};

/** The Service without pods that gives every proxy its listeners of HTTP. */
export function placeholderName(prefix: string): string {
  return `${prefix}placeholder-service`;
}

/** The Gateway object, as a VirtualService names it. */
export function gatewayOf({ namespace, prefix }: LazyPlace): string {
  return `${namespace}/${prefix}egress`;
}

/** The cluster by which a client calls the gateway. */
export function gatewayCluster({ gateway, namespace, domain }: LazyPlace): string {
  return outboundCluster(fqdn(gateway.name, namespace, domain), gateway.port);
}

/** Marks that a client's EnvoyFilter of `--fixed` puts on a call for the gateway: the port, and the caller's namespace. */
export const PORT_HEADER = 'lazyxds-service-port';
export const NAMESPACE_HEADER = 'lazyxds-source-namespace';
