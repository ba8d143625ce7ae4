import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Address } from '../../envoy/address.js';
import { isOwnHost } from '../../xds/admin/host.js';
import { endNow, listen } from '../../xds/admin/listen.js';
import { startFailure } from '../shell/start-failure.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};
/** The page names no other host, and says so to the browser, which then refuses it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface Serving {
  readonly address: Address;
  stop(): Promise<void>;
}

/**
 * Serves the files of the playground, which are read once; nothing else of the disk can be asked for. Raises
 * `FailureError` when the address cannot be had.
 */
export async function servePlayground(packageRoot: string, { host, port }: Address): Promise<Serving> {
  const folder = join(packageRoot, 'dist', 'playground');
  const files = new Map<string, Buffer>();
  for (const name of await readdir(folder)) files.set(`/${name}`, await readFile(join(folder, name)));
  const server = createServer((request, response) => {
    const asked = (request.url ?? '/').replace(/[?#].*$/s, '');
    const path = asked === '/' ? '/index.html' : asked;
    const body = files.get(path);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('content-security-policy', policy);
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    if (!isOwnHost(request.headers.host, host))
      return void response.writeHead(403).end('This host name is not that of the page.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405).end('Only GET is possible here.\n');
    if (body === undefined) return void response.writeHead(404).end('There is only the playground here.\n');
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
    return void response
      .writeHead(200, { 'content-length': body.length })
      .end(request.method === 'HEAD' ? undefined : body);
  });
  const own = await listen(server, host, port).catch((error: unknown) => {
    throw startFailure('serve the playground', '--listen', error);
  });
  return { address: { host, port: own }, stop: () => endNow(server) };
}

/** The fragment that opens the page with these rules: what playground/state.ts reads. */
export function fragmentOf(rules: string, version: string): string {
  const state = { rules, request: { service: '', attributes: '' }, settings: {}, version };
  return `1:${deflateRawSync(JSON.stringify(state)).toString('base64url')}`;
}
