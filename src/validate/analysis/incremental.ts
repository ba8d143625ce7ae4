import { type Finding, finding, noArguments } from '../../diagnostics/diagnostic.js';
import type { IndexChange } from '../../index/live.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import { OfKind } from '../../index/of-kind.js';
import { Places } from '../../index/places.js';
import { type Restriction, TrackedIndex, type Unit } from '../../index/tracked.js';
import type { MetaRouter } from '../../model/aeraki.js';
import type { Resource } from '../../model/resource.js';
import { sameEnds, withBetween } from '../../patch/ends.js';
import type { TranslateOptions } from '../../translate/options.js';
import { LiveTranslationFindings } from './live-translation.js';
import { type Decisions, loadDecisions, type Reachability } from './reachability/decide.js';
import type { AnalysisContext, AnalysisRule } from './rule.js';
import { analysisRules } from './rules.js';

interface Said extends Unit {
  findings: readonly Finding[];
  /** Of the budget of a run (`loadDecisions`), and whether it may depend on what is left of it. */
  work: number;
  asked: boolean;
}

/** The lists that rules go through entry by entry. */
const lists = [
  'services',
  'metaRouters',
  'virtualServices',
  'destinationRules',
  'gateways',
  'redisServices',
  'redisDestinations',
] as const;

/** What is read by whoever says where something stands; an edit of one document may move all after it. */
const places = 'places';

/** What is read by whoever goes through the resources of a kind. */
const ofKind = (kind: string): string => `of kind\n${kind}`;

type ListName = (typeof lists)[number];
type Entry = MeshIndex[ListName][number];

/** Entries of a list of the index, and what is said of each. */
interface EntryList {
  readonly entries: readonly Entry[];
  readonly said: readonly Said[];
}

const nothing: EntryList = { entries: [], said: [] };

const none: Restriction = Object.fromEntries(lists.map((list) => [list, []]));

/**
 * `analyse` again and again: what the rules said of an entry is used again while all that they looked at is the same. The
 * result is that of `analyse`, but for the order of its findings and repetitions among them.
 */
export class IncrementalAnalysis {
  #tracked: TrackedIndex | undefined;
  readonly #entries = new Map<ListName, EntryList>();
  readonly #wholes = new Map<AnalysisRule, Said>();
  readonly #translation: LiveTranslationFindings;
  readonly #places = new Places();
  readonly #kinds = new OfKind();
  /** There was not enough budget for all MetaRouters. */
  #spent = false;

  constructor(readonly options: TranslateOptions) {
    this.#translation = new LiveTranslationFindings(options);
  }

  /**
   * Lists of findings, of which each is to be compared with its own last state (`Teller`).
   *
   * @param change against the index of the call before; undefined: everything may be another
   */
  async analyse(
    resources: readonly Resource[],
    index: MeshIndex,
    change: IndexChange | undefined,
  ): Promise<readonly (readonly Finding[])[]> {
    const { moved } = this.#places.update(resources);
    const kinds = this.#kinds.update(resources);
    if (this.#tracked === undefined || change === undefined) {
      this.#tracked = new TrackedIndex(index);
      this.#entries.clear();
      this.#wholes.clear();
    } else {
      const fields = moved.size === 0 ? change.fields : new Set([...change.fields, places]);
      const keys = new Set(change.keys);
      for (const kind of kinds) keys.add(ofKind(kind));
      this.#tracked.update(index, { fields, keys });
    }
    const tracked = this.#tracked;
    for (const list of lists) this.#place(tracked, list, index[list]);
    const decisions = await this.#decide(tracked);
    const { reachability } = decisions;
    const ofEntries = lists.map((list): readonly Finding[] => {
      this.#sayAll(tracked, list, decisions);
      const findings: Finding[] = [];
      for (const { findings: found } of this.#entries.get(list)?.said ?? []) {
        if (found.length > 0) findings.push(...found);
      }
      return findings;
    });
    const ofWholes = byWhole.flatMap((rule) => {
      const said = this.#wholes.get(rule) ?? fresh();
      this.#wholes.set(rule, said);
      if (said.stale) this.#say(tracked, said, [rule], resources, reachability);
      return said.findings;
    });
    return [...ofEntries, ofWholes, ...this.#translation.next(index, change)];
  }

  /** What is said of each entry of a list: what was said before of the same object. */
  #place(tracked: TrackedIndex, list: ListName, entries: readonly Entry[]): void {
    const before = this.#entries.get(list) ?? nothing;
    const [head, tail] = sameEnds(before.entries, entries, isOneSubject);
    const between = new Map<unknown, Said>();
    for (let at = head; at < before.entries.length - tail; at += 1) {
      const [entry, said] = [before.entries[at], before.said[at]];
      if (entry !== undefined && said !== undefined) between.set(subjectOf(entry), said);
    }
    const said = entries.slice(head, entries.length - tail).map((entry) => {
      const known = between.get(subjectOf(entry)) ?? fresh();
      between.delete(subjectOf(entry));
      return known;
    });
    for (const gone of between.values()) tracked.forget(gone);
    this.#entries.set(list, { entries, said: withBetween(before.said, head, said, tail) });
  }

