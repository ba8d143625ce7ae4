import { fromBinary } from '@bufbuild/protobuf';
import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import { receiveDelta } from './delta.js';
import type { Listen } from './event.js';
import { AggregatedDiscoveryService } from './generated/envoy/service/discovery/v3/ads_pb.js';
import {
  type DeltaDiscoveryRequest,
  DeltaDiscoveryRequestSchema,
  type DiscoveryRequest,
  DiscoveryRequestSchema,
} from './generated/envoy/service/discovery/v3/discovery_pb.js';
import { RouteDiscoveryService } from './generated/envoy/service/route/v3/rds_pb.js';
import { grpcService, type Service } from './grpc.js';
import type { Hub } from './hub.js';
import { shortened } from './shortened.js';
import { routeTypeUrl } from './snapshot.js';
import { receiveSotw } from './sotw.js';
import { maximumNames, maximumNameText, Subscriber } from './subscriber.js';
import type { Variant } from './update.js';
import { namespaceOfCertificate, namespaceOfNode } from './visibility.js';

type Call = ServerDuplexStream<Buffer, Buffer>;

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
      'bytes',
    ),
    grpcService(
      AggregatedDiscoveryService,
      {
        streamAggregatedResources: (call: Call) => streams.accept(call, 'sotw', true),
        deltaAggregatedResources: (call: Call) => streams.accept(call, 'delta', true),
      },
      'bytes',
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
    const { hub, open } = this;
    const subscriber = new Subscriber({
      client: `${call.getPeer()}#${this.#count}`,
      variant,
      aggregated,
      source: hub,
      write: (bytes, done) => call.write(bytes, done),
      listen: this.listen,
    });
    const stream: OpenStream = { subscriber, end: (code, details) => finish(call, subscriber, code, details) };
    open.add(stream);
    hub.add(subscriber);
    subscriber.emit('connect');
    const close = (error?: Error): void => {
      if (!open.delete(stream)) return;
      hub.remove(subscriber);
      subscriber.emit('disconnect', { error: error?.message ?? null });
    };
    const receive = receiver(subscriber, hub, certified(call));
    call.on('data', (bytes: Buffer) => {
      hub.backlog.take(() => {
        if (!open.has(stream)) return;
        const refusal = receive(bytes);
        if (refusal !== undefined) stream.end(refusal.code, refusal.details);
      });
    });
    // The client has said all it will say: it gets what is on its way, then the end.
    call.on('end', () => hub.backlog.take(() => stream.end(status.OK, '')));
    call.on('cancelled', () => close());
    call.on('error', close);
    call.on('close', () => close());
  }
}

interface Refusal {
  readonly code: status;
  readonly details: string;
}

/** The namespace in the certificate that the client has shown; undefined: it has shown none, or one that names none. */
function certified(call: Call): string | undefined {
  return namespaceOfCertificate(call.getAuthContext().sslPeerCertificate?.subjectaltname);
}

/**
 * Takes the requests of one stream, each as bytes, and says when the stream must end.
 *
 * @param namespace that the client has proved; who says to be of another one is not served
 */
function receiver(
  subscriber: Subscriber,
  hub: Hub,
  namespace: string | undefined,
): (bytes: Buffer) => Refusal | undefined {
  const { variant, aggregated } = subscriber;
  const ignored = new Set<string>();
  const decode = (bytes: Buffer): DiscoveryRequest | DeltaDiscoveryRequest | undefined => {
    try {
      return fromBinary(variant === 'sotw' ? DiscoveryRequestSchema : DeltaDiscoveryRequestSchema, bytes);
    } catch {
      return undefined;
    }
  };
  return (bytes) => {
    const request = decode(bytes);
    if (request === undefined) return { code: status.INVALID_ARGUMENT, details: 'this is no discovery request' };
    const type = request.typeUrl;
    if (request.node?.id) {
      subscriber.node = shortened(request.node.id);
      const said = namespaceOfNode(request.node.id);
      if (namespace !== undefined && said !== '' && said !== namespace) {
        const details = `a certificate of namespace ${shortened(namespace)} asks as a proxy of ${shortened(said)}`;
        return { code: status.PERMISSION_DENIED, details };
      }
      if (!subscriber.started) subscriber.namespace = namespace ?? said;
    } else if (!subscriber.started && namespace !== undefined) subscriber.namespace = namespace;
    if (type !== routeTypeUrl && (type !== '' || aggregated)) {
      const details = `asked for ${shortened(type) || 'no type'}; only ${routeTypeUrl} is served here`;
      if (!aggregated) return { code: status.INVALID_ARGUMENT, details };
      // A proxy asks for its listeners and clusters again and again; once is enough to know.
      if (!ignored.has(details) && ignored.size < 100) subscriber.emit('ignored', { error: details });
      if (ignored.size < 100) ignored.add(details);
      return undefined;
    }
    if (variant === 'sotw') receiveSotw(subscriber, request as DiscoveryRequest, hub.snapshotOf(subscriber));
    else receiveDelta(subscriber, request as DeltaDiscoveryRequest, hub.snapshotOf(subscriber));
    if (subscriber.nameText > maximumNameText) {
      return {
        code: status.RESOURCE_EXHAUSTED,
        details: `names of more than ${maximumNameText} characters on one stream`,
      };
    }
    if (subscriber.names.size <= maximumNames) return undefined;
    return { code: status.RESOURCE_EXHAUSTED, details: `more than ${maximumNames} names on one stream` };
  };
}

function finish(call: Call, subscriber: Subscriber, code: status, details: string): void {
  subscriber.whenIdle(() => {
    if (code === status.OK) call.end();
    else call.emit('error', { code, details });
  });
}
