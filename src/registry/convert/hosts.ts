import type { RegistryService } from '../model.js';
import { toLower } from '../reference/go.js';
import type { ConvertMemo } from './memo.js';
import type { MergedService } from './merge.js';
import { fitHost, rawHost, told } from './names.js';

export interface HostOf {
  readonly raw: string;
  readonly host: string;
  /** The label of the service that has the host that this one would have had. */
  readonly other?: string;
  /** That host. */
  readonly wanted: string;
}

/**
 * A host for every service, each its own. Of several that would have the same, the one whose name needs no fitting keeps
 * it, then the one whose key comes first; so it does not depend on the order of the registry.
 */
export function allocateHosts(
  services: readonly MergedService[],
  fqdn: string,
  memo: Pick<ConvertMemo, 'hosts' | 'allocated'>,
): ReadonlyMap<string, HostOf> {
  // Hosts follow from the keys alone.
  const { allocated } = memo;
  const isSame =
    allocated?.keys.length === services.length && services.every(({ key }, at) => key === allocated.keys[at]);
  if (isSame) return allocated.hosts;
  const wanted = services.map((merged) => {
    const known = memo.hosts.get(merged.service);
    if (known !== undefined) return { merged, ...known };
    const raw = rawHost(merged.service, fqdn);
    const host = fitHost(raw);
    const own = { raw, host, effort: host === raw ? 0 : host === toLower(raw) ? 1 : 2 };
    memo.hosts.set(merged.service, own);
    return { merged, ...own };
  });
  const taken = new Map<string, string>();
  const result = new Map<string, HostOf>();
  for (const { merged, raw, host } of [...wanted].sort((a, b) => a.effort - b.effort)) {
    const other = taken.get(host);
    const given = other === undefined ? host : told(host, merged.key);
    taken.set(given, labelOf(merged.service));
    result.set(merged.key, { raw, host: given, wanted: host, ...(other !== undefined && { other }) });
  }
  memo.allocated = { keys: services.map(({ key }) => key), hosts: result };
  return result;
}

/** A service as a person calls it: `com.shop.OrderService group eu version 1.0.0`. */
export function labelOf({ name, group, version, scope }: RegistryService): string {
  const parts = [name];
  if (group !== '') parts.push(`group ${group}`);
  if (version !== '') parts.push(`version ${version}`);
  if (scope.length > 0) parts.push(`(${scope.join(', ')})`);
  return parts.join(' ');
}
