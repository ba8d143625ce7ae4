import { type WatcherOptions, watchPaths } from '../load/watcher.js';
import type { Source } from './source.js';

/** The same source, also watched at paths that have none of its objects but change what comes of them (a mesh config). */
export function alsoWatched(source: Source, paths: readonly string[], options: WatcherOptions): Source {
  if (paths.length === 0) return source;
  return {
    name: source.name,
    read: () => source.read(),
    watch: (changed) => {
      const all = [source.watch?.(changed), watchPaths(paths, changed, options)];
      return {
        close: () => {
          for (const each of all) each?.close();
        },
      };
    },
  };
}
