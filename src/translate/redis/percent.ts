import type { JsonObject } from '../../model/envoy.js';

const maxInt64 = 2 ** 63;

/**
 * A percentage as Envoy's fraction of a million: truncated, and wrapped at 32 bits when it is out of range, as the
 * reference's conversion does (translation.md section 14).
 */
export function millionth(percentage: number): number {
  const numerator = Math.trunc(percentage * 10_000);
  if (!(Math.abs(numerator) < maxInt64)) return 0;
  return Number(BigInt.asUintN(32, BigInt(numerator)));
}

/** A `RuntimeFractionalPercent`; a numerator of 0 is the default and left out. */
export function runtimeFraction(percentage: number): JsonObject {
  const numerator = millionth(percentage);
  return { defaultValue: { ...(numerator === 0 ? {} : { numerator }), denominator: 'MILLION' } };
}
