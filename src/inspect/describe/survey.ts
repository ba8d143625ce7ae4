import type { Finding } from '../../diagnostics/diagnostic.js';
import { Groups } from '../../index/group.js';
import { inboundLinks } from './inbound.js';
import { type Description, inOrder } from './link.js';
import { findingLinks } from './rule-chain.js';
import { isAerakiPort, type Rules, ruleLinks } from './rules.js';

/**
 * Every service that Aeraki has to do with, each with the links that the rules themselves break. The links of a proxy
 * are left to a description of one host. Linear in the services and findings.
 */
export function survey(rules: Rules): readonly Description[] {
  const byResource = new Groups<Finding>();
  const idOf = (finding: Finding) => resourceId(finding.resource);
  for (const finding of rules.findings) byResource.add(idOf(finding), finding);
  return rules.index.services.flatMap((service): readonly Description[] => {
    const [host] = service.hosts;
    // A service none of whose ports is Aeraki's business is listed where a finding says that one was meant to be.
    const ports = service.ports.filter((port) => isAerakiPort(port));
    const own = byResource.map.get(resourceId(service.resource)) ?? [];
    const meant = own.some(({ code }) => code === 'AER0330' || code === 'AER0331');
    if (host === undefined || (ports.length === 0 && !meant)) return [];
    const shown = ports.length > 0 ? ports : service.ports;
    return [
      {
        host,
        ports: shown.map((port) => ({
          port: port.number,
          links: inOrder([
            ...ruleLinks(service, port, rules),
            ...inboundLinks(service, port, rules),
            ...findingLinks(service, port, rules, (resource) => byResource.map.get(resourceId(resource)) ?? []),
          ]),
        })),
      },
    ];
  });
}

function resourceId(resource: Finding['resource']): string {
  return resource === undefined ? '' : `${resource.kind} ${resource.namespace}/${resource.name}`;
}
