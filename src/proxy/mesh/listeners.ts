import type { Address } from '../../envoy/address.js';
import { protoMilliseconds } from '../../envoy/duration/milliseconds.js';
import { listOf, numberOf, objectOf, textOf } from '../../envoy/proto-json.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import type { Block, Chain, ChainHandler, ChainMatch, TcpProxy } from '../gate/config.js';
import { addressOf } from './endpoints.js';
import { type InboundLimits, metaProtocolHandler } from './filters.js';
import { downstreamSocket } from './tls.js';

/** A listener of the control plane, read. */
export interface MeshListener {
  readonly name: string;
  readonly address: Address;
  /** It takes connections at its own address; else those that another listener has for it. */
  readonly bindsToPort: boolean;
  /** It hands connections on by their original destination. */
  readonly usesOriginalDestination: boolean;
  readonly inbound: boolean;
  readonly inspectsTls: boolean;
  readonly chains: readonly Chain[];
  readonly otherwise: Chain | undefined;
  /** Of its MetaProtocol filters, by the cluster that each sends to. */
  readonly limits: readonly InboundLimits[];
}

const ORIGINAL_DST = 'OriginalDst';
const TLS_INSPECTOR = 'TlsInspector';
/** Envoy's default. */
const IDLE = 3_600_000;

/** Filters that only look on: what passes is the same without them. */
const lookOn =
  /^(?:istio\.metadata_exchange|istio\.stats|istio_authn|envoy\.filters\.network\.(?:istio_authn|metadata_exchange|zookeeper_proxy|kafka_broker|mysql_proxy|mongo_proxy|postgres_proxy))$/;

/** Reads a Listener in protobuf JSON, or says why a proxy refuses it. */
export function readListener(source: JsonObject): MeshListener | { readonly refused: string } {
  const name = textOf(source.name) ?? '';
  const address = addressOf(source.address);
  if (address === undefined) return { refused: `listener ${name}: it has no address` };
  const limits: InboundLimits[] = [];
  const refusals: string[] = [];
  const chainOf = (value: Json): Chain => {
    const read = readChain(objectOf(value), { name, address });
    if ('refused' in read) {
      refusals.push(read.refused);
      return foreign('');
    }
    limits.push(...read.limits);
    return read.chain;
  };
  const chains = listOf(source.filterChains).map(chainOf);
  const otherwise = source.defaultFilterChain === undefined ? undefined : chainOf(source.defaultFilterChain);
  const [refused = refusalOfChains(chains, otherwise)] = refusals;
  if (refused !== undefined) return { refused: `listener ${name}: ${refused}` };
  const filters = listOf(source.listenerFilters).map(
    (each) => textOf(objectOf(objectOf(each).typedConfig)['@type']) ?? '',
  );
  return {
    name,
    address,
    bindsToPort: source.bindToPort !== false,
    usesOriginalDestination: source.useOriginalDst === true || filters.some((type) => type.endsWith(ORIGINAL_DST)),
    inbound: source.trafficDirection === 'INBOUND',
    inspectsTls: filters.some((type) => type.endsWith(TLS_INSPECTOR)),
    chains,
    otherwise,
    limits,
  };
}

/** Envoy's own words for it are "filter chain … has the same matching rules defined as". */
function refusalOfChains(chains: readonly Chain[], otherwise: Chain | undefined): string | undefined {
  if (chains.length === 0 && otherwise === undefined) return 'no filter chains specified';
  const seen = new Map<string, Chain>();
  for (const chain of chains) {
    const key = JSON.stringify(chain.match);
    const same = seen.get(key);
    if (same !== undefined) return `filter chain '${chain.name}' has the same matching rules defined as '${same.name}'`;
    seen.set(key, chain);
  }
  return undefined;
}

function foreign(filter: string): Chain {
  return { name: '', match: {}, tls: undefined, handler: { kind: 'foreign', filter } };
}

interface ReadChain {
  readonly chain: Chain;
  readonly limits: readonly InboundLimits[];
}

