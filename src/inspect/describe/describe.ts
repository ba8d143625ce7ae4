import { notesOfCodec } from '../../behaviour/codec-notes.js';
import type { Note } from '../../behaviour/notes.js';
import { nearest } from '../../diagnostics/nearest.js';
import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import { codecOf } from '../../translate/metaprotocol/codec.js';
import { isMetaProtocol, parsePortName } from '../../translate/shared/port-name.js';
import { findingsAt } from './findings-at.js';
import { inboundLinks } from './inbound.js';
import { broken, type Description, inOrder, type Link, type PortDescription } from './link.js';
import type { ProxyConfig } from './proxy.js';
import { proxyLinks } from './proxy-links.js';
import { expectedLinks } from './rule-chain.js';
import { expectedOf, isAerakiPort, nameOf, type Rules, ruleLinks } from './rules.js';

export interface DescribeInput {
  readonly host: string;
  /** Only this port. */
  readonly port: number | undefined;
  readonly rules: Rules | undefined;
  readonly proxy: ProxyConfig | undefined;
}

/** The chain of each port of a host, from the port name to the endpoints: from rules, from a proxy, or from both. */
export function describe(input: DescribeInput): Description {
  const host = fullName(input);
  const services = input.rules?.index.servicesByFirstHost.get(host) ?? [];
  const service = services[0];
  const ports = service === undefined ? unknownPorts(host, input) : servicePorts(service, input);
  return { host, ports: ports.map((each) => ({ ...each, links: inOrder(each.links) })) };
}

/** A short name is completed when one host alone begins with it. */
function fullName({ host, rules, proxy }: DescribeInput): string {
  const hosts = knownHosts(rules, proxy);
  if (hosts.includes(host)) return host;
  const longer = hosts.filter((each) => each.startsWith(`${host}.`));
  return longer.length === 1 ? (longer[0] ?? host) : host;
}

function knownHosts(rules: Rules | undefined, proxy: ProxyConfig | undefined): readonly string[] {
  return [...new Set([...(rules?.index.servicesByHost.keys() ?? []), ...(proxy?.served.keys() ?? [])])];
}

function servicePorts(service: MeshService, { port, rules, proxy }: DescribeInput): readonly PortDescription[] {
  if (rules === undefined) return [];
  const [host = ''] = service.hosts;
  // Ports that are none of Aeraki's business are left out, unless nothing else is there or one was asked for.
  const asked = service.ports.filter((each) => (port === undefined ? isAerakiPort(each) : each.number === port));
  const shown = asked.length > 0 || port !== undefined ? asked : service.ports;
  if (shown.length === 0) {
    const known = service.ports.map((each) => `${each.number} (${each.name})`).join(', ');
    const reason = `${nameOf(service.resource)} has no port ${port ?? ''} (it has ${known || 'none'})`;
    return [{ port: port ?? 0, links: [broken('service', reason, 'Name one of its ports.')] }];
  }
  const described: PortDescription[] = [];
  for (const each of shown) {
    const { links: wrong, remarks } = findingsAt(service, each, rules);
    const links: Link[] = [...ruleLinks(service, each, rules), ...inboundLinks(service, each, rules), ...wrong];
    const notes = notesOfPort(each, rules, proxy);
    described.push({
      port: each.number,
      links,
      ...(notes.length > 0 && { notes }),
      ...(remarks.length > 0 && { remarks }),
    });
    // Behind a port name that says nothing there is no chain.
    if (isAerakiPort(each)) {
      const expected = expectedOf(host, each, rules.translation);
      const isKnown = links.some(
        ({ link, ok }) => !ok && (link === 'filter' || link === 'port name' || link === 'protocol'),
      );
      if (expected.filters.length === 0 && isKnown) continue;
      if (proxy === undefined || expected.filters.length === 0) links.push(...expectedLinks(service, each, rules));
      else links.push(...proxyLinks(host, each.number, proxy, expected));
    }
  }
  return described;
}

function notesOfPort({ name }: MeshPort, { index }: Rules, proxy: ProxyConfig | undefined): readonly Note[] {
  const application = isMetaProtocol(name) ? parsePortName(name).application : undefined;
  return application === undefined ? [] : notesOfCodec(codecOf(application, index), proxy?.image);
}

/** A host that the rules do not have: the proxy may. */
function unknownPorts(host: string, input: DescribeInput): readonly PortDescription[] {
  const { rules, proxy, port } = input;
  const served = (proxy?.served.get(host) ?? []).map((each) => each.port);
  const ports = [...new Set(served)]
    .filter((each) => port === undefined || each === port)
    .sort((one, other) => one - other);
  const missing = rules === undefined ? [] : [missingService(host, input)];
  if (proxy === undefined || ports.length === 0) {
    const links = rules === undefined && proxy !== undefined ? proxyLinks(host, port ?? 0, proxy, undefined) : missing;
    return [{ port: port ?? 0, links: links.length > 0 ? links : [missingService(host, input)] }];
  }
  return ports.map((each) => {
    const notes = notesOfCodec(proxy.served.get(host)?.find((known) => known.port === each)?.codec, proxy.image);
    const links = [...missing, ...proxyLinks(host, each, proxy, undefined)];
    return { port: each, links, ...(notes.length > 0 && { notes }) };
  });
}

function missingService(host: string, { rules, proxy }: DescribeInput): Link {
  const [further] = rules?.index.servicesByHost.get(host) ?? [];
  if (further !== undefined) {
    const [first] = further.hosts;
    const reason = `${nameOf(further.resource)} has it as a further host, and Aeraki looks at the first only: ${first}`;
    return broken('service', reason, `Ask about ${first}, or make a ServiceEntry of its own for ${host}.`);
  }
  const near = nearHost(host, knownHosts(rules, proxy));
  const meant = near === undefined ? '' : ` Did you mean ${near}?`;
  return broken(
    'service',
    `no Service or ServiceEntry has the host ${host}`,
    `Check the host, or add the service to the inputs.${meant}${knownText(knownHosts(rules, proxy))}`,
  );
}

/** A host that differs little, or, of a short name, one whose first part does. */
function nearHost(host: string, hosts: readonly string[]): string | undefined {
  if (host.includes('.')) return nearest(host, hosts);
  const first = nearest(
    host,
    hosts.map((each) => each.split('.')[0] ?? ''),
  );
  return first === undefined ? undefined : hosts.find((each) => each.split('.')[0] === first);
}

const mostListed = 20;

/** The hosts that there are, for who misspelt one or asks what there is. */
function knownText(hosts: readonly string[]): string {
  if (hosts.length === 0) return '';
  const more = hosts.length > mostListed ? `, and ${hosts.length - mostListed} more` : '';
  return ` Known: ${[...hosts].sort().slice(0, mostListed).join(', ')}${more}.`;
}
