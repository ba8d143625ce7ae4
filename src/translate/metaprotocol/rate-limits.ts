import { toProtoDuration } from '../../envoy/duration/proto.js';
import type {
  GlobalRateLimitSpec,
  LocalRateLimitSpec,
  MetaRouteMatch,
  MetaRouter,
  TokenBucketSpec,
} from '../../model/aeraki.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';
import { headerMatchers } from '../shared/matchers.js';

const typePrefix = 'type.googleapis.com/aeraki.meta_protocol_proxy.filters.';

/** Stands for: an error has been reported, and the service gets no filters. */
export type Failed = undefined;

/**
 * The rate-limit filters of a MetaRouter, local before global, for the inbound proxy (translation.md section 6).
 */
export function rateLimitFilters(router: Resource<MetaRouter> | undefined, context: Context): JsonObject[] | Failed {
  const { localRateLimit, globalRateLimit, hosts } = router?.object.spec ?? {};
  const filters: JsonObject[] = [];
  if (router === undefined) {
    return filters;
  }
  if (localRateLimit !== undefined) {
    const config = localRateLimitConfig(localRateLimit, hosts?.[0] ?? '', router, context);
    if (config === undefined) {
      return undefined;
    }
    filters.push({
      name: 'aeraki.meta_protocol.filters.local_ratelimit',
      config: { '@type': `${typePrefix}local_ratelimit.v1alpha.LocalRateLimit`, ...config },
    });
  }
  if (globalRateLimit !== undefined) {
    const config = globalRateLimitConfig(globalRateLimit, router, context);
    if (config === undefined) {
      return undefined;
    }
    filters.push({
      name: 'aeraki.meta_protocol.filters.ratelimit',
      config: { '@type': `${typePrefix}ratelimit.v1alpha.RateLimit`, ...config },
    });
  }
  return filters;
}

function localRateLimitConfig(
  spec: LocalRateLimitSpec,
  statPrefix: string,
  router: Resource<MetaRouter>,
  context: Context,
): JsonObject | Failed {
  const pointer = '/spec/localRateLimit';
  const written = spec.conditions ?? [];
  if (spec.tokenBucket === undefined && written.length === 0) {
    context.report('AER0440', {}, { resource: router, pointer });
    return undefined;
  }
  const tokenBucket =
    spec.tokenBucket === undefined ? {} : bucket(spec.tokenBucket, `${pointer}/tokenBucket`, router, context);
  if (tokenBucket === undefined) {
    return undefined;
  }
  const conditions: JsonObject[] = [];
  for (const [i, condition] of written.entries()) {
    if (condition.tokenBucket === undefined) {
      continue;
    }
    const own = bucket(condition.tokenBucket, `${pointer}/conditions/${i}/tokenBucket`, router, context);
    if (own === undefined) {
      return undefined;
    }
    conditions.push({ match: routeMatch(condition.match), tokenBucket: own });
  }
  return {
    ...(statPrefix === '' ? {} : { statPrefix }),
    ...(spec.tokenBucket === undefined ? {} : { tokenBucket }),
    ...(conditions.length === 0 ? {} : { conditions }),
  };
}

function bucket(
  spec: TokenBucketSpec,
  pointer: string,
  router: Resource<MetaRouter>,
  context: Context,
): JsonObject | Failed {
  const { fillInterval, tokensPerFill, maxTokens } = spec;
  if (fillInterval === undefined) {
    context.report('AER0403', { field: 'fillInterval' }, { resource: router, pointer });
    return undefined;
  }
  // Corrected, D3 leaves tokensPerFill out, and the proxy's own default is 1.
  if (tokensPerFill === undefined && !context.options.fixed) {
    context.report('AER0403', { field: 'tokensPerFill' }, { resource: router, pointer });
    return undefined;
  }
  const interval = duration(fillInterval, `${pointer}/fillInterval`, router, context);
  if (interval === undefined) {
    return undefined;
  }
  return {
    ...(maxTokens ? { maxTokens } : {}),
    ...(tokensPerFill ? { tokensPerFill } : {}),
    fillInterval: interval,
  };
}

function globalRateLimitConfig(
  spec: GlobalRateLimitSpec,
  router: Resource<MetaRouter>,
  context: Context,
): JsonObject | Failed {
  const pointer = '/spec/globalRateLimit';
  const descriptors = spec.descriptors ?? [];
  if (descriptors.length === 0) {
    context.report('AER0441', {}, { resource: router, pointer });
    return undefined;
  }
  if (spec.requestTimeout === undefined && !context.options.fixed) {
    context.report('AER0402', {}, { resource: router, pointer });
    return undefined;
  }
  const timeout =
    spec.requestTimeout === undefined
      ? ''
      : duration(spec.requestTimeout, `${pointer}/requestTimeout`, router, context);
  if (timeout === undefined) {
    return undefined;
  }
  return {
    match: routeMatch(spec.match),
    ...(spec.domain ? { domain: spec.domain } : {}),
    // Corrected, D2 leaves the timeout to the proxy, whose default is 20 ms.
    ...(timeout === '' ? {} : { timeout }),
    ...(spec.denyOnFail ? { failureModeDeny: true } : {}),
    rateLimitService: {
      grpcService: { envoyGrpc: spec.rateLimitService ? { clusterName: spec.rateLimitService } : {} },
    },
    descriptors: descriptors.map(({ property, descriptorKey }) => ({
      ...(property ? { property } : {}),
      ...(descriptorKey ? { descriptorKey } : {}),
    })),
  };
}

function routeMatch(match: MetaRouteMatch | undefined): JsonObject {
  const metadata = headerMatchers(match);
  return metadata.length === 0 ? {} : { metadata: metadata as unknown as JsonObject[] };
}

function duration(text: string, pointer: string, router: Resource<MetaRouter>, context: Context): string | Failed {
  const value = toProtoDuration(text);
  if (value === undefined) {
    context.report('AER0433', { text }, { resource: router, pointer });
  }
  return value;
}
