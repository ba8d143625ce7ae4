import assert from 'node:assert/strict';
import type { MessageShape } from '@bufbuild/protobuf';
import type { XdsEvent } from '../../src/xds/event.js';
import type { DeltaDiscoveryResponseSchema } from '../../src/xds/generated/envoy/service/discovery/v3/discovery_pb.js';
import { createRouteServer, type RouteServer } from '../../src/xds/server.js';
import { snapshotOf, versionIn } from './routes.js';
import { openDelta, paths } from './stream.js';

type Response = MessageShape<typeof DeltaDiscoveryResponseSchema>;

/** Names and versions of a response, and what it takes away. */
function told({ resources, removedResources }: Response): [Record<string, string>, string[]] {
  return [Object.fromEntries(resources.map(({ name, version }) => [name, version])), removedResources];
}

describe('incremental', () => {
  let server: RouteServer;
  let port: number;
  let events: XdsEvent[];
  const streams: ReturnType<typeof openDelta>[] = [];
  const open = (path = paths.deltaRds) => {
    const stream = openDelta(port, path);
    streams.push(stream);
    return stream;
  };
  const version = (name: string) => versionIn(server.hub.snapshot, name);

  beforeEach(async () => {
    events = [];
    server = createRouteServer({ listen: (event) => events.push(event) });
    port = await server.start('127.0.0.1:0');
  });
  afterEach(async () => {
    for (const stream of streams.splice(0)) stream.close();
    await server.stop(500);
  });

  for (const path of [paths.deltaRds, paths.deltaAds]) {
    it(`answers a named subscription once and then only its changes (${path.split('/')[2]})`, async () => {
      server.publish(snapshotOf({ a: 'one', b: 'one', c: 'one' }));
      const stream = open(path);
      stream.send({ resourceNamesSubscribe: ['a', 'b'], node: { id: 'n1' } });
      const one = await stream.next();
      assert.deepEqual(told(one), [{ a: version('a'), b: version('b') }, []]);
      assert.equal(one.systemVersionInfo, server.hub.snapshot.version);
      stream.send({ responseNonce: one.nonce });
      server.publish(snapshotOf({ a: 'one', b: 'one', c: 'two' }, server.hub.snapshot));
      await stream.silence();
      server.publish(snapshotOf({ a: 'two', b: 'one', c: 'two' }, server.hub.snapshot));
      assert.deepEqual(told(await stream.next()), [{ a: version('a') }, []]);
    });
  }

  it('says what does not exist, tells when it comes and when it goes', async () => {
    server.publish(snapshotOf({ a: 'one' }));
    const stream = open();
    stream.send({ resourceNamesSubscribe: ['a', 'later'] });
    assert.deepEqual(told(await stream.next()), [{ a: version('a') }, ['later']]);
    server.publish(snapshotOf({ a: 'one', later: 'here' }, server.hub.snapshot));
    assert.deepEqual(told(await stream.next()), [{ later: version('later') }, []]);
    server.publish(snapshotOf({ a: 'one' }, server.hub.snapshot));
    assert.deepEqual(told(await stream.next()), [{}, ['later']]);
    server.publish(snapshotOf({ a: 'two' }, server.hub.snapshot));
    assert.deepEqual(told(await stream.next()), [{ a: version('a') }, []]);
  });

  it('adds and drops names by difference, and answers whoever asks again', async () => {
    server.publish(snapshotOf({ a: 'one', b: 'one' }));
    const stream = open();
    stream.send({ resourceNamesSubscribe: ['a'] });
    await stream.next();
    stream.send({ resourceNamesSubscribe: ['b'] });
    assert.deepEqual(told(await stream.next()), [{ b: version('b') }, []]);
    stream.send({ resourceNamesSubscribe: ['a', 'nothing'] });
    assert.deepEqual(told(await stream.next()), [{ a: version('a') }, ['nothing']]);
    stream.send({ resourceNamesUnsubscribe: ['b', 'never asked for'] });
    await stream.silence();
    server.publish(snapshotOf({ a: 'one', b: 'two' }, server.hub.snapshot));
    await stream.silence();
    server.publish(snapshotOf({ a: 'two', b: 'two' }, server.hub.snapshot));
    assert.deepEqual(told(await stream.next()), [{ a: version('a') }, []]);
  });

  it('serves everything to a client that names nothing, also when that is nothing', async () => {
    const stream = open();
    stream.send({});
    assert.deepEqual(told(await stream.next()), [{}, []]);
    server.publish(snapshotOf({ a: 'one' }));
    assert.deepEqual(told(await stream.next()), [{ a: version('a') }, []]);
    server.publish(snapshotOf({ b: 'one' }, server.hub.snapshot));
    assert.deepEqual(told(await stream.next()), [{ b: version('b') }, ['a']]);
  });

  it('keeps names that were asked for beside *, and says what became of one that is dropped', async () => {
    server.publish(snapshotOf({ a: 'one', b: 'one' }));
    const stream = open();
    stream.send({ resourceNamesSubscribe: ['*', 'a', 'nothing'] });
    assert.deepEqual(told(await stream.next()), [{ a: version('a'), b: version('b') }, ['nothing']]);
    stream.send({ resourceNamesUnsubscribe: ['a', 'nothing'] });
    assert.deepEqual(told(await stream.next()), [{ a: version('a') }, ['nothing']]);
    stream.send({ resourceNamesSubscribe: ['b'], resourceNamesUnsubscribe: ['*'] });
    assert.deepEqual(told(await stream.next()), [{ b: version('b') }, []]);
    server.publish(snapshotOf({ a: 'two', b: 'one' }, server.hub.snapshot));
    await stream.silence();
    server.publish(snapshotOf({ a: 'two', b: 'two' }, server.hub.snapshot));
    assert.deepEqual(told(await stream.next()), [{ b: version('b') }, []]);
  });

  it('tells a client that comes back only what changed while it was away', async () => {
    server.publish(snapshotOf({ a: 'one', b: 'two' }));
    const same = { a: version('a'), b: version('b') };
    const still = open();
    still.send({ resourceNamesSubscribe: ['a', 'b'], initialResourceVersions: same });
    await still.silence();
    const changed = open();
    const before = { a: version('a'), b: 'old', gone: 'old' };
    changed.send({ resourceNamesSubscribe: ['a', 'b', 'gone'], initialResourceVersions: before });
    assert.deepEqual(told(await changed.next()), [{ b: version('b') }, ['gone']]);
    const every = open();
    every.send({ initialResourceVersions: before });
    assert.deepEqual(told(await every.next()), [{ b: version('b') }, ['gone']]);
    server.publish(snapshotOf({ a: 'two', b: 'two' }, server.hub.snapshot));
    for (const stream of [still, changed, every]) {
      assert.deepEqual(told(await stream.next()), [{ a: version('a') }, []]);
    }
  });

  it('does not send a refused version again and shows it', async () => {
    server.publish(snapshotOf({ a: 'good', b: 'one' }));
    const stream = open();
    stream.send({ resourceNamesSubscribe: ['a', 'b'] });
    const one = await stream.next();
    stream.send({ responseNonce: one.nonce });
    server.publish(snapshotOf({ a: 'bad', b: 'one' }, server.hub.snapshot));
    const two = await stream.next();
    stream.send({ responseNonce: two.nonce, errorDetail: { message: 'no such weight' } });
    await stream.silence();
    server.publish(snapshotOf({ a: 'bad', b: 'two' }, server.hub.snapshot));
    assert.deepEqual(told(await stream.next()), [{ b: version('b') }, []]);
    const [subscriber] = server.hub.subscribers;
    assert.equal(subscriber?.refused.get('a')?.error, 'no such weight');
    assert.equal(events.find(({ event }) => event === 'nack')?.error, 'no such weight');
  });
});
