import { type Change, most } from '../../xds/admin/history.js';
import type { RouteConfigurations } from '../config.js';

/** What changed when in the route configurations of a proxy, newest first. */
export class RouteHistory {
  /** By name, of what was there when it was last looked at. */
  #versions: ReadonlyMap<string, string> = new Map();
  readonly #changes: Change[] = [];

  get changes(): readonly Change[] {
    return this.#changes;
  }

  /** Takes what is in force now, at a time in milliseconds since 1970, and gives what is new of it: names with versions. */
  take({ byName }: RouteConfigurations, time: number): readonly string[] {
    const before = this.#versions;
    const now = new Map([...byName.values()].map(({ name, version }) => [name, version]));
    this.#versions = now;
    const fresh = [...now].filter(([name, version]) => before.get(name) !== version);
    const removed = [...before.keys()].filter((name) => !now.has(name));
    if (fresh.length + removed.length > 0) {
      const [added, changed] = [false, true].map((known) =>
        fresh.flatMap(([name]) => (before.has(name) === known ? [name] : [])),
      );
      // Each has a version of its own; of several, none says more than the names.
      const [[, version] = ['', ''], ...more] = fresh;
      const change = { time, version: more.length === 0 ? version : '', removed };
      this.#changes.unshift({ ...change, added: added ?? [], changed: changed ?? [] });
      if (this.#changes.length > most) this.#changes.pop();
    }
    return fresh.map(([name, version]) => `${name} (version ${version})`);
  }
}
