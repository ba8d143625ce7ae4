import type { Code } from '../diagnostics/catalogue.js';
import type { Arguments, Finding, FindingPlace } from '../diagnostics/diagnostic.js';
import type { MeshIndex, MeshService } from '../index/mesh-index.js';
import type {
  EnvoyFilter,
  GeneratedVirtualService,
  MetaRouteConfiguration,
  RouteConfiguration,
} from '../model/envoy.js';
import type { TranslateOptions } from './options.js';

/** What a generator may look at, and how it speaks. */
export interface Context {
  readonly index: MeshIndex;
  readonly options: TranslateOptions;
  /** The route configurations that RDS would serve, by name; `--static-routes` puts them inline. */
  readonly routeConfigurations: ReadonlyMap<string, MetaRouteConfiguration>;
  /**
   * What `make` gives, worked out once in the whole translation: for look-ups that only some generators need. `make` is
   * known by its identity, so it has to be a function of its module.
   */
  once<T>(make: (context: Context) => T): T;
  /** Adds a finding. A place without a resource is about the input as a whole. */
  report<const C extends Code>(code: C, args: Arguments<C>, place: FindingPlace): void;
}

/** An EnvoyFilter before the driver has placed it in its namespace or namespaces (translation.md section 5). */
export interface UnplacedFilter {
  readonly name: string;
  readonly spec: EnvoyFilter['spec'];
}

/** The route configurations of one service. */
export interface ServiceRoutes {
  readonly configurations: readonly MetaRouteConfiguration[];
  /** The reference would crash over one of them, and with it over the filters of the same protocol (D19). */
  readonly crashed: boolean;
}

/** What gateways get, for all services together. */
export interface GatewayObjects {
  readonly envoyFilters: readonly EnvoyFilter[];
  readonly virtualServices: readonly GeneratedVirtualService[];
}

/**
 * All that is made for one layer-7 protocol: the folder `translate/<name>/` exports one, `protocols.ts` lists them, and
 * nothing else of translation knows any of them.
 */
export interface Protocol {
  /** The second word of a port name that selects this generator, lower case (translation.md section 3). */
  readonly name: string;
  /**
   * The EnvoyFilters of one service, as the reference makes them, or corrected when `options.fixed` is set. Called
   * once for each service whose first port with a generator is of this protocol; with `fixed` once for each protocol
   * among its ports (D7). The service has at least one host. Where the reference would crash it reports an error and
   * returns no filter at all.
   */
  generate(service: MeshService, context: Context): readonly UnplacedFilter[];
  /** What RDS serves of a service with at least one host, whichever generator the service has. */
  routes?(service: MeshService, context: Context): ServiceRoutes;
  /** Called once in a translation, unless the reference stopped before. */
  gateways?(context: Context, isWanted: (host: string) => boolean): GatewayObjects;
}

/** The result of translating everything; objects in a stable order: by namespace and name. */
export interface Translation {
  readonly envoyFilters: readonly EnvoyFilter[];
  readonly virtualServices: readonly GeneratedVirtualService[];
  /** The HTTP form that travels over RDS, by name. Made when it is first read: the default output needs none. */
  readonly routeConfigurations: readonly RouteConfiguration[];
  /** The MetaProtocol form of the same. */
  readonly metaRouteConfigurations: readonly MetaRouteConfiguration[];
  readonly findings: readonly Finding[];
}
