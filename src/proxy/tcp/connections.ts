import type { Socket } from 'node:net';
import { hostPort } from '../../envoy/address.js';
import type { TcpProxy } from '../gate/config.js';
import type { ConnectionTaker } from '../sessions.js';
import type { World } from '../world.js';
import type { TcpAttempt, TcpCluster } from './cluster.js';

/** The connections of one tcp_proxy filter: octets of a client go to an endpoint, and back. */
export class TcpConnections implements ConnectionTaker {
  proxy: TcpProxy;
  readonly #clusterOf: (name: string) => TcpCluster | undefined;
  readonly #world: World;
  readonly #clients = new Set<Socket>();
  #emptied: (() => void) | undefined;

  constructor(proxy: TcpProxy, clusterOf: (name: string) => TcpCluster | undefined, world: World) {
    this.proxy = proxy;
    this.#clusterOf = clusterOf;
    this.#world = world;
  }

  take(client: Socket): void {
    this.#clients.add(client);
    client.on('error', () => {});
    client.once('close', () => {
      this.#clients.delete(client);
      if (this.#clients.size === 0) this.#emptied?.();
    });
    const name = this.#draw();
    const cluster = name === undefined ? undefined : this.#clusterOf(name);
    if (cluster === undefined) {
      this.#close(client, `there is no cluster ${name ?? ''}`);
      return;
    }
    const attempt = cluster.connect();
    if (typeof attempt === 'string') this.#close(client, attempt);
    else this.#join(client, attempt, cluster.connectTimeout);
  }

  /** Connections go on to their end: nobody here knows where what they carry ends. */
  drain(): Promise<void> {
    return new Promise((resolve) => {
      this.#emptied = resolve;
      if (this.#clients.size === 0) resolve();
    });
  }

  destroy(): void {
    for (const client of [...this.#clients]) client.destroy();
  }

  get connections(): number {
    return this.#clients.size;
  }

  get active(): number {
    return this.#clients.size;
  }

  get clusters(): ReadonlySet<string> {
    return new Set(this.proxy.clusters.map(({ name }) => name));
  }

  /** Until the endpoint is there nothing is read from the client. */
  #join(client: Socket, { socket: server, opened, endpoint }: TcpAttempt, connectTimeout: number): void {
    const late = () => server.destroy(new Error(`no connection after ${connectTimeout} ms`));
    const timer = connectTimeout > 0 ? setTimeout(late, connectTimeout) : undefined;
    let open = false;
    let reason = 'it closed the connection';
    server.once(opened, () => {
      open = true;
      clearTimeout(timer);
      for (const socket of [client, server]) {
        socket.setTimeout(this.proxy.idleTimeout);
        socket.once('timeout', () => socket.destroy());
      }
      // Each half of the connection ends by itself.
      client.pipe(server);
      server.pipe(client);
    });
    server.on('error', (error) => {
      reason = error.message;
    });
    server.once('close', () => {
      clearTimeout(timer);
      if (!open && !client.destroyed) this.#close(client, `${hostPort(endpoint.address)} cannot be reached: ${reason}`);
      client.destroy();
    });
    client.once('close', () => server.destroy());
  }

  #close(client: Socket, why: string): void {
    this.#world.trouble(`${this.proxy.statPrefix}: ${why}. The connection is closed.`);
    client.destroy();
  }

  #draw(): string | undefined {
    const { clusters } = this.proxy;
    const sum = clusters.reduce((total, { weight }) => total + weight, 0);
    let drawn = this.#world.surroundings.random() * sum;
    for (const { name, weight } of clusters) {
      drawn -= weight;
      if (drawn < 0) return name;
    }
    return clusters[0]?.name;
  }
}
