import type { Code } from '../diagnostics/catalogue.js';
import type { Finding, FindingPlace } from '../diagnostics/diagnostic.js';
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
  /** Adds a finding; the place's resource is the service's unless it names another. */
  report(code: Code, args: Readonly<Record<string, string | number>>, place: FindingPlace): void;
}

/** A generator for one layer-7 protocol: the folder `translate/<name>/` exports one, `protocols.ts` lists them. */
export interface Protocol {
  /** The second word of a port name that selects this generator (translation.md section 3). */
  readonly name: string;
  /**
   * The EnvoyFilters of one service, as the reference makes them, or corrected when `options.fixed` is set. Called
   * once for each service whose first port with a generator is of this protocol; with `fixed` once for each protocol
   * among its ports (D7). Where the reference would crash it reports an error and returns no filter at all.
   */
  generate(service: MeshService, context: Context): readonly EnvoyFilter[];
}

/** The result of translating everything; objects in a stable order: by namespace and name. */
export interface Translation {
  readonly envoyFilters: readonly EnvoyFilter[];
  readonly virtualServices: readonly GeneratedVirtualService[];
  /** The HTTP form that travels over RDS. */
  readonly routeConfigurations: readonly RouteConfiguration[];
  /** The MetaProtocol form of the same. */
  readonly metaRouteConfigurations: readonly MetaRouteConfiguration[];
  readonly findings: readonly Finding[];
}
