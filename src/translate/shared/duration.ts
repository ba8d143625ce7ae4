const nanosecondsPer: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  '\u00b5s': 1_000n,
  '\u03bcs': 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const part = /^(?:(\d+)(?:\.(\d*))?|\.(\d+))(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/;
const maxDuration = 2n ** 63n - 1n;

/**
 * Reads a duration in Go's notation, as the Aeraki resources have it: `1m30s`, `250ms`, `1.5s`, `-2s`; `0` is zero and
 * any other bare number is wrong. Returns nanoseconds, or undefined for text that Go's time.ParseDuration refuses.
 */
export function parseGoDuration(text: string): bigint | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  let rest = text.slice(sign.length);
  if (rest === '0') {
    return 0n;
  }
  if (rest === '') {
    return undefined;
  }
  let total = 0n;
  while (rest !== '') {
    const match = part.exec(rest);
    const unit = match?.[4];
    const scale = unit === undefined ? undefined : nanosecondsPer[unit];
    if (match === null || scale === undefined) {
      return undefined;
    }
    const fraction = match[2] ?? match[3] ?? '';
    total += BigInt(match[1] ?? '0') * scale;
    if (fraction !== '') {
      // Go drops what is below a nanosecond.
      total += (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length);
    }
    if (total > maxDuration) {
      return undefined;
    }
    rest = rest.slice(match[0].length);
  }
  return sign === '-' ? -total : total;
}

/** Prints nanoseconds as protobuf JSON does: `60s`, `0.250s`, with 0, 3, 6 or 9 decimals. */
export function printDuration(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? '-' : '';
  const absolute = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const seconds = absolute / 1_000_000_000n;
  const rest = (absolute % 1_000_000_000n).toString().padStart(9, '0');
  const decimals = rest.replace(/(000)+$/, '');
  return `${sign}${seconds}${decimals === '' ? '' : `.${decimals}`}s`;
}

/** Go notation to protobuf JSON; undefined for text that is no duration. */
export function toProtoDuration(text: string): string | undefined {
  const nanoseconds = parseGoDuration(text);
  return nanoseconds === undefined ? undefined : printDuration(nanoseconds);
}