function readChain(
  source: JsonObject,
  listener: { readonly name: string; readonly address: Address },
): ReadChain | { readonly refused: string } {
  const match = matchOf(objectOf(source.filterChainMatch));
  const socket = downstreamSocket(source.transportSocket);
  const chain = `${listener.name} ${JSON.stringify(match)}`;
  const read = handlerOf(listOf(source.filters).map(objectOf), { ...listener, chain });
  if ('refused' in read) return read;
  const named = { name: textOf(source.name) ?? '', match };
  if ('foreign' in socket) return { chain: { ...named, ...foreign(socket.foreign), ...named }, limits: [] };
  return { chain: { ...named, tls: socket.tls, handler: read.handler }, limits: read.limits };
}

function handlerOf(
  filters: readonly JsonObject[],
  listener: { readonly name: string; readonly address: Address; readonly chain: string },
): { readonly handler: ChainHandler; readonly limits: readonly InboundLimits[] } | { readonly refused: string } {
  const known = filters.filter((each) => !lookOn.test(textOf(each.name) ?? ''));
  const [only, ...more] = known;
  const [strange] = more;
  // A filter in front of the last one may decide (RBAC): to pass it over would let in what must stay outside.
  const first = strange === undefined ? only : (known.find((each) => !isTerminal(each)) ?? only);
  const filter = textOf(first?.name) ?? '';
  const config = objectOf(first?.typedConfig);
  const type = `${textOf(config['@type']) ?? ''} ${textOf(config.typeUrl) ?? ''}`;
  if (strange !== undefined || first === undefined) return { handler: { kind: 'foreign', filter }, limits: [] };
  if (/\.MetaProtocolProxy\b/.test(type)) return metaProtocolHandler(config, listener);
  if (/\.TcpProxy\b/.test(type)) return { handler: { kind: 'tcp', proxy: tcpProxy(config) }, limits: [] };
  return { handler: { kind: 'foreign', filter }, limits: [] };
}

function isTerminal(filter: JsonObject): boolean {
  return /meta_protocol_proxy|tcp_proxy|http_connection_manager/.test(textOf(filter.name) ?? '');
}

function tcpProxy(config: JsonObject): TcpProxy {
  const weighted = listOf(objectOf(config.weightedClusters).clusters).map(objectOf);
  const cluster = textOf(config.cluster);
  const idle = textOf(config.idleTimeout);
  return {
    statPrefix: textOf(config.statPrefix) ?? '',
    clusters:
      cluster === undefined
        ? weighted.map(({ name, weight }) => ({ name: textOf(name) ?? '', weight: numberOf(weight) ?? 0 }))
        : [{ name: cluster, weight: 1 }],
    idleTimeout: (idle === undefined ? undefined : protoMilliseconds(idle)) ?? IDLE,
  };
}

function matchOf(source: JsonObject): ChainMatch {
  const texts = (value: Json | undefined) => listOf(value).flatMap((each) => textOf(each) ?? []);
  const transport = textOf(source.transportProtocol);
  const sourceType = textOf(source.sourceType);
  return {
    destinationPort: numberOf(source.destinationPort),
    destinations: blocks(source.prefixRanges),
    serverNames: texts(source.serverNames),
    transport: transport === 'tls' || transport === 'raw_buffer' ? transport : undefined,
    alpn: texts(source.applicationProtocols),
    directSources: blocks(source.directSourcePrefixRanges),
    sourceType: sourceType === 'EXTERNAL' || sourceType === 'SAME_IP_OR_LOOPBACK' ? sourceType : undefined,
    sources: blocks(source.sourcePrefixRanges),
    sourcePorts: listOf(source.sourcePorts).flatMap((port) => numberOf(port) ?? []),
  };
}

function blocks(value: Json | undefined): readonly Block[] {
  return listOf(value).map((each) => {
    const { addressPrefix, prefixLen } = objectOf(each);
    return { address: textOf(addressPrefix) ?? '', bits: numberOf(prefixLen) ?? 0 };
  });
}
