/**
 * YAML scalars as `sigs.k8s.io/yaml` v1.6 (go-yaml v2) resolves them; test/load/goyaml holds this against the library.
 * Pure functions of the scalar's text, because they run for every plain scalar of the input.
 */

export type Scalar = string | number | boolean | null;

const TRUE = ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'];
const FALSE = ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'];
const WORDS: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ...TRUE.map((word) => [word, true] as const),
  ...FALSE.map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
]);
/** The longest word above. */
const LONGEST_WORD = 5;

const DECIMAL = /^[-+]?(?:0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** A float that begins with a dot goes to Go's ParseFloat unfiltered, which takes an underscore between digits. */
const DOT_FLOAT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
/** Integers as Go's ParseInt with base 0 takes them. */
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|0[bB]([01]+)|(0|[1-9][0-9]*))$/;
/** go-yaml's own attempt at binary takes a sign behind the prefix too. */
const SIGNED_BINARY = /^0b([-+][01]+)$/;

const MAX_UINT64 = 2n ** 64n - 1n;
const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;

/** The value of a plain, untagged scalar. NaN and the infinities are given as such; JSON has no place for them. */
export function resolvePlain(text: string): Scalar {
  const first = text.charCodeAt(0);
  // Digits and signs.
  if ((first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2b) return resolveNumber(text);
  if (text.length > LONGEST_WORD && first !== 0x2e) return text;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  return first === 0x2e && DOT_FLOAT.test(text) ? floatOr(text.replaceAll('_', ''), text) : text;
}

function resolveNumber(text: string): Scalar {
  if (DECIMAL.test(text)) return text.length < 16 ? Number(text) + 0 : integerOrFloat(text, text);
  const word = WORDS.get(text);
  return word !== undefined ? word : integerOrFloat(text.replaceAll('_', ''), text);
}

function integerOrFloat(plain: string, text: string): Scalar {
  const integer = parseInteger(plain);
  if (integer !== undefined) return Number(integer);
  return FLOAT.test(plain) ? floatOr(plain, text) : text;
}

/** Go refuses a float that is out of range, and what no number takes stays a string. */
function floatOr(plain: string, text: string): Scalar {
  const value = Number(plain);
  return Number.isFinite(value) ? value : text;
}

function moveSign(_: string, digits: string): string {
  return `${digits[0]}0b${digits.slice(1)}`;
}

/** An integer within int64 or uint64, else undefined. */
function parseInteger(plain: string): bigint | undefined {
  const match = INTEGER.exec(plain.replace(SIGNED_BINARY, moveSign));
  if (match === null) return undefined;
  const [, sign, hex, octal, binary, decimal] = match;
  const digits =
    hex !== undefined
      ? `0x${hex}`
      : octal !== undefined
        ? `0o${octal}`
        : binary !== undefined
          ? `0b${binary}`
          : decimal;
  const magnitude = BigInt(digits ?? '0');
  const value = sign === '-' ? -magnitude : magnitude;
  // ParseUint takes no sign, so a signed number has to fit int64.
  return value >= MIN_INT64 && value <= (sign === '' ? MAX_UINT64 : MAX_INT64) ? value : undefined;
}

/**
 * What a plain scalar is as a key: integers, floats and booleans become strings. undefined: Kubernetes refuses it
 * (null, and integers above int64).
 */
export function plainKey(text: string): string | undefined {
  const value = resolvePlain(text);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value === null) return undefined;
  const integer = parseInteger(text.replaceAll('_', ''));
  if (integer !== undefined) return integer > MAX_INT64 ? undefined : String(integer);
  return floatKey(value);
}

/** A float as a key: Go's FormatFloat(value, 'g', -1, 32), with YAML's words for what is not finite. */
export function floatKey(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  let digits = 0;
  let text = '';
  do text = single.toExponential(digits++);
  while (Math.fround(Number(text)) !== single && digits < 17);
  const [mantissa = '', exponentText = '0'] = text.split('e');
  const exponent = Number(exponentText);
  // Go's rule for 'g' with the shortest precision: an exponent below -4 or from 6 on is written out.
  if (exponent < -4 || exponent >= 6) {
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${size}`;
  }
  return placePoint(mantissa, exponent);
}

function placePoint(mantissa: string, exponent: number): string {
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/g, '');
  const sign = negative ? '-' : '';
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}

/** What YAML 1.2's core schema makes of a plain scalar. */
export function resolveCore(text: string): Scalar {
  if (/^(?:|~|null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(text) || FLOAT.test(text)) return Number(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? Number.NaN : text;
}

/**
 * Whether YAML 1.2 reads a plain scalar as something else than Kubernetes does, given what Kubernetes makes of it.
 * The cases that nearly every scalar is come first.
 */
export function readsDifferently(text: string, value: Scalar): boolean {
  if (typeof value === 'string') {
    // Only a number that is out of range is a string here and a number there; nothing to warn of.
    return false;
  }
  if (typeof value === 'number' && DECIMAL.test(text)) return false;
  return !Object.is(resolveCore(text), value) && !(value === 0 && resolveCore(text) === 0);
}
