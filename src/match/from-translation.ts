import { parseClusterName } from '../envoy/cluster-name.js';
import { parseRouteConfigurationName } from '../envoy/route-configuration-name.js';
import type { EnvoyFilter, Json, MetaRouteConfiguration } from '../model/envoy.js';
import { Mapping } from '../patch/ends.js';
import { clusterNames } from './cluster-names.js';
import { findNative } from './native.js';
import { findFilters } from './read-filter.js';
import type { ProxyRules } from './rules.js';

/** What is read of a translation. */
export interface TranslatedRules {
  readonly envoyFilters: readonly EnvoyFilter[];
  readonly metaRouteConfigurations: readonly MetaRouteConfiguration[];
}

type Found = Required<Pick<ProxyRules, 'filters' | 'native'>>;

/** Reads translations one after another; what an EnvoyFilter of the one before came to is not read again. */
export class TranslationReader {
  readonly #found = new WeakMap<EnvoyFilter, Found>();
  /** The hosts that each filter and each route configuration is about; '': of none, or of several. */
  readonly #filterHosts = new Mapping<EnvoyFilter, string>();
  readonly #routeHosts = new Mapping<MetaRouteConfiguration, string>();

  /** The rules as the proxies get them. `codecs`: by route configuration, also for services without a filter. */
  read({ envoyFilters, metaRouteConfigurations }: TranslatedRules, codecs: ReadonlyMap<string, string>): ProxyRules {
    const found = envoyFilters.map((filter) => this.#read(filter));
    return {
      routes: metaRouteConfigurations,
      filters: found.flatMap(({ filters }) => filters),
      native: found.flatMap(({ native }) => native),
      codecs,
    };
  }

  /** Of a translation what is about these hosts, and what is about no single one. */
  about(translated: TranslatedRules, hosts: ReadonlySet<string>): TranslatedRules {
    const { envoyFilters } = translated;
    const to = this.#filterHosts.of(envoyFilters, (filter) => this.#hostOf(filter));
    const isAbout = (_: unknown, at: number): boolean => to[at] === '' || hosts.has(to[at] ?? '');
    return { envoyFilters: envoyFilters.filter(isAbout), metaRouteConfigurations: this.#routesOf(translated, hosts) };
  }

  /** The hosts of the clusters that the routes of `hosts` lead to; undefined where one of these has no routes. */
  reached(translated: TranslatedRules, hosts: ReadonlySet<string>): readonly string[] | undefined {
    const routes = this.#routesOf(translated, hosts);
    const found = new Set(routes.map(hostOfRoutes));
    for (const host of hosts) if (!found.has(host)) return undefined;
    return [...clusterNames({ routes, filters: [] })].flatMap((cluster) => parseClusterName(cluster)?.host ?? []);
  }

  #routesOf({ metaRouteConfigurations: all }: TranslatedRules, hosts: ReadonlySet<string>) {
    const to = this.#routeHosts.of(all, hostOfRoutes);
    return all.filter((_, at) => hosts.has(to[at] ?? ''));
  }

  #hostOf(filter: EnvoyFilter): string {
    const { filters, native } = this.#read(filter);
    const hosts = new Set(native.map(({ host }) => host));
    for (const { destinationService, routeConfigName } of filters) {
      hosts.add(destinationService ?? parseRouteConfigurationName(routeConfigName ?? '')?.host ?? '');
    }
    const [host = ''] = hosts;
    return hosts.size === 1 ? host : '';
  }

  #read(filter: EnvoyFilter): Found {
    const known = this.#found.get(filter);
    if (known !== undefined) return known;
    const patches = filter.spec.configPatches as readonly Json[];
    const found = { filters: findFilters(patches), native: findNative(patches) };
    this.#found.set(filter, found);
    return found;
  }
}

const hostOfRoutes = ({ name }: MetaRouteConfiguration): string => parseRouteConfigurationName(name)?.host ?? '';

/** The rules of one translation (`TranslationReader.read`). */
export function rulesFromTranslation(translated: TranslatedRules, codecs: ReadonlyMap<string, string>): ProxyRules {
  return new TranslationReader().read(translated, codecs);
}

/** Several sources as one; of two route configurations with one name the later counts. */
export function mergeRules(sources: readonly ProxyRules[]): ProxyRules {
  const [first] = sources;
  if (first !== undefined && sources.length === 1) return first;
  return {
    routes: sources.flatMap(({ routes }) => routes),
    filters: sources.flatMap(({ filters }) => filters),
    native: sources.flatMap(({ native }) => native ?? []),
    codecs: new Map(sources.flatMap(({ codecs }) => [...(codecs ?? [])])),
  };
}
