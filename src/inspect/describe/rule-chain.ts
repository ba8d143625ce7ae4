import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import { broken, good, type Link } from './link.js';
import { clustersIn } from './proxy.js';
import { routeCount } from './proxy-links.js';
import { expectedOf, type Rules } from './rules.js';

/** The links from the listener on, as the rules alone would have them. */
export function expectedLinks(service: MeshService, port: MeshPort, rules: Rules): readonly Link[] {
  const [host = ''] = service.hosts;
  const expected = expectedOf(host, port, rules.translation);
  if (expected.filters.length === 0) {
    const cure = 'Mend what is wrong with the service and its rules: `aeraki validate` names everything.';
    return [broken('filter', 'the rules give no filter for this port', cure)];
  }
  const clusters = clustersIn(expected.routes?.value ?? expected.filters.map((each) => each.spec.configPatches));
  return [
    good('listener', expected.listeners.join(', ')),
    good('filter', `EnvoyFilter ${expected.envoyFilter}`),
    ...(expected.routes === undefined
      ? []
      : [good('route configuration', `${expected.routes.name}, ${routeCount(expected.routes.value)}`)]),
    ...(clusters.length === 0 ? [] : [good('clusters', clusters.join(', '))]),
    endpointLink(service),
  ];
}

function endpointLink(service: MeshService): Link {
  const labels = Object.entries(service.selector).map(([key, value]) => `${key}=${value}`);
  if (labels.length > 0) return good('endpoints', `pods with ${labels.join(', ')}`);
  const { spec = {} } = service.resource.object as { readonly spec?: { readonly endpoints?: readonly unknown[] } };
  const own = spec.endpoints?.length ?? 0;
  if (own > 0) return good('endpoints', `${own} of its own`);
  if (service.resolution !== 'STATIC') return good('endpoints', `by ${service.resolution}`);
  return broken(
    'endpoints',
    'the service selects no pods and names no endpoints',
    'Give it a workloadSelector (a Service: a selector), or endpoints.',
  );
}
