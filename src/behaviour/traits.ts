import type { ProxyVersion } from './version.js';

/**
 * In what a MetaProtocol proxy deviates from what one would think. Everything that depends on a version stands here and is
 * asked for by name; nothing else in the program compares versions. What is said of the real proxy was read in its source
 * (docs/adr/0083).
 */
export interface ProxyTraits {
  readonly version: ProxyVersion;
  /** A route's responseMutation reaches the client. */
  readonly mutatesResponses: boolean;
  /** Messages that want no answer are counted and dropped. */
  readonly dropsOneWay: boolean;
  /** Codecs (full names) that do not see that a message wants no answer: it is sent on, and an answer waited for. */
  readonly waitsForOneWay: ReadonlySet<string>;
  /** Codecs (full names) that write nothing where they should write an error. */
  readonly emptyErrors: ReadonlySet<string>;
  /** What the codec does with messages that it does not read as it should; undefined: it reads them all. */
  readonly reads: CodecReading | undefined;
  /** Hash policies and rate limit descriptors find an attribute in its own spelling only. Matchers never care. */
  readonly exactNames: boolean;
  /** Limits are counted in the sidecar of each endpoint; else once for the service. */
  readonly limitsPerEndpoint: boolean;
  /** Copies are sent before the limits of the service are asked. */
  readonly mirrorsBeforeLimits: boolean;
  /** `x-request-id` is made before a route is chosen, so that rules see it. */
  readonly requestIdBeforeRoute: boolean;
  /**
   * Requests get `x-request-id` on their way, in the sidecar of the client `x-envoy-peer-metadata` and its id, and the
   * headers of a trace.
   */
  readonly addsHeaders: boolean;
  /** Codecs (full names) whose answers get the two of metadata exchange in the sidecar of the server. */
  readonly metadataInAnswers: ReadonlySet<string>;
  /** Mutations reach the frame that opens a stream. */
  readonly mutatesStreams: boolean;
  /** A request that could not be sent goes to another endpoint, and an endpoint that cannot be reached rests. */
  readonly triesOthers: boolean;
  /** An answer is waited for as long as `--timeout` says by default; else for ever. */
  readonly timesOut: boolean;
  /** Requests share upstream connections, numbered anew, where the protocol has ids. */
  readonly sharesConnections: boolean;
  /** A client that has ended its side still gets its answers. */
  readonly answersHalfClosed: boolean;
  /** Access log and counters in the proxy's own way; else as Envoy has them for HTTP. */
  readonly ownTelemetry: boolean;
  /** A mirror without a fraction, as another control plane may send it, copies everything; else nothing. */
  readonly mirrorsWithoutFraction: boolean;
}

/** How far a codec of the real proxy reads. */
export interface CodecReading {
  /** Dubbo results that are no strings with attachments, and no null, end in an error or in a crash (since 1.4.0). */
  readonly stringResultsOnly: boolean;
}

const DUBBO = 'aeraki.meta_protocol.codec.dubbo';
const TRPC = 'aeraki.meta_protocol.codec.trpc';
const none: ReadonlySet<string> = new Set();

const ideal: ProxyTraits = {
  version: 'ideal',
  mutatesResponses: true,
  dropsOneWay: false,
  waitsForOneWay: none,
  emptyErrors: none,
  reads: undefined,
  exactNames: false,
  limitsPerEndpoint: false,
  mirrorsBeforeLimits: false,
  requestIdBeforeRoute: true,
  addsHeaders: false,
  metadataInAnswers: none,
  mutatesStreams: true,
  triesOthers: true,
  timesOut: true,
  sharesConnections: true,
  answersHalfClosed: true,
  ownTelemetry: false,
  mirrorsWithoutFraction: true,
};

/** What no release has changed. */
const real: Omit<ProxyTraits, 'version' | 'emptyErrors' | 'reads' | 'metadataInAnswers'> = {
  mutatesResponses: false,
  dropsOneWay: true,
  waitsForOneWay: new Set([TRPC]),
  exactNames: true,
  limitsPerEndpoint: true,
  mirrorsBeforeLimits: true,
  requestIdBeforeRoute: false,
  addsHeaders: true,
  mutatesStreams: false,
  triesOthers: false,
  timesOut: false,
  sharesConnections: false,
  answersHalfClosed: false,
  ownTelemetry: true,
  mirrorsWithoutFraction: false,
};

const since14 = {
  emptyErrors: new Set([DUBBO]),
  reads: { stringResultsOnly: true },
  metadataInAnswers: new Set([DUBBO, TRPC]),
} as const;

const table: Readonly<Record<ProxyVersion, ProxyTraits>> = {
  '1.3': {
    ...real,
    version: '1.3',
    emptyErrors: none,
    reads: { stringResultsOnly: false },
    metadataInAnswers: new Set([TRPC]),
  },
  '1.4': { ...real, version: '1.4', ...since14 },
  head: { ...real, version: 'head', ...since14 },
  ideal,
};

/** Whether a message that wants no answer is thrown away: `codec` is its codec's full name. */
export function drops({ dropsOneWay, waitsForOneWay }: ProxyTraits, codec: string | undefined): boolean {
  return dropsOneWay && !(codec !== undefined && waitsForOneWay.has(codec));
}

export function traitsOf(version: ProxyVersion): ProxyTraits {
  return table[version];
}
