import { toProtoDuration } from '../../envoy/duration/proto.js';
import type { RedisFault, RedisService } from '../../model/aeraki.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';
import { runtimeFraction } from './percent.js';

/** One fault as Envoy's RedisFault; `percentage` is in percent. DELAY is the default type and left out. */
function redisFault(fault: RedisFault, percentage: number): JsonObject {
  const delay = fault.delay === undefined ? undefined : toProtoDuration(fault.delay);
  return {
    ...(fault.type === 'ERROR' ? { faultType: 'ERROR' } : {}),
    faultEnabled: runtimeFraction(percentage),
    ...(delay === undefined ? {} : { delay }),
    ...(fault.commands !== undefined && fault.commands.length > 0 ? { commands: fault.commands } : {}),
  };
}

/**
 * The faults of a RedisService. Undefined where the reference crashes on one without a percentage (D25), which has been
 * reported; corrected, it counts as 100 %.
 */
export function redisFaults(service: Resource<RedisService>, context: Context): readonly JsonObject[] | undefined {
  const faults = service.object.spec?.faults ?? [];
  const incomplete = faults.findIndex((fault) => fault.percentage === undefined);
  if (incomplete >= 0 && !context.options.fixed) {
    const what = `fault ${incomplete} without \`percentage\``;
    const result = 'No filter is made for the service.';
    context.report('AER0425', { what, result }, { resource: service, pointer: `/spec/faults/${incomplete}` });
    return undefined;
  }
  return faults.map((fault) => redisFault(fault, fault.percentage === undefined ? 100 : (fault.percentage.value ?? 0)));
}
