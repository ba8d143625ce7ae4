import type { EnvoyFilter, Json, MetaRouteConfiguration } from '../model/envoy.js';
import { findNative } from './native.js';
import { findFilters } from './read-filter.js';
import type { ProxyRules } from './rules.js';

/** What is read of a translation. */
export interface TranslatedRules {
  readonly envoyFilters: readonly EnvoyFilter[];
  readonly metaRouteConfigurations: readonly MetaRouteConfiguration[];
}

/** The rules as the proxies get them. `codecs`: by route configuration, also for services without a filter. */
export function rulesFromTranslation(translated: TranslatedRules, codecs: ReadonlyMap<string, string>): ProxyRules {
  return {
    routes: translated.metaRouteConfigurations,
    filters: translated.envoyFilters.flatMap(({ spec }) => findFilters(spec.configPatches as readonly Json[])),
    native: translated.envoyFilters.flatMap(({ spec }) => findNative(spec.configPatches as readonly Json[])),
    codecs,
  };
}

/** Several sources as one; of two route configurations with one name the later counts. */
export function mergeRules(sources: readonly ProxyRules[]): ProxyRules {
  return {
    routes: sources.flatMap(({ routes }) => routes),
    filters: sources.flatMap(({ filters }) => filters),
    native: sources.flatMap(({ native }) => native ?? []),
    codecs: new Map(sources.flatMap(({ codecs }) => [...(codecs ?? [])])),
  };
}
