/** Nanoseconds in each unit of Go's notation; both micro signs count. */
const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  '\u00b5s': 1_000n,
  '\u03bcs': 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const limit = 2n ** 63n;
/** Characters; what is longer is read by nobody, and its digits would cost the square of their number. */
const longest = 1_000;

export type ParsedDuration =
  | { readonly nanoseconds: bigint; readonly reason?: undefined }
  | { readonly nanoseconds?: undefined; readonly reason: string };

/**
 * Reads a duration in Go's notation (`1m30s`, `250ms`, `-1.5h`; `0` is zero), as time.ParseDuration of Go's standard
 * library does; `reason` says why a text is none.
 */
export function parseDuration(text: string): ParsedDuration {
  const sign = /^[+-]/.test(text) ? text.charAt(0) : '';
  let rest = text.slice(sign.length);
  if (rest === '0') return { nanoseconds: 0n };
  if (rest === '') return { reason: 'it is empty' };
  if (rest.length > longest) return { reason: `it has ${text.length} characters, which no duration needs` };
  let total = 0n;
  while (rest !== '') {
    const part = /^(\d*)(?:\.(\d*))?([^.\d]*)/u.exec(rest);
    const [whole = '', integer = '', fraction = '', unit = ''] = part ?? [];
    if (integer === '' && fraction === '') return { reason: `a number is missing at "${rest}"` };
    if (unit === '') return { reason: `a unit is missing after "${whole}" (ns, us, ms, s, m or h)` };
    // Not what every object has: a unit may be called `__proto__`.
    const scale = Object.hasOwn(units, unit) ? units[unit] : undefined;
    if (scale === undefined) return { reason: `"${unit}" is not a unit (ns, us, ms, s, m or h)` };
    total += BigInt(integer || '0') * scale + fractionOf(fraction, scale);
    if (total > limit) return { reason: 'it is longer than 292 years' };
    rest = rest.slice(whole.length);
  }
  if (sign !== '-' && total === limit) return { reason: 'it is longer than 292 years' };
  return { nanoseconds: sign === '-' ? -total : total };
}

/** What is below a nanosecond is dropped, as Go does. */
function fractionOf(digits: string, scale: bigint): bigint {
  return digits === '' ? 0n : (BigInt(digits) * scale) / 10n ** BigInt(digits.length);
}
