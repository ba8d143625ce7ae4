import { parseDuration } from '../../envoy/duration/parse.js';
import { enumShapes, messageShapes } from './generated/shape.js';

/** A decoded message: values by the field's JSON name; absent is unset. A duration is in nanoseconds. */
export type Decoded = Readonly<Record<string, unknown>>;

type Shapes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Decodes a message of Istio's mesh configuration as Istio's decoder does (jsonpb of github.com/golang/protobuf 1.5,
 * unknown fields allowed): a field may have its protobuf name or its JSON name, of which the latter counts where both
 * stand; null is an absent field; a number may stand in quotes; NaN and the infinities are words in quotes; durations
 * are in Go's notation.
 */
export class MeshDecoder {
  readonly #messages = JSON.parse(messageShapes) as Shapes;
  readonly #enums = JSON.parse(enumShapes) as Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What does not fit, each as `path: reason`. */
  readonly problems: string[] = [];

  /** `name` is that of a message in the generated shape; `path` is where the value stands, for the problems. */
  message(name: string, value: unknown, path = ''): Decoded {
    if (value === null) return {};
    if (!isObject(value)) {
      this.#refuse(path, 'a mapping is wanted');
      return {};
    }
    const decoded: Record<string, unknown> = {};
    for (const [field, type] of Object.entries(this.#messages[name] ?? {})) {
      const key = jsonName(field);
      const written = Object.hasOwn(value, key) ? key : field;
      const raw = Object.hasOwn(value, written) ? value[written] : undefined;
      if (raw === undefined || raw === null) continue;
      decoded[key] = this.#value(type, raw, path === '' ? written : `${path}.${written}`);
    }
    return decoded;
  }

  #value(type: string, value: unknown, path: string): unknown {
    if (type.startsWith('[]')) {
      if (!Array.isArray(value)) return this.#refuse(path, 'a list is wanted');
      return value.map((item: unknown, i) => this.#single(type.slice(2), item, `${path}[${i}]`));
    }
    if (type.startsWith('{}')) {
      if (!isObject(value)) return this.#refuse(path, 'a mapping is wanted');
      const entries = Object.entries(value).map(
        ([key, item]) => [key, this.#single(type.slice(2), item, `${path}.${key}`)] as const,
      );
      return Object.fromEntries(entries);
    }
    return this.#single(type, value, path);
  }

  #single(type: string, value: unknown, path: string): unknown {
    if (type.startsWith('=')) return this.#enum(type.slice(1), value, path);
    const scalar = scalarOf[type];
    if (scalar === undefined) return this.message(type, value, path);
    if (value === null && type !== 'Duration') return undefined;
    const decoded = scalar.decode(value);
    return decoded === undefined ? this.#refuse(path, `${scalar.wanted} is wanted`) : decoded;
  }

  #enum(name: string, value: unknown, path: string): unknown {
    const numbers = this.#enums[name] ?? {};
    if (value === null) return 0;
    if (typeof value === 'number' && fits(value, 32, true)) return value;
    const number = typeof value === 'string' && Object.hasOwn(numbers, value) ? numbers[value] : undefined;
    return number ?? this.#refuse(path, `one of ${Object.keys(numbers).join(', ')} is wanted`);
  }

  #refuse(path: string, reason: string): undefined {
    this.problems.push(path === '' ? reason : `${path}: ${reason}`);
  }
}

interface Scalar {
  /** In words, with its article. */
  readonly wanted: string;
  /** undefined for what does not fit. */
  decode(value: unknown): unknown;
}

const text: Scalar = { wanted: 'text', decode: (value) => (typeof value === 'string' ? value : undefined) };
const truth: Scalar = {
  wanted: 'true or false without quotes',
  decode: (value) => (typeof value === 'boolean' ? value : undefined),
};
const bytes: Scalar = {
  wanted: 'base64 text',
  decode: (value) => (typeof value === 'string' && /^[A-Za-z0-9+/\r\n]*={0,2}$/.test(value) ? value : undefined),
};

const nonFinite: ReadonlyMap<unknown, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);
const float: Scalar = { wanted: 'a number', decode: (value) => nonFinite.get(value) ?? numberOf(value) };

function integer(bits: number, signed: boolean): Scalar {
  const decode = (value: unknown) => {
    // Go refuses a point or an exponent in an integer even where the value is whole; YAML has made the number already.
    if (typeof value === 'string' && /[.eE]/.test(value)) return undefined;
    const number = numberOf(value);
    return number !== undefined && fits(number, bits, signed) ? number : undefined;
  };
  return { wanted: `a whole number of ${bits} bits${signed ? '' : ' and no sign'}`, decode };
}

const duration: Scalar = {
  wanted: 'a duration such as 10s or 250ms',
  decode: (value) => (typeof value === 'string' ? parseDuration(value).nanoseconds : value === null ? 0n : undefined),
};

const anything: Scalar = { wanted: 'any value', decode: (value) => value ?? 0 };
const object: Scalar = { wanted: 'a mapping', decode: (value) => (isObject(value) ? value : undefined) };

const scalarOf: Readonly<Record<string, Scalar>> = {
  string: text,
  StringValue: text,
  bool: truth,
  BoolValue: truth,
  bytes,
  BytesValue: bytes,
  float,
  DoubleValue: float,
  FloatValue: float,
  int32: integer(32, true),
  Int32Value: integer(32, true),
  uint32: integer(32, false),
  UInt32Value: integer(32, false),
  int64: integer(64, true),
  Int64Value: integer(64, true),
  uint64: integer(64, false),
  UInt64Value: integer(64, false),
  Duration: duration,
  Struct: object,
  Value: anything,
};

/** A number, or one in quotes: JSON's notation with blanks around it, or `null`, which is 0 to Go's decoder. */
function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const trimmed = value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  if (trimmed === 'null') return 0;
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(trimmed)) return undefined;
  const number = Number(trimmed);
  return Number.isFinite(number) ? number : undefined;
}

function fits(value: number, bits: number, signed: boolean): boolean {
  const low = signed ? -(2 ** (bits - 1)) : 0;
  return Number.isInteger(value) && value >= low && value < 2 ** (signed ? bits - 1 : bits);
}

/** The JSON name of a field, by protobuf's rule: `access_log_file` is `accessLogFile`. */
function jsonName(field: string): string {
  return field.replace(/_+(.)/g, (_, letter: string) => letter.toUpperCase());
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
