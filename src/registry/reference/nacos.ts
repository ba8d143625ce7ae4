import type { NacosState } from '../dump/dump.js';
import type { Conversion } from './conversion.js';
import { dubboEntries } from './dubbo-entries.js';
import { nacosProviders } from './dubbo-provider.js';

/**
 * What dubbo2istio converts when the services become `state`: all services whose hosts changed, told whole and together.
 *
 * @param before the state before, undefined at the start
 */
export function convertNacos(registryName: string, state: NacosState, before?: NacosState): readonly Conversion[] {
  const old = new Map(before?.services.map((service) => [keyOf(service), JSON.stringify(service.hosts)]));
  const told = state.services.filter((service) => old.get(keyOf(service)) !== JSON.stringify(service.hosts));
  return [{ from: '', serviceEntries: dubboEntries(registryName, told.flatMap(nacosProviders)) }];
}

function keyOf({ namespaceId, groupName, name }: NacosState['services'][number]): string {
  return JSON.stringify([namespaceId, groupName, name]);
}
