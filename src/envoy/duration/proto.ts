import { parseDuration } from './parse.js';

/** Prints nanoseconds as protobuf JSON does: `60s`, `0.250s`, with 0, 3, 6 or 9 decimals. */
export function printDuration(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? '-' : '';
  const absolute = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const seconds = absolute / 1_000_000_000n;
  const decimals = (absolute % 1_000_000_000n)
    .toString()
    .padStart(9, '0')
    .replace(/(000)+$/, '');
  return `${sign}${seconds}${decimals === '' ? '' : `.${decimals}`}s`;
}

/** Go notation to protobuf JSON; undefined for text that is no duration. */
export function toProtoDuration(text: string): string | undefined {
  const { nanoseconds } = parseDuration(text);
  return nanoseconds === undefined ? undefined : printDuration(nanoseconds);
}
