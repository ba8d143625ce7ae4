import { qualifiedHost } from '../../index/host.js';
import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import { kindNamed } from '../../model/kinds.js';
import type { Resource } from '../../model/resource.js';
import { parsePortName } from '../../translate/shared/port-name.js';
import type { Rules } from './rules.js';

/** Every rule for the host of a service, the ones that are passed over too, and what else decides on this port. */
export function rulesOf(service: MeshService, port: MeshPort, { index, leftOut = [] }: Rules): readonly Resource[] {
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
  const unread = leftOut.filter((resource) =>
    resource.kind === 'DubboAuthorizationPolicy'
      ? resource.namespace === service.namespace
      : hostsOf(resource).some((host) => service.hosts.includes(qualifiedHost(host, resource.namespace))),
  );
  return [...ofHosts, ...beside, ...unread];
}

/** The hosts that a rule names, as far as they can be read of what the schema may have refused. */
export function hostsOf({ kind, object }: Resource): readonly string[] {
  const spec: unknown = object.spec;
  if (kindNamed(kind)?.ruleFor !== 'hosts' || typeof spec !== 'object' || spec === null) return [];
  const { hosts, host } = spec as { readonly hosts?: unknown; readonly host?: unknown };
  return [hosts, host].flat().filter((each): each is string => typeof each === 'string' && each !== '');
}
