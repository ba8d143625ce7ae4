import { inboundPort, outboundCluster, parseClusterName } from '../envoy/cluster-name.js';
import { parseRouteConfigurationName, routeConfigurationName } from '../envoy/route-configuration-name.js';
import type { MetaRouteConfiguration } from '../model/envoy.js';
import type { Attributes } from './attributes.js';
import { type CodecFacts, codecFacts } from './codecs.js';
import { type CompiledLimits, compileLimits } from './limits.js';
import type { NativeRoutes } from './native.js';
import { type CompiledRoutes, compileRoutes } from './routes.js';
import type { ProxyFilter, ProxyRules } from './rules.js';

/** A port of a service that a MetaProtocol route configuration, or a native filter with routes, is for. */
export interface MatchService {
  readonly host: string;
  readonly port: number;
  /** The codec's full name, where a filter for the service tells it. */
  readonly codec: string | undefined;
  readonly facts: CodecFacts;
  /** Served by a filter of Envoy itself (native Dubbo, native Thrift, Redis), not by the MetaProtocol proxy. */
  readonly native: boolean;
  /** Attributes that a request has when nothing else is said. */
  readonly defaults?: Attributes;
  /**
   * Whether somebody wrote a rule for it. Without one the control plane makes a single route `default` to the service
   * itself (translation.md section 7), which no test needs to cover.
   */
  readonly written: boolean;
  /** Compiled on first use. */
  routes(): CompiledRoutes;
}

/** Rules that can be asked: look-ups by host and port, and by cluster. */
export interface CompiledRules {
  /** In the order of the route configurations. */
  readonly services: readonly MatchService[];
  /** By host, in the same order. */
  readonly byHost: ReadonlyMap<string, readonly MatchService[]>;
  /** The limits of the sidecar behind an outbound cluster; undefined when it has none. */
  limitsOf(cluster: string): CompiledLimits | undefined;
}

/** `RuleCompiler.compile` of one state of the rules. */
export function compileRules(rules: ProxyRules): CompiledRules {
  return new RuleCompiler().compile(rules);
}

/** Compiles rules one state after another; what is the same object as before is not compiled again. */
export class RuleCompiler {
  readonly #services = new WeakMap<MetaRouteConfiguration, MatchService>();
  readonly #native = new WeakMap<NativeRoutes, MatchService>();
  readonly #limits = new WeakMap<ProxyFilter, CompiledLimits>();

  compile(rules: ProxyRules): CompiledRules {
    return compileWith(rules, {
      serviceOf: (configuration, codec) => {
        const known = this.#services.get(configuration);
        if (known !== undefined && known.codec === codec) return known;
        return kept(this.#services, configuration, compileService(configuration, codec));
      },
      nativeOf: (routes) => this.#native.get(routes) ?? kept(this.#native, routes, nativeService(routes)),
      limitsOf: (filter) => this.#limits.get(filter) ?? kept(this.#limits, filter, limitsOfFilter(filter)),
    });
  }
}

function kept<K extends object, V>(known: WeakMap<K, NonNullable<V>>, key: K, value: V): V {
  if (value != null) known.set(key, value);
  return value;
}

interface Parts {
  serviceOf(configuration: MetaRouteConfiguration, codec: string | undefined): MatchService | undefined;
  nativeOf(routes: NativeRoutes): MatchService;
  limitsOf(filter: ProxyFilter): CompiledLimits;
}

function limitsOfFilter({ destinationService, localRateLimit, globalRateLimit }: ProxyFilter): CompiledLimits {
  return compileLimits(destinationService ?? '', localRateLimit, globalRateLimit);
}

function compileWith(rules: ProxyRules, { serviceOf, nativeOf, limitsOf }: Parts): CompiledRules {
  const outbound = new Map<string, ProxyFilter>();
  const inbound = new Map<string, ProxyFilter>();
  for (const filter of rules.filters) {
    if (filter.routeConfigName !== undefined) outbound.set(filter.routeConfigName, filter);
    const port = inboundPort(filter.statPrefix);
    if (port !== undefined && filter.destinationService !== undefined) {
      inbound.set(routeConfigurationName(filter.destinationService, port), filter);
    }
  }
  const byName = new Map(rules.routes.map((routes) => [routes.name, routes]));
  const services = [...byName.values()].flatMap((configuration) => {
    const { name } = configuration;
    const service = serviceOf(
      configuration,
      (outbound.get(name) ?? inbound.get(name))?.codec ?? rules.codecs?.get(name),
    );
    return service === undefined ? [] : [service];
  });
  // A service has a filter for each of its addresses, all alike; of two services with one name the later counts.
  const native = new Map((rules.native ?? []).map((each) => [each.configuration.name, each]));
  for (const each of native.values()) if (!byName.has(each.configuration.name)) services.push(nativeOf(each));
  const limits = new Map<string, CompiledLimits>();
  for (const [name, filter] of inbound) {
    if (filter.localRateLimit !== undefined || filter.globalRateLimit !== undefined) limits.set(name, limitsOf(filter));
  }
  return {
    services,
    byHost: groupByHost(services),
    limitsOf(cluster) {
      if (limits.size === 0) return undefined;
      const name = parseClusterName(cluster);
      return name && limits.get(routeConfigurationName(name.host, name.port));
    },
  };
}

/** undefined for a name that is not `<host>_<port>`: the inline routes of an inbound filter. */
function compileService(configuration: MetaRouteConfiguration, codec: string | undefined): MatchService | undefined {
  const named = parseRouteConfigurationName(configuration.name);
  if (named === undefined) return undefined;
  const { host, port } = named;
  let compiled: CompiledRoutes | undefined;
  return {
    host,
    port,
    codec,
    facts: codecFacts(codec),
    native: false,
    written: !isDefault(configuration, outboundCluster(host, port)),
    routes() {
      compiled ??= compileRoutes(configuration);
      return compiled;
    },
  };
}

function nativeService({ host, port, filter, configuration, defaults }: NativeRoutes): MatchService {
  let compiled: CompiledRoutes | undefined;
  const { routes = [] } = configuration;
  return {
    host,
    port,
    codec: filter,
    facts: codecFacts(filter),
    native: true,
    defaults,
    written: !(routes.length === 1 && routes[0]?.name === 'default'),
    routes() {
      compiled ??= compileRoutes(configuration);
      return compiled;
    },
  };
}

function isDefault({ routes = [] }: MetaRouteConfiguration, cluster: string): boolean {
  const [route] = routes;
  return (
    routes.length === 1 &&
    route?.name === 'default' &&
    (route.match?.metadata ?? []).length === 0 &&
    route.route.cluster === cluster &&
    [route.route.requestMirrorPolicies, route.requestMutation, route.responseMutation].every((list) => !list?.length)
  );
}

function groupByHost(services: readonly MatchService[]): ReadonlyMap<string, readonly MatchService[]> {
  const groups = new Map<string, MatchService[]>();
  for (const service of services) {
    const group = groups.get(service.host);
    if (group === undefined) groups.set(service.host, [service]);
    else group.push(service);
  }
  return groups;
}
