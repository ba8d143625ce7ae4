/** The part of node-zookeeper-client 1.1.3 that is used here; the package has no types of its own. */
declare module 'node-zookeeper-client' {
  import type { EventEmitter } from 'node:events';

  export interface ZookeeperEvent {
    readonly path?: string;
  }
  export interface ZookeeperException extends Error {
    getCode(): number;
  }
  type Watcher = (event: ZookeeperEvent) => void;

  export interface ConnectionManager extends EventEmitter {
    socket: import('node:net').Socket;
    connectTimeout: number;
    connectTimeoutHandler: NodeJS.Timeout | null;
    findNextServer(callback: (server: { readonly host: string; readonly port: number }) => void): void;
    setState(state: number): void;
    onSocketConnectTimeout(): void;
    onSocketConnected(): void;
    onSocketData(data: Buffer): void;
    onSocketDrain(): void;
    onSocketClosed(hasError: boolean): void;
    onSocketError(error: Error): void;
    connect(): void;
  }

  export interface Client extends EventEmitter {
    readonly connectionManager: ConnectionManager;
    connect(): void;
    close(): void;
    addAuthInfo(scheme: string, auth: Buffer): void;
    getChildren(
      path: string,
      watcher: Watcher | undefined,
      callback: (error: ZookeeperException | null, children?: string[]) => void,
    ): void;
    getData(
      path: string,
      watcher: Watcher | undefined,
      callback: (error: ZookeeperException | null, data?: Buffer) => void,
    ): void;
    exists(
      path: string,
      watcher: Watcher | undefined,
      callback: (error: ZookeeperException | null, stat?: object | null) => void,
    ): void;
  }

  const library: {
    createClient(
      servers: string,
      options: { readonly sessionTimeout: number; readonly spinDelay: number; readonly retries: number },
    ): Client;
    readonly Exception: { readonly NO_NODE: number; readonly NO_AUTH: number };
  };
  export default library;
}
