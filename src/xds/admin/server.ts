import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Hub } from '../hub.js';
import { clientView, routeViews } from '../views.js';
import { framed } from './frame.js';
import { History } from './history.js';
import { isOwnHost } from './host.js';
import { endNow, listen } from './listen.js';
import type { Metrics } from './metrics.js';
import { type PageState, pageContent } from './page.js';

export interface AdminOptions {
  /** What stands above the page. */
  readonly title: string;
  readonly hub: Hub;
  readonly metrics: Metrics;
  readonly stopping: () => boolean;
  /** Why the last edit is not served; empty when it is. */
  readonly held: () => readonly string[];
  /** What the last edit was found to have. */
  readonly findings: () => readonly Diagnostic[];
  /** What `/rules` says, as JSON; left out: there is no such page. */
  readonly rules?: () => unknown;
  /** What `/readyz` says, and whether it is ready; left out: there is no such page. */
  readonly readiness?: () => { readonly ready: boolean; readonly text: string };
}

export interface Admin {
  /** Listens and gives the port; throws when the address is taken. */
  start(host: string, port: number): Promise<number>;
  /** Something changed: open pages are told, at most four times a second. */
  changed(): void;
  stop(): Promise<void>;
}

/** The page lists so many streams; a browser has no use for thousands. */
const mostClients = 200;
/** And so many findings. */
const mostFindings = 500;
const pace = 250;

/** The admin pages: `/`, `/healthz`, `/clients`, `/metrics`, and `/events`, which keeps the first one live. */
export function createAdmin(options: AdminOptions): Admin {
  const open = new Set<ServerResponse>();
  let timer: NodeJS.Timeout | undefined;
  let shown = '';
  const history = new History(options.hub.snapshot);

  const state = (): PageState => {
    const { hub } = options;
    const clients = [...hub.subscribers].slice(0, mostClients).map((each) => clientView(each, hub.snapshotOf(each)));
    const more = hub.subscribers.size - clients.length;
    const { version } = hub.snapshot;
    const held = options.held();
    const routes = routeViews(hub.snapshot);
    const findings = options.findings().slice(0, mostFindings);
    return { version, stopping: options.stopping(), routes, clients, more, held, findings, changes: history.changes };
  };
  const push = (): void => {
    timer = undefined;
    const content = pageContent(state());
    if (content === shown) return;
    shown = content;
    // A page that does not read is passed over; it gets the newest state when it does.
    for (const response of open) if (!response.writableNeedDrain) response.write(eventOf(content));
  };

  const routes: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
    '/': (_request, response) => {
      const { page, policy } = framed({ title: options.title, content: pageContent(state()), live: 'events' });
      response.setHeader('content-security-policy', policy);
      send(response, 200, 'text/html; charset=utf-8', page);
    },
    '/events': (request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      open.add(response);
      response.on('drain', () => response.write(eventOf(shown)));
      request.on('close', () => open.delete(response));
      shown = pageContent(state());
      response.write(eventOf(shown));
    },
    '/healthz': (_request, response) => {
      const stopping = options.stopping();
      send(response, stopping ? 503 : 200, 'text/plain; charset=utf-8', stopping ? 'stopping\n' : 'ok\n');
    },
    ...(options.readiness && {
      '/readyz': (_request: IncomingMessage, response: ServerResponse) => {
        const { ready, text } = options.readiness?.() ?? { ready: false, text: '' };
        send(response, ready ? 200 : 503, 'text/plain; charset=utf-8', text);
      },
    }),
    ...(options.rules && {
      '/rules': (_request: IncomingMessage, response: ServerResponse) => {
        send(response, 200, 'application/json', `${JSON.stringify(options.rules?.(), undefined, 2)}\n`);
      },
    }),
    '/clients': (_request, response) => {
      const { subscribers, snapshot } = options.hub;
      const all = [...subscribers].map((each) => clientView(each, snapshot));
      send(response, 200, 'application/json', `${JSON.stringify(all, undefined, 2)}\n`);
    },
    '/metrics': (_request, response) => {
      options.metrics.text().then(
        (text) => send(response, 200, options.metrics.contentType, text),
        () => send(response, 500, 'text/plain; charset=utf-8', 'the metrics could not be collected\n'),
      );
    },
  };
  let own = '127.0.0.1';
  const server = createServer((request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    const route = routes[(request.url ?? '/').replace(/\?.*$/s, '')];
    if (!isOwnHost(request.headers.host, own)) send(response, 403, 'text/plain; charset=utf-8', wrongHost);
    else if (route === undefined) send(response, 404, 'text/plain; charset=utf-8', notFound);
    else if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, 405, 'text/plain; charset=utf-8', 'only GET is possible here\n');
    } else route(request, response);
  });
  return {
    start: (host, port) => {
      own = host;
      return listen(server, host, port);
    },
    changed: () => {
      history.take(options.hub.snapshot, Date.now());
      if (open.size > 0) timer ??= setTimeout(push, pace);
    },
    stop: async () => {
      clearTimeout(timer);
      await endNow(server);
    },
  };
}

const wrongHost = 'This host name is not that of the admin port.\n';
const notFound = 'There are /, /healthz, /clients and /metrics.\n';

function eventOf(content: string): string {
  return `data: ${JSON.stringify(content)}\n\n`;
}

function send(response: ServerResponse, code: number, type: string, body: string): void {
  response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
