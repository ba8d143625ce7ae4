/** Runs `each` for all items, at most `most` at a time; results in the order of the items. The first failure counts. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  most: number,
  each: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      const item = items[at] as Item;
      results[at] = await each(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return results;
}
