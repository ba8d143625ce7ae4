import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { Address } from '../../envoy/address.js';
import type { Block, Chain, ChainMatch } from './config.js';

/** What chains are chosen by. */
export interface Incoming {
  readonly destination: Address;
  readonly source: Address;
  readonly transport: 'tls' | 'raw_buffer';
  readonly serverName: string | undefined;
  readonly alpn: readonly string[];
}

/** How well a match fits: -1 not at all, 0 it asks for nothing, more is more to the point. */
type Criterion = (match: ChainMatch, incoming: Incoming) => number;

/** In the order in which Envoy looks at them (config.listener.v3.FilterChainMatch). */
const criteria: readonly Criterion[] = [
  ({ destinationPort }, { destination }) => whole(destinationPort, (port) => port === destination.port),
  ({ destinations }, { destination }) => longestBlock(destinations, destination.host),
  ({ serverNames }, { serverName }) => longestName(serverNames, serverName),
  ({ transport }, incoming) => whole(transport, (asked) => asked === incoming.transport),
  ({ alpn }, incoming) => whole(listed(alpn), (asked) => asked.some((each) => incoming.alpn.includes(each))),
  ({ directSources }, { source }) => longestBlock(directSources, source.host),
  ({ sourceType }, { source, destination }) =>
    whole(sourceType, (asked) => (asked === 'SAME_IP_OR_LOOPBACK') === isLocal(source.host, destination.host)),
  ({ sources }, { source }) => longestBlock(sources, source.host),
  ({ sourcePorts }, { source }) => whole(listed(sourcePorts), (asked) => asked.includes(source.port)),
];

/**
 * The chain for a connection, as Envoy finds it: criterion after criterion only those stay that fit best, and there is no way
 * back, so that a chain for the right port shuts out one for all ports even where it then does not fit. Undefined: none.
 */
export function chooseChain<T extends Pick<Chain, 'match'>>(chains: readonly T[], incoming: Incoming): T | undefined {
  let left: readonly T[] = chains;
  for (const criterion of criteria) {
    const fits = left.map(({ match }) => criterion(match, incoming));
    const best = fits.reduce((most, fit) => Math.max(most, fit), -1);
    if (best < 0) return undefined;
    left = left.filter((_, at) => fits[at] === best);
  }
  return left[0];
}

function listed<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}

function whole<T>(asked: T | undefined, fits: (asked: T) => boolean): number {
  if (asked === undefined) return 0;
  return fits(asked) ? 1 : -1;
}

function longestBlock(blocks: readonly Block[] | undefined, host: string): number {
  const asked = listed(blocks);
  if (asked === undefined) return 0;
  // A block of no bits takes all of its family, and is still more to the point than none.
  return asked.reduce((most, block) => (contains(block, host) ? Math.max(most, block.bits + 1) : most), -1);
}

function contains({ address, bits }: Block, host: string): boolean {
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;
  if (family === undefined || (family === 'ipv4' ? !isIPv4(host) : !isIPv6(host))) return false;
  const list = new BlockList();
  list.addSubnet(address, bits, family);
  return list.check(host, family);
}

/** A name in full before `*.` with the longest rest. */
function longestName(names: readonly string[] | undefined, serverName: string | undefined): number {
  const asked = listed(names);
  if (asked === undefined) return 0;
  if (serverName === undefined) return -1;
  const lower = serverName.toLowerCase();
  const closeness = (name: string): number => {
    if (name === lower) return Number.MAX_SAFE_INTEGER;
    return name.startsWith('*.') && lower.endsWith(name.slice(1)) ? name.length : -1;
  };
  return asked.reduce((most, name) => Math.max(most, closeness(name.toLowerCase())), -1);
}

function isLocal(source: string, destination: string): boolean {
  return source === destination || source.startsWith('127.') || source === '::1';
}
