import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A status; the first half of the answer, and the end of the connection; no answer, and the end of it. */
export type Fault = number | 'half' | 'cut' | undefined;

/** An HTTP proxy in front of a server that answers some paths in its place. */
export interface FaultyHttp {
  readonly port: number;
  /** What comes in place of the server's answer to a path, undefined for nothing; those that wait get it at once. */
  fail(which: (path: string) => Fault): void;
  close(): Promise<void>;
}

export async function startFaultyHttp(port: number): Promise<FaultyHttp> {
  let which: (path: string) => Fault = () => undefined;
  const waiting = new Map<string, Set<() => void>>();
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '';
    const refuse = (): void => {
      const fault = which(path);
      if (outgoing.headersSent) return;
      if (typeof fault === 'number') outgoing.writeHead(fault).end('rpc error making call');
      if (fault === 'cut') outgoing.destroy();
    };
    refuse();
    if (outgoing.headersSent || outgoing.destroyed) return;
    const { method = 'GET', headers } = incoming;
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      if (outgoing.headersSent) return void answer.resume();
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      if (which(path) === 'half') void half(answer, outgoing);
      else answer.pipe(outgoing);
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

async function half(answer: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const whole = Buffer.concat(parts);
  outgoing.write(whole.subarray(0, whole.length >> 1), () => outgoing.destroy());
}
