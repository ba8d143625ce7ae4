import type { MetaRouteConfiguration } from '../../model/envoy.js';
import type { RouteConfiguration, RouteConfigurations } from '../config.js';

/**
 * The route configurations of a source. Each change makes a new `current`, so that a reader never sees half of one. They
 * count as dynamic wherever they come from: the filters that Aeraki makes ask for them by RDS.
 */
export class RouteTable {
  #byName: ReadonlyMap<string, RouteConfiguration> = new Map();
  /** While several changes are made together. */
  #open: Map<string, RouteConfiguration> | undefined;
  #touched = false;

  /** @param now milliseconds since 1970 */
  constructor(readonly now: () => number) {}

  get current(): RouteConfigurations {
    return { byName: this.#byName };
  }

  /** @returns false when that version is in force already, and none was refused since */
  accept(routes: MetaRouteConfiguration, version: string): boolean {
    const { name } = routes;
    const known = (this.#open ?? this.#byName).get(name);
    if (known?.version === version && known.refused === undefined) return false;
    // A server that takes a bad version back has changed nothing.
    const lastUpdated = known?.version === version ? known.lastUpdated : this.now();
    this.#put({ name, routes, dynamic: true, version, lastUpdated });
    return known?.version !== version;
  }

  /** Notes a version that was refused at the configuration that stays in force, if there is one. */
  refuse(name: string, version: string, reason: string): void {
    const known = (this.#open ?? this.#byName).get(name);
    if (known !== undefined) this.#put({ ...known, refused: { version, reason, at: this.now() } });
  }

  /** @returns whether there was one */
  remove(name: string): boolean {
    if (!this.#byName.has(name)) return false;
    const rest = new Map(this.#byName);
    rest.delete(name);
    this.#byName = rest;
    return true;
  }

  /** Makes one change of many: what is read meanwhile is the state before. */
  together(change: () => void): void {
    this.#open = new Map(this.#byName);
    try {
      change();
    } finally {
      const changed = this.#open;
      this.#open = undefined;
      if (this.#touched) this.#byName = changed;
      this.#touched = false;
    }
  }

  #put(configuration: RouteConfiguration): void {
    if (this.#open === undefined) {
      this.#byName = new Map(this.#byName).set(configuration.name, configuration);
      return;
    }
    this.#touched = true;
    this.#open.set(configuration.name, configuration);
  }
}
