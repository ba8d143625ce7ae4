import http from 'node:http';
import type https from 'node:https';
import { isObject } from '../../envoy/proto-json.js';
import type { Json } from '../../model/envoy.js';
import { clusterFailure, networkReason } from '../failure.js';
import { parseJson, textAt } from '../json.js';
import { type ClusterOptions, loadKubeConfig } from '../kubeconfig.js';
import { openRequest, requestOnce } from '../request.js';

/** An answer of the API server, whatever its status. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: Json | undefined;
  /** Its own words where it is no success. */
  readonly reason: string;
  readonly retryAfterMs: number | undefined;
}

export interface ApiCall {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: { readonly type: string; readonly text: string };
  readonly signal?: AbortSignal | undefined;
}

/** Calls to one API server for a process that stays: nothing is tried again here, for whoever asks has its own pace. */
export interface ApiClient {
  readonly context: string;
  readonly server: string;
  /** The namespace of the context (in a pod: its own), `default` when it names none. */
  readonly namespace: string;
  /** Rejects with the errors of the network. */
  call(method: string, path: string, call?: ApiCall): Promise<ApiAnswer>;
  /** A stream. `silenceMs`: so long it may say nothing. */
  open(
    path: string,
    query: Readonly<Record<string, string>>,
    silenceMs: number,
    signal: AbortSignal,
  ): Promise<http.IncomingMessage>;
  close(): void;
}

const timeoutMs = 30_000;
/** Tokens of service accounts are written anew each hour, those of plugins expire: they are read again so often. */
const credentialsMs = 60_000;

/** Raises `ClusterFailure` (AER0701) when there is no usable kubeconfig. Whether the server answers is not asked. */
export async function connectApi(options: ClusterOptions): Promise<ApiClient> {
  const config = await loadKubeConfig(options);
  const server = (config.getCurrentCluster()?.server ?? '').replace(/\/+$/, '');
  const context = config.getCurrentContext();
  let request = await credentials();
  let readAt = performance.now();

  async function credentials(): Promise<https.RequestOptions> {
    const made: https.RequestOptions = {};
    try {
      await config.applyToHTTPSOptions(made);
    } catch (error) {
      throw clusterFailure('AER0701', { reason: `the credentials of context ${context}: ${networkReason(error)}` });
    }
    if (made.agent instanceof http.Agent) Object.assign(made.agent, { keepAlive: true });
    return made;
  }

  /** Fresh headers; the connections stay, unless the server no longer takes who we say we are. */
  async function current(refused = false): Promise<https.RequestOptions> {
    if (!refused && performance.now() - readAt < credentialsMs) return request;
    readAt = performance.now();
    const fresh = await credentials().catch(() => request);
    const { agent } = request;
    if (refused && agent instanceof http.Agent && fresh.agent !== agent) request = fresh;
    else request = { ...fresh, ...(agent !== undefined && { agent }) };
    return request;
  }

  return {
    ...{ context, server },
    namespace: config.getContextObject(context)?.namespace ?? 'default',
    async call(method, path, { query = {}, body, signal } = {}) {
      const url = urlOf(server, path, query);
      const raw = { method, body, timeoutMs, signal };
      let answer = await requestOnce(url, await current(), raw);
      if (answer.status === 401) answer = await requestOnce(url, await current(true), raw);
      const value = parseJson(answer.text);
      const reason = (isObject(value) && textAt(value, 'message')) || `HTTP status ${answer.status}`;
      return { status: answer.status, body: value, reason, retryAfterMs: answer.retryAfterMs };
    },
    async open(path, query, silenceMs, signal) {
      const raw = { method: 'GET', timeoutMs: silenceMs, signal };
      return openRequest(urlOf(server, path, query), await current(), raw);
    },
    close: () => {
      if (request.agent instanceof http.Agent) request.agent.destroy();
    },
  };
}

function urlOf(server: string, path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return `${server}${path}${search === '' ? '' : `?${search}`}`;
}
