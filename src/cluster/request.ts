import http from 'node:http';
import https from 'node:https';

/** What a server answered, whole. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  /** What it asks for in `Retry-After`, at most 10 s; undefined where it asks for nothing. */
  readonly retryAfterMs: number | undefined;
}

export interface RawRequest {
  readonly method: string;
  /** Left out: no body. */
  readonly body?: { readonly type: string; readonly text: string } | undefined;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** One request, without a second try. Rejects with the errors of the network. */
export async function requestOnce(url: string, options: https.RequestOptions, raw: RawRequest): Promise<RawAnswer> {
  const answer = await openRequest(url, options, raw);
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('error', reject);
    answer.on('end', () => {
      if (!answer.complete) return reject(Object.assign(new Error('cut off'), { code: 'ECONNRESET' }));
      const seconds = Number(answer.headers['retry-after']);
      resolve({
        status: answer.statusCode ?? 0,
        text: Buffer.concat(chunks).toString('utf8'),
        retryAfterMs: seconds > 0 ? Math.min(seconds, 10) * 1000 : undefined,
      });
    });
  });
}

/** A request whose answer comes bit by bit; settles with its headers. `timeoutMs` without a byte ends it. */
export function openRequest(
  url: string,
  options: https.RequestOptions,
  { method, body, timeoutMs, signal }: RawRequest,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...options.headers,
      accept: 'application/json',
      'user-agent': 'aeraki',
      ...(body && { 'content-type': body.type, 'content-length': Buffer.byteLength(body.text) }),
    };
    const client = url.startsWith('https:') ? https : http;
    const all = { ...options, headers, method, timeout: timeoutMs, ...(signal && { signal }) };
    const request = client.request(url, all, resolve);
    request.on('timeout', () => request.destroy(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })));
    request.on('error', reject);
    request.end(body?.text);
  });
}
