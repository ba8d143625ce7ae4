import type { FileRegistry } from '@bufbuild/protobuf';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { readHttpRoutes } from '../../match/read-routes.js';
import type { JsonObject, RouteConfiguration } from '../../model/envoy.js';
import { palette } from '../../output/colour.js';
import { diagnosticText } from '../../output/log.js';
import { brokenBy, freshOf, HeldParts, type Said } from '../../xds/edit.js';
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
  /** Gets each edition that comes into force after the first, before its routes do. */
  readonly accepted?: ((edition: T) => void) | undefined;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Route configurations from rules; whoever watches them tells of each edit (`edit`). A broken edit keeps the last good state and says why, as
 * `aeraki rds serve --watch` does; so does, for itself alone, a configuration that the proxy refuses.
 */
export class RuleRoutes<T extends RuleEdition> implements RouteSource {
  readonly #table: RouteTable;
  #registry: FileRegistry | undefined;
  #said: Said = { diagnostics: [] };
  #snapshot: Snapshot = emptySnapshot;
  #held = '';
  readonly #heldParts = new HeldParts();
  #events: RouteSourceEvents | undefined;

  constructor(readonly options: RuleOptions<T>) {
    this.#table = new RouteTable(options.now ?? Date.now);
  }

  get current() {
    return this.#table.current;
  }

  async start(events: RouteSourceEvents): Promise<void> {
    const { first } = this.options;
    this.#events = events;
    this.#said = { diagnostics: first.diagnostics };
    this.#publish(first, events);
    events.changed();
  }

  async stop(): Promise<void> {
    this.#events = undefined;
  }

  /** Takes another state of the rules, or keeps the last good one and says why. Whether it was taken. */
  edit(next: T): boolean {
    const events = this.#events;
    if (events === undefined) return false;
    const held = this.#heldParts.of(next);
    const broken = brokenBy(this.#said, next, this.#snapshot, next.routeConfigurations);
    if (broken.length > 0) {
      this.#hold([...held, ...broken], broken, events);
      return false;
    }
    this.#hold(held, freshOf(this.#said, next), events);
    this.#said = { diagnostics: next.diagnostics };
    const before = this.current.byName;
    this.options.accepted?.(next);
    this.#publish(next, events);
    if (before !== this.current.byName || this.options.accepted !== undefined) events.changed();
    return true;
  }

  /** Tells what is new, and once that something is as it was last, and once that it is in order again. */
  #hold(broken: readonly Diagnostic[], fresh: readonly Diagnostic[], events: RouteSourceEvents): void {
    for (const diagnostic of fresh) events.trouble(textOf(diagnostic));
    const text = broken.map(textOf).join('\n');
    if (text === this.#held) return;
    this.#held = text;
    events.trouble(
      text === ''
        ? 'The rules are in order again.'
        : 'The last good rules stay in force. Correct what is reported; the proxy picks it up by itself.',
    );
  }

  #publish(edition: T, events: RouteSourceEvents): void {
    this.#registry ??= createEnvoyRegistry();
    const made = createSnapshot(edition.routeConfigurations, this.#registry, this.#snapshot);
    for (const diagnostic of diagnose(made.findings)) events.trouble(textOf(diagnostic));
    this.#snapshot = made.snapshot;
    const before = this.current.byName;
    this.#table.together(() => {
      for (const [name, { version, json }] of made.snapshot.resources) {
        const known = before.get(name);
        if (known?.version === version || known?.refused?.version === version) continue;
        const routes = readHttpRoutes(json as unknown as JsonObject);
        const refused = refusalOf(routes);
        if (refused === undefined) this.#table.accept(routes, version);
        else this.#refuse(name, version, refused, events);
      }
    });
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
