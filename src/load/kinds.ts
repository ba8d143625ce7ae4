import { distance } from '../diagnostics/nearest.js';
import { isAerakiGroup, type Kind, kindNamed, kinds } from '../model/kinds.js';

/** What is read of an API group. */
interface Group {
  readonly versions: readonly string[];
  readonly kinds: readonly string[];
  /** Of Aeraki's own groups an unknown kind or version is an error; others may hold anything. */
  readonly closed: boolean;
}

const GROUPS = groups(({ onlyWithWorkloads }) => onlyWithWorkloads !== true);
const WITH_WORKLOADS = groups(() => true);

function groups(isRead: (kind: Kind) => boolean): ReadonlyMap<string, Group> {
  const read = new Map<string, Group>();
  for (const each of kinds.filter(isRead)) {
    const { group, versions } = each;
    const before = read.get(group)?.kinds ?? [];
    read.set(group, { versions, kinds: [...before, each.kind], closed: isAerakiGroup(group) });
  }
  return read;
}

export type KindVerdict =
  | { readonly verdict: 'ours' }
  | { readonly verdict: 'foreign'; readonly reason: string }
  | { readonly verdict: 'unknown-kind'; readonly group: string; readonly known: readonly string[] }
  /** Nearly one of ours, of an open group: most likely a slip. */
  | { readonly verdict: 'near-kind' | 'near-group'; readonly near: string }
  | { readonly verdict: 'near-version'; readonly group: string; readonly version: string; readonly near: string }
  | {
      readonly verdict: 'unknown-version';
      readonly group: string;
      readonly version: string;
      readonly known: readonly string[];
    };

/** Judges an apiVersion and kind. `workloads`: whether those of workloads are read too. */
export function judgeKind(apiVersion: string, kind: string, workloads = false): KindVerdict {
  if (workloads && isWorkload(apiVersion, kind)) return { verdict: 'ours' };
  const slash = apiVersion.indexOf('/');
  // Without a slash it is the core group, or a group whose version was forgotten.
  const bare = slash === -1 && GROUPS.get(apiVersion)?.closed === true;
  const groupName = bare ? apiVersion : apiVersion.slice(0, Math.max(0, slash));
  const version = bare ? '' : apiVersion.slice(slash + 1);
  const group = GROUPS.get(groupName);
  if (group === undefined) {
    const near = nearGroup(groupName, kind);
    if (near !== undefined) return { verdict: 'near-group', near };
    return { verdict: 'foreign', reason: `${apiVersion} is not an API that aeraki reads` };
  }
  const { kinds, versions } = group;
  if (!kinds.includes(kind)) {
    if (group.closed) return { verdict: 'unknown-kind', group: groupName, known: kinds };
    const near = kinds.find((known) => isSlip(kind, known));
    if (near !== undefined) return { verdict: 'near-kind', near };
    const meant = groupName === '' ? groupWith(kind) : undefined;
    if (meant !== undefined) return { verdict: 'near-group', near: meant };
    return { verdict: 'foreign', reason: `${kind} (${apiVersion}) is not a kind that aeraki reads` };
  }
  if (versions.includes(version)) return { verdict: 'ours' };
  if (group.closed) return { verdict: 'unknown-version', group: groupName, version, known: versions };
  if (!/^v\d+(?:(?:alpha|beta)\d+)?$/.test(version)) {
    return { verdict: 'near-version', group: groupName, version, near: `${groupName}/${versions[0]}` };
  }
  return { verdict: 'foreign', reason: `${kind} has no version ${apiVersion} that aeraki reads` };
}

function isWorkload(apiVersion: string, kind: string): boolean {
  const group = WITH_WORKLOADS.get(groupOf(apiVersion));
  const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
  return group?.versions.includes(version) === true && group.kinds.includes(kind);
}

/** Whether a word is another one with a slip or two of the fingers; only then what is passed over was most likely meant. */
function isSlip(word: string, known: string): boolean {
  if (Math.abs(word.length - known.length) > 2) return false;
  return distance(word.toLowerCase(), known.toLowerCase()) <= (known.length < 7 ? 1 : 2);
}

/** The apiVersion of the group of ours that a group nearly is, and that has the kind. */
function nearGroup(name: string, kind: string): string | undefined {
  for (const [group, { kinds, versions }] of GROUPS) {
    if (group === '' || !isSlip(name, group)) continue;
    if (kinds.some((known) => isSlip(kind, known))) return `${group}/${versions[0]}`;
  }
  return undefined;
}

/** The apiVersion of a kind whose group was left out. */
function groupWith(kind: string): string | undefined {
  for (const [group, { kinds, versions }] of GROUPS) if (kinds.includes(kind)) return `${group}/${versions[0]}`;
  return undefined;
}

/** The API group of an apiVersion, '' for the core group. */
export function groupOf(apiVersion: string): string {
  return apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')));
}

export function isClusterScoped(kind: string): boolean {
  return kindNamed(kind)?.clusterScoped === true;
}

export function needsName(kind: string): boolean {
  return kindNamed(kind)?.resource !== undefined;
}

/** The kinds that are read, sorted. */
export function kindsRead(): readonly string[] {
  return [...new Set([...GROUPS.values()].flatMap(({ kinds }) => kinds))].sort();
}

/** The apiVersions of a kind; of all kinds where it is not one that is read. */
export function apiVersionsOf(kind: string): readonly string[] {
  const versions: string[] = [];
  const isRead = kindsRead().includes(kind);
  for (const [group, { versions: own, kinds }] of GROUPS) {
    if (isRead && !kinds.includes(kind)) continue;
    for (const version of own) versions.push(group === '' ? version : `${group}/${version}`);
  }
  return versions;
}
