import { outboundCluster } from '../envoy/cluster-name.js';
import { apiVersionsOf, kindsRead } from '../load/kinds.js';
import { builtInCodecs } from '../match/codecs.js';
import { parsePortName } from '../translate/shared/port-name.js';
import { usualAttributes } from '../validate/analysis/codec/unusual-attributes.js';
import { type Occurrence, occurrencesOf, type SymbolKind } from './occurrences.js';
import type { Subject } from './place.js';
import type { Workspace } from './workspace.js';

/** A value that could stand at a place. */
export interface Offer {
  readonly value: string;
  /** It is written without quotes. */
  readonly number?: true;
  readonly detail?: string;
  readonly documentation?: string;
}

/** What could stand at a place because other objects have it: hosts, subsets, ports, gateways, protocols, attributes. */
export function offersAt(
  workspace: Workspace,
  subject: Subject,
  pointer: string,
  at: 'key' | 'value',
): readonly Offer[] {
  if (pointer === '/kind') return kindsRead().map((value) => ({ value }));
  if (pointer === '/apiVersion') return apiVersionsOf(subject.kind).map((value) => ({ value }));
  if (pointer === '/metadata/namespace') return namespaces(workspace);
  const { symbols } = workspace;
  const here = occurrencesOf(subject, symbols.domain).find((each) => each.pointer === pointer && each.at === at);
  if (here !== undefined) return named(workspace, subject, here);
  if (at === 'key' && /\/match\/attributes\/[^/]*$/.test(pointer) && subject.kind === 'MetaRouter') {
    return attributes(workspace, subject);
  }
  if (/\/descriptors\/\d+\/property$/.test(pointer) && subject.kind === 'MetaRouter')
    return attributes(workspace, subject);
  if (subject.kind === 'RouteTest') return testOffers(workspace, subject, pointer, at);
  if (/^\/spec\/ports\/\d+\/name$/.test(pointer)) return portNames(workspace);
  if (subject.kind === 'ApplicationProtocol' && pointer === '/spec/codec')
    return builtInCodecs.map((value) => ({ value }));
  return [];
}

function namespaces(workspace: Workspace): readonly Offer[] {
  const names = new Set(workspace.resources.map(({ namespace }) => namespace).filter(Boolean));
  return [...names].sort().map((value) => ({ value }));
}

/** All that is defined of the kind of name that stands here. */
function named(workspace: Workspace, subject: Subject, { kind, host }: Occurrence): readonly Offer[] {
  const wanted: SymbolKind = kind;
  const own = (wanted === 'subset' || wanted === 'port' || wanted === 'route') && host !== undefined ? host : undefined;
  if (wanted === 'protocol') return portNames(workspace);
  const offers = new Map<string, Offer>();
  for (const { symbol, written, resource } of workspace.symbols.definitions(wanted, own)) {
    const value =
      wanted === 'host'
        ? symbol
        : wanted === 'gateway'
          ? symbol
          : wanted === 'secret' && resource.namespace !== subject.namespace
            ? undefined
            : written;
    if (value === undefined || offers.has(value)) continue;
    const detail = `${resource.kind} ${resource.namespace}/${resource.name}`;
    offers.set(value, { value, detail, ...(wanted === 'port' && { number: true }) });
  }
  return [...offers.values()].sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** The names of ports that Aeraki makes something of: one for each application protocol with a codec. */
function portNames(workspace: Workspace): readonly Offer[] {
  const declared = workspace.symbols.definitions('protocol').map(({ symbol }) => symbol);
  const protocols = [...new Set(['dubbo', 'thrift', ...declared])].sort();
  const meta = protocols.map((protocol) => ({
    value: `tcp-metaprotocol-${protocol}`,
    detail: `application protocol ${protocol}`,
  }));
  return [...meta, ...['redis', 'kafka', 'zookeeper', 'dubbo', 'thrift'].map((word) => ({ value: `tcp-${word}` }))];
}

/** The attributes that the codecs of a host make, and those that the rules of the host ask about. */
function attributes(workspace: Workspace, subject: Subject): readonly Offer[] {
  const { hosts } = (subject.object.spec ?? {}) as { readonly hosts?: unknown };
  const names = Array.isArray(hosts) ? hosts.map(String) : [];
  return attributesOf(workspace, names);
}

function attributesOf(workspace: Workspace, hosts: readonly string[]): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const protocol of protocolsOf(workspace, hosts)) {
    const declared = workspace.symbols.named('protocol', protocol).find(({ role }) => role === 'definition');
    const own = (declared?.resource.object.spec as { readonly codec?: unknown } | undefined)?.codec;
    const codec = typeof own === 'string' ? own : `aeraki.meta_protocol.codec.${protocol}`;
    for (const value of usualAttributes(codec)) {
      if (!offers.has(value)) offers.set(value, { value, detail: `attribute of ${codec}` });
    }
  }
  return [...offers.values()];
}

/** The application protocols in the names of the ports of these hosts. */
function protocolsOf(workspace: Workspace, hosts: readonly string[]): readonly string[] {
  const protocols = new Set<string>();
  for (const host of hosts) {
    for (const { resource, role } of workspace.symbols.named('host', host)) {
      if (role !== 'definition') continue;
      const { ports } = (resource.object.spec ?? {}) as { readonly ports?: readonly { readonly name?: unknown }[] };
      for (const port of Array.isArray(ports) ? ports : []) {
        const { application } = parsePortName(String(port?.name ?? ''));
        if (application !== undefined) protocols.add(application);
      }
    }
  }
  return [...protocols];
}

/** Attributes and clusters of a case of a test. */
function testOffers(workspace: Workspace, subject: Subject, pointer: string, at: 'key' | 'value'): readonly Offer[] {
  const [, index, rest = ''] = /^\/spec\/cases\/(\d+)\/(.*)$/.exec(pointer) ?? [];
  const { cases } = (subject.object.spec ?? {}) as { readonly cases?: readonly { readonly host?: unknown }[] };
  const host = Array.isArray(cases) ? cases[Number(index)]?.host : undefined;
  if (typeof host !== 'string') return [];
  if (at === 'key' && rest.startsWith('attributes/')) return attributesOf(workspace, [host]);
  if (!/^expect\/(?:cluster|clusters\/[^/]*|mirrors\/\d+\/cluster)$/.test(rest)) return [];
  const ports = workspace.symbols.definitions('port', host).map(({ written }) => written);
  const subsets = ['', ...workspace.symbols.definitions('subset', host).map(({ written }) => written)];
  return ports.flatMap((port) => subsets.map((subset) => ({ value: outboundCluster(host, port, subset) })));
}
