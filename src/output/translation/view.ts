import type {
  EnvoyFilter,
  GeneratedVirtualService,
  MetaRouteConfiguration,
  RouteConfiguration,
} from '../../model/envoy.js';

/** The kinds of objects that `translate --to` chooses from. */
export const translationKinds = ['envoyfilter', 'virtualservice', 'rds'] as const;
export type TranslationKind = (typeof translationKinds)[number];

/** The objects of a translation that are to be shown. */
export interface TranslationView {
  readonly envoyFilters: readonly EnvoyFilter[];
  readonly virtualServices: readonly GeneratedVirtualService[];
  readonly routeConfigurations: readonly RouteConfiguration[];
  readonly metaRouteConfigurations: readonly MetaRouteConfiguration[];
}

/** What is left of `translation` when only `kinds` are wanted. */
export function select(translation: TranslationView, kinds: readonly TranslationKind[]): TranslationView {
  const has = (kind: TranslationKind): boolean => kinds.includes(kind);
  return {
    envoyFilters: has('envoyfilter') ? translation.envoyFilters : [],
    virtualServices: has('virtualservice') ? translation.virtualServices : [],
    routeConfigurations: has('rds') ? translation.routeConfigurations : [],
    metaRouteConfigurations: has('rds') ? translation.metaRouteConfigurations : [],
  };
}

/** A route configuration as it is printed on its own: `Any` in JSON, so that its type can be told. */
export function typedRouteConfiguration(configuration: RouteConfiguration): object {
  return { '@type': 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration', ...configuration };
}

/** The objects in the order that they are printed in: EnvoyFilters, VirtualServices, route configurations. */
export function printedObjects(view: TranslationView): readonly object[] {
  return [...view.envoyFilters, ...view.virtualServices, ...view.routeConfigurations.map(typedRouteConfiguration)];
}
