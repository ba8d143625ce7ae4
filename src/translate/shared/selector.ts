import type { MeshService } from '../../index/mesh-index.js';
import type { ServiceEntry } from '../../model/istio.js';
import type { Context } from '../protocol.js';

/**
 * The workloads that the inbound filter of a service is for (translation.md section 5): its own selector, else the
 * annotation `workloadSelector`, `key:value` or an `app`. Undefined: no inbound filter.
 */
export function inboundSelector(service: MeshService, context: Context): Readonly<Record<string, string>> | undefined {
  if (Object.keys(service.selector).length > 0) {
    return service.selector;
  }
  const annotation = (service.annotations.workloadSelector ?? '').replaceAll(' ', '');
  const host = service.hosts[0] ?? '';
  if (annotation === '') {
    if (!isOutside(service)) {
      context.report(
        'AER0416',
        { host, cure: selectorCure(service) },
        { resource: service.resource, pointer: '/spec' },
      );
    }
    return context.options.fixed ? undefined : { app: '' };
  }
  const [first = '', second, ...more] = annotation.split(':');
  if (more.length > 0) {
    context.report(
      'AER0435',
      { host, annotation },
      { resource: service.resource, pointer: '/metadata/annotations/workloadSelector' },
    );
    return undefined;
  }
  return second === undefined ? { app: first } : { [first]: second };
}

/** A service outside the mesh has no workloads that a filter could be for, so there is nothing to cure. */
function isOutside({ synthetic, resource, location, resolution }: MeshService): boolean {
  if (synthetic) return resolution === 'DNS';
  const written = (resource.object as ServiceEntry).spec?.location;
  return location === 'MESH_EXTERNAL' && (written !== undefined || resolution.startsWith('DNS'));
}

/** Istio refuses `workloadSelector` beside `endpoints` (its validation of a ServiceEntry), so there only the annotation helps. */
function selectorCure({ synthetic, resource }: MeshService): string {
  if (synthetic) return 'Set spec.selector of the Service.';
  const { endpoints = [] } = (resource.object as ServiceEntry).spec ?? {};
  if (endpoints.length === 0) return 'Set spec.workloadSelector.labels of the ServiceEntry.';
  const { app } = endpoints[0]?.labels ?? {};
  const label = app !== undefined && endpoints.every(({ labels }) => labels?.app === app) ? `app:${app}` : 'KEY:VALUE';
  return `Add the annotation workloadSelector: ${label} with a label of its pods; the field workloadSelector cannot stand beside endpoints.`;
}

/** Whether all servers of a service are on loopback: somebody tries rules, and no sidecar stands before them. */
export function isOnThisMachine({ synthetic, resource }: MeshService): boolean {
  const { endpoints } = (synthetic ? undefined : (resource.object as ServiceEntry).spec) ?? {};
  if (!Array.isArray(endpoints) || endpoints.length === 0) return false;
  return endpoints.every((endpoint) => /^127\.|^::1$/.test(endpoint?.address ?? ''));
}
