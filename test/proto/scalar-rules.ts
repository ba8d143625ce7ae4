import type { JsonObject, JsonValue } from '@bufbuild/protobuf';

/** Whether a value keeps a rule of protoc-gen-validate; `all` are the rules beside it. */
export type Rule = (value: unknown, bound: JsonValue, all: JsonObject) => boolean;

const text = (value: unknown) => String(value);
const bytes = (value: unknown) => Buffer.byteLength(text(value));
/** Bounds of a duration come as `"0.001s"`, those of 64-bit numbers as text. */
const number = (value: unknown) => Number(typeof value === 'string' ? value.replace(/s$/, '') : value);

/** By their names in JSON, for all scalar kinds at once: no name means two things. */
export const scalarRules: Readonly<Record<string, Rule>> = {
  required: () => true,
  ignoreEmpty: () => true,
  strict: () => true,
  const: (value, bound) => text(value) === text(bound),
  gt: (value, bound) => number(value) > number(bound),
  gte: (value, bound) => number(value) >= number(bound),
  lt: (value, bound) => number(value) < number(bound),
  lte: (value, bound) => number(value) <= number(bound),
  in: (value, bound) => listed(bound).includes(text(value)),
  notIn: (value, bound) => !listed(bound).includes(text(value)),
  minLen: (value, bound) => [...text(value)].length >= number(bound),
  maxLen: (value, bound) => [...text(value)].length <= number(bound),
  minBytes: (value, bound) => bytes(value) >= number(bound),
  maxBytes: (value, bound) => bytes(value) <= number(bound),
  prefix: (value, bound) => text(value).startsWith(text(bound)),
  suffix: (value, bound) => text(value).endsWith(text(bound)),
  contains: (value, bound) => text(value).includes(text(bound)),
  uri: (value) => URL.canParse(text(value)),
  // protobuf JSON has already refused a name that the enum does not have.
  definedOnly: () => true,
  wellKnownRegex: (value, bound, all) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the rule refuses
    if (all.strict === false) return /^[^\u0000\n\r]*$/.test(text(value));
    if (bound === 'HTTP_HEADER_NAME') return /^:?[0-9a-zA-Z!#$%&'*+\-.^_|~`]+$/.test(text(value));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: see above
    return /^[^\u0000-\u0008\u000a-\u001f\u007f]*$/.test(text(value));
  },
};

function listed(bound: JsonValue): readonly string[] {
  return Array.isArray(bound) ? bound.map(text) : [];
}
