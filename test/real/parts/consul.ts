import { join } from 'node:path';
import { freePort, temporaryFolder } from './place.js';
import { type StartedProcess, startProcess } from './process.js';
import { partProgram } from './require-part.js';

export interface Consul {
  readonly port: number;
  /** Asks its HTTP API; raises where it answers other than 200. */
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Ends it and starts it again with the same data and ports. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface ConsulOptions {
  /** Deny by default; this token may do everything. */
  readonly managementToken?: string;
  readonly datacenter?: string;
}

/** Starts a Consul of one server. */
export async function startConsul(options: ConsulOptions = {}): Promise<Consul> {
  const folder = await temporaryFolder('consul');
  const [port, server, lan] = [await freePort(), await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const token = options.managementToken;
  const headers: Record<string, string> = token === undefined ? {} : { 'x-consul-token': token };
  const acl =
    token === undefined
      ? []
      : ['-hcl', `acl { enabled = true default_policy = "deny" tokens { initial_management = "${token}" } }`];
  const args = [
    ...['-server', '-bootstrap-expect=1', '-bind=127.0.0.1', '-client=127.0.0.1', '-node=one', '-disable-host-node-id'],
    ...[`-data-dir=${join(folder.path, 'data')}`, `-datacenter=${options.datacenter ?? 'dc1'}`, `-http-port=${port}`],
    // Ports that are not asked for would be the usual ones, of which a machine has one each.
    ...['-dns-port=-1', '-grpc-port=-1', '-grpc-tls-port=-1', '-serf-wan-port=-1'],
    ...[`-server-port=${server}`, `-serf-lan-port=${lan}`],
    // A benchmark asks a lot from one address, and a leader of one need not wait for others.
    ...['-hcl', 'limits { http_max_conns_per_client = 2000 } performance { raft_multiplier = 1 }', ...acl],
  ];
  const start = (): Promise<StartedProcess> =>
    startProcess(partProgram('consul'), args, {
      name: 'Consul',
      timeout: 120_000,
      ready: async () => {
        // The catalogue holds the server itself as soon as there is a leader that has taken it in.
        const answer = await fetch(`${url}/v1/catalog/nodes`, { headers });
        return answer.ok && ((await answer.json()) as readonly unknown[]).length > 0;
      },
    });
  try {
    let started = await start();
    return {
      port,
      async ask(method, path, body) {
        const answer = await fetch(url + path, {
          method,
          headers,
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const text = await answer.text();
        if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
        return text === '' ? undefined : JSON.parse(text);
      },
      async restart() {
        await started.stop();
        started = await start();
      },
      async stop() {
        await started.stop();
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
