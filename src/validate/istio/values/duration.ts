import { parseDuration } from '../../../envoy/duration/parse.js';
import type { Report } from '../rule.js';

const millisecond = 1_000_000n;

/** AER1111: Istio's durations are at least 1 ms, and whole milliseconds. */
export function checkDuration(text: string | undefined, pointer: string, report: Report): void {
  if (text === undefined) return;
  const { nanoseconds, reason } = parseDuration(text);
  let why: string | undefined;
  if (nanoseconds === undefined) why = reason;
  else if (nanoseconds < millisecond) why = 'it is shorter than 1ms';
  else if (nanoseconds % millisecond !== 0n) why = 'it is not a whole number of milliseconds';
  if (why !== undefined) report('AER1111', pointer, { found: text, why });
}

/** Whole milliseconds of a duration, cut; 0 for a text that is none. */
export function milliseconds(text: string): bigint {
  return (parseDuration(text).nanoseconds ?? 0n) / millisecond;
}

/** AER1111 for a duration that may have any value, but must be one. */
export function checkReadable(text: string | undefined, pointer: string, report: Report): void {
  if (text === undefined) return;
  const { reason } = parseDuration(text);
  if (reason !== undefined) report('AER1111', pointer, { found: text, why: reason });
}
