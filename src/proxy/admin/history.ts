import { type Change, Changes } from '../../xds/admin/history.js';
import type { RouteConfigurations } from '../config.js';

/** What changed when in the route configurations of a proxy, newest first. */
export class RouteHistory {
  /** By name, of what was there when it was last looked at. */
  #versions: ReadonlyMap<string, string> = new Map();
  readonly #changes = new Changes();

  get changes(): readonly Change[] {
    return this.#changes.all;
  }

  /** Takes what is in force now, at a time in milliseconds since 1970, and gives what is new of it: names with versions. */
  take({ byName }: RouteConfigurations, time: number): readonly string[] {
    const before = this.#versions;
    const now = new Map([...byName.values()].map(({ name, version }) => [name, version]));
    this.#versions = now;
    const fresh = [...now].filter(([name, version]) => before.get(name) !== version);
    const removed = [...before.keys()].filter((name) => !now.has(name));
    if (fresh.length + removed.length > 0) {
      const names = fresh.map(([name]) => name);
      const added = names.filter((name) => !before.has(name));
      const changed = names.filter((name) => before.has(name));
      // Each has a version of its own; of several, none says more than the names.
      const version = fresh.length === 1 ? (fresh[0]?.[1] ?? '') : '';
      this.#changes.add({ time, version, added, changed, removed });
    }
    return fresh.map(([name, version]) => `${name} (version ${version})`);
  }
}
