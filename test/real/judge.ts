import { type Bootstrap, validateEnvoy } from './parts/envoy.js';
import type { Item } from './results.js';

/** An item that Envoy refuses, and Envoy's words. */
export interface Refusal<T> {
  readonly item: Item<T>;
  readonly words: string;
}

/**
 * Which items a real Envoy refuses (`--mode validate`). All go into one bootstrap; only when that is refused are they
 * halved, so that a few refusals among hundreds cost little. Items in `doubtful` are asked one by one.
 */
export async function refusals<T>(
  items: readonly Item<T>[],
  bootstrap: (values: readonly T[]) => Bootstrap,
  doubtful: (item: Item<T>) => boolean = () => false,
): Promise<readonly Refusal<T>[]> {
  const refused = await halving(
    items.filter((item) => !doubtful(item)),
    bootstrap,
  );
  for (const item of items.filter(doubtful)) refused.push(...(await halving([item], bootstrap)));
  return refused;
}

async function halving<T>(
  items: readonly Item<T>[],
  bootstrap: (values: readonly T[]) => Bootstrap,
): Promise<Refusal<T>[]> {
  if (items.length === 0) return [];
  const { ok, words } = await validateEnvoy(bootstrap(items.map(({ value }) => value)));
  if (ok) return [];
  const [only] = items;
  if (items.length === 1 && only !== undefined) return [{ item: only, words }];
  const middle = Math.floor(items.length / 2);
  return [...(await halving(items.slice(0, middle), bootstrap)), ...(await halving(items.slice(middle), bootstrap))];
}

/** Refusals as short texts, for expectations. */
export function texts(refused: readonly Refusal<unknown>[]): readonly string[] {
  return refused.map(({ item, words }) => `${item.what}: ${words}`);
}
