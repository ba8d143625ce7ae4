import assert from 'node:assert/strict';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { create } from '@bufbuild/protobuf';
import { credentials, Server, ServerCredentials, type ServerDuplexStream } from '@grpc/grpc-js';
import { AdsClient, type AdsOptions, controlPlaneWays } from '../../../src/xds/ads/client.js';
import type { AdsUpdate } from '../../../src/xds/ads/form.js';
import { AggregatedDiscoveryService } from '../../../src/xds/generated/envoy/service/discovery/v3/ads_pb.js';
import {
  type DeltaDiscoveryRequest,
  DeltaDiscoveryResponseSchema,
  type DiscoveryRequest,
  DiscoveryResponseSchema,
} from '../../../src/xds/generated/envoy/service/discovery/v3/discovery_pb.js';
import { grpcService } from '../../../src/xds/grpc.js';
import { typeUrlOf } from '../../../src/xds/types.js';
import { until } from '../../proxy/plane.js';

type DeltaStream = ServerDuplexStream<DeltaDiscoveryRequest, unknown>;
type WholeStream = ServerDuplexStream<DiscoveryRequest, unknown>;

/** A control plane in this process, in one of the two forms, which a test answers for. */
class ControlPlane {
  readonly delta: DeltaDiscoveryRequest[] = [];
  readonly whole: DiscoveryRequest[] = [];
  readonly tokens: string[] = [];
  streams: (DeltaStream | WholeStream)[] = [];
  server = new Server();
  port = 0;

  async start(form: 'delta' | 'whole', port = 0): Promise<void> {
    this.server = new Server();
    const handlers =
      form === 'delta'
        ? {
            deltaAggregatedResources: (stream: DeltaStream) => {
              this.#open(stream);
              stream.on('data', (request: DeltaDiscoveryRequest) => this.delta.push(request));
            },
          }
        : {
            streamAggregatedResources: (stream: WholeStream) => {
              this.#open(stream);
              stream.on('data', (request: DiscoveryRequest) => this.whole.push(request));
            },
          };
    const { definition, implementation } = grpcService(AggregatedDiscoveryService, handlers);
    this.server.addService(definition, implementation);
    this.port = await new Promise((resolve, reject) => {
      this.server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      );
    });
  }

  #open(stream: DeltaStream | WholeStream): void {
    this.tokens.push(String(stream.metadata.get('authorization')[0] ?? ''));
    this.streams.push(stream);
    stream.on('error', () => {});
    stream.on('end', () => stream.end());
  }

  send(type: 'lds' | 'cds' | 'eds', version: string, names: readonly string[], removed: string[] = []): void {
    const typeUrl = typeUrlOf(type);
    const value = new Uint8Array();
    const message = create(DeltaDiscoveryResponseSchema, {
      ...{ typeUrl, systemVersionInfo: version, nonce: `n${version}`, removedResources: removed },
      resources: names.map((name) => ({ name, version, resource: { typeUrl, value } })),
    });
    this.streams.at(-1)?.write(message);
  }

  sendWhole(type: 'lds' | 'cds', version: string, count: number): void {
    const typeUrl = typeUrlOf(type);
    const resources = Array.from({ length: count }, () => ({ typeUrl, value: new Uint8Array() }));
    const nonce = `n${version}`;
    this.streams.at(-1)?.write(create(DiscoveryResponseSchema, { typeUrl, versionInfo: version, nonce, resources }));
  }

  stop(): void {
    this.server.forceShutdown();
    this.streams = [];
  }
}

