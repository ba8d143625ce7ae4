import type { Finding } from '../../diagnostics/diagnostic.js';
import { Groups } from '../../index/group.js';
import { qualifiedHost } from '../../index/host.js';
import type { MeshService } from '../../index/mesh-index.js';
import { isAerakiGroup, kinds } from '../../model/kinds.js';
import type { Resource } from '../../model/resource.js';
import { findingsAt } from './findings-at.js';
import { inboundLinks } from './inbound.js';
import { broken, type Description, inOrder } from './link.js';
import { isAerakiPort, nameOf, type Rules, ruleLinks } from './rules.js';
import { hostsOf } from './rules-of.js';

/** Rules that are for Aeraki, whatever service they name: the others are Istio's too, and mean nothing by themselves. */
const aerakiKinds: ReadonlySet<string> = new Set(
  kinds.filter(({ group, ruleFor }) => isAerakiGroup(group) && ruleFor === 'hosts').map(({ kind }) => kind),
);

/**
 * Every service that Aeraki has to do with, each with the links that the rules themselves break; behind them the hosts that rules are for
 * and no service has. The links of a proxy are left to a description of one host. Linear in the services and findings.
 */
export function survey(rules: Rules): readonly Description[] {
  const byResource = new Groups<Finding>();
  const idOf = (finding: Finding) => resourceId(finding.resource);
  for (const finding of rules.findings) byResource.add(idOf(finding), finding);
  const findingsOf = (resource: Resource) => byResource.map.get(resourceId(resource)) ?? [];
  const ruled = ruledHosts(rules);
  const leftOut = new Groups<Resource>();
  for (const resource of rules.leftOut ?? []) {
    for (const host of hostsOf(resource)) leftOut.add(qualifiedHost(host, resource.namespace), resource);
    if (resource.kind === 'DubboAuthorizationPolicy') leftOut.add(`${resource.namespace}/`, resource);
  }
  const known = rules.index.services.flatMap((service): readonly Description[] => {
    const [host] = service.hosts;
    const ports = service.ports.filter((port) => isAerakiPort(port));
    if (host === undefined || (ports.length === 0 && !isMeant(service))) return [];
    const shown = ports.length > 0 ? ports : service.ports;
    const own = {
      ...rules,
      leftOut: [...service.hosts, `${service.namespace}/`].flatMap((each) => leftOut.map.get(each) ?? []),
    };
    return [
      {
        host,
        ports: shown.map((port) => {
          const { links, remarks } = findingsAt(service, port, own, findingsOf);
          // What a finding says has the better cure, so it stands before what the chain says of the same link.
          const all = [...links, ...ruleLinks(service, port, rules), ...inboundLinks(service, port, rules)];
          return { port: port.number, links: inOrder(all), ...(remarks.length > 0 && { remarks }) };
        }),
      },
    ];
  });
  return [...known, ...unknown(ruled, rules, findingsOf)];

  /** A service none of whose ports is Aeraki's business is listed where a rule or a finding says that one was meant to be. */
  function isMeant({ hosts, resource }: MeshService): boolean {
    if (hosts.some((host) => ruled.has(host))) return true;
    return findingsOf(resource).some(({ code }) => code === 'AER0330' || code === 'AER0331');
  }
}

/** The hosts that rules of Aeraki are for, with the first of these rules. */
function ruledHosts({ index, leftOut = [] }: Rules): ReadonlyMap<string, Resource> {
  const hosts = new Map<string, Resource>();
  for (const resource of [...index.byId.values(), ...leftOut]) {
    if (!aerakiKinds.has(resource.kind)) continue;
    for (const host of hostsOf(resource)) {
      const full = qualifiedHost(host, resource.namespace);
      if (!hosts.has(full)) hosts.set(full, resource);
    }
  }
  return hosts;
}

function unknown(
  ruled: ReadonlyMap<string, Resource>,
  { index }: Rules,
  findingsOf: (resource: Resource) => readonly Finding[],
): readonly Description[] {
  return [...ruled].flatMap(([host, resource]): readonly Description[] => {
    if (index.servicesByHost.has(host)) return [];
    // One that was meant for a service is said there.
    const meant = findingsOf(resource).flatMap(({ message }) => /Did you mean "([^"]+)"/.exec(message)?.[1] ?? []);
    if (meant.some((each) => index.servicesByHost.has(each))) return [];
    const reason = `no Service or ServiceEntry has the host, which ${nameOf(resource)} is for`;
    const link = broken('service', reason, 'Check the host, or add the service to the inputs.');
    const remarks = findingsOf(resource).map(({ code, severity, message }) => ({
      ...{ code, severity, text: `${resource.kind} ${resource.name}: ${message}` },
    }));
    return [{ host, ports: [{ port: 0, links: [link], ...(remarks.length > 0 && { remarks }) }] }];
  });
}

function resourceId(resource: Finding['resource']): string {
  return resource === undefined ? '' : `${resource.kind} ${resource.namespace}/${resource.name}`;
}
