import { Redis } from 'ioredis';

export interface Login {
  readonly username?: string;
  readonly password?: string;
}

/**
 * An ioredis client of one server or proxy, which gives up at once instead of trying again. The checks that Envoy's proxy
 * does not answer (INFO, CLIENT SETINFO) are off, and it speaks RESP2 as the proxy does.
 */
export async function connected(port: number, login: Login = {}, host = '127.0.0.1'): Promise<Redis> {
  const client = new Redis({
    ...{ host, port, lazyConnect: true, enableReadyCheck: false, disableClientInfo: true },
    ...{ maxRetriesPerRequest: 0, retryStrategy: () => null, protocol: 2 as const, ...login },
  });
  // Refused commands reject their own promise; without a listener the same error would be logged as unhandled.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** How often a server ran a command, by its INFO. */
export async function calls(server: Redis, command: string): Promise<number> {
  const info = await server.info('commandstats');
  return Number(new RegExp(`^cmdstat_${command}:calls=(\\d+)`, 'm').exec(info)?.[1] ?? 0);
}
