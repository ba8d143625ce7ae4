import { parseDuration } from './parse.js';

/**
 * A duration of protobuf JSON (`"0.250s"`) in whole milliseconds; what is below one is dropped, as Envoy does. undefined
 * for text that is no duration.
 */
export function protoMilliseconds(text: string): number | undefined {
  const { nanoseconds } = parseDuration(text);
  return nanoseconds === undefined ? undefined : Number(nanoseconds / 1_000_000n);
}
