import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { type CodecName, codecs } from '../../src/codec/codecs.js';
import { streams } from '../codec/streams.js';
import { seeded } from './fixture.js';
import { Plane } from './plane.js';
import { cluster, service, to } from './rules.js';

const ROUNDS = 150;

describe('proxy: broken bytes from both sides', function () {
  this.timeout(120_000);

  for (const name of Object.keys(codecs) as CodecName[]) {
    it(`${name}: no error, no hang, nothing left`, async () => {
      const random = seeded(name.length + 17);
      const messages = streams[name]();
      const mutated = () => mutate(Buffer.concat(messages.filter(() => random() < 0.7)), random);
      // A server that answers whatever comes with mutated messages of all kinds.
      const server = createServer((socket) => {
        socket.on('error', () => {});
        socket.on('data', () => socket.write(mutated()));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const plane = await Plane.start({
        rules: service(name, `- name: all\n  route: [${to('v1')}]`),
        upstreams: { [cluster('v1')]: [port] },
        settings: { timeout: 500, maxMessageSize: 1024 * 1024 },
      });
      for (let round = 0; round < ROUNDS; round++) {
        await new Promise<void>((resolve) => {
          const socket = connect(plane.port(), '127.0.0.1');
          socket.on('error', () => {});
          socket.on('close', () => resolve());
          socket.on('data', () => {});
          const bytes = mutated();
          // In pieces, so that a message is cut anywhere.
          const cut = Math.floor(random() * bytes.length);
          socket.write(bytes.subarray(0, cut), () => {
            socket.write(bytes.subarray(cut), () => setTimeout(() => socket.destroy(), 2));
          });
        });
      }
      const { cut } = await plane.plane.drain();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      assert.equal(cut, 0);
      const told = [...plane.troubles, ...plane.lines.map(({ result }) => result)];
      assert.deepStrictEqual(
        told.filter((text) => text.toLowerCase().includes('internal error')),
        [],
      );
      assert.ok(plane.lines.length > ROUNDS / 4, `${plane.lines.length} requests were readable`);
    });
  }
});

/** Changes, drops and doubles octets here and there. */
function mutate(bytes: Buffer, random: () => number): Buffer {
  const result = Buffer.from(bytes);
  const changes = Math.floor(random() * 4);
  for (let change = 0; change < changes && result.length > 0; change++) {
    result[Math.floor(random() * result.length)] = Math.floor(random() * 256);
  }
  const [from, until] = [Math.floor(random() * result.length), Math.floor(random() * result.length)];
  return random() < 0.2 ? Buffer.concat([result.subarray(0, from), result.subarray(until)]) : result;
}
