import assert from 'node:assert/strict';
import {
  create,
  type DescMessage,
  fromBinary,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from '@bufbuild/protobuf';
import {
  type ChannelCredentials,
  Client,
  type ClientDuplexStream,
  credentials,
  type ServiceError,
} from '@grpc/grpc-js';
import {
  DeltaDiscoveryRequestSchema,
  DeltaDiscoveryResponseSchema,
  DiscoveryRequestSchema,
  DiscoveryResponseSchema,
} from '../../src/xds/generated/envoy/service/discovery/v3/discovery_pb.js';
import { routeTypeUrl } from '../../src/xds/snapshot.js';

/** A discovery stream with nothing done for the test: it sends what the test says and gives what comes. */
export interface RawStream<Req extends DescMessage, Res extends DescMessage> {
  send(request: MessageInitShape<Req>): void;
  /** The next response; fails when none comes in twenty seconds. */
  next(): Promise<MessageShape<Res>>;
  /** Fails when a response comes within `ms`. */
  silence(ms?: number): Promise<void>;
  /** The raw bytes of all responses so far. */
  readonly bytes: readonly Buffer[];
  /** The status that the stream ended with. */
  ended(): Promise<ServiceError | undefined>;
  readonly call: ClientDuplexStream<Buffer, Buffer>;
  /** Half-closes. */
  end(): void;
  close(): void;
}

export const paths = {
  rds: '/envoy.service.route.v3.RouteDiscoveryService/StreamRoutes',
  deltaRds: '/envoy.service.route.v3.RouteDiscoveryService/DeltaRoutes',
  ads: '/envoy.service.discovery.v3.AggregatedDiscoveryService/StreamAggregatedResources',
  deltaAds: '/envoy.service.discovery.v3.AggregatedDiscoveryService/DeltaAggregatedResources',
};

export function openSotw(port: number, path = paths.rds, secure?: ChannelCredentials) {
  return open(port, path, DiscoveryRequestSchema, DiscoveryResponseSchema, secure);
}

export function openDelta(port: number, path = paths.deltaRds, secure?: ChannelCredentials) {
  return open(port, path, DeltaDiscoveryRequestSchema, DeltaDiscoveryResponseSchema, secure);
}

function open<Req extends DescMessage, Res extends DescMessage>(
  port: number,
  path: string,
  request: Req,
  response: Res,
  secure: ChannelCredentials = credentials.createInsecure(),
): RawStream<Req, Res> {
  const client = new Client(`localhost:${port}`, secure, { 'grpc.use_local_subchannel_pool': 1 });
  const same = (bytes: Buffer) => bytes;
  const call = client.makeBidiStreamRequest(path, same, same);
  const received: MessageShape<Res>[] = [];
  const bytes: Buffer[] = [];
  const waiting: ((message: MessageShape<Res>) => void)[] = [];
  let failure: ServiceError | undefined;
  let over = false;
  const ended = new Promise<ServiceError | undefined>((resolve) => {
    call.on('error', (error: ServiceError) => {
      failure = error;
    });
    call.on('status', () => {
      over = true;
      setImmediate(() => resolve(failure));
    });
  });
  call.on('data', (data: Buffer) => {
    bytes.push(data);
    const message = fromBinary(response, data);
    const waiter = waiting.shift();
    if (waiter === undefined) received.push(message);
    else waiter(message);
  });
  return {
    call,
    bytes,
    send: (shape) => {
      const message = create(request, { typeUrl: routeTypeUrl, ...shape } as MessageInitShape<Req>);
      call.write(Buffer.from(toBinary(request, message)));
    },
    next: () =>
      new Promise((resolve, reject) => {
        const ready = received.shift();
        if (ready !== undefined) {
          resolve(ready);
          return;
        }
        const timer = setTimeout(() => reject(new Error(`no response; ${over ? failure?.message : 'open'}`)), 20_000);
        waiting.push((message) => {
          clearTimeout(timer);
          resolve(message);
        });
      }),
    silence: async (ms = 100) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      assert.equal(received.length, 0, 'a response came where none was due');
    },
    ended: () => ended,
    end: () => call.end(),
    close: () => {
      call.cancel();
      client.close();
    },
  };
}