  /**
   * Says what is stale of the MetaRouters. They share the budget of one run, as from scratch: while all of them together
   * do not use it up, what each comes to does not depend on the others. Else all that asked for it are asked again, in
   * their order, which costs no more than a run.
   */
  async #decide(tracked: TrackedIndex): Promise<Decisions> {
    const { said } = this.#entries.get('metaRouters') ?? nothing;
    if (!this.#spent) {
      let used = 0;
      for (const each of said) if (!each.stale) used += each.work;
      const decisions = await loadDecisions(this.#staleRouters(), used);
      this.#sayAll(tracked, 'metaRouters', decisions);
      if (!decisions.isSpent()) return decisions;
    }
    for (const each of said) if (each.asked) each.stale = true;
    const decisions = await loadDecisions(this.#staleRouters(), 0);
    this.#sayAll(tracked, 'metaRouters', decisions);
    this.#spent = decisions.isSpent();
    return decisions;
  }

  #staleRouters(): readonly Resource<MetaRouter>[] {
    const { entries, said } = this.#entries.get('metaRouters') ?? nothing;
    return (entries as readonly Resource<MetaRouter>[]).filter((_, at) => said[at]?.stale ?? true);
  }

  #sayAll(tracked: TrackedIndex, list: ListName, { reachability, cost }: Decisions): void {
    const { entries, said } = this.#entries.get(list) ?? nothing;
    for (const [at, each] of said.entries()) {
      if (!each.stale) continue;
      const before = cost();
      this.#say(tracked, each, byEntry, [], reachability, { ...none, [list]: [entries[at]] });
      const after = cost();
      each.work = after.work - before.work;
      each.asked = after.asked > before.asked;
    }
  }

  #say(
    tracked: TrackedIndex,
    said: Said,
    rules: readonly AnalysisRule[],
    resources: readonly Resource[],
    reachability: Reachability,
    restriction?: Restriction,
  ): void {
    const findings: Finding[] = [];
    tracked.run(
      said,
      (index) => {
        const context: AnalysisContext = {
          index,
          options: this.options,
          reachability,
          get resources() {
            // Any change of any resource is one of these.
            tracked.read('byId');
            return resources;
          },
          ofKind: (kind) => {
            tracked.read(ofKind(kind));
            return this.#kinds.get(kind);
          },
          placeOf: (resource) => {
            tracked.read(places);
            return (this.#places.get(resource.object) ?? resource).source;
          },
          report: (code, resource, pointer, args = noArguments, place = {}) => {
            findings.push(finding(code, args, { resource, pointer, ...place }));
          },
        };
        for (const rule of rules) rule.check(context);
      },
      restriction,
    );
    said.findings = findings;
  }
}

const byEntry = analysisRules.filter((rule) => rule.byEntry === true);
const byWhole = analysisRules.filter((rule) => rule.byEntry !== true);

function fresh(): Said {
  return { reads: new Set(), stale: true, findings: [], work: 0, asked: false };
}

function subjectOf(entry: Entry): unknown {
  return 'object' in entry ? entry.object : entry;
}

function isOneSubject(a: Entry, b: Entry): boolean {
  return a === b || subjectOf(a) === subjectOf(b);
}
