import { listAt, textAt } from '../json.js';
import type { ClusterKind } from '../kinds.js';
import type { ApiClient } from './client.js';

/** Where the cluster serves a kind. */
export interface Place {
  /** The path of all its objects. */
  readonly path: string;
  readonly apiVersion: string;
}

/** Asks in which version a kind is served, preferred ones first; undefined when it is not. Raises what is no answer. */
export async function discover(client: ApiClient, kind: ClusterKind): Promise<Place | undefined> {
  if (kind.group === '') return { path: `/api/v1/${kind.resource}`, apiVersion: 'v1' };
  const group = await client.call('GET', `/apis/${kind.group}`);
  if (group.status === 404) return undefined;
  if (group.status !== 200) throw new Error(`GET /apis/${kind.group}: ${group.reason}`);
  const preferred = textAt(group.body, 'preferredVersion', 'version');
  const all = listAt(group.body, 'versions').map((each) => textAt(each, 'version'));
  for (const version of new Set([preferred, ...all])) {
    const path = `/apis/${kind.group}/${version}`;
    const served = await client.call('GET', path);
    if (served.status === 404) continue;
    if (served.status !== 200) throw new Error(`GET ${path}: ${served.reason}`);
    if (!listAt(served.body, 'resources').some((each) => textAt(each, 'name') === kind.resource)) continue;
    return { path: `${path}/${kind.resource}`, apiVersion: `${kind.group}/${version}` };
  }
  return undefined;
}

/** `discover` once: what was found stays until it is forgotten, what was not found is looked for again. */
export class Discovered {
  #place: Place | undefined;

  constructor(
    readonly client: ApiClient,
    readonly kind: ClusterKind,
  ) {}

  get place(): Place | undefined {
    return this.#place;
  }

  async path(): Promise<string | undefined> {
    this.#place ??= await discover(this.client, this.kind);
    return this.#place?.path;
  }

  forget(): void {
    this.#place = undefined;
  }
}
