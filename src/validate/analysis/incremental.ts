import { type Finding, finding, noArguments } from '../../diagnostics/diagnostic.js';
import type { IndexChange } from '../../index/change.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import { OfKind } from '../../index/of-kind.js';
import { Places } from '../../index/places.js';
import { type Restriction, TrackedIndex, type Unit } from '../../index/tracked.js';
import type { Resource } from '../../model/resource.js';
import { withPlaces } from '../../patch/patched-list.js';
import type { TranslateOptions } from '../../translate/options.js';
import {
  type EntryList,
  emptyLists,
  fresh,
  inOrder,
  type ListName,
  lists,
  none,
  place,
  type Said,
  type SaidOfEntry,
  staleRouters,
} from './entries.js';
import { LiveTranslationFindings } from './live-translation.js';
import { type Decisions, loadDecisions, type Reachability } from './reachability/decide.js';
import type { AnalysisContext, AnalysisRule } from './rule.js';
import { analysisRules } from './rules.js';

/** What is read by whoever says where something stands; an edit of one document may move all after it. */
const places = 'places';

/** What is read by whoever goes through the resources of a kind. */
const ofKind = (kind: string): string => `of kind\n${kind}`;

/**
 * `analyse` again and again: what the rules said of an entry is used again while all that they looked at is the same. The
 * result is that of `analyse`, but for the order of its findings and repetitions among them.
 */
export class IncrementalAnalysis {
  #tracked: TrackedIndex | undefined;
  #entries: Readonly<Record<ListName, EntryList>> = emptyLists();
  readonly #ofEntry = new WeakMap<Unit, SaidOfEntry>();
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
      this.#entries = emptyLists();
      this.#wholes.clear();
    } else {
      const fields = moved.size === 0 ? change.fields : new Set([...change.fields, places]);
      const keys = new Set(change.keys);
      for (const kind of kinds) keys.add(ofKind(kind));
      for (const unit of this.#tracked.update(index, { fields, keys })) {
        const said = this.#ofEntry.get(unit);
        said?.list.stale.add(said);
      }
    }
    const tracked = this.#tracked;
    for (const list of lists) {
      const own = this.#entries[list];
      place(tracked, own, index[list], () => this.#newEntry(own));
    }
    const decisions = await this.#decide(tracked);
    const { reachability } = decisions;
    const ofEntries = lists.map((list): readonly Finding[] => {
      const own = this.#entries[list];
      this.#sayAll(tracked, own, decisions);
      return own.all.of(own.findings);
    });
    const ofWholes = byWhole.flatMap((rule) => {
      const said = this.#wholes.get(rule) ?? fresh();
      this.#wholes.set(rule, said);
      if (said.stale) this.#say(tracked, said, [rule], resources, reachability);
      return said.findings;
    });
    return [...ofEntries, ofWholes, ...this.#translation.next(index, change)];
  }

  #newEntry(list: EntryList): SaidOfEntry {
    const said = { ...fresh(), list, at: 0 };
    this.#ofEntry.set(said, said);
    list.stale.add(said);
    return said;
  }

  /**
   * Says what is stale of the MetaRouters. They share the budget of one run, as from scratch: while all of them together
   * do not use it up, what each comes to does not depend on the others. Else all that asked for it are asked again, in
   * their order, which costs no more than a run.
   */
  async #decide(tracked: TrackedIndex): Promise<Decisions> {
    const list = this.#entries.metaRouters;
    if (!this.#spent) {
      let used = list.work;
      for (const each of list.stale) used -= each.work;
      const decisions = await loadDecisions(staleRouters(list), used);
      this.#sayAll(tracked, list, decisions);
      if (!decisions.isSpent()) return decisions;
    }
    for (const each of list.said) {
      if (!each.asked) continue;
      each.stale = true;
      list.stale.add(each);
    }
    const decisions = await loadDecisions(staleRouters(list), 0);
    this.#sayAll(tracked, list, decisions);
    this.#spent = decisions.isSpent();
    return decisions;
  }

  #sayAll(tracked: TrackedIndex, list: EntryList, { reachability, cost }: Decisions): void {
    const changes = new Map<number, readonly Finding[]>();
    for (const each of inOrder(list.stale)) {
      const before = cost();
      this.#say(tracked, each, byEntry, [], reachability, { ...none, [list.name]: [list.entries[each.at]] });
      const after = cost();
      list.work -= each.work;
      each.work = after.work - before.work;
      list.work += each.work;
      each.asked = after.asked > before.asked;
      changes.set(each.at, each.findings);
    }
    list.findings = withPlaces(list.findings, changes);
    list.stale.clear();
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
