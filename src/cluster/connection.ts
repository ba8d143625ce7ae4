import http from 'node:http';
import type https from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import type { KubeConfig } from '@kubernetes/client-node';
import { isObject } from '../envoy/proto-json.js';
import type { Json, JsonObject } from '../model/envoy.js';
import { clusterFailure, errorCode, networkReason } from './failure.js';
import { parseJson, textAt } from './json.js';
import { type ClusterOptions, loadKubeConfig } from './kubeconfig.js';
import { requestOnce } from './request.js';

/** How many objects one answer holds at most; the API server goes on where the last one ended. */
const pageSize = 500;
const requestTimeoutMs = 30_000;
/** A request is tried this often when the server is busy or the connection breaks. */
const attempts = 4;
const firstPauseMs = 200;

/** An answer that is no success, for callers that expect one of them (404: not there). */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
  readonly body: Json | undefined;
}

export type Answer = { readonly ok: true; readonly value: JsonObject } | ({ readonly ok: false } & Refusal);

/** A connection to one API server. It can get and list, and nothing else: there is no way to write through it. */
export interface ClusterConnection {
  readonly context: string;
  readonly server: string;
  /** The namespace of the context, `default` when it names none. */
  readonly namespace: string;
  readonly config: KubeConfig;
  /** GET of one path. Raises `ClusterFailure` for 401 and when the server cannot be reached. */
  get(path: string, query?: Readonly<Record<string, string>>): Promise<Answer>;
  /**
   * All items of a collection, page by page. `refused` is told of an answer that is no success before the first item
   * (403, 404) and the list is empty then.
   */
  list(
    path: string,
    query: Readonly<Record<string, string>>,
    refused: (refusal: Refusal) => void,
  ): AsyncIterable<JsonObject>;
  close(): void;
}

export async function connect(options: ClusterOptions): Promise<ClusterConnection> {
  const config = await loadKubeConfig(options);
  const cluster = config.getCurrentCluster();
  const context = config.getCurrentContext();
  const server = (cluster?.server ?? '').replace(/\/+$/, '');
  const request: https.RequestOptions = {};
  try {
    await config.applyToHTTPSOptions(request);
  } catch (error) {
    throw clusterFailure('AER0701', { reason: `the credentials of context ${context}: ${networkReason(error)}` });
  }
  // One connection for all pages; idle sockets of a keep-alive agent do not hold up the end of the process.
  if (request.agent instanceof http.Agent) Object.assign(request.agent, { keepAlive: true });

  async function get(path: string, query: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const search = new URLSearchParams(query).toString();
    const url = `${server}${path}${search === '' ? '' : `?${search}`}`;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await requestOnce(url, request, { method: 'GET', timeoutMs: requestTimeoutMs }).catch(
        (error: unknown) => ({ error }),
      );
      if ('error' in outcome) {
        if (attempt < attempts && isTransient(outcome.error)) {
          await pause(firstPauseMs * 2 ** attempt);
          continue;
        }
        throw clusterFailure('AER0702', { server, context, reason: networkReason(outcome.error) });
      }
      if (outcome.status === 401) throw clusterFailure('AER0703', { context });
      if ((outcome.status === 429 || outcome.status === 503) && attempt < attempts) {
        await pause(outcome.retryAfterMs ?? firstPauseMs * 2 ** attempt);
        continue;
      }
      const body = parseJson(outcome.text);
      if (outcome.status >= 200 && outcome.status < 300 && isObject(body)) return { ok: true, value: body };
      return { ok: false, status: outcome.status, reason: statusReason(body, outcome.status), body };
    }
  }

  async function* list(
    path: string,
    query: Readonly<Record<string, string>>,
    refused: (refusal: Refusal) => void,
  ): AsyncIterable<JsonObject> {
    let token: string | undefined;
    let restarts = 0;
    let seen = new Set<string>();
    for (;;) {
      const answer = await get(path, { ...query, limit: String(pageSize), ...(token && { continue: token }) });
      if (!answer.ok) {
        // The token of a slow listing expires (410): the server gives one to go on with, or else we start again.
        if (answer.status === 410 && token !== undefined && restarts < 3) {
          restarts += 1;
          token = continueToken(answer.body);
          continue;
        }
        refused(answer);
        return;
      }
      const items = answer.value.items;
      for (const item of Array.isArray(items) ? items : []) {
        if (!isObject(item)) continue;
        const id = restartId(item);
        if (restarts > 0 && seen.has(id)) continue;
        seen.add(id);
        yield item;
      }
      token = continueToken(answer.value);
      if (token === undefined) {
        seen = new Set();
        return;
      }
    }
  }

  return {
    context,
    server,
    config,
    namespace: config.getContextObject(context)?.namespace ?? 'default',
    get,
    list,
    close: () => {
      if (request.agent instanceof http.Agent) request.agent.destroy();
    },
  };
}

function isTransient(error: unknown): boolean {
  return ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'EAI_AGAIN'].includes(errorCode(error) ?? '');
}

/** What a `Status` object says, else the status code; a page of HTML (some proxy on the way) is not repeated. */
function statusReason(body: Json | undefined, status: number): string {
  return textAt(body, 'message') || `HTTP status ${status}`;
}

function continueToken(body: Json | undefined): string | undefined {
  return textAt(body, 'metadata', 'continue') || undefined;
}

function restartId(item: JsonObject): string {
  return `${textAt(item, 'metadata', 'namespace')}/${textAt(item, 'metadata', 'name')}`;
}
