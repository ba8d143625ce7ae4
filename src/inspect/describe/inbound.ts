import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import type { ServiceEntry } from '../../model/istio.js';
import { isMetaProtocol, parsePortName } from '../../translate/shared/port-name.js';
import { broken, good, type Link } from './link.js';
import type { Rules } from './rules.js';

/**
 * What acts on the side of the service: rate limits and policies. They are in the inbound filter, which is for the
 * workloads that the service's selector, or the annotation `workloadSelector`, names.
 */
export function inboundLinks(service: MeshService, port: MeshPort, rules: Rules): readonly Link[] {
  const limits = limitsOf(service, port, rules);
  const policies = policiesOf(service, port, rules);
  const acting = [limits, policies].filter((text) => text !== '');
  if (acting.length === 0) return [];
  const workloads = workloadsOf(service);
  const links: Link[] = [];
  if (limits !== '') links.push(good('rate limit', limits));
  if (policies !== '') links.push(good('authorization', policies));
  links.push(
    workloads === undefined
      ? broken(
          'inbound',
          `${acting.join(' and ')} ${acting.length > 1 ? 'reach' : 'reaches'} no pod: nothing says which workloads serve ${service.hosts[0] ?? ''}`,
          inboundCure(service),
        )
      : good('inbound', `pods with ${workloads}`),
  );
  return links;
}

function limitsOf(service: MeshService, port: MeshPort, { index }: Rules): string {
  if (!isMetaProtocol(port.name)) return '';
  const { localRateLimit, globalRateLimit } =
    index.metaRoutersByHost.get(service.hosts[0] ?? '')?.[0]?.object.spec ?? {};
  const local = localRateLimit === undefined ? [] : ['localRateLimit'];
  const { rateLimitService = '' } = globalRateLimit ?? {};
  return [...local, ...(globalRateLimit === undefined ? [] : [`globalRateLimit by ${rateLimitService}`])].join(', ');
}

function policiesOf(service: MeshService, port: MeshPort, { index }: Rules): string {
  if (parsePortName(port.name).l7 !== 'dubbo') return '';
  const names = (index.dubboPolicies.get(service.namespace) ?? []).map(({ name }) => name);
  return names.length === 0 ? '' : `DubboAuthorizationPolicy ${names.join(', ')}`;
}

function workloadsOf({ selector, annotations }: MeshService): string | undefined {
  const labels = Object.entries(selector);
  if (labels.length > 0) return labels.map(([key, value]) => `${key}=${value}`).join(', ');
  const annotation = (annotations.workloadSelector ?? '').replaceAll(' ', '');
  const parts = annotation.split(':');
  if (annotation === '' || parts.length > 2) return undefined;
  return parts.length === 1 ? `app=${annotation}` : parts.join('=');
}

/** Istio refuses a workloadSelector beside endpoints, so there only the annotation helps. */
function inboundCure({ synthetic, resource }: MeshService): string {
  if (synthetic) return 'Set spec.selector of the Service.';
  const { endpoints = [] } = (resource.object as ServiceEntry).spec ?? {};
  return endpoints.length > 0
    ? 'Add the annotation workloadSelector: KEY:VALUE to the ServiceEntry.'
    : 'Set spec.workloadSelector.labels of the ServiceEntry.';
}
