import type {
  GlobalRateLimitSpec,
  LocalRateLimitSpec,
  MetaRouterSpec,
  TokenBucketSpec,
} from '../../../model/aeraki.js';
import type { ChangeKind } from '../difference.js';
import { matchWords } from './match-words.js';

export interface LimitChange {
  readonly change: ChangeKind;
  readonly text: string;
}

/** What became of the limits of a MetaRouter: `new limit 100/s on method=pay`. */
export function limitChanges(before: MetaRouterSpec, after: MetaRouterSpec): readonly LimitChange[] {
  const [old, now] = [limitsOf(before), limitsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((on): readonly LimitChange[] => {
    const [was, is] = [old.get(on), now.get(on)];
    if (was === is) return [];
    if (was === undefined) return [{ change: 'added', text: `new limit ${is} on ${on}` }];
    if (is === undefined) return [{ change: 'removed', text: `no limit any more on ${on} (was ${was})` }];
    return [{ change: 'changed', text: `limit on ${on} ${was} → ${is}` }];
  });
}

/** The limits in words, by what they count. */
function limitsOf({ localRateLimit, globalRateLimit }: MetaRouterSpec): ReadonlyMap<string, string> {
  return new Map([...localLimits(localRateLimit ?? {}), ...globalLimits(globalRateLimit)]);
}

function localLimits({ tokenBucket, conditions = [] }: LocalRateLimitSpec): readonly (readonly [string, string])[] {
  const named = conditions.map((each) => [matchWords(each.match), bucketWords(each.tokenBucket ?? {})] as const);
  return tokenBucket === undefined ? named : [...named, ['everything', bucketWords(tokenBucket)]];
}

/** Tokens come in at a rate, and as many as there is room for may be used at once. */
function bucketWords({ fillInterval = '', maxTokens = 0, tokensPerFill = 1 }: TokenBucketSpec): string {
  const unit = { '1s': '/s', '60s': '/min', '1m': '/min', '1m0s': '/min', '3600s': '/h', '1h': '/h' }[fillInterval];
  const rate = `${tokensPerFill}${unit ?? ` per ${fillInterval}`}`;
  return maxTokens === tokensPerFill ? rate : `${rate} (at most ${maxTokens} at once)`;
}

function globalLimits(limit: GlobalRateLimitSpec | undefined): readonly (readonly [string, string])[] {
  if (limit === undefined) return [];
  const { domain = '', match, rateLimitService = '', descriptors = [], denyOnFail = false, requestTimeout } = limit;
  const keys = descriptors.map(({ property, descriptorKey }) => `${descriptorKey ?? ''}=${property ?? ''}`).join(', ');
  const details = [
    `of ${rateLimitService}, domain ${domain}`,
    ...(keys === '' ? [] : [`by ${keys}`]),
    ...(denyOnFail ? ['refusing when it does not answer'] : []),
    ...(requestTimeout === undefined ? [] : [`asked for ${requestTimeout}`]),
  ];
  return [[`${matchWords(match)} (global)`, details.join(', ')]];
}