/** Stands between; those who are connected when it freezes stay connected, and hear nothing of one another from then on. */
async function startRelay(to: number) {
  const sockets = new Set<Socket>();
  const relay = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    for (const socket of [near, far]) sockets.add(socket.on('error', () => {}));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  return {
    port: (relay.address() as AddressInfo).port,
    freeze: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    stop: () => {
      relay.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

describe('the client of aggregated discovery', function () {
  this.timeout(120_000);
  const plane = new ControlPlane();
  let client: AdsClient;
  const updates: AdsUpdate[] = [];
  const troubles: string[] = [];
  let verdict: string | undefined;

  function start(token?: string, more: Partial<AdsOptions> = {}): void {
    client = new AdsClient({
      server: `127.0.0.1:${plane.port}`,
      credentials: () => credentials.createInsecure(),
      ...(token !== undefined && { token: async () => token }),
      node: { id: 'sidecar~10.0.0.5~web.shop~x', cluster: 'web.shop', metadata: { LABELS: { app: 'web' } } },
      ways: controlPlaneWays,
      take: (update) => {
        updates.push(update);
        return verdict;
      },
      trouble: (message) => troubles.push(message),
      ...more,
    });
    client.want('cds', 'all');
    client.want('lds', 'all');
    client.start();
  }

  afterEach(async () => {
    await client.stop();
    plane.stop();
    plane.delta.length = 0;
    plane.whole.length = 0;
    plane.tokens.length = 0;
    updates.length = 0;
    troubles.length = 0;
    verdict = undefined;
  });

  it('asks in increments: says who it is once, accepts by nonce, and asks for names as they change', async () => {
    await plane.start('delta');
    start('secret');
    await until(() => plane.delta.length === 2, 'two types');
    assert.deepStrictEqual(plane.tokens, ['Bearer secret']);
    const [first, second] = plane.delta;
    assert.equal(first?.typeUrl, typeUrlOf('cds'));
    assert.equal(first?.node?.id, 'sidecar~10.0.0.5~web.shop~x');
    assert.deepStrictEqual(first?.node?.metadata, { LABELS: { app: 'web' } });
    assert.equal(second?.node, undefined);
    // No names mean everything, so nothing is asked before there is one.
    client.want('eds', new Set());
    plane.send('cds', '1', ['a', 'b']);
    await until(() => updates.length === 1, 'an update');
    client.want('eds', new Set(['a', 'b']));
    client.want('eds', new Set(['b', 'c']));
    await until(() => plane.delta.length === 5, 'the answer and two requests');
    const [answer, names, change] = plane.delta.slice(2);
    assert.deepStrictEqual([answer?.responseNonce, answer?.errorDetail], ['n1', undefined]);
    assert.deepStrictEqual(names?.resourceNamesSubscribe, ['a', 'b']);
    assert.deepStrictEqual([change?.resourceNamesSubscribe, change?.resourceNamesUnsubscribe], [['c'], ['a']]);
    assert.ok(client.connected);
  });

  it('refuses with the reason, and tells what it accepted when it comes back', async () => {
    await plane.start('delta');
    start();
    await until(() => plane.delta.length === 2, 'two types');
    plane.send('cds', '1', ['a', 'b', 'gone']);
    await until(() => updates.length === 1, 'the first');
    plane.send('cds', '2', ['a'], ['gone']);
    await until(() => updates.length === 2, 'the second');
    verdict = 'cluster b: bad';
    plane.send('cds', '3', ['b']);
    await until(() => plane.delta.length === 5, 'the refusal');
    assert.deepStrictEqual(
      [plane.delta[4]?.responseNonce, plane.delta[4]?.errorDetail?.message],
      ['n3', 'cluster b: bad'],
    );
    const { port } = plane;
    plane.stop();
    await until(() => troubles.length > 0, 'a word about it');
    assert.match(troubles[0] ?? '', /What it gave last stays in force\. Trying again\./);
    assert.ok(!client.connected);
    plane.delta.length = 0;
    await plane.start('delta', port);
    await until(() => plane.delta.length === 2, 'both types again');
    const [again] = plane.delta;
    assert.equal(again?.node?.id, 'sidecar~10.0.0.5~web.shop~x');
    assert.deepStrictEqual(again?.initialResourceVersions, { a: '2', b: '1' });
  });

  it('gives up a connection on which nothing comes any more though it is open, and tells what it accepted on the next', async () => {
    await plane.start('delta');
    const relay = await startRelay(plane.port);
    start(undefined, { server: `127.0.0.1:${relay.port}`, pings: { time: 500, timeout: 5_000 } });
    await until(() => plane.delta.length === 2, 'two types');
    plane.send('cds', '1', ['a', 'b']);
    await until(() => plane.delta.length === 3, 'the answer');
    relay.freeze();
    await until(() => troubles.length > 0, 'a word about it', 60_000);
    assert.match(troubles[0] ?? '', /What it gave last stays in force\. Trying again\./);
    await until(() => plane.delta.length >= 5, 'both types again', 60_000);
    assert.deepStrictEqual(plane.delta[3]?.initialResourceVersions, { a: '1', b: '1' });
    plane.send('cds', '2', ['a']);
    await until(() => updates.length === 2, 'an update on it');
    assert.ok(client.connected);
    await client.stop();
    relay.stop();
  });

  it('takes the state of the world of a server that has nothing else', async () => {
    await plane.start('whole');
    start();
    await until(() => plane.whole.length === 2, 'two types');
    assert.equal(plane.whole[0]?.node?.cluster, 'web.shop');
    plane.sendWhole('lds', '7', 2);
    await until(() => plane.whole.length === 3, 'the answer');
    assert.deepStrictEqual([updates[0]?.whole, updates[0]?.resources.length], [true, 2]);
    assert.deepStrictEqual([plane.whole[2]?.versionInfo, plane.whole[2]?.responseNonce], ['7', 'n7']);
    verdict = 'bad';
    plane.sendWhole('lds', '8', 1);
    await until(() => plane.whole.length === 4, 'the refusal');
    const [refusal] = plane.whole.slice(3);
    assert.deepStrictEqual(
      [refusal?.versionInfo, refusal?.responseNonce, refusal?.errorDetail?.message],
      ['7', 'n8', 'bad'],
    );
    assert.deepStrictEqual(troubles, []);
  });
});
