import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP proxy in front of a server that answers some paths in its place. */
export interface FaultyHttp {
  readonly port: number;
  /** The status in place of the server's answer to a path, undefined for none; those that wait get it at once. */
  fail(which: (path: string) => number | undefined): void;
  close(): Promise<void>;
}

export async function startFaultyHttp(port: number): Promise<FaultyHttp> {
  let which: (path: string) => number | undefined = () => undefined;
  const waiting = new Map<string, Set<() => void>>();
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '';
    const refuse = (): void => {
      const status = which(path);
      if (status === undefined || outgoing.headersSent) return;
      outgoing.writeHead(status).end('rpc error making call');
    };
    refuse();
    if (outgoing.headersSent) return;
    const { method = 'GET', headers } = incoming;
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      if (outgoing.headersSent) return void answer.resume();
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    const own = waiting.get(path) ?? new Set();
    waiting.set(path, own.add(refuse));
    outgoing.on('close', () => {
      own.delete(refuse);
      sent.destroy();
    });
    sent.on('error', () => outgoing.destroy());
    incoming.pipe(sent);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    fail(next) {
      which = next;
      for (const each of [...waiting.values()].flatMap((all) => [...all])) each();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
