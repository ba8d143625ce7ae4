import type { MeshService } from '../../index/mesh-index.js';
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
    context.report('AER0416', { host }, { resource: service.resource, pointer: '/spec' });
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
