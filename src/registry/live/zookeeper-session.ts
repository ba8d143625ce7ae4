import { connect as connectTls } from 'node:tls';
import library, { type Client, type ZookeeperException } from 'node-zookeeper-client';
import type { Connection } from './connection.js';
import { RegistryFailure } from './failure.js';

/** Milliseconds after which the server forgets a session that is silent. */
const sessionTimeout = 10_000;
/** `State.CONNECTING` of the library, whose connection manager is told so before it looks for a server. */
const connecting = 0;

export interface SessionEvents {
  /** A node that was read with `watched` may be another one. */
  readonly changed: (path: string) => void;
  /** The connection is there (again), in the same session. */
  readonly connected: () => void;
  readonly lost: () => void;
  /** The session is over; nothing comes any more. */
  readonly ended: (reason: RegistryFailure) => void;
}

/** One session of ZooKeeper: questions as promises, each with a limit of time. */
export class ZookeeperSession {
  readonly #client: Client;
  readonly #timeout: number;
  readonly #onEvent: (event: { readonly path?: string }) => void;
  #closed = false;

  constructor(connection: Connection, events: SessionEvents) {
    const { servers, path, username, password = '', timeout } = connection;
    this.#timeout = timeout;
    const hosts = servers.map(({ host, port }) => `${host}:${port}`).join(',');
    this.#client = library.createClient(hosts + path, { sessionTimeout, spinDelay: 500, retries: 0 });
    if (username !== undefined) this.#client.addAuthInfo('digest', Buffer.from(`${username}:${password}`));
    if (connection.tls) useTls(this.#client, connection);
    this.#onEvent = ({ path: changed }) => {
      if (!this.#closed && changed !== undefined) events.changed(changed);
    };
    const unlessClosed = (act: () => void) => (): void => {
      if (!this.#closed) act();
    };
    this.#client.on('connected', unlessClosed(events.connected));
    this.#client.on('disconnected', unlessClosed(events.lost));
    this.#client.on(
      'expired',
      unlessClosed(() => events.ended(expired())),
    );
    this.#client.on(
      'authenticationFailed',
      unlessClosed(() => events.ended(refused())),
    );
    this.#client.connect();
  }

  /** Children in the server's order; undefined where there is no such node. */
  children(path: string, watched: boolean): Promise<readonly string[] | undefined> {
    return this.#ask((done) => this.#client.getChildren(path, watched ? this.#onEvent : undefined, done));
  }

  /** Undefined where there is no such node. */
  async data(path: string, watched: boolean): Promise<string | undefined> {
    const read = await this.#ask<Buffer | null>((done) =>
      this.#client.getData(path, watched ? this.#onEvent : undefined, done),
    );
    return read === undefined ? undefined : (read?.toString('utf8') ?? '');
  }

  /** Asks the server for anything, and for a word when `path` appears or goes. */
  async exists(path: string, watched: boolean): Promise<boolean> {
    const stat = await this.#ask<object | null>((done) =>
      this.#client.exists(path, watched ? this.#onEvent : undefined, done),
    );
    return stat !== undefined && stat !== null;
  }

  close(): void {
    this.#closed = true;
    this.#client.close();
    // A session that never came about has a socket that waits for its server.
    const socket = this.#client.connectionManager.socket as import('node:net').Socket | undefined;
    setTimeout(() => socket?.destroy(), 200).unref();
  }

  #ask<Value>(
    ask: (done: (error: ZookeeperException | null, value?: Value) => void) => void,
  ): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new RegistryFailure('no answer in time', 'Check the address and that a majority of the servers runs.'),
          ),
        this.#timeout,
      );
      ask((error, value) => {
        clearTimeout(timer);
        if (error === null || error === undefined) return resolve(value);
        const code = error.getCode();
        if (code === library.Exception.NO_NODE) return resolve(undefined);
        if (code === library.Exception.NO_AUTH) return reject(refused());
        reject(
          new RegistryFailure(
            `ZooKeeper says ${error.message.split('@')[0] ?? ''}`,
            'It is asked again; look at the health of the servers.',
          ),
        );
      });
    });
  }
}

function refused(): RegistryFailure {
  return new RegistryFailure(
    'it does not let these credentials read',
    'Name the user of the ACL with --username and --password-file (digest).',
    false,
  );
}

function expired(): RegistryFailure {
  return new RegistryFailure('the session expired', 'A new one is opened, and everything is read again.');
}

/** The library speaks TCP only: its connection manager gets a socket with TLS in the place of its own. */
function useTls(client: Client, { ca, cert, key }: Connection): void {
  const manager = client.connectionManager;
  manager.connect = () => {
    manager.setState(connecting);
    manager.findNextServer(({ host, port }) => {
      const socket = connectTls({
        host,
        port,
        servername: host,
        ...(ca && { ca }),
        ...(cert && { cert }),
        ...(key && { key }),
      });
      manager.socket = socket;
      manager.connectTimeoutHandler = setTimeout(() => manager.onSocketConnectTimeout(), manager.connectTimeout);
      socket.setNoDelay();
      socket.on('secureConnect', () => manager.onSocketConnected());
      socket.on('data', (data) => manager.onSocketData(data));
      socket.on('drain', () => manager.onSocketDrain());
      socket.on('close', (hasError) => manager.onSocketClosed(hasError));
      socket.on('error', (error) => manager.onSocketError(error));
    });
  };
}
