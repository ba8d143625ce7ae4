import type { EnvoyFilter, Json, MetaRouteConfiguration } from '../model/envoy.js';
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

  /** The rules as the proxies get them. `codecs`: by route configuration, also for services without a filter. */
  read(translated: TranslatedRules, codecs: ReadonlyMap<string, string>): ProxyRules {
    const found = translated.envoyFilters.map((filter) => this.#read(filter));
    return {
      routes: translated.metaRouteConfigurations,
      filters: found.flatMap(({ filters }) => filters),
      native: found.flatMap(({ native }) => native),
      codecs,
    };
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
