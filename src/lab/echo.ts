import { createServer, type Server, type Socket } from 'node:net';
import type { Codec } from '../codec/codec.js';
import type { Speech } from '../codec/speech/speech.js';
import type { Address } from '../envoy/address.js';

/** A server that answers every request well, with its own name. */
export class EchoServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(
    readonly codec: Codec,
    readonly speech: Speech,
    readonly name: string,
  ) {
    this.#server = createServer((socket) => this.#accept(socket));
  }

  /** Listens on a free port of loopback. */
  start(): Promise<Address> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', () => {
        const address = this.#server.address();
        resolve({ host: '127.0.0.1', port: typeof address === 'object' && address !== null ? address.port : 0 });
      });
    });
  }

  stop(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #accept(socket: Socket): void {
    const { codec, speech, name } = this;
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    const decoder = codec.decoder({ sender: 'client' });
    socket.on('data', (chunk: Buffer) => {
      for (const message of decoder.push(chunk)) {
        const stream = message.kind === 'stream-init' || message.kind === 'stream-data';
        const reply = stream
          ? codec.errorReply(message, { kind: 'other', message: 'The echo servers of aeraki lab have no streams.' })
          : message.kind === 'heartbeat'
            ? codec.heartbeatReply(message)
            : speech.answer(message, name);
        if (reply !== undefined) socket.write(reply);
      }
      if (decoder.failure !== undefined) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => this.#sockets.delete(socket));
  }
}
