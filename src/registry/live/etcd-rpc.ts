import {
  ChannelCredentials,
  Client,
  type ClientDuplexStream,
  Metadata,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import type { Connection, Server } from './connection.js';
import { authenticateRequest, authenticateResponse } from './etcd-messages.js';
import { RegistryFailure, reasonOf } from './failure.js';

/** The server has forgotten the revision that was asked for. */
export class Compacted extends RegistryFailure {
  constructor() {
    super('etcd has compacted what was missed', 'All of it is read again.');
  }
}

const channelOptions = {
  'grpc.max_receive_message_length': -1,
  // A connection that died without a word is noticed in time.
  'grpc.keepalive_time_ms': 20_000,
  'grpc.keepalive_timeout_ms': 10_000,
  'grpc.initial_reconnect_backoff_ms': 200,
  'grpc.max_reconnect_backoff_ms': 5000,
  'grpc-node.flow_control_window': 8 << 20,
};

/** etcd's own API over gRPC: asks one member after the other until one answers, and that one first the next time. */
export class EtcdRpc {
  readonly #connection: Connection;
  readonly #clients = new Map<Server, Client>();
  #first = 0;
  #token: string | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Takes the next member as the first one. */
  turn(): void {
    this.#first = (this.#first + 1) % this.#connection.servers.length;
  }

  /** Raises `RegistryFailure`; `Compacted` where the revision is forgotten. */
  async ask<Answer>(path: string, request: Buffer, read: (bytes: Buffer) => Answer): Promise<Answer> {
    try {
      return await this.#asked(path, request, read);
    } catch (error) {
      // A token lives as long as its member remembers it.
      if (!isStale(error) || this.#token === undefined) throw failureOf(error);
      this.#token = undefined;
    }
    try {
      return await this.#asked(path, request, read);
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** A stream both ways, at the member that answered last. */
  async stream<Answer>(path: string, read: (bytes: Buffer) => Answer): Promise<ClientDuplexStream<Buffer, Answer>> {
    const metadata = await this.#metadata();
    // A member that has lost its leader says so instead of staying silent.
    metadata.set('hasleader', 'true');
    return this.#client(this.#server(0)).makeBidiStreamRequest(path, same, read, metadata);
  }

  forgetToken(): void {
    this.#token = undefined;
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
    this.#clients.clear();
  }

  async #asked<Answer>(path: string, request: Buffer, read: (bytes: Buffer) => Answer): Promise<Answer> {
    const { servers } = this.#connection;
    let reason: unknown;
    for (let turn = 0; turn < servers.length; turn++) {
      try {
        const answer = await this.#one(this.#server(turn), path, request, read, await this.#metadata());
        this.#first = (this.#first + turn) % servers.length;
        return answer;
      } catch (error) {
        reason = error;
        if (!isOfTheMember(error)) throw error;
      }
    }
    throw reason;
  }

  #one<Answer>(
    server: Server,
    path: string,
    request: Buffer,
    read: (bytes: Buffer) => Answer,
    metadata: Metadata,
  ): Promise<Answer> {
    const deadline = Date.now() + this.#connection.timeout;
    return new Promise((resolve, reject) => {
      this.#client(server).makeUnaryRequest(path, same, read, request, metadata, { deadline }, (error, answer) => {
        if (error !== null) reject(error);
        else if (answer === undefined) reject(new RegistryFailure('etcd gave no answer', 'Try again.'));
        else resolve(answer);
      });
    });
  }

  async #metadata(): Promise<Metadata> {
    const metadata = new Metadata();
    const { username, password = '' } = this.#connection;
    if (username === undefined) return metadata;
    if (this.#token === undefined) {
      const request = authenticateRequest(username, password);
      const path = '/etcdserverpb.Auth/Authenticate';
      try {
        this.#token = await this.#one(this.#server(0), path, request, authenticateResponse, metadata);
      } catch (error) {
        // A user where nobody is asked who he is does no harm.
        if (/authentication is not enabled/.test((error as Partial<ServiceError>).details ?? '')) return metadata;
        throw error;
      }
    }
    metadata.set('token', this.#token);
    return metadata;
  }

  #server(turn: number): Server {
    const { servers } = this.#connection;
    const server = servers[(this.#first + turn) % servers.length];
    if (server === undefined) throw new RegistryFailure('there is no server', 'Name one.');
    return server;
  }

  #client(server: Server): Client {
    const known = this.#clients.get(server);
    if (known !== undefined) return known;
    const { ca, cert, key, tls } = this.#connection;
    const pem = (text: string | undefined): Buffer | null => (text === undefined ? null : Buffer.from(text));
    const credentials = tls
      ? ChannelCredentials.createSsl(pem(ca), pem(key), pem(cert))
      : ChannelCredentials.createInsecure();
    const host = server.host.includes(':') ? `[${server.host}]` : server.host;
    const client = new Client(`${host}:${server.port}`, credentials, channelOptions);
    this.#clients.set(server, client);
    return client;
  }
}

