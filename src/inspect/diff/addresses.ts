import { parseClusterName } from '../../envoy/cluster-name.js';
import { FieldReader } from '../../envoy/fields.js';
import type { Dump } from '../dump.js';
import { filterLabel } from '../filter.js';
import { readListeners } from '../listeners.js';

/** The addresses of services by host, from the listeners of a proxy: which filter is for which host, and where it is. */
export function addressesOfProxy(dump: Dump): ReadonlyMap<string, readonly string[]> {
  const addresses = new Map<string, string[]>();
  const reader = new FieldReader();
  for (const listener of readListeners(dump, [], true)) {
    const [, address] = /^(.+)_\d+$/.exec(listener.name) ?? [];
    if (address === undefined || listener.state === 'refused') continue;
    for (const filter of listener.chains.flatMap((chain) => chain.filters ?? [])) {
      if (filterLabel(filter) === undefined) continue;
      const host = parseClusterName(reader.text(filter.config, 'stat_prefix'))?.host;
      if (host === undefined || host === '') continue;
      const known = addresses.get(host);
      if (known === undefined) addresses.set(host, [address]);
      else if (!known.includes(address)) known.push(address);
    }
  }
  return addresses;
}
