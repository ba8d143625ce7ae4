import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { MetaRouterSpec } from '../../model/aeraki.js';
import type { DestinationRuleSpec, ServiceEntry } from '../../model/istio.js';
import type { Resource } from '../../model/resource.js';
import { few } from './few.js';

/** Providers that are in none of the subsets that the routes of their host lead to. */
export function routeFindings(
  resources: readonly Resource[],
  byHost: ReadonlyMap<string, ServiceEntry>,
): readonly Finding[] {
  const subsets = subsetsByHost(resources);
  return resources.flatMap((resource): readonly Finding[] => {
    if (resource.kind !== 'MetaRouter') return [];
    const spec = (resource.object.spec ?? {}) as MetaRouterSpec;
    return (spec.hosts ?? []).flatMap((host) => {
      const endpoints = byHost.get(host)?.spec?.endpoints ?? [];
      const reached = (spec.routes ?? []).flatMap(({ route }) => route ?? []).map(({ destination }) => destination);
      const own = reached.filter((destination) => destination?.host === host);
      // A destination without a subset reaches all; without a route of its own, nobody can say.
      if (own.length === 0 || own.some((destination) => !destination?.subset)) return [];
      const named = [...new Set(own.flatMap((destination) => destination?.subset ?? []))];
      const labels = named.flatMap((name): readonly Readonly<Record<string, string>>[] => {
        const wanted = subsets.get(host)?.get(name);
        return wanted === undefined ? [] : [wanted];
      });
      const lost = endpoints.filter(
        (endpoint) =>
          !labels.some((wanted) => Object.entries(wanted).every(([key, value]) => endpoint.labels?.[key] === value)),
      );
      if (lost.length === 0 || labels.length === 0) return [];
      const args = {
        host,
        router: `${resource.namespace}/${resource.name}`,
        subsets: few(named),
        providers: few(lost.map(({ address = '' }) => address)),
      };
      return [finding('AER1248', args, { resource, pointer: '/spec/routes' })];
    });
  });
}

function subsetsByHost(
  resources: readonly Resource[],
): ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const result = new Map<string, Map<string, Readonly<Record<string, string>>>>();
  for (const { kind, object } of resources) {
    if (kind !== 'DestinationRule') continue;
    const { host = '', subsets = [] } = (object.spec ?? {}) as DestinationRuleSpec;
    const known = result.get(host) ?? new Map<string, Readonly<Record<string, string>>>();
    for (const { name = '', labels = {} } of subsets) known.set(name, labels);
    result.set(host, known);
  }
  return result;
}
