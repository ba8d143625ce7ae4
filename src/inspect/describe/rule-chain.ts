import { type Code, catalogue } from '../../diagnostics/catalogue.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Entry } from '../../diagnostics/entry.js';
import { qualifiedHost } from '../../index/host.js';
import type { MeshIndex, MeshPort, MeshService } from '../../index/mesh-index.js';
import type { Resource } from '../../model/resource.js';
import { parsePortName } from '../../translate/shared/port-name.js';
import { broken, good, type Link, type LinkName } from './link.js';
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

/** Which link a finding breaks. What is not here breaks none: it is about a limit, a mutation or a matter of style. */
const brokenBy: Readonly<Partial<Record<Code, LinkName>>> = {
  AER0301: 'MetaRouter',
  AER0302: 'MetaRouter',
  AER0303: 'MetaRouter',
  AER0304: 'clusters',
  AER0305: 'clusters',
  AER0306: 'clusters',
  AER0307: 'MetaRouter',
  AER0308: 'RedisService',
  AER0311: 'MetaRouter',
  AER0313: 'MetaRouter',
  AER0315: 'MetaRouter',
  AER0318: 'MetaRouter',
  AER0326: 'rate limit',
  AER0327: 'gateway',
  AER0328: 'gateway',
  AER0329: 'MetaRouter',
  AER0330: 'port name',
  AER0332: 'filter',
  AER0333: 'RedisService',
  AER0334: 'RedisService',
  AER0335: 'authorization',
  AER0341: 'VirtualService',
  AER0342: 'RedisService',
  AER0343: 'protocol',
  AER0344: 'inbound',
  AER0345: 'protocol',
  AER0347: 'clusters',
  AER0349: 'route configuration',
  AER0351: 'authorization',
  AER0420: 'authorization',
  AER0423: 'gateway',
  AER0432: 'gateway',
  AER0435: 'inbound',
  AER1170: 'listener',
  AER1171: 'filter',
  AER1173: 'listener',
  AER1174: 'listener',
  AER1176: 'inbound',
  AER1177: 'inbound',
  AER1178: 'filter',
  AER1179: 'listener',
};

/** Where istiod does not place the filter on the side of the service, the way to it is whole. */
function linkOf({ code, message }: Finding): LinkName | undefined {
  const link = brokenBy[code];
  return code.startsWith('AER117') && /\/aeraki-inbound-/.test(message) ? 'inbound' : link;
}

/**
 * The findings that break a link of this port, with the cure of the catalogue; errors of its resources always do.
 * `findingsOf` is for who asks about many services and has the findings by resource.
 */
export function findingLinks(
  service: MeshService,
  port: MeshPort,
  { index, findings }: Rules,
  findingsOf?: (resource: Resource) => readonly Finding[],
): readonly Link[] {
  const rule: LinkName = ruleOf(port);
  const owners = new Set<Resource>([service.resource, ...rulesOf(service, port, index)]);
  const candidates = findingsOf === undefined ? findings : [...owners].flatMap(findingsOf);
  const links = candidates.flatMap((finding): readonly Link[] => {
    const { resource, severity, code, message } = finding;
    // A rule whose host is nearly this one was meant for it.
    const meant = nearMisses.has(code) && message.includes(`Did you mean "${service.hosts[0] ?? ''}"?`);
    if (resource === undefined || !(owners.has(resource) || meant) || (severity === 'info' && !meant)) return [];
    if (resource === service.resource && !concerns(finding, port)) return [];
    const own = resource === service.resource;
    const link = linkOf(finding) ?? (severity === 'error' ? (own ? 'filter' : rule) : undefined);
    const entry: Entry = catalogue[code];
    return link === undefined
      ? []
      : [broken(link, `${own ? '' : `${resource.kind} ${resource.name}: `}${message}`, entry.cure)];
  });
  return links.filter((link, index) => links.findIndex((each) => each.reason === link.reason) === index);
}

/** A finding at one of several ports says nothing of the others. */
function concerns({ pointer = '' }: Finding, port: MeshPort): boolean {
  return !/^\/spec\/ports\/\d+/.test(pointer) || pointer === port.pointer || pointer.startsWith(`${port.pointer}/`);
}

function ruleOf(port: MeshPort): LinkName {
  const { l7 } = parsePortName(port.name);
  return l7 === 'metaprotocol' ? 'MetaRouter' : l7 === 'redis' ? 'RedisService' : 'VirtualService';
}

/** Findings of rules whose host no service has. */
const nearMisses: ReadonlySet<Code> = new Set<Code>(['AER0301', 'AER0333']);

/** Every rule for the host of a service, the ones that are passed over too, and what else decides on this port. */
function rulesOf(service: MeshService, port: MeshPort, index: MeshIndex): readonly Resource[] {
  const { application } = parsePortName(port.name);
  const beside = [
    ...(index.dubboPolicies.get(service.namespace) ?? []),
    ...(application === undefined ? [] : (index.applicationProtocols.get(application) ?? [])),
  ];
  const ofHosts = service.hosts.flatMap((host): readonly Resource[] => [
    ...(index.destinationRulesByHost.get(qualifiedHost(host, service.namespace)) ?? []),
    ...(host.endsWith(`.${service.namespace}.svc.cluster.local`)
      ? (index.virtualServicesByHost.get(host.split('.')[0] ?? '') ?? [])
      : []),
    ...(index.metaRoutersByHost.get(host) ?? []),
    ...(index.virtualServicesByHost.get(host) ?? []),
    ...(index.redisServicesByHost.get(`${service.namespace}/${host}`) ?? []),
    ...(index.redisDestinationsByHost.get(`${service.namespace}/${host}`) ?? []),
  ]);
  return [...ofHosts, ...beside];
}
