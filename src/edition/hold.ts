import type { Finding } from '../diagnostics/diagnostic.js';
import type { Loaded } from '../load/loaded.js';
import type { KubernetesObject, Resource } from '../model/resource.js';
import { sameEnds, withBetween } from '../patch/ends.js';

/** How much may go at once. */
export interface RemovalLimits {
  /** Removals are never held back. */
  readonly accept: boolean;
  /** The part of a file's or a source's objects, from 0 to 1, that may go with one change; all of them never. */
  readonly share: number;
}

/** A file or source of which so much is gone that it stays in force. */
export interface HeldRemoval {
  /** The file, or the source as messages call it. */
  readonly what: string;
  readonly lost: readonly Resource[];
  /** How many objects it had. */
  readonly before: number;
}

export interface Kept {
  /** What is in force: the sound resources of now, and the last good state of those that are not. In order of input. */
  readonly resources: readonly Resource[];
  /** Those of them that are as they were last, because what there is now is broken or missing. */
  readonly held: ReadonlySet<Resource>;
  readonly removals: readonly HeldRemoval[];
}

/** For a source whose objects are in force whatever is wrong with them, as long as they can be decoded. */
export interface Tolerance {
  /** Whether an object with errors may be in force where there is no good one before it. */
  readonly mayStand: (object: KubernetesObject) => boolean;
  /** Those that are; each is in force until another comes. */
  readonly standing: WeakSet<KubernetesObject>;
}

/**
 * What stays in force after a change: a resource with an error keeps its last good state, whether it cannot be parsed,
 * is of a misspelt kind or would be refused by the API server or the webhook; and what went away in a suspicious number
 * stays until somebody confirms it.
 *
 * @param before what is in force
 * @param errors by object of `now`, its errors
 */
export function hold(
  before: readonly Resource[],
  now: Loaded,
  errors: ReadonlyMap<KubernetesObject, readonly Finding[]>,
  limits: RemovalLimits,
  tolerance?: Tolerance,
): Kept {
  // What is the same at the beginning and at the end needs no look: an edit is somewhere between.
  const [head, tail] = sameEnds(before, now.resources, (a, b) => a.object === b.object);
  const middle = before.slice(head, before.length - tail);
  const inForce = new Map(middle.map((resource) => [idOf(resource), resource]));
  const held = new Set<Resource>();
  const resources: Resource[] = [];
  const present = new Set<string>();
  for (const resource of now.resources.slice(head, now.resources.length - tail)) {
    const id = idOf(resource);
    present.add(id);
    if ((errors.get(resource.object)?.length ?? 0) === 0) resources.push(resource);
    else {
      const good = resource.name === '' ? undefined : inForce.get(id);
      const isGood = good !== undefined && tolerance?.standing.has(good.object) !== true;
      if (!isGood && tolerance?.mayStand(resource.object) === true) {
        tolerance.standing.add(resource.object);
        resources.push(resource);
        continue;
      }
      if (good === undefined) continue;
      held.add(good);
      resources.push(good);
    }
  }
  const isAsItIs = (each: Resource, at: number): boolean => each === now.resources[head + at];
  const whole = (between: readonly Resource[]): readonly Resource[] =>
    between.length === now.resources.length - head - tail && between.every(isAsItIs)
      ? now.resources
      : withBetween(now.resources, head, between, tail);
  const gone = middle.filter((resource) => resource.name !== '' && !present.has(idOf(resource)));
  if (gone.length === 0) return { resources: whole(resources), held, removals: [] };
  const broken = brokenIn(now);
  const vanished: Resource[] = [];
  for (const resource of gone) {
    if (broken.has(resource)) held.add(resource);
    else vanished.push(resource);
  }
  const removals = limits.accept ? [] : suspicious(before, vanished, now, limits.share);
  for (const { lost } of removals) for (const resource of lost) held.add(resource);
  return { resources: whole(inOrder(middle, resources, held)), held, removals };
}

