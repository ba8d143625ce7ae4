import { Server, status } from '@grpc/grpc-js';
import type { Listen } from './event.js';
import { file_envoy_service_discovery_v3_ads } from './generated/envoy/service/discovery/v3/ads_pb.js';
import { file_envoy_service_route_v3_rds } from './generated/envoy/service/route/v3/rds_pb.js';
import { Health } from './generated/grpc/health/v1/health_pb.js';
import { HealthService } from './health.js';
import { Hub } from './hub.js';
import { reflectionService } from './reflection.js';
import { type ServerTls, serverCredentials } from './server-credentials.js';
import { discoveryServices, type OpenStream } from './service.js';
import type { Snapshot } from './snapshot.js';

export interface RouteServerOptions extends ServerTls {
  readonly listen?: Listen;
  /** How often a silent connection is asked whether it lives, and how long it may take to answer, in milliseconds. */
  readonly keepalive?: { readonly time: number; readonly timeout: number };
}

export interface RouteServer {
  readonly hub: Hub;
  /** Starts to listen on `host:port` (port 0: a free one) and gives the port. Throws when the address is taken. */
  start(address: string): Promise<number>;
  publish(snapshot: Snapshot): boolean;
  /**
   * Stops: no new streams, health says NOT_SERVING, each stream ends with UNAVAILABLE after the response that is on its
   * way. What is not over within `grace` milliseconds is cut off.
   */
  stop(grace: number): Promise<void>;
  readonly stopping: boolean;
}

/** A route server without a snapshot. Reads the TLS files; throws when one cannot be read. */
export function createRouteServer(options: RouteServerOptions = {}): RouteServer {
  const { time, timeout } = options.keepalive ?? { time: 30_000, timeout: 10_000 };
  const server = new Server({
    'grpc.keepalive_time_ms': time,
    'grpc.keepalive_timeout_ms': timeout,
    'grpc.keepalive_permit_without_calls': 1,
  });
  const hub = new Hub();
  const open = new Set<OpenStream>();
  const discovery = discoveryServices(hub, open, options.listen ?? (() => {}));
  const names = discovery.map(({ name }) => name);
  const health = new HealthService(names);
  const files = [file_envoy_service_discovery_v3_ads, file_envoy_service_route_v3_rds, Health.file];
  const reflection = reflectionService(files, [...names, Health.typeName]);
  for (const { definition, implementation } of [...discovery, health.service, reflection]) {
    server.addService(definition, implementation);
  }
  const { credentials, unfollow } = serverCredentials(options);
  let stopping = false;
  return {
    hub,
    publish: (snapshot) => hub.publish(snapshot),
    get stopping() {
      return stopping;
    },
    start: (address) =>
      new Promise((resolve, reject) => {
        server.bindAsync(address, credentials, (error, port) => (error === null ? resolve(port) : reject(error)));
      }),
    stop: async (grace) => {
      stopping = true;
      unfollow();
      health.stop();
      const drained = new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
      for (const stream of [...open]) stream.end(status.UNAVAILABLE, 'the server is stopping');
      const timer = setTimeout(() => server.forceShutdown(), grace);
      await drained;
      clearTimeout(timer);
    },
  };
}
