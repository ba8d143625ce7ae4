import type { HeaderMatcher } from '../model/envoy.js';
import type { Attributes } from './attributes.js';
import { compileMatcher, type Matcher } from './matcher.js';

/** A token bucket as the filter has it; `fillInterval` in protobuf JSON (`"0.250s"`). */
export interface TokenBucket {
  readonly maxTokens?: number;
  readonly tokensPerFill?: number;
  readonly fillInterval?: string;
}

/** The config of the local rate limit filter, as far as a decision needs it. */
export interface LocalRateLimit {
  /** Names the filter's statistics; no decision looks at it. */
  readonly statPrefix?: string;
  readonly tokenBucket?: TokenBucket;
  readonly conditions?: readonly {
    readonly match?: { readonly metadata?: readonly HeaderMatcher[] };
    readonly tokenBucket?: TokenBucket;
  }[];
}

/** The config of the global rate limit filter, as far as a decision needs it. */
export interface GlobalRateLimit {
  readonly match?: { readonly metadata?: readonly HeaderMatcher[] };
  readonly domain?: string;
  readonly timeout?: string;
  readonly failureModeDeny?: boolean;
  readonly rateLimitService?: { readonly grpcService?: { readonly envoyGrpc?: { readonly clusterName?: string } } };
  readonly descriptors?: readonly { readonly property?: string; readonly descriptorKey?: string }[];
}

/** A limit that a request counts against, as `route -o json` prints it. */
export type Limit =
  | {
      readonly type: 'local';
      readonly host: string;
      /** `conditions[N]` (N from 0), or `tokenBucket`, the service-wide one. */
      readonly bucket: string;
      readonly maxTokens: number;
      readonly tokensPerFill: number;
      readonly fillInterval: string;
    }
  | {
      readonly type: 'global';
      readonly host: string;
      readonly domain: string;
      readonly rateLimitService: string;
      /** What the proxy asks about: a key and this request's value. */
      readonly descriptors: readonly { readonly key: string; readonly value: string }[];
      /** Whether a rate-limit service that fails or is slow refuses the request. */
      readonly denyOnFail: boolean;
    };

/** The limits of one service's sidecar, compiled. */
export interface CompiledLimits {
  /**
   * Those that a request with these attributes counts against, in the order of the filters. `spelt`: descriptors find an
   * attribute by its own spelling there; without it they do not care for case.
   */
  applying(attributes: Attributes, spelt?: Attributes): readonly Limit[];
  /** The attributes whose values the descriptors of the global limit have, as the rule writes them. */
  readonly properties: readonly string[];
}

/**
 * Compiles the limits of the service `host`. Local: the first condition that matches uses its own bucket, else the
 * service-wide one is used if there is one. Global: without a match, or with an empty one, nothing is ever asked
 * (data-plane.md).
 */
export function compileLimits(
  host: string,
  local: LocalRateLimit | undefined,
  global: GlobalRateLimit | undefined,
): CompiledLimits {
  const conditions = (local?.conditions ?? []).map(({ match, tokenBucket }, index) => ({
    matchers: (match?.metadata ?? []).map(compileMatcher),
    limit: localLimit(host, `conditions[${index}]`, tokenBucket ?? {}),
  }));
  const everyone = local?.tokenBucket === undefined ? undefined : localLimit(host, 'tokenBucket', local.tokenBucket);
  const asked = (global?.match?.metadata ?? []).map(compileMatcher);
  return {
    properties: (global?.descriptors ?? []).flatMap(({ property }) => property ?? []),
    applying(attributes, spelt) {
      const counted = conditions.find(({ matchers }) => matchAll(matchers, attributes))?.limit ?? everyone;
      const asks = global !== undefined && asked.length > 0 && matchAll(asked, attributes);
      return [
        ...(counted === undefined ? [] : [counted]),
        ...(asks ? [globalLimit(host, global, attributes, spelt)] : []),
      ];
    },
  };
}

function matchAll(matchers: readonly Matcher[], attributes: Attributes): boolean {
  return matchers.every((matcher) => {
    const value = attributes.get(matcher.attribute);
    return value !== undefined && matcher.test(value);
  });
}

function localLimit(host: string, bucket: string, { maxTokens, tokensPerFill, fillInterval }: TokenBucket): Limit {
  return {
    type: 'local',
    host,
    bucket,
    maxTokens: maxTokens ?? 0,
    // The proxy's default.
    tokensPerFill: tokensPerFill ?? 1,
    fillInterval: fillInterval ?? '0s',
  };
}

function globalLimit(host: string, limit: GlobalRateLimit, attributes: Attributes, spelt?: Attributes): Limit {
  const find = (property: string) =>
    spelt === undefined ? attributes.get(property.toLowerCase()) : spelt.get(property);
  return {
    type: 'global',
    host,
    domain: limit.domain ?? '',
    rateLimitService: limit.rateLimitService?.grpcService?.envoyGrpc?.clusterName ?? '',
    descriptors: (limit.descriptors ?? []).map(({ property, descriptorKey }) => ({
      key: descriptorKey ?? '',
      value: find(property ?? '') ?? '',
    })),
    denyOnFail: limit.failureModeDeny ?? false,
  };
}
