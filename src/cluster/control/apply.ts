import { isObject } from '../../envoy/proto-json.js';
import type { JsonObject } from '../../model/envoy.js';
import type { KubernetesObject } from '../../model/resource.js';
import { pairsAt } from '../json.js';
import type { ApiAnswer, ApiCall, ApiClient } from './client.js';
import { pathOf, pathOfId } from './object-id.js';
import { Later } from './work-queue.js';
import { fieldManager, hashOf, type Ownership, writtenOf } from './written.js';

/** The API server did not take a write; `status` is that of HTTP. */
export class WriteRefused extends Later {
  readonly status: number;

  constructor(answer: ApiAnswer) {
    super(answer.reason, answer.retryAfterMs ?? 0);
    this.status = answer.status;
  }
}

/** The query and body of a server-side apply. @param force takes over the fields that others own */
export function applyCall(object: object, { manager = fieldManager, force = true } = {}): ApiCall {
  return {
    query: { fieldManager: manager, ...(force && { force: 'true' }) },
    body: { type: 'application/apply-patch+yaml', text: JSON.stringify(object) },
  };
}

/** What became of a write: the object as the server has it with the hash of what counts of it, or whose it is. */
export type Applied = { readonly item: JsonObject; readonly kept: string } | { readonly foreign: readonly string[] };

/**
 * Brings one object to what is wanted by server-side apply. Raises `WriteRefused`, and what the network raises.
 *
 * @param hash of what is wanted
 * @param known whether the object is there with our label
 * @param adopt whether one is taken over that is ours by its field manager or label alone
 * @param of whose it is, and what counts of it
 */
export async function apply(
  client: ApiClient,
  wanted: KubernetesObject,
  hash: string,
  known: boolean,
  adopt: boolean,
  of: Ownership,
): Promise<Applied> {
  const path = pathOf(wanted);
  // One that has no label is somebody else's until it is known that it is not.
  const send = (force: boolean) => client.call('PATCH', path, applyCall(wanted, { manager: of.manager, force }));
  let answer = await send(known);
  if (answer.status === 409 && !known) {
    const there = await client.call('GET', path);
    const found = isObject(there.body) ? writtenOf(there.body, of) : undefined;
    const [label, value] = of.label;
    const labelled = pairsAt(there.body, 'metadata', 'labels')[label] === value;
    if (found === undefined || !(found.ours || labelled) || !adopt) return { foreign: found?.others ?? [] };
    answer = await send(true);
  }
  const item = good(answer);
  const kept = hashOf(of.compared(item));
  if (kept === hash) return { item, kept };
  const replaced = await replace(client, wanted, item, of.manager);
  return { item: replaced, kept: hashOf(of.compared(replaced)) };
}

/** Fields of others, or of the reference's own updates, stay with an apply: only a whole update takes them away. */
async function replace(
  client: ApiClient,
  wanted: KubernetesObject,
  there: JsonObject,
  manager: string,
): Promise<JsonObject> {
  const metadata = isObject(there.metadata) ? there.metadata : {};
  const { managedFields: _managed, ...own } = metadata;
  const labels = { ...pairsAt(there, 'metadata', 'labels'), ...wanted.metadata?.labels };
  const annotations = { ...pairsAt(there, 'metadata', 'annotations'), ...wanted.metadata?.annotations };
  const text = JSON.stringify({ ...wanted, metadata: { ...own, labels, annotations } });
  const query = { fieldManager: manager };
  return good(await client.call('PUT', pathOf(wanted), { query, body: { type: 'application/json', text } }));
}

/** Deletes the very object that was looked at, no later one of its name. Raises as `apply` does. */
export async function remove(client: ApiClient, id: string, uid: string): Promise<void> {
  const text = JSON.stringify({ kind: 'DeleteOptions', apiVersion: 'v1', preconditions: { uid } });
  const answer = await client.call('DELETE', pathOfId(id), { body: { type: 'application/json', text } });
  if (answer.status !== 404) good(answer);
}

function good(answer: ApiAnswer): JsonObject {
  if (answer.status >= 200 && answer.status < 300 && isObject(answer.body)) return answer.body;
  throw new WriteRefused(answer);
}
