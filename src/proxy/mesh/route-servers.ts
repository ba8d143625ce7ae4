import type { FileRegistry } from '@bufbuild/protobuf';
import type { ChannelCredentials } from '@grpc/grpc-js';
import { type Address, hostPort } from '../../envoy/address.js';
import { AdsClient, routeServerWays } from '../../xds/ads/client.js';
import type { RouteConfiguration } from '../config.js';
import type { RdsCount } from '../routes/rds.js';
import { RouteTable } from '../routes/table.js';
import { refusal } from './state.js';
import { takeRoutes } from './take-routes.js';

export interface RouteServerOptions {
  /** `--rds`: in place of the address of whatever cluster a filter names. */
  readonly given: Address | undefined;
  readonly credentials: ChannelCredentials;
  readonly serverName?: string | undefined;
  readonly nodeId: string;
  readonly registry: FileRegistry;
  readonly changed: () => void;
  readonly trouble: (message: string) => void;
  readonly count: (name: string, what: RdsCount) => void;
}

/**
 * The servers that MetaProtocol filters ask for their routes: by the cluster that each names, which a sidecar has from its
 * bootstrap (`aeraki-xds`), from the control plane, or which `--rds` stands for.
 */
export class RouteServers {
  readonly #options: RouteServerOptions;
  /** By address. */
  readonly #servers = new Map<string, RouteServer>();
  readonly #told = new Set<string>();

  constructor(options: RouteServerOptions) {
    this.#options = options;
  }

  /** `wanted`: names by cluster. `addressOf`: where a cluster of the control plane is. */
  want(wanted: ReadonlyMap<string, ReadonlySet<string>>, addressOf: (cluster: string) => Address | undefined): void {
    const byAddress = new Map<string, string[]>();
    for (const [cluster, names] of wanted) {
      const address = this.#options.given ?? addressOf(cluster);
      if (address === undefined) this.#unknown(cluster, names.size);
      else byAddress.set(hostPort(address), [...(byAddress.get(hostPort(address)) ?? []), ...names]);
    }
    for (const [server, names] of byAddress) this.#server(server).want(new Set(names));
    for (const [server, routes] of this.#servers) if (!byAddress.has(server)) routes.want(new Set());
  }

  get current(): readonly RouteConfiguration[] {
    return [...this.#servers.values()].flatMap(({ current }) => current);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#servers.values()].map((server) => server.stop()));
  }

  #server(server: string): RouteServer {
    const known = this.#servers.get(server);
    if (known !== undefined) return known;
    const made = new RouteServer(server, this.#options);
    this.#servers.set(server, made);
    return made;
  }

  #unknown(cluster: string, names: number): void {
    if (this.#told.has(cluster)) return;
    this.#told.add(cluster);
    this.#options.trouble(
      `${names} ${names === 1 ? 'listener asks' : 'listeners ask'} for routes at the cluster ${cluster}, which the control plane does not have. Requests find no route. Say where it is: --rds HOST:PORT.`,
    );
  }
}

/** One route server: all route configurations on one stream, each judged by itself. */
class RouteServer {
  readonly #table = new RouteTable(Date.now);
  readonly #client: AdsClient;
  #wanted: ReadonlySet<string> = new Set();

  constructor(server: string, options: RouteServerOptions) {
    const { nodeId, credentials, serverName, changed, trouble, count, registry } = options;
    this.#client = new AdsClient({
      ...{ server, serverName, trouble, ways: routeServerWays },
      credentials: () => credentials,
      node: { id: nodeId, cluster: '', metadata: {} },
      take: (update) => {
        const refusals = takeRoutes(update, registry, this.#table, count);
        for (const each of refusals) trouble(`Refused version ${update.version} of ${each}. What was in force stays.`);
        changed();
        return refusal('rds', refusals);
      },
    });
    this.#client.start();
  }

  /** Those in force; one that the server no longer has stays while it is wanted, as in the proxy. */
  get current(): readonly RouteConfiguration[] {
    return [...this.#table.current.byName.values()].filter(({ name }) => this.#wanted.has(name));
  }

  want(names: ReadonlySet<string>): void {
    const same = names.size === this.#wanted.size && [...names].every((name) => this.#wanted.has(name));
    if (same) return;
    this.#wanted = names;
    this.#client.want('rds', names);
  }

  stop(): Promise<void> {
    return this.#client.stop();
  }
}
