import type { MeshService } from '../index/mesh-index.js';
import type { EnvoyFilter } from '../model/envoy.js';
import { isObjectName } from '../model/object-name.js';
import type { Context, UnplacedFilter } from './protocol.js';
import { toObjectName } from './shared/names.js';

/**
 * Puts filters into the namespaces where they belong (translation.md section 5); a later one with the same name and
 * namespace replaces an earlier one. Reports names that the API server refuses (D21).
 */
export function placeFilters(
  filters: readonly UnplacedFilter[],
  service: MeshService,
  context: Context,
): readonly EnvoyFilter[] {
  const namespaces = namespacesOf(service, context);
  const result: EnvoyFilter[] = [];
  for (const filter of filters) {
    const name = context.options.fixed ? toObjectName(filter.name) : filter.name;
    // A `/` that the host does not have comes from a CIDR, which D29 has reported.
    const isRange = name.includes('/') && !service.hosts[0]?.includes('/');
    if (!isObjectName(name) && !isRange) {
      context.report('AER0421', { name }, { resource: service.resource, pointer: '/spec' });
    }
    for (const namespace of namespaces) {
      result.push({
        apiVersion: 'networking.istio.io/v1alpha3',
        kind: 'EnvoyFilter',
        metadata: { name, namespace, labels: { manager: 'Aeraki' } },
        spec: filter.spec,
      });
    }
  }
  return result;
}

/** The `exportTo` of the service's MetaRouter, whatever its protocol, else the root or the service's own namespace. */
export function namespacesOf(
  service: MeshService,
  { index, options }: Pick<Context, 'index' | 'options'>,
): readonly string[] {
  const router = index.metaRoutersByHost.get(service.hosts[0] ?? '')?.[0];
  const exportTo = router?.object.spec?.exportTo ?? [];
  if (router === undefined || exportTo.length === 0) {
    return [options.namespaceScoped ? service.namespace : options.rootNamespace];
  }
  return exportTo.map((entry) => (entry === '.' ? router.namespace : entry === '*' ? options.rootNamespace : entry));
}
