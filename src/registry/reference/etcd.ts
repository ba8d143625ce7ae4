import type { EtcdState } from '../dump/dump.js';
import type { Conversion } from './conversion.js';
import { dubboEntries } from './dubbo-entries.js';
import { parseProvider } from './dubbo-provider.js';
import { byOctets } from './go.js';

/** What dubbo2istio converts at its first read: keys of exactly five parts below /dubbo/ (spec/registry.md, 1.3). */
export function convertEtcd(registryName: string, state: EtcdState): readonly Conversion[] {
  const providers = new Map<string, string[]>();
  for (const key of sortedKeys(state)) {
    const parts = key.split('/');
    const [, root, node = '', folder, provider = ''] = parts;
    if (!key.startsWith('/dubbo/') || parts.length !== 5 || root !== 'dubbo' || folder !== 'providers') continue;
    const list = providers.get(node);
    if (list === undefined) providers.set(node, [provider]);
    else list.push(provider);
  }
  return convert(registryName, providers);
}

/**
 * What its watch converts when the keys become `state`. `changed` holds the interfaces that ever changed and grows: the
 * reference forgets none of them (D-R29).
 */
export function convertEtcdChange(
  registryName: string,
  before: EtcdState,
  state: EtcdState,
  changed: Set<string>,
): readonly Conversion[] {
  const events = changedKeys(before, state).filter((key) => key.startsWith('/dubbo'));
  if (events.length === 0) return [];
  for (const key of events) {
    const [, , node = '', folder, provider] = key.split('/');
    if (folder === 'providers' && provider !== undefined && node !== '') changed.add(node);
  }
  const keys = sortedKeys(state);
  const providers = new Map<string, readonly string[]>();
  for (const node of changed) {
    // The whole key is converted, so one below a provider counts as a provider.
    const found = keys.filter((key) => key.startsWith(`/dubbo/${node}/providers/`));
    if (found.length > 0) providers.set(node, found);
  }
  return convert(registryName, providers);
}

function convert(registryName: string, providers: ReadonlyMap<string, readonly string[]>): readonly Conversion[] {
  return [...providers]
    .sort(([a], [b]) => byOctets(a, b))
    .map(([from, names]) => ({
      from,
      serviceEntries: dubboEntries(
        registryName,
        names.flatMap((name) => parseProvider(name) ?? []),
      ),
    }));
}

function sortedKeys({ kvs }: EtcdState): readonly string[] {
  return kvs.map(({ key }) => key).sort(byOctets);
}

/** Keys that were put or deleted. */
function changedKeys(before: EtcdState, after: EtcdState): readonly string[] {
  const old = new Map(before.kvs.map(({ key, value }) => [key, value ?? '']));
  const put = after.kvs.filter(({ key, value }) => old.get(key) !== (value ?? '')).map(({ key }) => key);
  const kept = new Set(after.kvs.map(({ key }) => key));
  return [...put, ...[...old.keys()].filter((key) => !kept.has(key))];
}
