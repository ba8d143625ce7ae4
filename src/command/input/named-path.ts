import type { Loaded } from '../../load/loaded.js';

/** True when a path that was named is not there or cannot be read: then there is nothing to start with. */
export function namedPathFails({ findings }: Loaded, paths: readonly string[]): boolean {
  const named = new Set(paths);
  const fatal = new Set<string>(['AER0001', 'AER0002']);
  return findings.some(({ code, file }) => fatal.has(code) && file !== undefined && named.has(file));
}
