import type { ZookeeperState } from '../dump/dump.js';
import type { Conversion } from './conversion.js';
import { dubboEntries } from './dubbo-entries.js';
import { parseProvider } from './dubbo-provider.js';
import { byOctets } from './go.js';

/** The root is fixed in dubbo2istio. */
const root = '/dubbo/';
const skipped: ReadonlySet<string> = new Set(['config', 'metadata']);

/**
 * What dubbo2istio converts when the nodes become `state`: every interface whose list of providers is another one than
 * before. An empty list is no reason to convert (D-R14). Interfaces in byte order, providers as the server lists them.
 *
 * @param before the state before, undefined at the start
 */
export function convertZookeeper(
  registryName: string,
  state: ZookeeperState,
  before?: ZookeeperState,
): readonly Conversion[] {
  const old = before === undefined ? undefined : providersOf(before);
  return [...providersOf(state)]
    .filter(([node, providers]) => providers.length > 0 && !sameSet(old?.get(node), providers))
    .sort(([a], [b]) => byOctets(a, b))
    .map(([from, providers]) => ({
      from,
      serviceEntries: dubboEntries(
        registryName,
        providers.flatMap((name) => parseProvider(name) ?? []),
      ),
    }));
}

/** Interface node → names of its provider nodes. */
function providersOf(state: ZookeeperState): ReadonlyMap<string, readonly string[]> {
  const providers = new Map<string, string[]>();
  for (const { path } of state.nodes) {
    if (!path.startsWith(root)) continue;
    const [node = '', folder, name, ...deeper] = path.slice(root.length).split('/');
    if (skipped.has(node) || folder !== 'providers' || deeper.length > 0) continue;
    const list = providers.get(node) ?? [];
    if (name !== undefined && name !== '') list.push(name);
    providers.set(node, list);
  }
  return providers;
}

/** A watch on children fires when one comes or goes; their order is nobody's event. */
function sameSet(a: readonly string[] | undefined, b: readonly string[]): boolean {
  if (a === undefined || a.length !== b.length) return false;
  const known = new Set(a);
  return b.every((name) => known.has(name));
}
