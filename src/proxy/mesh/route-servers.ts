import type { ChannelCredentials } from '@grpc/grpc-js';
import { type Address, hostPort } from '../../envoy/address.js';
import type { RouteConfiguration } from '../config.js';
import { type RdsCount, RdsRoutes } from '../routes/rds.js';

export interface RouteServerOptions {
  /** `--rds`: in place of the address of whatever cluster a filter names. */
  readonly given: Address | undefined;
  readonly credentials: ChannelCredentials;
  readonly serverName?: string | undefined;
  readonly nodeId: string;
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
  readonly #servers = new Map<string, RdsRoutes>();
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
    for (const [server, names] of byAddress) this.#server(server).want(names);
    for (const [server, routes] of this.#servers) if (!byAddress.has(server)) routes.want([]);
  }

  get current(): readonly RouteConfiguration[] {
    return [...this.#servers.values()].flatMap(({ current }) => [...current.byName.values()]);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#servers.values()].map((server) => server.stop()));
  }

  #server(server: string): RdsRoutes {
    const known = this.#servers.get(server);
    if (known !== undefined) return known;
    const { changed, trouble, count, nodeId, serverName } = this.#options;
    const made = new RdsRoutes({
      ...{ server, serverName, nodeId, count, names: [] },
      credentials: this.#options.credentials,
    });
    this.#servers.set(server, made);
    // Without names it is started at once; they follow.
    void made.start({ changed, trouble });
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
