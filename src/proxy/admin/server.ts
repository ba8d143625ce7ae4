import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Address } from '../../envoy/address.js';
import { isOwnHost } from '../../xds/admin/host.js';
import { endNow, listen } from '../../xds/admin/listen.js';
import { postFaults } from './faults.js';
import { proxyPage } from './page.js';
import { type AdminPage, pages } from './pages.js';
import type { AdminView } from './view.js';

export interface AdminServer {
  /** Listens and settles with the address; rejects with the system's error when it is taken. */
  start(address: Address): Promise<Address>;
  stop(): Promise<void>;
}

/**
 * Envoy's admin interface over HTTP, as much of it as shows something: nothing can be changed here but the faults. On a loopback address
 * a request has to name that host as a browser on this machine would, so that no web page reaches it by a name of its own.
 */
export function createAdminServer(view: AdminView): AdminServer {
  let address: Address = { host: '127.0.0.1', port: 0 };
  const server = createServer((request, response) => void answer(request, response, view, address));
  return {
    async start(wanted) {
      address = { host: wanted.host, port: await listen(server, wanted.host, wanted.port) };
      return address;
    },
    stop: () => endNow(server),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  view: AdminView,
  address: Address,
): Promise<void> {
  const { status = 200, type, body, policy } = await pageFor(request, view, address);
  if (policy !== undefined) response.setHeader('content-security-policy', policy);
  const headers = { 'content-type': type, 'cache-control': 'no-cache, max-age=0', 'x-content-type-options': 'nosniff' };
  response.writeHead(status, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function pageFor(request: IncomingMessage, view: AdminView, address: Address): Promise<AdminPage> {
  const refused = (status: number, body: string): AdminPage => ({ status, type: 'text/plain; charset=UTF-8', body });
  if (!isOwnHost(request.headers.host, address.host))
    return refused(403, 'This host name is not that of the admin port.\n');
  const url = parsed(request.url);
  const page = url === undefined ? undefined : pages[url.pathname];
  if (url === undefined || page === undefined) {
    return refused(404, `There is no such page. There are ${Object.keys(pages).join(', ')}.\n`);
  }
  if (request.method === 'POST' && url.pathname === '/faults' && view.faults !== undefined) {
    return postFaults(request, view.faults).catch(() => refused(400, 'The body could not be read.\n'));
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405, 'Only GET is possible here.\n');
  // A browser says that it takes HTML; curl and scripts get the list of pages, as Envoy's do.
  if (url.pathname === '/' && /\btext\/html\b/.test(request.headers.accept ?? '')) {
    const { page: body, policy } = proxyPage(view);
    return { type: 'text/html; charset=utf-8', body, policy };
  }
  return page(view, url.searchParams, address);
}

function parsed(url: string | undefined): URL | undefined {
  // A target with two slashes would otherwise be read as another host.
  return URL.canParse(`http://admin${url}`) ? new URL(`http://admin${url}`) : undefined;
}
