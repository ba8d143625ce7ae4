import assert from 'node:assert/strict';
import { fromBinary, type MessageShape, toJson } from '@bufbuild/protobuf';
import type { XdsEvent } from '../../src/xds/event.js';
import type { DiscoveryResponseSchema } from '../../src/xds/generated/envoy/service/discovery/v3/discovery_pb.js';
import { createRouteServer, type RouteServer } from '../../src/xds/server.js';
import { routeType, routeTypeUrl } from '../../src/xds/snapshot.js';
import { registry, snapshotOf, versionIn } from './routes.js';
import { openSotw, paths } from './stream.js';

type Response = MessageShape<typeof DiscoveryResponseSchema>;

/** `{a: 'one'}` of a response. */
function clusters(response: Response): Record<string, string> {
  const type = registry.getMessage(routeType);
  assert(type);
  const entries = response.resources.map(({ typeUrl, value }) => {
    assert.equal(typeUrl, routeTypeUrl);
    // biome-ignore lint/suspicious/noExplicitAny: the shape is that of routes.ts
    const json = toJson(type, fromBinary(type, value)) as any;
    return [json.name, json.virtualHosts[0].routes[0].route.cluster] as const;
  });
  return Object.fromEntries(entries);
}

describe('state of the world', () => {
  let server: RouteServer;
  let port: number;
  let events: XdsEvent[];
  const streams: ReturnType<typeof openSotw>[] = [];
  const open = (path = paths.rds) => {
    const stream = openSotw(port, path);
    streams.push(stream);
    return stream;
  };
  const ack = (response: Response, resourceNames: string[]) => ({
    versionInfo: response.versionInfo,
    responseNonce: response.nonce,
    resourceNames,
  });

  beforeEach(async () => {
    events = [];
    server = createRouteServer({ listen: (event) => events.push(event) });
    port = await server.start('127.0.0.1:0');
  });
  afterEach(async () => {
    for (const stream of streams.splice(0)) stream.close();
    await server.stop(500);
  });

  for (const path of [paths.rds, paths.ads]) {
    it(`answers a named subscription once and then only its changes (${path.split('/')[2]})`, async () => {
      const first = snapshotOf({ a: 'one', b: 'one', c: 'one' });
      server.publish(first);
      const stream = open(path);
      stream.send({ resourceNames: ['a', 'b'], node: { id: 'n1' } });
      const one = await stream.next();
      assert.deepEqual(clusters(one), { a: 'one', b: 'one' });
      assert.equal(one.typeUrl, routeTypeUrl);
      assert.notEqual(one.nonce, '');
      stream.send(ack(one, ['a', 'b']));
      server.publish(snapshotOf({ a: 'one', b: 'one', c: 'two' }, server.hub.snapshot));
      await stream.silence();
      server.publish(snapshotOf({ a: 'two', b: 'one', c: 'two' }, server.hub.snapshot));
      const two = await stream.next();
      assert.deepEqual(clusters(two), { a: 'two' });
      assert.notEqual(two.nonce, one.nonce);
      assert.notEqual(two.versionInfo, one.versionInfo);
      stream.send(ack(two, ['a', 'b']));
      await stream.silence();
      assert.deepEqual(
        events.map(({ event, node, resources, version }) => [event, node, resources, version]),
        [
          ['connect', null, [], null],
          ['subscribe', 'n1', ['a', 'b'], null],
          ['ack', 'n1', ['a', 'b'], one.versionInfo],
          ['ack', 'n1', ['a'], two.versionInfo],
        ],
      );
    });
  }

  it('serves everything to a client that names nothing, and to one that says *', async () => {
    server.publish(snapshotOf({ a: 'one', b: 'one' }));
    const legacy = open();
    legacy.send({});
    const explicit = open();
    explicit.send({ resourceNames: ['*'] });
    const response = await legacy.next();
    assert.deepEqual(clusters(response), { a: 'one', b: 'one' });
    assert.deepEqual(clusters(await explicit.next()), { a: 'one', b: 'one' });
    legacy.send(ack(response, []));
    server.publish(snapshotOf({ a: 'one', b: 'one', c: 'new' }, server.hub.snapshot));
    assert.deepEqual(clusters(await legacy.next()), { c: 'new' });
    assert.deepEqual(clusters(await explicit.next()), { c: 'new' });
  });

  it('answers a wildcard with nothing when there is nothing', async () => {
    const stream = open();
    stream.send({});
    assert.deepEqual(clusters(await stream.next()), {});
  });

  it('is silent about a resource that does not exist until it does', async () => {
    server.publish(snapshotOf({ a: 'one' }));
    const stream = open();
    stream.send({ resourceNames: ['later'] });
    await stream.silence();
    server.publish(snapshotOf({ a: 'one', later: 'here' }, server.hub.snapshot));
    assert.deepEqual(clusters(await stream.next()), { later: 'here' });
  });

  it('adds, drops and adds again', async () => {
    server.publish(snapshotOf({ a: 'one', b: 'one' }));
    const stream = open();
    stream.send({ resourceNames: ['a'] });
    const one = await stream.next();
    stream.send(ack(one, ['a', 'b']));
    const two = await stream.next();
    assert.deepEqual(clusters(two), { b: 'one' });
    stream.send(ack(two, ['a']));
    await stream.silence();
    server.publish(snapshotOf({ a: 'one', b: 'two' }, server.hub.snapshot));
    await stream.silence();
    stream.send(ack(two, ['a', 'b']));
    const three = await stream.next();
    assert.deepEqual(clusters(three), { b: 'two' });
    stream.send(ack(three, []));
    await stream.silence();
    server.publish(snapshotOf({ a: 'three', b: 'three' }, server.hub.snapshot));
    await stream.silence();
    assert.deepEqual(
      events.filter(({ event }) => event.endsWith('subscribe')).map(({ event, resources }) => [event, resources]),
      [
        ['subscribe', ['a']],
        ['subscribe', ['b']],
        ['unsubscribe', ['b']],
        ['subscribe', ['b']],
        ['unsubscribe', ['a', 'b']],
      ],
    );
  });

  it('ignores what an outdated nonce says, but not that a response was refused', async () => {
    server.publish(snapshotOf({ a: 'one', b: 'one' }));
    const stream = open();
    stream.send({ resourceNames: ['a'] });
    const one = await stream.next();
    server.publish(snapshotOf({ a: 'two', b: 'one' }, server.hub.snapshot));
    const two = await stream.next();
    stream.send({ ...ack(one, ['b']), errorDetail: { message: 'one is bad' } });
    await stream.silence();
    assert.equal(events.find(({ event }) => event === 'nack')?.error, 'one is bad');
    stream.send({ ...ack(two, ['a']), responseNonce: 'never sent' });
    await stream.silence();
    stream.send(ack(two, ['a', 'b']));
    assert.deepEqual(clusters(await stream.next()), { b: 'one' });
  });

  it('takes a change of names without a nonce, before the first answer was read', async () => {
    server.publish(snapshotOf({ a: 'one', b: 'one' }));
    const stream = open();
    stream.send({ resourceNames: ['a'] });
    stream.send({ resourceNames: ['a', 'b'] });
    assert.deepEqual(clusters(await stream.next()), { a: 'one' });
    assert.deepEqual(clusters(await stream.next()), { b: 'one' });
    await stream.silence();
  });

  it('does not send a refused version again, goes on with the next one, and says what was refused', async () => {
    const good = snapshotOf({ a: 'good', b: 'one' });
    server.publish(good);
    const stream = open();
    stream.send({ resourceNames: ['a', 'b'], node: { id: 'n1' } });
    const one = await stream.next();
    stream.send(ack(one, ['a', 'b']));
    const bad = snapshotOf({ a: 'bad', b: 'one' }, good);
    server.publish(bad);
    const two = await stream.next();
    stream.send({ ...ack(two, ['a', 'b']), versionInfo: one.versionInfo, errorDetail: { message: 'no such weight' } });
    await stream.silence();
    server.publish(snapshotOf({ a: 'bad', b: 'two' }, server.hub.snapshot));
    const three = await stream.next();
    assert.deepEqual(clusters(three), { b: 'two' });
    stream.send(ack(three, ['a', 'b']));
    await stream.silence();
    const [subscriber] = server.hub.subscribers;
    assert.equal(subscriber?.accepted.get('a'), versionIn(good, 'a'));
    assert.deepEqual(subscriber?.refused.get('a'), { version: versionIn(bad, 'a'), error: 'no such weight' });
    const nack = events.find(({ event }) => event === 'nack');
    assert.deepEqual([nack?.resources, nack?.error], [['a'], 'no such weight']);
    // Back to what the client had accepted before: sent, for the client may have taken part of what it refused.
    server.publish(snapshotOf({ a: 'good', b: 'two' }, server.hub.snapshot));
    const four = await stream.next();
    assert.deepEqual(clusters(four), { a: 'good' });
    stream.send(ack(four, ['a', 'b']));
    await stream.silence();
    assert.equal(subscriber?.refused.size, 0);
  });

  it('tells a client that comes back with the same version nothing, on this server and on another', async () => {
    server.publish(snapshotOf({ a: 'one', b: 'one', c: 'one' }));
    const stream = open();
    stream.send({ resourceNames: ['b', 'a'] });
    const { versionInfo } = await stream.next();
    stream.close();
    const again = createRouteServer();
    const port2 = await again.start('127.0.0.1:0');
    again.publish(snapshotOf({ c: 'other', b: 'one', a: 'one' }));
    const back = openSotw(port2);
    back.send({ versionInfo, resourceNames: ['a', 'b'] });
    await back.silence();
    again.publish(snapshotOf({ a: 'two', b: 'one' }, again.hub.snapshot));
    assert.deepEqual(clusters(await back.next()), { a: 'two' });
    const stale = openSotw(port2);
    stale.send({ versionInfo, resourceNames: ['a', 'b'] });
    assert.deepEqual(clusters(await stale.next()), { a: 'two', b: 'one' });
    back.close();
    stale.close();
    await again.stop(500);
  });

  it('sends every subscriber of the same names the same bytes', async () => {
    server.publish(snapshotOf({ a: 'one', b: 'one' }));
    const all = [open(), open(), open()];
    for (const [index, stream] of all.entries()) stream.send({ resourceNames: index === 1 ? ['b', 'a'] : ['a', 'b'] });
    for (const stream of all) await stream.next();
    server.publish(snapshotOf({ a: 'two', b: 'two' }, server.hub.snapshot));
    for (const stream of all) await stream.next();
    const [first, second, third] = all.map(({ bytes }) => bytes.map((b) => b.toString('hex')));
    assert.deepEqual(first, second);
    assert.deepEqual(first, third);
  });

  it('sends exactly one resource to each stream of a MetaProtocol proxy, which has one stream a name', async () => {
    server.publish(snapshotOf({ a: 'one', b: 'one' }));
    const a = open();
    const b = open();
    a.send({ resourceNames: ['a'], node: { id: 'proxy' } });
    b.send({ resourceNames: ['b'], node: { id: 'proxy' } });
    assert.deepEqual(clusters(await a.next()), { a: 'one' });
    assert.deepEqual(clusters(await b.next()), { b: 'one' });
    server.publish(snapshotOf({ a: 'two', b: 'two' }, server.hub.snapshot));
    assert.deepEqual(clusters(await a.next()), { a: 'two' });
    assert.deepEqual(clusters(await b.next()), { b: 'two' });
    server.publish(snapshotOf({ a: 'three' }, server.hub.snapshot));
    assert.deepEqual(clusters(await a.next()), { a: 'three' });
    await b.silence();
  });

  it('passes over other types on ADS and says so once; refuses them on its own service', async () => {
    server.publish(snapshotOf({ a: 'one' }));
    const stream = open(paths.ads);
    const typeUrl = 'type.googleapis.com/envoy.config.cluster.v3.Cluster';
    stream.send({ typeUrl });
    stream.send({ typeUrl });
    await stream.silence();
    stream.send({ resourceNames: ['a'] });
    assert.deepEqual(clusters(await stream.next()), { a: 'one' });
    assert.equal(events.filter(({ event }) => event === 'ignored').length, 1);
    const typed = open();
    typed.send({ typeUrl });
    assert.equal((await typed.ended())?.code, 3);
  });

  it('answers a client that half-closes after its request', async () => {
    server.publish(snapshotOf({ a: 'one' }));
    const stream = open();
    stream.send({ resourceNames: ['a'] });
    stream.end();
    assert.deepEqual(clusters(await stream.next()), { a: 'one' });
    assert.equal(await stream.ended(), undefined);
  });

  it('ends the stream of a client that asks for too many names', async () => {
    const stream = open();
    stream.send({ resourceNames: Array.from({ length: 100_001 }, (_, index) => `r${index}`) });
    assert.equal((await stream.ended())?.code, 8);
  });
});
