import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../../src/codec/codec.js';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { built } from '../cli/program.js';
import { dubboResponse } from '../codec/dubbo/message.js';
import { type Serving, startServe } from '../xds/serve.js';
import { Client, Upstream } from './plane.js';
import { type RunningProxy, startProxy } from './program.js';
import { cluster, host, to } from './rules.js';

/** CI's machine may be slow. */
export const wait = 30_000;
export const nameOf = ({ attributes, details }: Message) => attributes.get('server') ?? String(details.status);
export const routeTo = (subset: string, name = 'all') => `- name: ${name}\n  route: [${to(subset)}]`;
/** What the statistics of the service's listener begin with. */
export const prefix = `meta_protocol.dubbo.${cluster()}`;

const named = (name: string) => (message: Message) =>
  message.kind === 'request' ? dubboResponse(message.id ?? 0n, 4, [name, { server: name }]) : undefined;

/**
 * A folder with rules and two servers that answer Dubbo requests with their names, v1 and v2, anew for each test; what a
 * test starts is ended after it. To be made in a `describe`, with whose hooks it registers.
 */
export class ProgramTest {
  folder = '';
  readonly servers: Upstream[] = [];
  readonly #proxies: RunningProxy[] = [];
  readonly #route: Serving[] = [];
  readonly #clients: Client[] = [];

  constructor() {
    before(() => built());
    beforeEach(async () => {
      this.folder = await mkdtemp(join(tmpdir(), 'aeraki-proxy-'));
      for (const name of ['v1', 'v2']) this.servers.push(await Upstream.start(dubbo, named(name)));
    });
    afterEach(async () => {
      for (const client of this.#clients.splice(0)) client.close();
      for (const proxy of this.#proxies.splice(0)) await proxy.stop();
      for (const server of this.#route.splice(0)) await server.stop();
      for (const server of this.servers.splice(0)) await server.kill();
      await rm(this.folder, { recursive: true });
    });
  }

  write(text: string, name = 'rules.yaml'): Promise<void> {
    return writeFile(join(this.folder, name), text);
  }

  /** The proxy with the folder's rules, and a client of it. */
  async start(...args: readonly string[]): Promise<{ readonly proxy: RunningProxy; readonly client: Client }> {
    const flags = this.servers.flatMap(({ port }, index) => [
      '--upstream',
      `${cluster(`v${index + 1}`)}=127.0.0.1:${port}`,
    ]);
    const proxy = await startProxy([this.folder, '--listen', `${host}=127.0.0.1:0`, ...flags, ...args]);
    this.#proxies.push(proxy);
    const client = await Client.to(proxy.ports.get(host) ?? 0, dubbo);
    this.#clients.push(client);
    return { proxy, client };
  }

  /** `aeraki rds serve` with the folder's rules. */
  async serve(...args: readonly string[]): Promise<Serving> {
    const server = await startServe([join(this.folder, 'rules.yaml'), ...args]);
    this.#route.push(server);
    return server;
  }
}

/** A page of the proxy's admin port. */
export async function adminPage({ admin }: RunningProxy, path: string): Promise<string> {
  return (await fetch(`http://${admin}${path}`)).text();
}

/** The named statistic; Envoy's text has one a line. */
export async function stat(proxy: RunningProxy, name: string): Promise<number | undefined> {
  const line = (await adminPage(proxy, '/stats')).split('\n').find((each) => each.startsWith(`${name}: `));
  return line === undefined ? undefined : Number(line.slice(name.length + 2));
}
