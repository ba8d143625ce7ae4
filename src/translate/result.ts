import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { EnvoyFilter, MetaRouteConfiguration, RouteConfiguration } from '../model/envoy.js';
import { Mapping } from '../patch/ends.js';
import { toHttpRouteConfiguration } from './http-form.js';
import { MadeList } from './made-list.js';
import type { GatewayObjects, Translation } from './protocol.js';
import { byNamespaceAndName, compare, keyOf, type PlacedFilters, putFilters } from './translate.js';

/** What was made of each service, in their order. */
interface Parts {
  readonly routes: readonly (readonly MetaRouteConfiguration[])[];
  readonly placed: readonly PlacedFilters[];
  /** All filters of each of `placed`. */
  readonly filters: readonly (readonly EnvoyFilter[])[];
}

/** What was made of all services, put together again and again for the price of what changed. */
export class Result {
  readonly #routes = new MadeList<MetaRouteConfiguration>(
    (a, b) => compare(a.name, b.name),
    ({ name }) => name,
  );
  readonly #filters = new MadeList<EnvoyFilter>(byNamespaceAndName, keyOf);
  /** Of a configuration that is the same object the HTTP form is too. */
  readonly #http = new Mapping<MetaRouteConfiguration, RouteConfiguration>();

  /** @param said the findings of all of them; those of filters that replace each other are added */
  of({ placed, filters, routes }: Parts, gateways: GatewayObjects, said: readonly Finding[]): Translation {
    const envoyFilters = this.#filters.update(filters, gateways.envoyFilters);
    // Filters that replace each other are rare; where there are none nothing has to be gone through to say so.
    const findings = this.#filters.overlaps ? [...said, ...replacedAmong(placed)] : said;
    const metaRouteConfigurations = this.#routes.update(routes);
    const httpForms = (): readonly RouteConfiguration[] =>
      this.#http.of(metaRouteConfigurations, toHttpRouteConfiguration);
    let http: readonly RouteConfiguration[] | undefined;
    return {
      envoyFilters,
      virtualServices: [...gateways.virtualServices].sort(byNamespaceAndName),
      metaRouteConfigurations,
      get routeConfigurations() {
        http ??= httpForms();
        return http;
      },
      findings,
    };
  }
}

function replacedAmong(placed: readonly PlacedFilters[]): readonly Finding[] {
  const findings: Finding[] = [];
  const result = new Map<string, EnvoyFilter>();
  for (const { service, filters } of placed) {
    for (const group of filters) {
      putFilters(group, service, result, { report: (code, args, place) => findings.push(finding(code, args, place)) });
    }
  }
  return findings;
}
