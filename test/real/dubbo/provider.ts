import { createRequire } from 'node:module';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** hessian.js has no types; this is what is used of it. */
const hessian = createRequire(import.meta.url)('hessian.js') as {
  DecoderV2: new (bytes: Buffer) => { read(): unknown };
  EncoderV2: new () => { write(value: unknown): void; get(): Buffer };
};

/** One request that a provider got. */
export interface DubboRequest {
  readonly path: string;
  readonly method: string;
  readonly attachments: Readonly<Record<string, unknown>>;
}

export interface DubboProvider {
  readonly port: number;
  readonly requests: readonly DubboRequest[];
  stop(): Promise<void>;
}

const headerLength = 16;
const magic = 0xdabb;
const isRequest = 0x80;
const isEvent = 0x20;
const hessian2 = 2;
const ok = 20;
const responseValue = 1;

/** Starts a provider of every interface (Dubbo 2 with Hessian 2) whose methods take no arguments and answer its name. */
export async function startDubboProvider(name: string): Promise<DubboProvider> {
  const requests: DubboRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (part) => {
      received = Buffer.concat([received, part]);
      while (received.length >= headerLength) {
        const end = headerLength + received.readUInt32BE(12);
        if (received.length < end) return;
        const flags = received.readUInt8(2);
        if (received.readUInt16BE(0) !== magic) socket.destroy(new Error('no Dubbo message'));
        if ((flags & isRequest) !== 0) {
          const event = (flags & isEvent) !== 0;
          if (!event) requests.push(decoded(received.subarray(headerLength, end)));
          socket.write(answer(received.subarray(4, 12), event ? undefined : name));
        }
        received = received.subarray(end);
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function decoded(body: Buffer): DubboRequest {
  const decoder = new hessian.DecoderV2(body);
  const [, path, , method, types, attachments] = Array.from({ length: 6 }, () => decoder.read());
  if (types !== '') throw new Error(`this provider takes no arguments, but got ${types}`);
  return { path: String(path), method: String(method), attachments: attachments as Record<string, unknown> };
}

/** The answer to a request with its id; to a heartbeat without a value. */
function answer(id: Buffer, value: string | undefined): Buffer {
  const encoder = new hessian.EncoderV2();
  if (value === undefined) encoder.write(null);
  else {
    encoder.write(responseValue);
    encoder.write(value);
  }
  const body = encoder.get();
  const header = Buffer.alloc(headerLength);
  header.writeUInt16BE(magic, 0);
  header.writeUInt8(hessian2 | (value === undefined ? isEvent : 0), 2);
  header.writeUInt8(ok, 3);
  id.copy(header, 4);
  header.writeUInt32BE(body.length, 12);
  return Buffer.concat([header, body]);
}
