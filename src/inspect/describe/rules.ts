import type { Finding } from '../../diagnostics/diagnostic.js';
import { routeConfigurationName } from '../../envoy/route-configuration-name.js';
import type { MeshIndex, MeshPort, MeshService } from '../../index/mesh-index.js';
import type { EnvoyFilter } from '../../model/envoy.js';
import type { Resource } from '../../model/resource.js';
import { codecOf, knownApplicationProtocols } from '../../translate/metaprotocol/codec.js';
import type { Translation } from '../../translate/protocol.js';
import { parsePortName } from '../../translate/shared/port-name.js';
import { expectedPatches } from '../diff/patches.js';
import { routeComparables } from '../diff/translation.js';
import { broken, good, type Link } from './link.js';
import type { Expected } from './proxy-links.js';

/** What the rules at hand say. */
export interface Rules {
  readonly index: MeshIndex;
  readonly translation: Translation;
  /** Of every layer of `validate`, and of the translation. */
  readonly findings: readonly Finding[];
  /** Resources that the API server cannot read, so that nothing is made of them. */
  readonly leftOut?: readonly Resource[];
}

/** The protocols that Aeraki makes filters for, by the second word of a port name. */
const protocolNames: ReadonlyMap<string, string> = new Map([
  ['metaprotocol', 'MetaProtocol'],
  ['dubbo', 'Dubbo'],
  ['thrift', 'Thrift'],
  ['redis', 'Redis'],
  ['kafka', 'Kafka'],
  ['zookeeper', 'ZooKeeper'],
]);

/** Whether Aeraki has anything to do with a port, by its name. */
export function isAerakiPort(port: MeshPort): boolean {
  return protocolNames.has(parsePortName(port.name).l7);
}

/** The links before the listener: what the rules themselves say of a port. */
export function ruleLinks(service: MeshService, port: MeshPort, { index }: Rules): readonly Link[] {
  return [...portLinks(port, index), serviceLink(service), ...routerLinks(service, port, index)];
}

function portLinks(port: MeshPort, index: MeshIndex): readonly Link[] {
  const { l7, application } = parsePortName(port.name);
  const protocol = protocolNames.get(l7);
  if (protocol === undefined) {
    const reason = `\`${port.name}\` names no protocol that Aeraki knows`;
    return [
      broken(
        'port name',
        reason,
        'Name the port tcp-metaprotocol-<application protocol>, or tcp-dubbo, tcp-thrift, tcp-redis.',
      ),
    ];
  }
  const name = good('port name', `\`${port.name}\``);
  if (l7 !== 'metaprotocol') return [name, good('protocol', protocol)];
  if (application === undefined) {
    const reason = `\`${port.name}\` does not say which application protocol it is`;
    return [
      broken(
        'port name',
        reason,
        'Name it tcp-metaprotocol-dubbo, tcp-metaprotocol-thrift, or after your own protocol.',
      ),
    ];
  }
  const codec = codecOf(application, index);
  if (codec === undefined) {
    const known = knownApplicationProtocols(index).join(', ');
    const reason = `no codec is known for the application protocol ${application} (known: ${known})`;
    return [
      name,
      broken(
        'protocol',
        reason,
        `Add an ApplicationProtocol with protocol: ${application} and its codec, or mend the port name.`,
      ),
    ];
  }
  return [name, good('protocol', `MetaProtocol ${application}, codec ${codec}`)];
}

function serviceLink(service: MeshService): Link {
  const what = nameOf(service.resource);
  if (service.addresses.length === 0) {
    const cure = 'Give it an address, or a resolution other than NONE, so that one is allocated.';
    return broken('service', `${what} has no address, so it has no listener of its own`, cure);
  }
  return good('service', `${what}, ${service.addresses.join(', ')}${service.allocated ? ' (allocated)' : ''}`);
}

/** The rule that decides on the routes, and those that are passed over for it. */
function routerLinks(service: MeshService, port: MeshPort, index: MeshIndex): readonly Link[] {
  const [host = ''] = service.hosts;
  switch (parsePortName(port.name).l7) {
    case 'metaprotocol': {
      const [router] = index.metaRoutersByHost.get(host) ?? [];
      if (router === undefined) return [good('MetaRouter', 'none: one route to the service itself')];
      const routes = router.object.spec?.routes?.length ?? 0;
      const count =
        routes === 0
          ? 'no routes of its own, so one to the service itself'
          : `${routes} route${routes === 1 ? '' : 's'}`;
      const { gateways = [] } = router.object.spec ?? {};
      return [
        good('MetaRouter', `${nameOf(router)}, ${count}`),
        ...(gateways.length === 0 ? [] : [good('gateway', `Gateway ${gateways.join(', ')}`)]),
      ];
    }
    case 'dubbo':
    case 'thrift': {
      const [rule] = index.virtualServicesByHost.get(host) ?? [];
      return [good('VirtualService', rule === undefined ? 'none: one route to the service itself' : nameOf(rule))];
    }
    case 'redis': {
      const rule = index.redisServicesByHost.get(`${service.namespace}/${host}`)?.at(-1);
      return [good('RedisService', rule === undefined ? 'none: everything to the service itself' : nameOf(rule))];
    }
    default:
      return [];
  }
}

export function nameOf(resource: Resource): string {
  return `${resource.kind} ${resource.namespace === '' ? '' : `${resource.namespace}/`}${resource.name}`;
}

/** The outbound EnvoyFilters of a port, and what they lead to expect of a proxy. */
export function expectedOf(
  host: string,
  port: MeshPort,
  translation: Translation,
): Expected & { readonly filters: readonly EnvoyFilter[] } {
  const filters = translation.envoyFilters.filter(({ metadata: { name } }) => {
    return name.startsWith(`aeraki-outbound-${host}-`) && name.endsWith(`-${port.number}`);
  });
  const listeners = filters
    .flatMap((each) => expectedPatches(each))
    .flatMap((each) => (each.kind === 'filter' ? [each.listener] : []));
  const [first] = filters;
  return {
    filters,
    listeners: [...new Set(listeners)],
    envoyFilter: first && `${first.metadata.namespace}/${first.metadata.name}`,
    routes: routeComparables(translation).find(({ name }) => name === routeConfigurationName(host, port.number)),
    needsMetaProtocol: parsePortName(port.name).l7 === 'metaprotocol',
  };
}
