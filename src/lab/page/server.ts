import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Address } from '../../envoy/address.js';
import { type LabState, labResult } from '../../output/lab/result.js';
import { framed } from '../../xds/admin/frame.js';
import { isOwnHost } from '../../xds/admin/host.js';
import { endNow, listen } from '../../xds/admin/listen.js';
import type { RuleNews } from '../../xds/admin/parts.js';
import { pageContent } from './content.js';
import { labStyle } from './page.js';

/** How often open pages are told, in milliseconds. */
const pace = 250;

export interface LabPage {
  /** Listens and gives the address; rejects with the system's error when it is taken. */
  start(address: Address): Promise<Address>;
  stop(): Promise<void>;
}

/** The page of a lab: `/`, kept live by `/events`, and `/state`, which is what `-o json` prints. Nothing can be changed here. */
export function createLabPage(state: () => LabState, news: () => RuleNews): LabPage {
  const open = new Set<ServerResponse>();
  let timer: NodeJS.Timeout | undefined;
  let own = '127.0.0.1';
  const push = (): void => {
    const event = `data: ${JSON.stringify(pageContent(state(), news()))}\n\n`;
    // A page that does not read is passed over; it gets the newest state when it does.
    for (const response of open) if (!response.writableNeedDrain) response.write(event);
  };
  const routes: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
    '/': (_request, response) => {
      const content = pageContent(state(), news());
      const { page, policy } = framed({ title: 'aeraki lab', content, live: 'events', style: labStyle });
      response.setHeader('content-security-policy', policy);
      send(response, 200, 'text/html; charset=utf-8', page);
    },
    '/events': (request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      open.add(response);
      request.on('close', () => {
        open.delete(response);
        if (open.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      });
      timer ??= setInterval(push, pace);
      response.write(`data: ${JSON.stringify(pageContent(state(), news()))}\n\n`);
    },
    '/state': (_request, response) => {
      send(response, 200, 'application/json', `${JSON.stringify(labResult(state()), undefined, 2)}\n`);
    },
  };
  const server = createServer((request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    const path = (request.url ?? '/').replace(/\?.*$/s, '');
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    const plain = 'text/plain; charset=utf-8';
    if (!isOwnHost(request.headers.host, own)) send(response, 403, plain, 'This host name is not that of the page.\n');
    else if (route === undefined) send(response, 404, plain, 'There are / and /state.\n');
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      send(response, 405, plain, 'Only GET is possible here.\n');
    else route(request, response);
  });
  return {
    async start({ host, port }) {
      own = host;
      return { host, port: await listen(server, host, port) };
    },
    async stop() {
      clearInterval(timer);
      await endNow(server);
    },
  };
}

function send(response: ServerResponse, code: number, type: string, body: string): void {
  response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
