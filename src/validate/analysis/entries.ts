import type { Finding } from '../../diagnostics/diagnostic.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import type { Restriction, TrackedIndex, Unit } from '../../index/tracked.js';
import type { MetaRouter } from '../../model/aeraki.js';
import type { Resource } from '../../model/resource.js';
import { sameEnds, withBetween } from '../../patch/ends.js';
import { Flat } from '../../patch/flat.js';

/** What rules said, and what they looked at for it. */
export interface Said extends Unit {
  findings: readonly Finding[];
  /** Of the budget of a run (`loadDecisions`), and whether it may depend on what is left of it. */
  work: number;
  asked: boolean;
}

/** What is said of one entry of a list. */
export interface SaidOfEntry extends Said {
  readonly list: EntryList;
  /** Its place among the entries. */
  at: number;
}

/** The lists that rules go through entry by entry. */
export const lists = [
  'services',
  'metaRouters',
  'virtualServices',
  'destinationRules',
  'gateways',
  'redisServices',
  'redisDestinations',
] as const;

export type ListName = (typeof lists)[number];
export type Entry = MeshIndex[ListName][number];

/** Entries of a list of the index, and what is said of each. */
export interface EntryList {
  readonly name: ListName;
  entries: readonly Entry[];
  /** Of each entry, in their order. */
  said: readonly SaidOfEntry[];
  readonly stale: Set<SaidOfEntry>;
  /** The findings of each, in the same order, and all of them together. */
  findings: readonly (readonly Finding[])[];
  readonly all: Flat<Finding>;
  /** What all of them used of the budget. */
  work: number;
}

const emptyList = (name: ListName): EntryList => ({
  ...{ name, entries: [], said: [], findings: [], work: 0 },
  stale: new Set<SaidOfEntry>(),
  all: new Flat<Finding>(),
});

/** An index of which no list has entries. */
export const none: Restriction = Object.fromEntries(lists.map((list) => [list, []]));

/** Puts entries in the place of those of before; what was said of the same object stays said of it. `makeNew` is for others. */
export function place(
  tracked: TrackedIndex,
  list: EntryList,
  entries: readonly Entry[],
  makeNew: () => SaidOfEntry,
): void {
  const before = { entries: list.entries, said: list.said };
  const [head, tail] = sameEnds(before.entries, entries, isOneSubject);
  list.entries = entries;
  if (head === entries.length && before.entries.length === entries.length) return;
  const between = new Map<unknown, SaidOfEntry>();
  for (let at = head; at < before.entries.length - tail; at += 1) {
    const [entry, said] = [before.entries[at], before.said[at]];
    if (entry !== undefined && said !== undefined) between.set(subjectOf(entry), said);
  }
  const said = entries.slice(head, entries.length - tail).map((entry) => {
    const known = between.get(subjectOf(entry)) ?? makeNew();
    between.delete(subjectOf(entry));
    return known;
  });
  for (const gone of between.values()) {
    tracked.forget(gone);
    list.stale.delete(gone);
    list.work -= gone.work;
  }
  list.said = withBetween(before.said, head, said, tail);
  const findings = said.map((each) => each.findings);
  list.findings = withBetween(list.findings, head, findings, tail);
  const moved = before.said.length === entries.length ? said : list.said.slice(head);
  for (const [at, each] of moved.entries()) each.at = head + at;
}

export function emptyLists(): Record<ListName, EntryList> {
  return Object.fromEntries(lists.map((list) => [list, emptyList(list)])) as Record<ListName, EntryList>;
}

/** By the places of their entries. */
export function inOrder(said: ReadonlySet<SaidOfEntry>): readonly SaidOfEntry[] {
  return [...said].sort((a, b) => a.at - b.at);
}

/** The MetaRouters of which there is anew something to say. */
export function staleRouters({ entries, stale }: EntryList): readonly Resource<MetaRouter>[] {
  return inOrder(stale)
    .map(({ at }) => (entries as readonly Resource<MetaRouter>[])[at])
    .filter((each) => each !== undefined);
}

/** Of which nothing was said yet. */
export function fresh(): Said {
  return { reads: new Set(), stale: true, findings: [], work: 0, asked: false };
}

function subjectOf(entry: Entry): unknown {
  return 'object' in entry ? entry.object : entry;
}

function isOneSubject(a: Entry, b: Entry): boolean {
  return a === b || subjectOf(a) === subjectOf(b);
}
