import type { Codec } from '../../codec/codec.js';
import { hostPort } from '../../envoy/address.js';
import { compileRules } from '../../match/service.js';
import { AdsClient, type AdsOptions, controlPlaneWays } from '../../xds/ads/client.js';
import type { AdsUpdate } from '../../xds/ads/form.js';
import { createEnvoyRegistry } from '../../xds/registry.js';
import type { Listener, RouteConfiguration } from '../config.js';
import { DataPlane, type DataPlaneParts } from '../data-plane.js';
import type { GateChange } from '../gate/gates.js';
import type { World } from '../world.js';
import { MeshBuilder, type MeshConfig, type MeshOptions } from './config.js';
import type { Left } from './gates.js';
import { type RouteServerOptions, RouteServers } from './route-servers.js';
import { MeshState } from './state.js';
import { Warming } from './warming.js';

export interface MeshProxyOptions {
  readonly ads: Omit<AdsOptions, 'take' | 'trouble' | 'ways'>;
  readonly mesh: MeshOptions;
  readonly routes: Omit<RouteServerOptions, 'changed' | 'trouble' | 'nodeId' | 'registry'>;
  /** By full name. */
  readonly codecs: ReadonlyMap<string, Codec>;
  readonly world: World;
  readonly events: MeshProxyEvents;
}

export interface MeshProxyEvents {
  /** A MetaProtocol filter is in force that was not before. */
  filter(listener: Listener): void;
  /** What was opened, closed, or could not be opened. */
  gates(change: GateChange): void;
  /** What is left to Envoy, told once for each. */
  left(left: readonly Left[]): void;
}

const ADS = 'ads';

/** A data plane that has everything from a control plane: listeners, clusters, endpoints and, where filters say so, routes. */
export class MeshProxy {
  readonly state: MeshState;
  readonly plane: DataPlane;
  readonly #options: MeshProxyOptions;
  readonly #ads: AdsClient;
  readonly #builder: MeshBuilder;
  readonly #routeServers: RouteServers;
  #built: MeshConfig;
  #applying: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  readonly #told = new Set<string>();
  readonly #filters = new Set<Listener>();
  readonly #warming: Warming;
  #first: (() => void) | undefined;

  constructor(options: MeshProxyOptions) {
    const { world, ads, mesh, routes } = options;
    this.#options = options;
    const registry = createEnvoyRegistry();
    this.state = new MeshState(registry, Date.now);
    this.#builder = new MeshBuilder(mesh);
    this.#built = this.#builder.build(this.state);
    const { config } = this.#built;
    this.plane = new DataPlane({ config, rules: compileRules({ routes: [], filters: [] }) }, options.codecs, world);
    this.#warming = new Warming(world.surroundings.now, () => this.#changed());
    const { trouble } = world;
    this.#routeServers = new RouteServers({
      ...routes,
      registry,
      trouble,
      nodeId: ads.node.id,
      changed: () => this.#changed(),
    });
    this.#ads = new AdsClient({ ...ads, ways: controlPlaneWays, trouble, take: (update) => this.#take(update) });
  }

  /** Settles when the first listeners are in force; until then it asks and asks. */
  async start(): Promise<void> {
    await this.plane.start();
    const first = new Promise<void>((resolve) => {
      this.#first = resolve;
    });
    // As Envoy does: what listeners send to is there before them.
    this.#ads.want('cds', 'all');
    this.#ads.want('lds', 'all');
    this.#ads.start();
    await first;
  }

  async drain(): Promise<{ readonly cut: number }> {
    return this.plane.drain();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#warming.stop();
    await Promise.all([this.#ads.stop(), this.#routeServers.stop()]);
    this.plane.destroy();
    this.#first?.();
  }

  /** Whether the control plane is connected and has answered. */
  get connected(): boolean {
    return this.#ads.connected;
  }

  get built(): MeshConfig {
    return this.#built;
  }

  /** The MetaProtocol route configurations in force; `dynamic`: from a route server. */
  get routes(): readonly RouteConfiguration[] {
    return [...this.state.routes.current.byName.values(), ...this.#routeServers.current];
  }

  #take(update: AdsUpdate): string | undefined {
    const refused = this.state.take(update);
    if (update.type === 'cds') this.#ads.want('eds', this.state.wantedEndpoints);
    if (refused !== undefined) {
      this.#options.world.trouble(`Refused of the control plane: ${refused}. What was in force of it stays.`);
    }
    this.#changed();
    return refused;
  }

  /** Several changes of one turn are one. */
  #changed(): void {
    this.#again = true;
    if (this.#applying !== undefined || this.#stopped) return;
    this.#applying = this.#apply().finally(() => {
      this.#applying = undefined;
      if (this.#again) this.#changed();
    });
  }

  async #apply(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#again && !this.#stopped) {
      this.#again = false;
      this.#built = this.#builder.build(this.state);
      this.#ask(this.#built);
      this.plane.update(this.#parts());
      const change = await this.plane.openGates(this.#options.codecs);
      this.#tell(this.#built, change);
    }
    const some = this.state.listeners.version !== '' || this.state.listeners.held.size > 0;
    if (some && !this.#warming.waits) this.#ready();
  }

  #ready(): void {
    this.#first?.();
    this.#first = undefined;
  }

  #ask({ routeServers, config }: MeshConfig): void {
    const own = routeServers.get(ADS);
    if (own !== undefined) this.#ads.want('rds', own);
    const others = new Map([...routeServers].filter(([cluster]) => cluster !== ADS));
    this.#routeServers.want(others, (cluster) => {
      const [endpoint] = config.clusters.get(cluster)?.endpoints ?? [];
      return endpoint?.reached ?? endpoint?.address;
    });
  }

  #parts(): DataPlaneParts {
    const { config, inlineRoutes, codecs } = this.#built;
    const known = this.routes;
    const rules = compileRules({
      routes: [...inlineRoutes, ...known.map(({ routes }) => routes)],
      filters: [],
      codecs,
    });
    const names = new Set([...inlineRoutes, ...known].map(({ name }) => name));
    const open = new Set(this.plane.gates.map(({ gate }) => hostPort(gate.address)));
    return { config: { ...config, gates: this.#warming.ready(config.gates ?? [], open, names) }, rules };
  }

  #tell({ left, problems, config }: MeshConfig, change: GateChange): void {
    const { events, world } = this.#options;
    for (const gate of config.gates ?? []) {
      for (const { handler } of gate.chains) {
        if (handler.kind !== 'metaprotocol' || this.#filters.has(handler.listener)) continue;
        this.#filters.add(handler.listener);
        events.filter(handler.listener);
      }
    }
    events.gates(change);
    const fresh = left.filter(({ name }) => !this.#told.has(name));
    for (const { name } of fresh) this.#told.add(name);
    if (fresh.length > 0) events.left(fresh);
    for (const problem of problems) world.trouble(problem);
  }
}
