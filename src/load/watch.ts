import { type WatcherOptions, watchPaths } from './watcher.js';

/**
 * Calls `run` once and again after every change below `paths`, with what changed; changes that come while it runs, or
 * shortly after each other, make one run. Never resolves, since the process ends by a signal; rejects when `run` does.
 */
export async function watchInputs(
  paths: readonly string[],
  run: (changed: readonly string[]) => Promise<void>,
  options: WatcherOptions,
): Promise<never> {
  const changed = new Set<string>();
  let running = true;
  const go = async (): Promise<void> => {
    running = true;
    do {
      const names = [...changed].sort();
      changed.clear();
      await run(names);
    } while (changed.size > 0);
    running = false;
  };
  return new Promise<never>((_resolve, reject) => {
    const note = (names: readonly string[]): void => {
      for (const name of names) changed.add(name);
      if (!running) go().catch(reject);
    };
    watchPaths(paths, note, options);
    go().catch(reject);
  });
}
