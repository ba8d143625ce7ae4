import type { ClusterConnection } from './connection.js';
import { clusterFailure } from './failure.js';
import { listAt, textAt } from './json.js';
import type { ClusterKind } from './kinds.js';

/** Finds out in which version a cluster serves a kind; each group is asked once. */
export interface Versions {
  /** The version, preferred ones first; undefined when the cluster does not have the kind. */
  of(kind: ClusterKind): Promise<string | undefined>;
}

export function createVersions(connection: ClusterConnection): Versions {
  const groups = new Map<string, Promise<readonly string[]>>();
  const resources = new Map<string, Promise<ReadonlySet<string>>>();

  async function groupVersions(group: string): Promise<readonly string[]> {
    const answer = await connection.get(`/apis/${group}`);
    if (!answer.ok) return refused(`/apis/${group}`, answer.status, answer.reason, []);
    const preferred = textAt(answer.value, 'preferredVersion', 'version');
    const all = listAt(answer.value, 'versions').map((each) => textAt(each, 'version'));
    return [preferred, ...all.filter((each) => each !== preferred)].filter((each) => each !== '');
  }

  async function resourcesOf(group: string, version: string): Promise<ReadonlySet<string>> {
    const path = `/apis/${group}/${version}`;
    const answer = await connection.get(path);
    if (!answer.ok) return refused(path, answer.status, answer.reason, new Set<string>());
    return new Set(listAt(answer.value, 'resources').map((each) => textAt(each, 'name')));
  }

  function refused<T>(path: string, status: number, reason: string, none: T): T {
    if (status === 404) return none;
    throw clusterFailure('AER0706', { context: connection.context, status, path, reason });
  }

  return {
    async of(kind) {
      if (kind.group === '') return 'v1';
      const versions = await once(groups, kind.group, () => groupVersions(kind.group));
      for (const version of versions) {
        const key = `${kind.group}/${version}`;
        const served = await once(resources, key, () => resourcesOf(kind.group, version));
        if (served.has(kind.resource)) return version;
      }
      return undefined;
    },
  };
}

function once<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}
