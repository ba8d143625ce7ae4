import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { dubboRequest, dubboResponse } from '../codec/dubbo/message.js';
import { parts } from './fixture.js';
import { until } from './plane.js';
import { cluster, service, to } from './rules.js';

const rules = service('dubbo', `- name: all\n  route: [${to('v1')}]`);

describe('proxy: the end', function () {
  this.timeout(120_000);
  const { plane: start, server, client } = parts(dubbo);

  it('finishes what is under way, takes nothing new, and closes what is idle', async () => {
    const held: (() => void)[] = [];
    const v1 = await server((message, socket) => {
      held.push(() => socket.write(dubboResponse(message.id ?? 0n, 1, ['ok'])));
      return undefined;
    });
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const [busy, idle] = [await client(plane), await client(plane)];
    busy.send(dubboRequest({ id: 1n }));
    await until(() => held.length === 1, 'the request');
    const port = plane.port();
    const drained = plane.plane.drain();
    await idle.untilClosed();
    const refused = await new Promise<string | undefined>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(undefined));
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    assert.equal(refused, 'ECONNREFUSED');
    for (const release of held) release();
    assert.deepStrictEqual(await drained, { cut: 0 });
    await busy.untilClosed();
    assert.equal(busy.received.length, 1);
  });

  it('answers what was on its way: read and waiting, cut in the middle, and still in the network', async () => {
    const v1 = await server((message) => dubboResponse(message.id ?? 0n, 1, ['ok']));
    const settings = { maxInFlight: 1 };
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] }, settings });
    const one = await client(plane);
    const cut = dubboRequest({ id: 4n });
    // One may be under way, so that the others wait; the last one comes in two parts, and the next after the order to stop.
    one.send(...[1n, 2n, 3n].map((id) => dubboRequest({ id })), cut.subarray(0, 20));
    await until(() => v1.got.length > 0, 'the first request');
    const drained = plane.plane.drain();
    await new Promise((resolve) => setImmediate(resolve));
    one.send(cut.subarray(20), dubboRequest({ id: 5n }));
    assert.deepStrictEqual(await drained, { cut: 0 });
    await one.untilClosed();
    assert.deepStrictEqual(
      one.received.map(({ id }) => id),
      [1n, 2n, 3n, 4n, 5n],
    );
  });

  it('serves a connection that the system has made and nobody has taken yet', async () => {
    const v1 = await server((message) => dubboResponse(message.id ?? 0n, 1, ['ok']));
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const socket = connect(plane.port(), '127.0.0.1');
    socket.write(dubboRequest({ id: 1n }));
    let answered = 0;
    let error: Error | undefined;
    socket.on('data', (chunk: Buffer) => {
      answered += chunk.length;
    });
    socket.once('error', (each) => {
      error = each;
    });
    // It connects in the next tick, and the event loop does not look for it before the listener is to close.
    await new Promise((resolve) => process.nextTick(resolve));
    assert.deepStrictEqual(await plane.plane.drain(), { cut: 0 });
    assert.equal(error, undefined);
    await until(() => answered > 0, 'the answer');
    socket.destroy();
  });

  it('does not take for quiet what came while the event loop had no time', async () => {
    const v1 = await server((message) => dubboResponse(message.id ?? 0n, 1, ['ok']));
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const one = await client(plane);
    const drained = plane.plane.drain();
    for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
    one.send(dubboRequest({ id: 1n }));
    const end = performance.now() + 200;
    while (performance.now() < end);
    assert.deepStrictEqual(await drained, { cut: 0 });
    await one.untilClosed();
    assert.equal(one.received.length, 1);
  });

  it('ends also for a client that never stops asking', async () => {
    const v1 = await server((message) => dubboResponse(message.id ?? 0n, 1, ['ok']));
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const one = await client(plane);
    let id = 0n;
    const asking = setInterval(() => one.send(dubboRequest({ id: ++id })), 5);
    await until(() => one.received.length > 3, 'some answers');
    assert.deepStrictEqual(await plane.plane.drain(), { cut: 0 });
    clearInterval(asking);
    await one.untilClosed();
  });

  it('ends what does not finish in its time', async () => {
    const v1 = await server(() => undefined);
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] }, settings: { drainTimeout: 200 } });
    const one = await client(plane);
    one.send(dubboRequest({ id: 1n }));
    await until(() => v1.got.length === 1, 'the request');
    assert.deepStrictEqual(await plane.plane.drain(), { cut: 1 });
    await one.untilClosed();
  });

  it('answers a client that has said all it has to say', async () => {
    const v1 = await server((message) => dubboResponse(message.id ?? 0n, 1, ['ok']));
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const one = await client(plane);
    one.socket.end(dubboRequest({ id: 1n }));
    await one.untilClosed();
    assert.equal(one.received.length, 1);
  });

  it('closes a connection on which nothing happens', async () => {
    const plane = await start({ rules, settings: { idleTimeout: 100 } });
    await (await client(plane)).untilClosed();
  });

  it('lets requests finish at an endpoint that other rules take away, and then closes its connection', async () => {
    const held: (() => void)[] = [];
    const before = await server((message, socket) => {
      held.push(() => socket.write(dubboResponse(message.id ?? 0n, 1, ['ok'])));
      return undefined;
    });
    const after = await server((message) => dubboResponse(message.id ?? 0n, 1, ['ok']));
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [before.port] } });
    const one = await client(plane);
    one.send(dubboRequest({ id: 1n }));
    await until(() => held.length === 1, 'the request');
    await plane.update(rules, { [cluster('v1')]: [after.port] });
    assert.equal((await one.ask(dubboRequest({ id: 2n }))).id, 2n);
    assert.equal(after.got.length, 1);
    for (const release of held) release();
    await one.until(2);
    assert.deepStrictEqual(
      one.received.map(({ id, failed }) => [id, failed]),
      [
        [2n, false],
        [1n, false],
      ],
    );
    await until(() => before.sockets.size === 0, 'the old connection to be closed');
    assert.equal(after.sockets.size, 1);
  });
});
