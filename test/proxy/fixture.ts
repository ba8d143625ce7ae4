import type { Socket } from 'node:net';
import type { Codec, Message } from '../../src/codec/codec.js';
import { Random } from '../fuzz/random.js';
import { Client, Plane, type PlaneOptions, Upstream } from './plane.js';

/** Planes, servers and clients of a test, which are ended after it. */
export interface Parts {
  plane(options: PlaneOptions): Promise<Plane>;
  server(answer: (message: Message, socket: Socket) => Uint8Array | undefined, port?: number): Promise<Upstream>;
  client(plane: Plane): Promise<Client>;
}

/** Registers with mocha; to be called in a `describe`. */
export function parts(codec: Codec): Parts {
  const planes: Plane[] = [];
  const servers: Upstream[] = [];
  const clients: Client[] = [];
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    for (const { plane } of planes.splice(0)) plane.destroy();
    for (const server of servers.splice(0)) await server.kill();
  });
  return {
    async plane(options) {
      const plane = await Plane.start(options);
      planes.push(plane);
      return plane;
    },
    async server(answer, port) {
      const server = await Upstream.start(codec, answer, port);
      servers.push(server);
      return server;
    },
    async client(plane) {
      const client = await Client.to(plane.port(), codec);
      clients.push(client);
      return client;
    },
  };
}

/** Numbers from 0 to 1 that look random and are the same at every run. */
export function seeded(seed: number): () => number {
  const random = new Random(seed);
  return () => random.next();
}
