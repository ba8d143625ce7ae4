import assert from 'node:assert/strict';
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
});
