import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

/** The little of the package `ws` that is needed here; it brings no types. */
interface Socket {
  readonly protocol: string;
  on(event: 'message', listener: (data: Buffer) => void): void;
  on(event: 'close', listener: () => void): void;
  send(data: Buffer): void;
  close(): void;
}
interface SocketServer {
  handleUpgrade(request: unknown, socket: Duplex, head: Buffer, done: (socket: Socket) => void): void;
}
const { WebSocketServer } = createRequire(import.meta.url)('ws') as {
  readonly WebSocketServer: new (options: {
    readonly noServer: true;
    readonly handleProtocols: (offered: ReadonlySet<string>) => string | false;
  }) => SocketServer;
};

const protocol = 'v4.channel.k8s.io';

export interface Kubelet {
  readonly port: number;
  /** What was asked for, in order: `/portForward/shop/demo-1 15000`. */
  readonly requests: readonly string[];
  /** The protocols that clients offered. */
  readonly offered: readonly string[];
  /** From now on connections are cut after this many bytes of answers; undefined: never. */
  cutAfter(bytes: number | undefined): void;
  stop(): Promise<void>;
}

/**
 * Stands in for a kubelet, which a cluster without nodes does not have: serves the port-forward of pods over the real
 * websocket protocol (channels 0 for data and 1 for errors, each beginning with the port) and connects each to the
 * local port that `ports` gives for it; where it gives none nothing listens.
 */
export async function startKubelet(ports: (port: number, pod: string) => number | undefined): Promise<Kubelet> {
  const { key, cert } = certificate();
  const server = createServer({ key, cert });
  const requests: string[] = [];
  const offered: string[] = [];
  let limit: number | undefined;
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (all) => {
      offered.push(...all);
      return all.has(protocol) ? protocol : false;
    },
  });
  server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '', 'https://kubelet');
    const port = Number(url.searchParams.get('port') ?? url.searchParams.get('ports'));
    requests.push(`${url.pathname} ${port}`);
    const pod = url.pathname.split('/').at(-1) ?? '';
    const target = ports(port, pod) ?? 1;
    sockets.handleUpgrade(request, socket, head, (client) => forward(client, port, target, () => limit));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { readonly port: number }).port,
    requests,
    offered,
    cutAfter: (bytes) => {
      limit = bytes;
    },
    stop: () => close(server),
  };
}

function forward(client: Socket, port: number, target: number, limit: () => number | undefined): void {
  const prefix = Buffer.alloc(2);
  prefix.writeUInt16LE(port);
  const send = (channel: number, data: Buffer) => client.send(Buffer.concat([Buffer.from([channel]), data]));
  send(0, prefix);
  send(1, prefix);
  const upstream = connect(target, '127.0.0.1');
  let sent = 0;
  upstream.on('data', (data) => {
    sent += data.length;
    const most = limit();
    send(0, data);
    if (most !== undefined && sent > most) client.close();
  });
  upstream.on('error', (error) => {
    const words = `error forwarding port ${port} to pod 0123, uid : failed to execute portforward in network namespace "host": failed to connect to localhost:${port} inside namespace, IPv4: ${error.message}: connect: connection refused`;
    send(1, Buffer.from(words));
    client.close();
  });
  upstream.on('close', () => client.close());
  client.on('message', (data) => {
    if (data[0] === 0) upstream.write(data.subarray(1));
  });
  client.on('close', () => upstream.destroy());
}

function certificate(): { readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'kubelet-'));
  const [key, cert] = [join(folder, 'key'), join(folder, 'cert')];
  try {
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
