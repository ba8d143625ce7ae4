import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '@bufbuild/protobuf';
import {
  create,
  type DescMessage,
  fromBinary,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from '@bufbuild/protobuf';
import type { Any } from '@bufbuild/protobuf/wkt';
import {
  type ChannelCredentials,
  Client,
  type ClientDuplexStream,
  Metadata,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import {
  DeltaDiscoveryRequestSchema,
  DeltaDiscoveryResponseSchema,
  DiscoveryRequestSchema,
  DiscoveryResponseSchema,
} from './generated/envoy/service/discovery/v3/discovery_pb.js';
import { discoveryPaths } from './paths.js';
import { type ResourceType, typeUrlOf } from './types.js';

export interface DiscoveryOptions {
  /** `host:port` */
  readonly server: string;
  readonly credentials: ChannelCredentials;
  /** The name that the server's certificate must have, where it is not that of `server`. */
  readonly serverName?: string | undefined;
  readonly type: ResourceType;
  /** Empty: everything. */
  readonly names: readonly string[];
  readonly delta: boolean;
  readonly nodeId: string;
  /** What the node says of itself, as `INTERCEPTION_MODE`. */
  readonly nodeMetadata?: JsonObject | undefined;
  /** Ends the stream. */
  readonly signal: AbortSignal;
  /** Why an update is refused (NACK), in words for the server's log; undefined: it is accepted. Without it all are. */
  readonly judge?: ((update: DiscoveryUpdate) => string | undefined) | undefined;
}

/** One response of a server. */
export interface DiscoveryUpdate {
  readonly version: string;
  readonly resources: readonly DiscoveredResource[];
  /** Names of which the server has nothing (any more); only the incremental form says so. */
  readonly removed: readonly string[];
  /** What the server was told instead of an acceptance. */
  readonly refused?: string;
}

export interface DiscoveredResource {
  /** Only the incremental form names a resource beside its content. */
  readonly name?: string;
  readonly version: string;
  readonly content: Any;
}

/** What a client had when its stream broke; it tells the server when it comes back. */
export interface Position {
  readonly version: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** Raised when a server cannot be reached, refuses the stream or ends it. */
export class DiscoveryError extends Error {
  override name = 'DiscoveryError';

  constructor(
    message: string,
    readonly code: status,
  ) {
    super(message);
  }
}

/**
 * Subscribes to resources and yields each response, accepted or refused, until the signal ends it. Asks the aggregated service
 * first and the type's own service where there is none (istiod has only the former, the in-cluster Aeraki the latter).
 * Raises `DiscoveryError`.
 */
export async function* discover(options: DiscoveryOptions, position?: Position): AsyncGenerator<DiscoveryUpdate> {
  const channel = {
    'grpc.max_receive_message_length': -1,
    ...(options.serverName && { 'grpc.ssl_target_name_override': options.serverName }),
  };
  const client = new Client(options.server, options.credentials, channel);
  try {
    const paths = discoveryPaths(options.type, options.delta);
    for (const [index, path] of paths.entries()) {
      try {
        yield* options.delta
          ? deltaStream(client, path, options, position)
          : sotwStream(client, path, options, position);
        return;
      } catch (error) {
        const next = error instanceof DiscoveryError && error.code === status.UNIMPLEMENTED && index < paths.length - 1;
        if (!next) throw error;
      }
    }
  } finally {
    client.close();
  }
}

async function* sotwStream(client: Client, path: string, options: DiscoveryOptions, position?: Position) {
  const stream = openStream(client, path, DiscoveryRequestSchema, DiscoveryResponseSchema, options.signal);
  const subscription = { typeUrl: typeUrlOf(options.type), resourceNames: [...options.names] };
  const node = nodeOf(options);
  stream.send({ ...subscription, node, versionInfo: position?.version ?? '' });
  let accepted = position?.version ?? '';
  const refusals = new Refusals(options.signal);
  for await (const response of stream.responses) {
    const { versionInfo: version, nonce: responseNonce } = response;
    const resources = response.resources.map((content) => ({ version, content }));
    const update: DiscoveryUpdate = { version, resources, removed: [] };
    const refused = options.judge?.(update);
    if (refused === undefined) accepted = version;
    await refusals.pause(refused === undefined ? undefined : version);
    stream.send({ ...subscription, versionInfo: accepted, responseNonce, ...refusalDetail(refused) });
    yield refused === undefined ? update : { ...update, refused };
  }
}

const firstPause = 200;
const longestPause = 5_000;

/**
 * Many servers answer a refusal with the same response again, at once. So the second refusal of a version waits, and each
 * further one twice as long, from 200 ms to 5 s; the server hears nothing in between.
 */
export class Refusals {
  #version: string | undefined;
  #pause = 0;

  constructor(readonly signal: AbortSignal) {}

  /** @param version the version that is being refused; undefined: it is accepted */
  async pause(version: string | undefined): Promise<void> {
    if (version === undefined || version !== this.#version) this.#pause = 0;
    else {
      this.#pause = Math.min(longestPause, this.#pause * 2 || firstPause);
      await sleep(this.#pause, undefined, { signal: this.signal }).catch(() => {});
    }
    this.#version = version;
  }
}

/** What makes a request a refusal of the response that it answers. */
export function refusalDetail(refused: string | undefined) {
  return refused === undefined ? {} : { errorDetail: { code: status.INVALID_ARGUMENT, message: refused } };
}

async function* deltaStream(client: Client, path: string, options: DiscoveryOptions, position?: Position) {
  const stream = openStream(client, path, DeltaDiscoveryRequestSchema, DeltaDiscoveryResponseSchema, options.signal);
  const typeUrl = typeUrlOf(options.type);
  stream.send({
    typeUrl,
    node: nodeOf(options),
    resourceNamesSubscribe: [...options.names],
    initialResourceVersions: { ...position?.versions },
  });
  const refusals = new Refusals(options.signal);
  for await (const response of stream.responses) {
    const resources = response.resources.flatMap(({ name, version, resource: content }) =>
      content === undefined ? [] : [{ name, version, content }],
    );
    const update = { version: response.systemVersionInfo, resources, removed: response.removedResources };
    const refused = options.judge?.(update);
    await refusals.pause(refused === undefined ? undefined : update.version);
    stream.send({ typeUrl, responseNonce: response.nonce, ...refusalDetail(refused) });
    yield refused === undefined ? update : { ...update, refused };
  }
}

/** Opens a stream of a service; its responses are read by iterating, which raises `DiscoveryError`. */
export function openStream<Req extends DescMessage, Res extends DescMessage>(
  client: Client,
  path: string,
  request: Req,
  response: Res,
  signal: AbortSignal,
  metadata = new Metadata(),
) {
  const call: ClientDuplexStream<MessageShape<Req>, MessageShape<Res>> = client.makeBidiStreamRequest(
    path,
    (message: MessageShape<Req>) => Buffer.from(toBinary(request, message)),
    (bytes: Buffer) => fromBinary(response, bytes),
    metadata,
  );
  const stop = () => call.cancel();
  signal.addEventListener('abort', stop, { once: true });
  // Iterating ends with an error when the call does; this one is for a call that ends while nobody iterates.
  call.on('error', () => {});
  const responses = async function* (): AsyncGenerator<MessageShape<Res>> {
    try {
      if (signal.aborted) return;
      for await (const message of call) yield message as MessageShape<Res>;
      if (!signal.aborted) throw new DiscoveryError('the server ended the stream', status.UNAVAILABLE);
    } catch (error) {
      if (!signal.aborted) throw asDiscoveryError(error);
    } finally {
      signal.removeEventListener('abort', stop);
      call.cancel();
    }
  };
  return {
    send: (message: MessageInitShape<Req>) => void call.write(create(request, message)),
    responses: responses(),
  };
}

function asDiscoveryError(error: unknown): DiscoveryError {
  if (error instanceof DiscoveryError) return error;
  const { details, message, code } = error as Partial<ServiceError>;
  return new DiscoveryError(details || message || String(error), code ?? status.UNKNOWN);
}

function nodeOf({ nodeId, nodeMetadata }: DiscoveryOptions) {
  return { id: nodeId, userAgentName: 'aeraki', ...(nodeMetadata === undefined ? {} : { metadata: nodeMetadata }) };
}
