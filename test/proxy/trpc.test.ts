import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import type { Message } from '../../src/codec/codec.js';
import { trpc } from '../../src/codec/trpc/trpc.js';
import { trpcFrame, trpcProtos } from '../codec/trpc/frames.js';
import { parts } from './fixture.js';
import { until } from './plane.js';
import { cluster, service, to } from './rules.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const nothing = new Uint8Array(0);

const rules = service(
  'trpc',
  `
- name: vip
  match: {attributes: {func: {prefix: /shop}, user: {exact: vip}}}
  route: [${to('v2')}]
  requestMutation: [{key: tag, value: t}]
  responseMutation: [{key: seen, value: by proxy}]
- name: rest
  match: {attributes: {func: {prefix: /shop}}}
  route: [${to('v1')}]
`,
);

const request = (id: number, func: string, info: Record<string, string> = {}, callType = 0) =>
  trpcFrame(
    [0, 0],
    trpcProtos.encode('Request', {
      requestId: id,
      callType,
      caller: utf8('me'),
      callee: utf8('orders'),
      func: utf8(func),
      transInfo: Object.fromEntries(Object.entries(info).map(([key, value]) => [key, utf8(value)])),
    }),
    utf8('body'),
  );

const response = (id: bigint | undefined) =>
  trpcFrame([0, 0], trpcProtos.encode('Response', { requestId: Number(id) }), utf8('answer'));

const init = (id: number, func: string) =>
  trpcFrame([1, 1], trpcProtos.encode('Init', { requestMeta: { func: utf8(func) } }), nothing, id);
const accept = (id: number) => trpcFrame([1, 1], trpcProtos.encode('Init', { responseMeta: { ret: 0 } }), nothing, id);
const data = (id: number, text: string) => trpcFrame([1, 2], nothing, utf8(text), id);
const close = (id: number, type = 0) => trpcFrame([1, 4], trpcProtos.encode('Close', { closeType: type }), nothing, id);

/** Opens streams, gives every frame of data back, and closes when the client does. */
function streaming(message: Message, socket: Socket): Uint8Array | undefined {
  const id = Number(message.id);
  switch (message.kind) {
    case 'request':
      return response(message.id);
    case 'stream-init':
      return accept(id);
    case 'stream-data':
      return data(id, `${Buffer.from(message.bytes.subarray(message.headerSize))}!`);
    case 'stream-close':
      socket.write(close(id));
      return undefined;
    default:
      return undefined;
  }
}

describe('proxy: tRPC', function () {
  this.timeout(120_000);
  const { plane: start, server, client } = parts(trpc);

  it('routes calls, changes trans_info, and says that there is no route', async () => {
    const [v1, v2] = [await server(streaming), await server(streaming)];
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port], [cluster('v2')]: [v2.port] } });
    const one = await client(plane);
    const vip = await one.ask(request(7, '/shop/pay', { user: 'vip' }));
    assert.equal(vip.id, 7n);
    assert.equal(vip.attributes.get('seen'), 'by proxy');
    assert.equal(v2.got[0]?.attributes.get('tag'), 't');
    assert.equal((await one.ask(request(8, '/shop/pay'))).failed, false);
    assert.equal(v1.got.length, 1);
    const none = await one.ask(request(9, '/other'));
    assert.deepStrictEqual([none.id, none.failed, none.details.ret], [9n, true, 11]);
    one.send(request(10, '/shop/log', {}, 1));
    await until(() => v1.got.length === 2, 'the one-way call');
    assert.equal(v1.got[1]?.kind, 'one-way');
  });

  it('passes both ways what belongs to a stream, several on one connection', async () => {
    const v1 = await server(streaming);
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const [one, other] = [await client(plane), await client(plane)];
    for (const each of [one, other]) {
      each.send(init(5, '/shop/chat'), data(5, 'a'), data(5, 'b'), close(5));
      await each.until(4);
      assert.deepStrictEqual(
        each.received.map(({ kind, id }) => [kind, id]),
        [
          ['stream-init', 5n],
          ['stream-data', 5n],
          ['stream-data', 5n],
          ['stream-close', 5n],
        ],
      );
      assert.match(Buffer.from(each.received[2]?.bytes ?? nothing).toString(), /b!$/);
    }
    assert.equal(v1.connections, 1);
    assert.equal(new Set(v1.got.map(({ id }) => id)).size, 2);
    assert.deepStrictEqual(
      plane.lines.map(({ kind, route, ok }) => [kind, route, ok]),
      [
        ['stream', 'rest', true],
        ['stream', 'rest', true],
      ],
    );
    assert.equal(plane.plane.active, 0);
  });

  it('refuses a stream that no route takes, and resets one whose server goes away', async () => {
    const v1 = await server(streaming);
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const one = await client(plane);
    const refused = await one.ask(init(1, '/other'));
    assert.deepStrictEqual([refused.kind, refused.failed, refused.details.ret], ['stream-init', true, 11]);
    assert.equal((await one.ask(init(2, '/shop/chat'))).failed, false);
    await v1.kill();
    await one.until(3);
    const reset = one.received[2];
    assert.deepStrictEqual([reset?.kind, reset?.id, reset?.details.close], ['stream-close', 2n, 'reset']);
    // Frames of a stream that is no more are passed over.
    one.send(data(2, 'late'));
    assert.equal((await one.ask(init(3, '/other'))).failed, true);
  });

  it('resets a stream at the server when its client goes away', async () => {
    const v1 = await server(streaming);
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const one = await client(plane);
    await one.ask(init(4, '/shop/chat'));
    one.close();
    await until(() => v1.got.length === 2, 'the reset');
    assert.deepStrictEqual([v1.got[1]?.kind, v1.got[1]?.details.close], ['stream-close', 'reset']);
  });

  it('opens a stream at another endpoint when the first cannot be reached', async () => {
    const [gone, v1] = [await server(streaming), await server(streaming)];
    await gone.kill();
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [gone.port, v1.port] } });
    const one = await client(plane);
    for (const id of [1, 2]) {
      one.send(init(id, '/shop/chat'), data(id, 'a'), close(id));
      await one.until(id * 3);
    }
    assert.deepStrictEqual(
      one.received.map(({ kind, id }) => [kind, id]),
      [1n, 2n].flatMap((id) => ['stream-init', 'stream-data', 'stream-close'].map((kind) => [kind, id])),
    );
    assert.equal(
      plane.lines.every(({ ok }) => ok),
      true,
    );
  });
});
