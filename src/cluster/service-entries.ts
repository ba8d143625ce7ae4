import http from 'node:http';
import type https from 'node:https';
import type { Json, JsonObject } from '../model/envoy.js';
import type { ServiceEntry } from '../model/istio.js';
import { type ClusterConnection, connect } from './connection.js';
import { clusterFailure, networkReason } from './failure.js';
import { parseJson, textAt } from './json.js';
import type { ClusterOptions } from './kubeconfig.js';
import { type RawAnswer, requestOnce } from './request.js';

const group = '/apis/networking.istio.io/v1';
const timeoutMs = 30_000;

/** What the API server says to a write: written, owned by somebody else, or refused. */
export type WriteAnswer =
  | { readonly outcome: 'written' }
  | { readonly outcome: 'conflict'; readonly manager: string }
  | { readonly outcome: 'refused'; readonly reason: string };

/** The ServiceEntries of a cluster, for one field manager. Nothing else is ever read or written through it. */
export interface ServiceEntryWriter {
  readonly context: string;
  /** All of the cluster. Raises `ClusterFailure` where they cannot be listed: a part would look like deletions. */
  list(): Promise<readonly ServiceEntry[]>;
  /** Server-side apply. Raises `ClusterFailure` where the server does not answer. */
  apply(entry: ServiceEntry, force: boolean): Promise<WriteAnswer>;
  remove(namespace: string, name: string): Promise<WriteAnswer>;
  close(): void;
}

/** @param fieldManager owner of the fields that are written */
export async function connectServiceEntries(
  options: ClusterOptions,
  fieldManager: string,
): Promise<ServiceEntryWriter> {
  const connection = await connect(options);
  const request: https.RequestOptions = {};
  await connection.config.applyToHTTPSOptions(request);
  if (request.agent instanceof http.Agent) Object.assign(request.agent, { keepAlive: true });
  const send = (method: string, path: string, type: string, body: string): Promise<RawAnswer> =>
    requestOnce(`${connection.server}${path}`, request, {
      ...{ method, timeoutMs },
      body: { type, text: body },
    }).catch((error: unknown) => {
      const { server, context } = connection;
      throw clusterFailure('AER0702', { server, context, reason: networkReason(error) });
    });
  return {
    context: connection.context,
    list: () => listAll(connection),
    async apply(entry, force) {
      const { namespace = '', name = '' } = entry.metadata ?? {};
      const query = new URLSearchParams({ fieldManager, ...(force && { force: 'true' }) });
      const path = `${group}/namespaces/${encodeURIComponent(namespace)}/serviceentries/${encodeURIComponent(name)}?${query}`;
      const body = JSON.stringify({ ...entry, apiVersion: 'networking.istio.io/v1' });
      return answerOf(await send('PATCH', path, 'application/apply-patch+yaml', body), connection.context);
    },
    async remove(namespace, name) {
      const path = `${group}/namespaces/${encodeURIComponent(namespace)}/serviceentries/${encodeURIComponent(name)}`;
      const answer = await send('DELETE', path, 'application/json', '');
      return answer.status === 404 ? { outcome: 'written' } : answerOf(answer, connection.context);
    },
    close: () => {
      connection.close();
      if (request.agent instanceof http.Agent) request.agent.destroy();
    },
  };
}

async function listAll(connection: ClusterConnection): Promise<readonly ServiceEntry[]> {
  const entries: ServiceEntry[] = [];
  const path = `${group}/serviceentries`;
  let refused: { readonly status: number; readonly reason: string } | undefined;
  for await (const item of connection.list(path, {}, (refusal) => {
    refused = refusal;
  })) {
    entries.push(cleaned(item));
  }
  if (refused === undefined) return entries;
  const { context } = connection;
  if (refused.status === 403) {
    const where = 'in all namespaces';
    throw clusterFailure('AER0704', {
      verb: 'list',
      what: 'serviceentries.networking.istio.io',
      where,
      context,
      flags: ' -A',
    });
  }
  throw clusterFailure('AER0706', { context, status: refused.status, path, reason: refused.reason });
}

/** Without what the server adds to an object. */
function cleaned(item: JsonObject): ServiceEntry {
  const { metadata, status: _status, ...rest } = item;
  const { name, namespace, labels, annotations } = (metadata ?? {}) as Readonly<Record<string, Json>>;
  return {
    ...rest,
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: {
      name,
      namespace,
      ...(labels !== undefined && { labels }),
      ...(annotations !== undefined && { annotations }),
    },
  } as unknown as ServiceEntry;
}

function answerOf({ status, text }: RawAnswer, context: string): WriteAnswer {
  if (status >= 200 && status < 300) return { outcome: 'written' };
  if (status === 401) throw clusterFailure('AER0703', { context });
  const reason = textAt(parseJson(text), 'message') || `HTTP status ${status}`;
  if (status === 409) {
    const [, manager = 'another field manager'] = /conflicts? with "([^"]+)"/.exec(reason) ?? [];
    return { outcome: 'conflict', manager };
  }
  return { outcome: 'refused', reason };
}
