import type { Loaded } from '../load/loaded.js';
import type { KubernetesService, ServiceEntry } from '../model/istio.js';
import { type ReadOptions, readKindsOf } from './reader.js';

export interface AddressOptions extends ReadOptions {
  readonly clusterDomain: string;
}

/**
 * Addresses by host from the live cluster, for `translate --lookup-addresses`: the cluster IPs of Services, and the
 * addresses of ServiceEntries (which the in-cluster allocator wrote). Headless Services are left out.
 */
export async function lookupClusterIPs(options: AddressOptions): Promise<ReadonlyMap<string, readonly string[]>> {
  const loaded = await readKindsOf(options, ['Service', 'ServiceEntry']);
  return addressesOf(loaded, options.clusterDomain);
}

export function addressesOf(loaded: Loaded, clusterDomain: string): ReadonlyMap<string, readonly string[]> {
  const addresses = new Map<string, readonly string[]>();
  for (const resource of loaded.resources) {
    if (resource.kind === 'Service') {
      const spec = (resource.object as KubernetesService).spec;
      const first = spec?.clusterIP;
      const all = [...(first ? [first] : []), ...(spec?.clusterIPs ?? []).filter((each) => each !== first)];
      const usable = all.filter((each) => each !== '' && each !== 'None');
      if (usable.length > 0) addresses.set(`${resource.name}.${resource.namespace}.svc.${clusterDomain}`, usable);
    } else if (resource.kind === 'ServiceEntry') {
      const spec = (resource.object as ServiceEntry).spec;
      const host = spec?.hosts?.[0];
      if (host !== undefined && spec?.addresses?.length) addresses.set(host, spec.addresses);
    }
  }
  return addresses;
}
