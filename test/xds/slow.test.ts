import assert from 'node:assert/strict';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createRouteServer } from '../../src/xds/server.js';
import { snapshotOf } from './routes.js';
import { openDelta } from './stream.js';
import { openUnread } from './unread.js';

/** 500 route configurations of which each differs by the mark: about 300 kB. */
function many(mark: string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`r${index}`, mark.repeat(400)]));
}

describe('a slow reader', () => {
  it('gets the newest state in one response when it reads on, and holds nobody up', async () => {
    const server = createRouteServer();
    const port = await server.start('127.0.0.1:0');
    server.publish(snapshotOf(many('x')));
    const slow = await openUnread(port);
    const quick = openDelta(port);
    quick.send({});
    await quick.next();
    for (const mark of '123456789') {
      server.publish(snapshotOf(many(mark), server.hub.snapshot));
      assert.equal((await quick.next()).systemVersionInfo, server.hub.snapshot.version);
    }
    const responses = await slow.readUntil(server.hub.snapshot.version);
    // The first one was on its way; all that came after it is in one.
    assert.equal(responses.length, 2);
    assert.equal(responses[1]?.resources.length, 500);
    slow.close();
    quick.close();
    await server.stop(500);
  });

  it('is brought back to the state that it knows without a word, when all changes were undone meanwhile', async () => {
    const server = createRouteServer();
    const port = await server.start('127.0.0.1:0');
    const first = snapshotOf(many('x'));
    server.publish(first);
    const slow = await openUnread(port);
    server.publish(snapshotOf(many('y'), first));
    const back = snapshotOf({ ...many('x'), last: 'one' }, first);
    server.publish(back);
    const responses = await slow.readUntil(back.version);
    assert.deepEqual(
      responses[1]?.resources.map(({ name }) => name),
      ['last'],
    );
    slow.close();
    await server.stop(500);
  });

  it('is given up when its connection is dead: it does not answer within the keepalive', async () => {
    const events: string[] = [];
    const server = createRouteServer({
      keepalive: { time: 200, timeout: 2_000 },
      listen: ({ event }) => events.push(event),
    });
    const port = await server.start('127.0.0.1:0');
    server.publish(snapshotOf({ a: 'one' }));
    // A wire that can be cut without a word to either end.
    const sockets: Socket[] = [];
    const wire = createServer((near) => {
      const far = connect(port, '127.0.0.1');
      sockets.push(near, far);
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
    const alive = openDelta(port);
    alive.send({});
    await alive.next();
    const dead = openDelta((wire.address() as AddressInfo).port);
    dead.send({});
    await dead.next();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert(!events.includes('disconnect'), 'a connection that answers was given up');
    for (const socket of sockets) socket.unpipe().pause();
    const end = Date.now() + 20_000;
    while (!events.includes('disconnect') && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(events.filter((event) => event === 'disconnect').length, 1);
    server.publish(snapshotOf({ a: 'two' }, server.hub.snapshot));
    await alive.next();
    for (const socket of sockets) socket.destroy();
    wire.close();
    alive.close();
    dead.close();
    await server.stop(500);
  });
});
