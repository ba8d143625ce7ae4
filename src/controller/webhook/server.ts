import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { parseJson } from '../../cluster/json.js';
import type { Json } from '../../model/envoy.js';
import type { Pair } from './certificate.js';
import { webhookPath } from './registration.js';
import { type Judges, readReview, review } from './review.js';

/**
 * An API server keeps a connection for 90 s without a request (IdleConnTimeout of Go's transport as client-go sets it). One
 * that is closed here before meets its next request half way, and with `failurePolicy: Ignore` that object is not judged.
 */
const idleMs = 120_000;
/** The largest request that an API server sends is 3 MB. */
const mostBytes = 8 * 2 ** 20;

export interface WebhookServer {
  /** Listens and gives the port; throws when the address is taken. */
  start(host: string, port: number): Promise<number>;
  /** Serves with another certificate from the next connection on. */
  use(pair: Pair): void;
  stop(): Promise<void>;
}

/** @param reviewed each review, with its time in milliseconds */
export function createWebhookServer(
  pair: Pair,
  judges: Judges,
  reviewed: (result: 'allowed' | 'refused' | 'failed', milliseconds: number) => void,
): WebhookServer {
  const server: Server = createServer({ cert: pair.certificate, key: pair.key }, (request, response) => {
    void handle(request, response).catch(() => send(response, 500, { error: 'the review failed' }));
  });
  server.keepAliveTimeout = idleMs;
  server.headersTimeout = 10_000;
  server.requestTimeout = 15_000;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').replace(/\?.*$/s, '');
    if (path !== webhookPath) return send(response, 404, { error: `there is ${webhookPath}` });
    if (request.method !== 'POST') return send(response, 405, { error: 'only POST is possible here' });
    const began = performance.now();
    const asked = readReview(await bodyOf(request));
    if (asked === undefined) return send(response, 400, { error: 'this is no AdmissionReview' });
    try {
      const answer = await review(asked, judges);
      const { allowed } = answer.response as { allowed: boolean };
      reviewed(allowed ? 'allowed' : 'refused', performance.now() - began);
      send(response, 200, answer);
    } catch (error) {
      reviewed('failed', performance.now() - began);
      throw error;
    }
  }

  return {
    start: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    use: ({ certificate, key }) => server.setSecureContext({ cert: certificate, key }),
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), 3_000);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** undefined where it is no JSON, or too long; rejects where it does not come whole. */
function bodyOf(request: IncomingMessage): Promise<Json | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
      else resolve(undefined);
    });
    request.once('end', () => resolve(parseJson(Buffer.concat(chunks).toString('utf8'))));
    request.once('close', () => reject(new Error('cut off')));
    request.once('error', reject);
  });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  const text = JSON.stringify(body);
  // Of known length, headers and body leave as one record.
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, headers).end(text);
}
