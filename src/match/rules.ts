import type { MetaRouteConfiguration } from '../model/envoy.js';
import type { GlobalRateLimit, LocalRateLimit } from './limits.js';
import type { NativeRoutes } from './native.js';

/** A MetaProtocol filter, as far as a decision needs it. */
export interface ProxyFilter {
  /** `aeraki.meta_protocol.codec.dubbo` and so on. */
  readonly codec: string | undefined;
  readonly applicationProtocol: string | undefined;
  /** The route configuration that it subscribes to; undefined when its routes are inline. */
  readonly routeConfigName: string | undefined;
  readonly inlineRoutes: MetaRouteConfiguration | undefined;
  /** The service whose statistics it counts: its own host, inbound and outbound. */
  readonly destinationService: string | undefined;
  readonly statPrefix: string;
  readonly localRateLimit: LocalRateLimit | undefined;
  readonly globalRateLimit: GlobalRateLimit | undefined;
}

/** What a decision is made from, whatever it was read from: rules, translated output or a proxy's dump. */
export interface ProxyRules {
  /** By name, the last of two with one name. */
  readonly routes: readonly MetaRouteConfiguration[];
  readonly filters: readonly ProxyFilter[];
  /** Routes of native Dubbo, native Thrift and Redis filters. */
  readonly native?: readonly NativeRoutes[];
  /** Codecs by route configuration, where something else than a filter tells them. */
  readonly codecs?: ReadonlyMap<string, string>;
}
