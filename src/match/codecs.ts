import type { Attributes } from './attributes.js';

/** What a codec of the MetaProtocol proxy gives a rule to work with (data-plane.md, table of codecs). */
export interface CodecFacts {
  /** Names (lower case) of the attributes that a request can have; undefined: any. */
  readonly attributes: ReadonlySet<string> | undefined;
  /** Whether a mutation reaches the message; undefined: not known. */
  readonly mutates: boolean | undefined;
  /** Whether the proxy can answer a request that no route takes; undefined: not known. */
  readonly replies: boolean | undefined;
}

/** Attributes that the proxy adds itself, whatever the codec. */
const ADDED = ['x-meta-protocol-application-protocol', 'x-meta-protocol-real-server-address', 'x-request-id'];

const PREFIX = 'aeraki.meta_protocol.codec.';

const builtIn: ReadonlyMap<string, CodecFacts> = new Map([
  [`${PREFIX}dubbo`, { attributes: undefined, mutates: true, replies: true }],
  [`${PREFIX}thrift`, { attributes: new Set(['method', ...ADDED]), mutates: false, replies: true }],
  [`${PREFIX}trpc`, { attributes: undefined, mutates: true, replies: true }],
  [`${PREFIX}brpc`, { attributes: new Set(ADDED), mutates: false, replies: false }],
]);

/** What the filters of Envoy itself match on, in the place of a codec: the whole of it for Redis. */
const native: ReadonlyMap<string, CodecFacts> = new Map([
  ['envoy.filters.network.dubbo_proxy', { attributes: undefined, mutates: false, replies: true }],
  ['envoy.filters.network.thrift_proxy', { attributes: undefined, mutates: false, replies: true }],
  ['envoy.filters.network.redis_proxy', { attributes: new Set(['key']), mutates: false, replies: true }],
]);

/** The codecs that the MetaProtocol proxy has, by their full names. */
export const builtInCodecs: readonly string[] = [...builtIn.keys()];

const unknown: CodecFacts = { attributes: undefined, mutates: undefined, replies: undefined };

/** @param codec its full name, `aeraki.meta_protocol.codec.dubbo`; a private or unknown one is open in every respect */
export function codecFacts(codec: string | undefined): CodecFacts {
  return (codec === undefined ? undefined : (builtIn.get(codec) ?? native.get(codec))) ?? unknown;
}

/** The attributes that are left of a request once the codec has made them, and the names of those it cannot make. */
export function seenBy(facts: CodecFacts, attributes: Attributes): { seen: Attributes; lost: readonly string[] } {
  const { attributes: known } = facts;
  if (known === undefined) return { seen: attributes, lost: [] };
  const seen = new Map([...attributes].filter(([name]) => known.has(name)));
  return { seen, lost: [...attributes.keys()].filter((name) => !known.has(name)) };
}
