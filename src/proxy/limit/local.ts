import { protoMilliseconds } from '../../envoy/duration/milliseconds.js';
import type { Attributes } from '../../match/attributes.js';
import { compileLimits, type Limit, type LocalRateLimit, type TokenBucket } from '../../match/limits.js';
import { compileMatcher } from '../../match/matcher.js';

/** The shortest fill interval that the proxy takes, in milliseconds. */
export const shortestFillInterval = 50;

export interface LocalVerdict {
  readonly allowed: boolean;
  /** The bucket that the request was counted in: `conditions[N]` or `tokenBucket`; undefined when it met none. */
  readonly bucket: string | undefined;
}

/** What is left in a bucket at a moment. */
export interface BucketState {
  readonly bucket: string;
  readonly tokens: number;
  readonly maxTokens: number;
}

/** The local rate limit of one proxy. */
export interface LocalLimiter {
  /** Counts a request; a token is taken only when there is one. */
  take(attributes: Attributes): LocalVerdict;
  /** All buckets in the order of the configuration, the service-wide one last. */
  state(): readonly BucketState[];
}

export type MadeLimiter =
  | { readonly limiter: LocalLimiter }
  /** Why the proxy refuses the configuration, in words. */
  | { readonly refused: string };

/**
 * The MetaProtocol local rate limit (data-plane.md). Buckets are full at the start. One timer fills all of them, with the
 * smallest interval of all; a bucket with a longer one is filled at the first tick at which its interval is over, so that
 * intervals are rounded up to a multiple of the smallest. There is no real timer here: what it would have done since the
 * last request is worked out when the next one comes, which is the same.
 * @param now a clock that never goes back, in milliseconds
 * @param start when the buckets were full
 */
export function localLimiter(config: LocalRateLimit, now: () => number, start = now()): MadeLimiter {
  const refused = refusal(config);
  if (refused !== undefined) return { refused };
  const sources = [
    ...(config.conditions ?? []).map(({ tokenBucket }, index) => ({
      name: `conditions[${index}]`,
      bucket: tokenBucket,
    })),
    { name: 'tokenBucket', bucket: config.tokenBucket },
  ].flatMap(({ name, bucket }) => (bucket === undefined ? [] : [{ name, bucket }]));
  const tick = Math.min(...sources.map(({ bucket }) => intervalOf(bucket)));
  const buckets = new Map(sources.map(({ name, bucket }) => [name, new Bucket(name, bucket, tick)]));
  const limits = compileLimits('', config, undefined);
  return {
    limiter: {
      take(attributes) {
        const [limit] = limits.applying(attributes);
        const bucket = limit === undefined ? undefined : buckets.get(nameOf(limit));
        if (bucket === undefined) return { allowed: true, bucket: undefined };
        bucket.fill(now() - start);
        return { allowed: bucket.take(), bucket: bucket.name };
      },
      state() {
        const elapsed = now() - start;
        return [...buckets.values()].map((bucket) => {
          bucket.fill(elapsed);
          return { bucket: bucket.name, tokens: bucket.tokens, maxTokens: bucket.maxTokens };
        });
      },
    },
  };
}

class Bucket {
  readonly maxTokens: number;
  readonly #tokensPerFill: number;
  /** Milliseconds between two fills: the interval, rounded up to whole ticks of the timer. */
  readonly #period: number;
  #fills = 0;
  tokens: number;

  constructor(
    readonly name: string,
    bucket: TokenBucket,
    tick: number,
  ) {
    this.maxTokens = bucket.maxTokens ?? 0;
    this.#tokensPerFill = bucket.tokensPerFill ?? 1;
    this.#period = Math.ceil(intervalOf(bucket) / tick) * tick;
    this.tokens = this.maxTokens;
  }

  /** Does what the timer did until `elapsed` milliseconds after the start. */
  fill(elapsed: number): void {
    const fills = Math.floor(elapsed / this.#period);
    if (fills <= this.#fills) return;
    this.tokens = Math.min(this.maxTokens, this.tokens + (fills - this.#fills) * this.#tokensPerFill);
    this.#fills = fills;
  }

  take(): boolean {
    if (this.tokens === 0) return false;
    this.tokens -= 1;
    return true;
  }
}

function nameOf(limit: Limit): string {
  return limit.type === 'local' ? limit.bucket : '';
}

function intervalOf({ fillInterval }: TokenBucket): number {
  return protoMilliseconds(fillInterval ?? '') ?? 0;
}

/** What the proxy refuses: the timer's lower bound, and the rules of TokenBucket and of header matchers. */
function refusal({ tokenBucket, conditions = [] }: LocalRateLimit): string | undefined {
  if (tokenBucket === undefined && conditions.length === 0) return 'it has neither a token bucket nor conditions';
  if (tokenBucket !== undefined) {
    const reason = refusalOfBucket(tokenBucket);
    if (reason !== undefined) return `the token bucket of the service ${reason}`;
  }
  for (const [index, condition] of conditions.entries()) {
    const reason = condition.tokenBucket === undefined ? 'has no token bucket' : refusalOfBucket(condition.tokenBucket);
    if (reason !== undefined) return `conditions[${index}] ${reason}`;
    for (const matcher of condition.match?.metadata ?? []) {
      const { refused } = compileMatcher(matcher);
      if (refused !== undefined) return `conditions[${index}], attribute ${matcher.name}: ${refused}`;
    }
  }
  return undefined;
}

function refusalOfBucket(bucket: TokenBucket): string | undefined {
  const { fillInterval, maxTokens, tokensPerFill } = bucket;
  if (fillInterval === undefined) return 'has no fill interval';
  if (protoMilliseconds(fillInterval) === undefined)
    return `has the fill interval ${fillInterval}, which is no duration`;
  const interval = intervalOf(bucket);
  if (interval < shortestFillInterval) {
    return `is filled every ${interval} ms; the proxy takes ${shortestFillInterval} ms or more`;
  }
  if (!isPositive(maxTokens ?? 0)) return `holds ${maxTokens ?? 0} tokens; it must hold at least 1`;
  if (!isPositive(tokensPerFill ?? 1)) return `gets ${tokensPerFill} tokens a fill; it must get at least 1`;
  return undefined;
}

function isPositive(count: number): boolean {
  return Number.isInteger(count) && count > 0;
}
