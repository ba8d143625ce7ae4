import type { FoundMeshConfig } from '../../index/mesh-config.js';
import type { MeshService } from '../../index/mesh-index.js';
import type { Loaded } from '../../load/loaded.js';
import { indexLoaded, type Translated, translateLoaded } from '../../pipeline.js';
import { defaultTranslateOptions, type TranslateOptions } from '../../translate/options.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { InputFlags } from './inputs.js';
import type { ruleFlags } from './rule-flags.js';
import { translateOptions } from './translate-options.js';

/** The flags that shape the translation which is compared. */
interface SideFlags
  extends InputFlags,
    Pick<
      FilledFlagValues<typeof ruleFlags>,
      'filename' | 'namespace-scoped' | 'cluster-domain' | 'service' | 'fixed'
    > {}

export type Addresses = ReadonlyMap<string, readonly string[]>;

export interface Side {
  readonly translated: Translated;
  readonly translateOptions: TranslateOptions;
}

/**
 * Translates one side. `addresses` are used for the services that the inputs leave without one of their own: what a
 * cluster gave them, so that an address is never a difference.
 */
export async function translateSide(
  loaded: Loaded,
  flags: SideFlags,
  addresses: Addresses,
  meshConfig: FoundMeshConfig | undefined,
): Promise<Side> {
  const options = translateOptions(flags, await addressesFor(loaded));
  return { translateOptions: options, translated: await translateLoaded(loaded, options, { meshConfig }) };

  async function addressesFor(side: Loaded): Promise<Addresses> {
    if (addresses.size === 0) return addresses;
    const plain = { ...defaultTranslateOptions, clusterDomain: flags['cluster-domain'] };
    const { index } = await indexLoaded(side, plain, { meshConfig });
    const wanted = new Map<string, readonly string[]>();
    for (const service of index.services) {
      const [host] = service.hosts;
      const known = host === undefined ? undefined : addresses.get(host);
      if (host !== undefined && known !== undefined && lacksAddress(service)) wanted.set(host, known);
    }
    return wanted;
  }
}

/** The allocator chose its address, or it is a Service that no cluster has given one yet. */
function lacksAddress(service: MeshService): boolean {
  return (
    service.allocated ||
    (service.synthetic && service.resolution === 'STATIC' && service.addresses.join() === '0.0.0.0')
  );
}

/** The addresses that the allocator chose, by host. */
export function allocatedAddresses({ index }: Translated): Addresses {
  const addresses = new Map<string, readonly string[]>();
  for (const { allocated, hosts, addresses: list } of index.services) {
    if (allocated && hosts[0] !== undefined) addresses.set(hosts[0], list);
  }
  return addresses;
}