/** Whether another member might do better. */
function isOfTheMember(error: unknown): boolean {
  const { code } = error as Partial<ServiceError>;
  return code === status.UNAVAILABLE || code === status.DEADLINE_EXCEEDED || code === status.UNKNOWN;
}

function isStale(error: unknown): boolean {
  const { code, details = '' } = error as Partial<ServiceError>;
  return code === status.UNAUTHENTICATED || /invalid auth token|revision of auth store is old/.test(details);
}

/** What gRPC and etcd say, in words of a person. */
export function failureOf(error: unknown): RegistryFailure {
  if (error instanceof RegistryFailure) return error;
  const { code, details = '' } = error as Partial<ServiceError>;
  if (code === status.OUT_OF_RANGE && /compacted/.test(details)) return new Compacted();
  const refused = code === status.UNAUTHENTICATED || code === status.PERMISSION_DENIED;
  // Where authentication is on and nobody said who he is, or said it wrongly, etcd calls the argument invalid.
  if (refused || /user name is empty|authentication failed/.test(details)) {
    return new RegistryFailure(
      `it refuses the credentials (${details || 'no reason given'})`,
      'Check user and password (--username, --password-file), and what the role of the user may read.',
      false,
    );
  }
  if (code === status.DEADLINE_EXCEEDED) {
    return new RegistryFailure('no answer in time', 'Raise --registry-timeout, or look at the health of the registry.');
  }
  const system = /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT)\b/.exec(details)?.[1];
  if (system !== undefined) {
    return new RegistryFailure(reasonOf({ code: system }), 'Check the address and that the registry runs.');
  }
  if (/certificate|self.signed|altnames|ssl|tls|CERT_/i.test(details)) {
    return new RegistryFailure(
      `no trust in its certificate, or it has none (${lastReason(details)})`,
      'Name the authority of the certificate with --ca, and the own one with --cert and --key; etcd+https:// is TLS, etcd:// is not.',
    );
  }
  if (code === status.UNAVAILABLE) {
    return new RegistryFailure(
      `it is not available (${lastReason(details)})`,
      'See whether that is the client port of etcd, with TLS (etcd+https://) or without (etcd://).',
    );
  }
  if (code === status.UNIMPLEMENTED || code === status.INTERNAL || code === status.UNKNOWN) {
    return new RegistryFailure(
      'the answer of etcd is not as expected',
      'See whether that is the client port of etcd 3.4 or later.',
    );
  }
  return new RegistryFailure(details || reasonOf(error), 'Look at the health and the logs of the registry.');
}

/** gRPC puts its own words before those of what went wrong. */
function lastReason(details: string): string {
  return (details.split('Last error: ').at(-1) ?? details).replace(/\. Resolution note:.*$/s, '').slice(0, 200);
}

function same(bytes: Buffer): Buffer {
  return bytes;
}
