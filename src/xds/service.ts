import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import { receiveDelta } from './delta.js';
import type { Listen } from './event.js';
import { AggregatedDiscoveryService } from './generated/envoy/service/discovery/v3/ads_pb.js';
import type { DeltaDiscoveryRequest, DiscoveryRequest } from './generated/envoy/service/discovery/v3/discovery_pb.js';
import { RouteDiscoveryService } from './generated/envoy/service/route/v3/rds_pb.js';
import { grpcService, type Service } from './grpc.js';
import type { Hub } from './hub.js';
import { routeTypeUrl } from './snapshot.js';
import { receiveSotw } from './sotw.js';
import { maximumNames, Subscriber } from './subscriber.js';
import type { Variant } from './update.js';

type Request = DiscoveryRequest | DeltaDiscoveryRequest;
type Call = ServerDuplexStream<Request, Buffer>;

/** The streams that are open, so that a server that stops can end each in an orderly way. */
export interface OpenStream {
  readonly subscriber: Subscriber;
  /** Ends the call with a status once nothing is on its way any more. */
  end(code: status, details: string): void;
}

/** The discovery services for the type RouteConfiguration: its own service and ADS, each in both forms. */
export function discoveryServices(hub: Hub, open: Set<OpenStream>, listen: Listen): readonly Service[] {
  const streams = new Streams(hub, open, listen);
  return [
    grpcService(
      RouteDiscoveryService,
      {
        streamRoutes: (call: Call) => streams.accept(call, 'sotw', false),
        deltaRoutes: (call: Call) => streams.accept(call, 'delta', false),
      },
      'serialised',
    ),
    grpcService(
      AggregatedDiscoveryService,
      {
        streamAggregatedResources: (call: Call) => streams.accept(call, 'sotw', true),
        deltaAggregatedResources: (call: Call) => streams.accept(call, 'delta', true),
      },
      'serialised',
    ),
  ];
}

class Streams {
  #count = 0;

  constructor(
    readonly hub: Hub,
    readonly open: Set<OpenStream>,
    readonly listen: Listen,
  ) {}

  accept(call: Call, variant: Variant, aggregated: boolean): void {
    this.#count += 1;
    const subscriber = new Subscriber({
      client: `${call.getPeer()}#${this.#count}`,
      variant,
      aggregated,
      source: this.hub,
      write: (bytes, done) => call.write(bytes, done),
      listen: this.listen,
    });
    const stream: OpenStream = { subscriber, end: (code, details) => finish(call, subscriber, code, details) };
    this.open.add(stream);
    this.hub.add(subscriber);
    subscriber.emit('connect');
    const close = (error?: Error): void => {
      if (!this.open.delete(stream)) return;
      this.hub.remove(subscriber);
      subscriber.emit('disconnect', { error: error?.message ?? null });
    };
    const ignored = new Set<string>();
    call.on('data', (request: Request) => {
      const type = request.typeUrl;
      if (request.node?.id) subscriber.node = request.node.id;
      if (type !== routeTypeUrl && (type !== '' || aggregated)) {
        if (!aggregated)
          return finish(call, subscriber, status.INVALID_ARGUMENT, `only ${routeTypeUrl} is served here`);
        if (!ignored.has(type) && ignored.size < 100) {
          ignored.add(type);
          subscriber.emit('ignored', { error: `asked for ${type || 'no type'}; only ${routeTypeUrl} is served here` });
        }
        return;
      }
      if (variant === 'sotw') receiveSotw(subscriber, request as DiscoveryRequest, this.hub.snapshot);
      else receiveDelta(subscriber, request as DeltaDiscoveryRequest, this.hub.snapshot);
      if (subscriber.names.size > maximumNames) {
        finish(call, subscriber, status.RESOURCE_EXHAUSTED, `more than ${maximumNames} names on one stream`);
      }
    });
    // The client has said all it will say: it gets what is on its way, then the end.
    call.on('end', () => finish(call, subscriber, status.OK, ''));
    call.on('cancelled', () => close());
    call.on('error', close);
    call.on('close', () => close());
  }
}

function finish(call: Call, subscriber: Subscriber, code: status, details: string): void {
  subscriber.whenIdle(() => {
    if (code === status.OK) call.end();
    else call.emit('error', { code, details });
  });
}