/** Whether a resource that is gone may be in something that cannot be read: its file, its folder, a document of its id. */
function brokenIn({ documents, findings }: Loaded): { has(resource: Resource): boolean } {
  const ids = new Set<string>();
  const files = new Set<string>();
  for (const document of documents) {
    if (document.status === 'resource') continue;
    const { kind, namespace = 'default', name } = document.id;
    if (kind !== undefined && name !== undefined) ids.add(`${kind} ${namespace}/${name}`);
    // What is passed over and has the name of something that went away has lost its group, or its version.
    if (document.status === 'skipped') continue;
    const known = document.findings.every(({ code }) => code === 'AER0012' || code === 'AER0013');
    // A document of which only this is wrong says which object it is; any other may be whatever went away.
    if (!known) files.add(document.source.file);
  }
  const folders: string[] = [];
  for (const { severity, file, resource } of findings) {
    if (severity !== 'error' || file === undefined || resource !== undefined) continue;
    files.add(file);
    folders.push(`${file.replace(/\/+$/, '')}/`);
  }
  return {
    has: (resource) => {
      const { kind, namespace, name, source } = resource;
      const { file } = source;
      return (
        files.has(file) || ids.has(`${kind} ${namespace}/${name}`) || folders.some((folder) => file.startsWith(folder))
      );
    },
  };
}

/** Files that are still there and lost too much, and sources that did. */
function suspicious(
  before: readonly Resource[],
  vanished: readonly Resource[],
  now: Loaded,
  share: number,
): readonly HeldRemoval[] {
  const read = new Set(now.paths);
  const result: HeldRemoval[] = [];
  const counts = { file: countBy(before, fileOf), origin: countBy(before, originOf) };
  let rest = vanished;
  for (const [file, lost] of groupBy(vanished, fileOf)) {
    const had = counts.file.get(file) ?? 0;
    if (!read.has(file) || !isTooMuch(lost.length, had, share)) continue;
    result.push({ what: file, lost, before: had });
    const taken = new Set(lost);
    rest = rest.filter((resource) => !taken.has(resource));
  }
  for (const [origin, lost] of groupBy(rest, originOf)) {
    const had = counts.origin.get(origin) ?? 0;
    if (isTooMuch(lost.length, had, share)) result.push({ what: origin, lost, before: had });
  }
  return result;
}

function isTooMuch(lost: number, before: number, share: number): boolean {
  return lost >= before || lost > before * share;
}

const fileOf = ({ source }: Resource): string => source.file;

/** Where it came from: `cluster:kind-dev` and the like name themselves, everything else is files. */
function originOf({ source }: Resource): string {
  return /^[a-z]{2,}:\S/.test(source.file) ? source.file : 'The input';
}

function countBy(resources: readonly Resource[], key: (resource: Resource) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of resources) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  return counts;
}

function groupBy(resources: readonly Resource[], key: (resource: Resource) => string): ReadonlyMap<string, Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const each of resources) {
    const list = groups.get(key(each));
    if (list === undefined) groups.set(key(each), [each]);
    else list.push(each);
  }
  return groups;
}

/** What is kept stands behind what it stood behind before. */
function inOrder(
  before: readonly Resource[],
  now: readonly Resource[],
  held: ReadonlySet<Resource>,
): readonly Resource[] {
  const placed = new Set(now);
  const there = new Set(now.map(idOf));
  const after = new Map<string, Resource[]>();
  let last = '';
  for (const resource of before) {
    if (there.has(idOf(resource))) last = idOf(resource);
    if (!held.has(resource) || placed.has(resource)) continue;
    const list = after.get(last);
    if (list === undefined) after.set(last, [resource]);
    else list.push(resource);
  }
  if (after.size === 0) return now;
  return [...(after.get('') ?? []), ...now.flatMap((resource) => [resource, ...(after.get(idOf(resource)) ?? [])])];
}

/** What an object is known by, whatever its version. */
export function idOf({ apiVersion, kind, namespace, name }: Resource): string {
  return `${apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')))} ${kind} ${namespace}/${name}`;
}
