import { parseClusterName } from '../envoy/cluster-name.js';
import type { VirtualServiceSpec } from '../model/istio.js';
import type { Resource } from '../model/resource.js';
import type { LazyService } from './catalogue.js';
import { DOMAIN, fqdn, ISTIO_NAMESPACE } from './names.js';

/** A call as the egress gateway's access log shows it. */
export interface Access {
  /** Address of the caller. */
  readonly from: string;
  /** The upstream cluster. */
  readonly cluster: string;
  /** Address of the upstream; lazyXDS means to use it and does not (L7). */
  readonly to: string;
}

/**
 * What a VirtualService ties together: its full hosts and the full hosts of its http routes, if at least two. Short
 * names, wildcards and delegates do not count. The gateway's own is not looked at.
 */
export function bindings(resources: readonly Resource[]): readonly ReadonlySet<string>[] {
  return resources.flatMap(({ kind, namespace, name, object }) => {
    if (kind !== 'VirtualService' || (namespace === ISTIO_NAMESPACE && name === 'lazyxds-egress')) return [];
    const spec = (object.spec ?? {}) as VirtualServiceSpec;
    const bound = new Set((spec.hosts ?? []).filter((host) => host.endsWith(DOMAIN) && !host.includes('*')));
    if (bound.size === 0) return [];
    for (const { route } of spec.http ?? []) {
      for (const { destination } of route ?? []) if (destination?.host?.endsWith(DOMAIN)) bound.add(destination.host);
    }
    return bound.size < 2 ? [] : [bound];
  });
}

/** Addresses → the Service whose Endpoints have them; of several the last one (lazyXDS: any one, L3). */
export function sources(resources: readonly Resource[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { kind, name, namespace, object } of resources) {
    if (kind !== 'Endpoints') continue;
    const { subsets } = object as { subsets?: readonly { addresses?: readonly { ip?: string }[] }[] };
    for (const { addresses } of subsets ?? []) {
      for (const { ip } of addresses ?? []) if (ip !== undefined) found.set(ip, fqdn(name, namespace));
    }
  }
  return found;
}

/** The host of an outbound cluster's name, '' for any other; subset and port are not looked at. */
export function destinationOf(cluster: string): string {
  const name = parseClusterName(cluster);
  return name?.direction === 'outbound' ? name.host : '';
}

/** Ids that a lazy service sees: whom it was seen to call with what is bound to them, and all that have a TCP port (L6). */
export function visible(
  learnt: ReadonlySet<string>,
  services: ReadonlyMap<string, LazyService>,
  bound: readonly ReadonlySet<string>[],
): ReadonlySet<string> {
  const result = new Set<string>();
  for (const id of learnt) {
    result.add(id);
    for (const binding of bound) {
      if (binding.has(id)) for (const other of binding) if (services.has(other)) result.add(other);
    }
  }
  for (const { id, namespace, tcp } of services.values()) {
    if (namespace !== ISTIO_NAMESPACE && tcp.size > 0) result.add(id);
  }
  return result;
}
