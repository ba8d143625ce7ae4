import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { create, fromJson, type JsonValue, toBinary } from '@bufbuild/protobuf';
import { AnySchema } from '@bufbuild/protobuf/wkt';
import { credentials, Server, ServerCredentials, type ServerDuplexStream } from '@grpc/grpc-js';
import { type RdsCount, RdsRoutes } from '../../src/proxy/routes/rds.js';
import type { XdsEvent } from '../../src/xds/event.js';
import {
  type DiscoveryRequest,
  type DiscoveryResponse,
  DiscoveryResponseSchema,
} from '../../src/xds/generated/envoy/service/discovery/v3/discovery_pb.js';
import { RouteDiscoveryService } from '../../src/xds/generated/envoy/service/route/v3/rds_pb.js';
import { grpcService } from '../../src/xds/grpc.js';
import { createRouteServer, type RouteServer } from '../../src/xds/server.js';
import { createSnapshot, routeTypeUrl } from '../../src/xds/snapshot.js';
import { registry, snapshotOf, versionIn } from '../xds/routes.js';
import { until } from '../xds/serve.js';
import { badMatch, clusterOf, listener } from './route-source.js';

const wait = 20_000;
describe('route configurations over RDS', function () {
  this.timeout(120_000);
  let server: RouteServer;
  let port: number;
  let events: XdsEvent[];
  const sources: RdsRoutes[] = [];
  const startServer = async (at = 0) => {
    server = createRouteServer({ listen: (event) => events.push(event) });
    port = await server.start(`127.0.0.1:${at}`);
  };
  beforeEach(async () => {
    events = [];
    await startServer();
  });
  afterEach(async () => {
    for (const source of sources.splice(0)) await source.stop();
    await server.stop(100);
  });
  const source = (names: readonly string[], changes: Partial<ConstructorParameters<typeof RdsRoutes>[0]> = {}) => {
    const made = new RdsRoutes({
      ...{ server: `127.0.0.1:${port}`, credentials: credentials.createInsecure(), names, nodeId: 'proxy' },
      ...changes,
    });
    sources.push(made);
    return made;
  };

  for (const delta of [false, true]) {
    describe(delta ? 'in the incremental form' : 'in the state-of-the-world form', () => {
      it('come with their versions, and changes with only what changed', async () => {
        server.hub.publish(snapshotOf({ a: 'x', b: 'y' }));
        const told = listener();
        const rds = source(['a', 'b'], { delta, now: () => 1_000 });
        await rds.start(told.events);
        const first = server.hub.snapshot;
        deepStrictEqual([clusterOf(rds, 'a'), clusterOf(rds, 'b')], ['x', 'y']);
        const { routes: _, ...facts } = rds.current.byName.get('a') ?? {};
        deepStrictEqual(facts, { name: 'a', dynamic: true, version: versionIn(first, 'a'), lastUpdated: 1_000 });
        const b = rds.current.byName.get('b');
        server.hub.publish(snapshotOf({ a: 'z', b: 'y' }, first));
        await until(() => clusterOf(rds, 'a') === 'z', wait);
        strictEqual(rds.current.byName.get('b'), b);
        deepStrictEqual(told.troubles, []);
        strictEqual(told.changes(), 3);
        // One stream for each name, as the proxy has it.
        strictEqual(events.filter(({ event }) => event === 'subscribe').length, 2);
      });

      it('are refused with the reason when the proxy would refuse them, and the last good one stays', async () => {
        server.hub.publish(snapshotOf({ a: 'x' }));
        const told = listener();
        const rds = source(['a'], { delta });
        await rds.start(told.events);
        const good = rds.current.byName.get('a');
        const bad = createSnapshot([badMatch('a')], registry, server.hub.snapshot).snapshot;
        server.hub.publish(bad);
        await until(() => events.some(({ event }) => event === 'nack'), wait);
        match(events.find(({ event }) => event === 'nack')?.error ?? '', /^a: route bad: the prefix is empty$/);
        await until(() => rds.current.byName.get('a')?.refused !== undefined, wait);
        const { refused, ...kept } = rds.current.byName.get('a') ?? {};
        deepStrictEqual(kept, good);
        deepStrictEqual([refused?.version, refused?.reason], [versionIn(bad, 'a'), 'route bad: the prefix is empty']);
        match(
          told.troubles.join(),
          /Refused version \w+ of a: route bad: the prefix is empty. Version \w+ stays in force/,
        );
        server.hub.publish(snapshotOf({ a: 'mended' }));
        await until(() => clusterOf(rds, 'a') === 'mended', wait);
        strictEqual(rds.current.byName.get('a')?.refused, undefined);
      });

      it('stay when the server goes away or loses them, and are followed again when it is back', async () => {
        server.hub.publish(snapshotOf({ a: 'x' }));
        const told = listener();
        const rds = source(['a'], { delta });
        await rds.start(told.events);
        await server.stop(0);
        await until(() => told.troubles.some((text) => /Version \w+ stays in force. Trying again/.test(text)), wait);
        strictEqual(clusterOf(rds, 'a'), 'x');
        await startServer(port);
        server.hub.publish(snapshotOf({ a: 'y' }));
        await until(() => clusterOf(rds, 'a') === 'y', wait);
        server.hub.publish(snapshotOf({ b: 'y' }));
        server.hub.publish(snapshotOf({ a: 'z' }));
        await until(() => clusterOf(rds, 'a') === 'z', wait);
      });
    });
  }

  it('says what is missing when the server does not have it, or is not there', async () => {
    const told = listener();
    const rds = source(['a'], { firstWait: 50 });
    await rds.start(told.events);
    match(told.troubles.join(), /has not given a yet; requests find no route until it does/);
    server.hub.publish(snapshotOf({ a: 'x' }));
    await until(() => clusterOf(rds, 'a') === 'x', wait);
    const gone = listener();
    const none = source(['a'], { server: '127.0.0.1:1' });
    await none.start(gone.events);
    match(gone.troubles[0] ?? '', /^127\.0\.0\.1:1: .*ECONNREFUSED.*\. There are no routes yet\. Trying again\.$/);
    await none.stop();
    strictEqual(gone.troubles.filter((text) => text.includes('Trying again')).length, 1);
  });

  it('does not spin with a server that answers a refusal with the same again', async () => {
    const versions: (string | undefined)[] = [];
    const type = registry.getMessage('envoy.config.route.v3.RouteConfiguration');
    if (type === undefined) throw new Error('no such message');
    const bad = fromJson(type, badMatch('a') as unknown as JsonValue);
    const answer = {
      ...{ versionInfo: 'bad', typeUrl: routeTypeUrl },
      resources: [create(AnySchema, { typeUrl: routeTypeUrl, value: toBinary(type, bad) })],
    };
    const streamRoutes = (call: ServerDuplexStream<DiscoveryRequest, DiscoveryResponse>) => {
      call.on('data', ({ errorDetail }: DiscoveryRequest) => {
        versions.push(errorDetail?.message);
        call.write(create(DiscoveryResponseSchema, { ...answer, nonce: String(versions.length) }));
      });
      call.on('end', () => call.end());
    };
    const stubborn = new Server();
    const { definition, implementation } = grpcService(RouteDiscoveryService, { streamRoutes });
    stubborn.addService(definition, implementation);
    const own = await new Promise<number>((resolve, reject) => {
      stubborn.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, at) =>
        error === null ? resolve(at) : reject(error),
      );
    });
    try {
      const told = listener();
      const rds = source(['a'], { server: `127.0.0.1:${own}` });
      await rds.start(told.events);
      await until(() => versions.length >= 4, wait);
      // The request, the first refusal at once, then after 200 ms, 400 ms, 800 ms …
      const before = versions.length;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      ok(versions.length - before <= 2, `${versions.length - before} refusals in a second`);
      deepStrictEqual(versions.slice(0, 3), [undefined, ...Array(2).fill('a: route bad: the prefix is empty')]);
      strictEqual(told.troubles.filter((text) => text.startsWith('Refused version bad of a')).length, 1);
      await rds.stop();
    } finally {
      stubborn.forceShutdown();
    }
  });

  it('is counted as the proxy counts it', async () => {
    server.hub.publish(snapshotOf({ a: 'x' }));
    const counts = new Map<RdsCount, number>();
    const rds = source(['a'], { count: (_name, what) => counts.set(what, (counts.get(what) ?? 0) + 1) });
    await rds.start(listener().events);
    deepStrictEqual(Object.fromEntries(counts), { update_attempt: 2, update_success: 1, config_reload: 1 });
    server.hub.publish(createSnapshot([badMatch('a')], registry, server.hub.snapshot).snapshot);
    await until(() => counts.get('update_rejected') === 1, wait);
    strictEqual(counts.get('config_reload'), 1);
  });
});
