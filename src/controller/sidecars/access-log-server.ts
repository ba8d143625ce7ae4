import { create } from '@bufbuild/protobuf';
import { Server, type ServerReadableStream, type sendUnaryData, status } from '@grpc/grpc-js';
import { type Address, AddressSchema } from '../../xds/generated/envoy/config/core/v3/address_pb.js';
import type { AccessLogCommon } from '../../xds/generated/envoy/data/accesslog/v3/accesslog_pb.js';
import {
  AccessLogService,
  type StreamAccessLogsMessage,
  type StreamAccessLogsResponse,
  StreamAccessLogsResponseSchema,
} from '../../xds/generated/envoy/service/accesslog/v3/als_pb.js';
import { grpcService } from '../../xds/grpc.js';
import { type ServerTls, serverCredentials } from '../../xds/server-credentials.js';
import { namespaceOfCertificate } from '../../xds/visibility.js';
import type { LogEntryFields, Reporter } from './reports.js';

export interface AccessLogServerOptions extends ServerTls {
  /** Whether what is said here can be kept: another replica is asked otherwise. */
  readonly listening: () => boolean;
  readonly heard: (entries: readonly LogEntryFields[], reporter: Reporter) => void;
}

type Call = ServerReadableStream<StreamAccessLogsMessage, StreamAccessLogsResponse>;

/** So long may one message be: Envoy sends 16 KB at once unless it is told otherwise. */
const longest = 4 << 20;

/** Takes access logs of proxies (`envoy.service.accesslog.v3.AccessLogService`), of HTTP and of TCP. */
export class AccessLogServer {
  readonly #server: Server;
  readonly #open = new Set<Call>();

  constructor(readonly options: AccessLogServerOptions) {
    this.#server = new Server({
      'grpc.max_receive_message_length': longest,
      'grpc.keepalive_time_ms': 30_000,
      'grpc.keepalive_timeout_ms': 10_000,
      'grpc.keepalive_permit_without_calls': 1,
    });
    const streamAccessLogs = (call: Call, done: sendUnaryData<StreamAccessLogsResponse>) => this.#take(call, done);
    const { definition, implementation } = grpcService(AccessLogService, { streamAccessLogs });
    this.#server.addService(definition, implementation);
  }

  get streams(): number {
    return this.#open.size;
  }

  /** Starts to listen on `host:port` (port 0: a free one) and gives the port. Throws when the address is taken. */
  start(address: string): Promise<number> {
    const { credentials, unfollow } = serverCredentials(this.options);
    this.#unfollow = unfollow;
    return new Promise((resolve, reject) => {
      this.#server.bindAsync(address, credentials, (error, port) => (error === null ? resolve(port) : reject(error)));
    });
  }

  #unfollow: () => void = () => undefined;

  /** Sends those who speak to another replica. */
  turnAway(): void {
    for (const call of [...this.#open]) call.emit('error', elsewhere);
  }

  async stop(grace: number): Promise<void> {
    this.#unfollow();
    const drained = new Promise<void>((resolve) => this.#server.tryShutdown(() => resolve()));
    this.turnAway();
    const timer = setTimeout(() => this.#server.forceShutdown(), grace);
    await drained;
    clearTimeout(timer);
  }

  #take(call: Call, done: sendUnaryData<StreamAccessLogsResponse>): void {
    const { listening, heard } = this.options;
    if (!listening()) {
      done(elsewhere);
      return;
    }
    this.#open.add(call);
    const shown = call.getAuthContext().sslPeerCertificate;
    // None is shown only where none is asked for.
    const isShown = shown !== undefined && Object.keys(shown).length > 0;
    const namespace = isShown ? (namespaceOfCertificate(shown.subjectaltname) ?? '') : undefined;
    const reporter: Reporter = { address: hostOfPeer(call.getPeer()), namespace };
    call.on('data', (message: StreamAccessLogsMessage) => heard(entriesOf(message), reporter));
    call.on('end', () => done(null, create(StreamAccessLogsResponseSchema)));
    for (const event of ['error', 'cancelled', 'close']) call.on(event, () => this.#open.delete(call));
    call.on('error', (error: Error) => done(error));
  }
}

const elsewhere = Object.assign(new Error('another replica is the one that learns'), {
  code: status.UNAVAILABLE,
  details: 'another replica is the one that learns',
});

/** `10.0.0.1:1234`, `[::1]:1234`, `::ffff:10.0.0.1:1234` as the library writes them. */
function hostOfPeer(peer: string): string {
  const host = peer.slice(0, peer.lastIndexOf(':')).replace(/^\[|\]$/g, '');
  return host.replace(/^::ffff:(?=\d+\.)/, '');
}

function entriesOf({ logEntries }: StreamAccessLogsMessage): readonly LogEntryFields[] {
  return (logEntries.value?.logEntry ?? []).flatMap(({ commonProperties }) =>
    commonProperties === undefined ? [] : [fieldsOf(commonProperties)],
  );
}

/** The caller is who holds the connection: what a header says of it anybody can write. */
function fieldsOf(common: AccessLogCommon): LogEntryFields {
  const from = common.downstreamDirectRemoteAddress ?? common.downstreamRemoteAddress;
  const to = socketOf(common.upstreamRemoteAddress);
  return { cluster: common.upstreamCluster, from: socketOf(from)?.address ?? '', to };
}

function socketOf(address: Address | undefined): LogEntryFields['to'] {
  const socket = (address ?? create(AddressSchema)).address;
  if (socket.case !== 'socketAddress') return undefined;
  const { portSpecifier } = socket.value;
  return { address: socket.value.address, port: portSpecifier.case === 'portValue' ? portSpecifier.value : 0 };
}
