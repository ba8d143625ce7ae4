import type { FileRegistry } from '@bufbuild/protobuf';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { readHttpRoutes } from '../../match/read-routes.js';
import type { JsonObject, RouteConfiguration } from '../../model/envoy.js';
import { palette } from '../../output/colour.js';
import { diagnosticText } from '../../output/log.js';
import { brokenBy, type Edition, freshOf } from '../../xds/edit.js';
import { createEnvoyRegistry } from '../../xds/registry.js';
import { createSnapshot, emptySnapshot, type Snapshot } from '../../xds/snapshot.js';
import type { RouteSource, RouteSourceEvents } from '../config.js';
import { refusalOf } from './judge.js';
import { RouteTable } from './table.js';

/** One reading of the rules: what `translateLoaded` makes of the files (`translation` and `diagnostics` of it). */
export interface RuleEdition {
  /** In the form in which they travel: a configuration's version is the one that `aeraki rds serve` would give it. */
  readonly routeConfigurations: readonly RouteConfiguration[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface RuleOptions<T extends RuleEdition> {
  /** What was read already; its diagnostics were shown by whoever read it. */
  readonly first: T;
  /** Reads the rules anew; undefined: they are not watched. */
  readonly read?: (() => Promise<T>) | undefined;
  /** Calls back after each change of the files, until it is closed (`load/watcher.ts`). */
  readonly watch?: ((changed: () => void) => Promise<{ close(): void }>) | undefined;
  /** Gets each edition that comes into force after the first, before `changed` is called. */
  readonly accepted?: ((edition: T) => void) | undefined;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Route configurations from rules, watched or not. A broken edit keeps the last good state and says why, as
 * `aeraki rds serve --watch` does; so does, for itself alone, a configuration that the proxy refuses.
 */
export class RuleRoutes<T extends RuleEdition> implements RouteSource {
  readonly #table: RouteTable;
  #registry: FileRegistry | undefined;
  #edition: Edition = { diagnostics: [] };
  #snapshot: Snapshot = emptySnapshot;
  #held = '';
  #watcher: { close(): void } | undefined;
  #stopped = false;
  /** The reading that is under way, and whether there is to be another one after it. */
  #reading: Promise<void> | undefined;
  #again = false;

  constructor(readonly options: RuleOptions<T>) {
    this.#table = new RouteTable(options.now ?? Date.now);
  }

  get current() {
    return this.#table.current;
  }

  async start(events: RouteSourceEvents): Promise<void> {
    const { first, read, watch } = this.options;
    this.#edition = { diagnostics: first.diagnostics };
    this.#publish(first, events);
    events.changed();
    if (read === undefined || watch === undefined) return;
    const changed = () => this.#changed(read, events);
    this.#watcher = await watch(changed);
    // What changed since the rules were read and before they were watched.
    changed();
    await this.#reading;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#watcher?.close();
    await this.#reading;
  }

  #changed(read: () => Promise<T>, events: RouteSourceEvents): void {
    this.#again = true;
    this.#reading ??= this.#read(read, events).finally(() => {
      this.#reading = undefined;
    });
  }

  async #read(read: () => Promise<T>, events: RouteSourceEvents): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        const next = await read();
        // What changed while it was read may have been read by half.
        if (!this.#again && !this.#stopped) this.#edit(next, events);
      } catch (error) {
        this.#hold([`The rules cannot be read: ${error instanceof Error ? error.message : String(error)}`], events);
      }
    }
  }

  #edit(next: T, events: RouteSourceEvents): void {
    const names = new Set(next.routeConfigurations.map(({ name }) => name));
    const broken = brokenBy(this.#edition, next, this.#snapshot, names);
    if (broken.length > 0) {
      this.#hold(broken.map(textOf), events);
      return;
    }
    if (this.#held !== '') events.trouble('The rules are in order again.');
    this.#held = '';
    const fresh = freshOf(this.#edition, next);
    this.#edition = { diagnostics: next.diagnostics };
    for (const diagnostic of fresh) events.trouble(textOf(diagnostic));
    const before = this.current.byName;
    this.#publish(next, events);
    this.options.accepted?.(next);
    if (before !== this.current.byName || this.options.accepted !== undefined) events.changed();
  }

  /** Keeps what is in force, and says why, once for the same reasons. */
  #hold(reasons: readonly string[], events: RouteSourceEvents): void {
    const text = reasons.join('\n');
    if (text === this.#held) return;
    this.#held = text;
    for (const reason of reasons) events.trouble(reason);
    events.trouble('The last good rules stay in force. Correct what is reported; the proxy picks it up by itself.');
  }

  #publish(edition: T, events: RouteSourceEvents): void {
    this.#registry ??= createEnvoyRegistry();
    const made = createSnapshot(edition.routeConfigurations, this.#registry, this.#snapshot);
    for (const diagnostic of diagnose(made.findings)) events.trouble(textOf(diagnostic));
    this.#snapshot = made.snapshot;
    for (const [name, { version, json }] of made.snapshot.resources) {
      const known = this.current.byName.get(name);
      if (known?.version === version || known?.refused?.version === version) continue;
      const routes = readHttpRoutes(json as unknown as JsonObject);
      const refused = refusalOf(routes);
      if (refused === undefined) this.#table.accept(routes, version);
      else this.#refuse(name, version, refused, events);
    }
    for (const name of this.current.byName.keys()) if (!made.snapshot.resources.has(name)) this.#table.remove(name);
  }

  #refuse(name: string, version: string, reason: string, events: RouteSourceEvents): void {
    const known = this.current.byName.get(name)?.version;
    const kept = known === undefined ? 'It has no routes until that is mended.' : `Version ${known} stays in force.`;
    this.#table.refuse(name, version, reason);
    events.trouble(`The proxy refuses ${name}: ${reason}. ${kept}`);
  }
}

function textOf(diagnostic: Diagnostic): string {
  return diagnosticText(diagnostic, { palette: palette(false) });
}
