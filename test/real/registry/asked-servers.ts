import { strictEqual } from 'node:assert/strict';
import { startEureka } from '../parts/eureka.js';
import { startNacos } from '../parts/nacos.js';
import { freePort } from '../parts/place.js';

/** A server that is asked again and again, with instances that live until they are removed or the server forgets them. */
export interface AskedServer {
  readonly port: number;
  put(service: string, address: string, metadata?: Readonly<Record<string, unknown>>): Promise<void>;
  remove(service: string, address: string): Promise<void>;
  /** Started again it knows nobody. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A real Nacos. */
export async function nacosServer(): Promise<AskedServer> {
  const server = await startNacos();
  const path = '/v1/ns/instance';
  // Nobody sends heartbeats here, so an instance lives for ten minutes without.
  const life = { 'preserved.heart.beat.timeout': '600000', 'preserved.ip.delete.timeout': '600000' };
  return {
    port: server.port,
    async put(serviceName, ip, metadata = {}) {
      const text = JSON.stringify({ ...life, ...metadata });
      await server.ask('POST', path, { serviceName, ip, port: '8080', metadata: text });
    },
    async remove(serviceName, ip) {
      await server.ask('DELETE', path, { serviceName, ip, port: '8080' });
    },
    restart: () => server.restart(),
    stop: () => server.stop(),
  };
}

/** A real Eureka. */
export async function eurekaServer(): Promise<AskedServer> {
  const port = await freePort();
  let server = await startEureka(port);
  const ask = async (method: string, path: string, body?: unknown): Promise<void> => {
    const answer = await fetch(`http://127.0.0.1:${port}/eureka/apps/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    await answer.arrayBuffer();
    // An instance that is not there is as good as one that was removed.
    if (method !== 'DELETE' || answer.status !== 404) strictEqual(Math.floor(answer.status / 100), 2, path);
  };
  return {
    port,
    put: (service, address, metadata = {}) =>
      ask('POST', service, {
        instance: {
          ...{ instanceId: `${address}:${service}`, app: service.toUpperCase(), hostName: address, ipAddr: address },
          ...{ status: 'UP', port: { $: 8080, '@enabled': 'true' }, metadata },
          leaseInfo: { durationInSecs: 600 },
          dataCenterInfo: { '@class': 'com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo', name: 'MyOwn' },
        },
      }),
    remove: (service, address) => ask('DELETE', `${service}/${address}:${service}`),
    async restart() {
      await server.stop();
      server = await startEureka(port);
    },
    stop: () => server.stop(),
  };
}
