import { type Code, catalogue } from '../../diagnostics/catalogue.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Entry } from '../../diagnostics/entry.js';
import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import type { Resource } from '../../model/resource.js';
import { parsePortName } from '../../translate/shared/port-name.js';
import { broken, type Link, type LinkName, type Remark } from './link.js';
import type { Rules } from './rules.js';
import { rulesOf } from './rules-of.js';

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
  AER0334: 'port name',
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

/** The link that a resource is of: what it breaks where the API server or istiod refuses it. */
const linkOfKind: Readonly<Record<string, LinkName>> = {
  Service: 'service',
  ServiceEntry: 'service',
  MetaRouter: 'MetaRouter',
  VirtualService: 'VirtualService',
  RedisService: 'RedisService',
  RedisDestination: 'RedisService',
  DestinationRule: 'clusters',
  ApplicationProtocol: 'protocol',
  DubboAuthorizationPolicy: 'authorization',
  Gateway: 'gateway',
};

const refusing: ReadonlySet<string> = new Set(['schema', 'webhook', 'istio']);

export interface Found {
  readonly links: readonly Link[];
  /** What is said of the rules and breaks nothing. */
  readonly remarks: readonly Remark[];
}

/**
 * The findings about this port: those that break a link, with the cure of the catalogue (errors of its resources always do), and the rest.
 * `findingsOf` is for who asks about many services and has the findings by resource.
 */
export function findingsAt(
  service: MeshService,
  port: MeshPort,
  rules: Rules,
  findingsOf?: (resource: Resource) => readonly Finding[],
): Found {
  const owners = new Set<Resource>([service.resource, ...rulesOf(service, port, rules)]);
  const candidates = findingsOf === undefined ? rules.findings : [...owners].flatMap(findingsOf);
  const links: Link[] = [];
  const remarks: Remark[] = [];
  for (const finding of candidates) {
    const { resource, severity, code, message } = finding;
    // A rule whose host is nearly this one was meant for it.
    const meant = nearMisses.has(code) && message.includes(`Did you mean "${service.hosts[0] ?? ''}"?`);
    if (resource === undefined || !(owners.has(resource) || meant)) continue;
    const own = resource === service.resource;
    if (own && !concerns(finding, port)) continue;
    const text = `${own ? '' : `${resource.kind} ${resource.name}: `}${message}`;
    const link = severity === 'info' && !meant ? undefined : linkFor(finding, resource, port, own);
    const entry: Entry = catalogue[code];
    if (link !== undefined) links.push(broken(link, text, entry.cure));
    else remarks.push({ code, severity, text });
  }
  return { links: once(links, ({ reason }) => reason), remarks: once(remarks, ({ text }) => text) };
}

function linkFor(finding: Finding, { kind }: Resource, port: MeshPort, own: boolean): LinkName | undefined {
  const link = linkOf(finding);
  if (link !== undefined || finding.severity !== 'error') return link;
  const entry: Entry = catalogue[finding.code];
  return refusing.has(entry.layer) ? (linkOfKind[kind] ?? ruleOf(port)) : own ? 'filter' : ruleOf(port);
}

function once<T>(list: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(list.map((item) => [key(item), item] as const).reverse()).values()].reverse();
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
