import { toProtoDuration } from '../../envoy/duration/proto.js';
import type { RedisService, RedisSettings } from '../../model/aeraki.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';

/** Outbound and inbound time limit of an operation, where none is set. */
export const outboundTimeout = '60s';
export const inboundTimeout = '3600s';

/** MASTER is Envoy's default and left out; PREFER_REPLICA becomes PREFER_MASTER in the reference (D4). */
function readPolicy(settings: RedisSettings, service: Resource<RedisService>, context: Context): JsonObject {
  const { readPolicy: policy = 'MASTER' } = settings;
  if (policy === 'MASTER') return {};
  if (policy !== 'PREFER_REPLICA' || context.options.fixed) return { readPolicy: policy };
  context.report('AER0404', {}, { resource: service, pointer: '/spec/settings/readPolicy' });
  return { readPolicy: 'PREFER_MASTER' };
}

/**
 * `ConnPoolSettings` of the outbound proxy (translation.md section 11). `caseInsensitive` and
 * `maxUpstreamUnknownConnections` are not carried over; what is at its default is left out.
 */
export function connectionPoolSettings(service: Resource<RedisService>, context: Context): JsonObject {
  const settings = service.object.spec?.settings;
  if (settings === undefined) return { opTimeout: outboundTimeout };
  const opTimeout = settings.opTimeout === undefined ? undefined : toProtoDuration(settings.opTimeout);
  const flush = settings.bufferFlushTimeout === undefined ? undefined : toProtoDuration(settings.bufferFlushTimeout);
  const size = settings.maxBufferSizeBeforeFlush ?? 0;
  return {
    opTimeout: opTimeout ?? outboundTimeout,
    ...(settings.enableHashtagging === true ? { enableHashtagging: true } : {}),
    ...(settings.enableRedirection === true ? { enableRedirection: true } : {}),
    ...(settings.enableCommandStats === true ? { enableCommandStats: true } : {}),
    ...(size === 0 ? {} : { maxBufferSizeBeforeFlush: size }),
    ...(flush === undefined ? {} : { bufferFlushTimeout: flush }),
    ...readPolicy(settings, service, context),
  };
}
