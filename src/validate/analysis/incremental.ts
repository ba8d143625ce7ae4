import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import { byObject } from '../../index/by-object.js';
import type { IndexChange } from '../../index/live.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import { type Restriction, TrackedIndex, type Unit } from '../../index/tracked.js';
import type { MetaRouter } from '../../model/aeraki.js';
import type { KubernetesObject, Resource } from '../../model/resource.js';
import { IncrementalTranslation } from '../../translate/incremental.js';
import type { TranslateOptions } from '../../translate/options.js';
import { loadReachability, type Reachability } from './reachability/decide.js';
import type { AnalysisContext, AnalysisRule } from './rule.js';
import { analysisRules } from './rules.js';
import { analysed, judgeOf, placedFindings } from './translation.js';

interface Said extends Unit {
  findings: readonly Finding[];
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

const none: Restriction = Object.fromEntries(lists.map((list) => [list, []]));

/**
 * `analyse` again and again: what the rules said of an entry is used again while all that they looked at is the same. The
 * result is that of `analyse`, but for the order of its findings and repetitions among them.
 */
export class IncrementalAnalysis {
  #tracked: TrackedIndex | undefined;
  #entries = new Map<unknown, Said>();
  readonly #wholes = new Map<AnalysisRule, Said>();
  readonly #translation: IncrementalTranslation;
  readonly #rootNamespace: string;
  /** What became of a finding of the translation, so that it is the same object next time. */
  readonly #severities = new WeakMap<Finding, Finding>();

  constructor(readonly options: TranslateOptions) {
    this.#rootNamespace = options.rootNamespace;
    this.#translation = new IncrementalTranslation(analysed(options));
  }

  /** @param change against the index of the call before; undefined: everything may be another */
  async analyse(
    resources: readonly Resource[],
    index: MeshIndex,
    change: IndexChange | undefined,
  ): Promise<readonly Finding[]> {
    if (this.#tracked === undefined || change === undefined) {
      this.#tracked = new TrackedIndex(index);
      this.#entries = new Map();
      this.#wholes.clear();
    } else this.#tracked.update(index, { ...change, fields: new Set([...change.fields, places]) });
    const tracked = this.#tracked;
    const now = byObject(resources);
    const reachability = await loadReachability(this.#staleRouters(index));
    const findings: Finding[] = [];
    const entries = new Map<unknown, Said>();
    for (const list of lists) {
      for (const entry of index[list]) {
        const subject = 'object' in entry ? entry.object : entry;
        const said = this.#entries.get(subject) ?? fresh();
        this.#entries.delete(subject);
        entries.set(subject, said);
        if (said.stale) {
          const seen = { ...none, [list]: [entry] };
          this.#say(tracked, said, byEntry, [], now, reachability, seen);
        }
        for (const each of said.findings) findings.push(each);
      }
    }
    for (const gone of this.#entries.values()) tracked.forget(gone);
    this.#entries = entries;
    for (const rule of byWhole) {
      const said = this.#wholes.get(rule) ?? fresh();
      this.#wholes.set(rule, said);
      if (said.stale) this.#say(tracked, said, [rule], resources, now, reachability);
      for (const each of said.findings) findings.push(each);
    }
    for (const each of this.#translated(index, change)) findings.push(each);
    return findings;
  }

  #staleRouters(index: MeshIndex): readonly Resource<MetaRouter>[] {
    return index.metaRouters.filter(({ object }) => this.#entries.get(object)?.stale ?? true);
  }

  #say(
    tracked: TrackedIndex,
    said: Said,
    rules: readonly AnalysisRule[],
    resources: readonly Resource[],
    now: ReadonlyMap<KubernetesObject, Resource>,
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
          placeOf: (resource) => {
            tracked.read(places);
            return (now.get(resource.object) ?? resource).source;
          },
          report: (code, resource, pointer, args = {}, place = {}) => {
            findings.push(finding(code, args, { resource, pointer, ...place }));
          },
        };
        for (const rule of rules) rule.check(context);
      },
      restriction,
    );
    said.findings = findings;
  }

  #translated(index: MeshIndex, change: IndexChange | undefined): readonly Finding[] {
    const translation = this.#translation.translate(index, change);
    const placed = placedFindings(translation, index, this.#rootNamespace, []);
    const judge = judgeOf(index);
    return [...translation.findings, ...placed].flatMap((each) => {
      const now = judge(each);
      if (now === undefined || now === each) return now ?? [];
      const before = this.#severities.get(each);
      if (before?.severity === now.severity) return before;
      this.#severities.set(each, now);
      return now;
    });
  }
}

const byEntry = analysisRules.filter((rule) => rule.byEntry === true);
const byWhole = analysisRules.filter((rule) => rule.byEntry !== true);

function fresh(): Said {
  return { reads: new Set(), stale: true, findings: [] };
}
