import { readFields } from '../protobuf.js';
import { textOf } from '../text.js';
import { varint, varintEnd } from '../varint.js';
import { HEADER } from './header.js';

/** Serializations that write every value as JSON on a line of its own: fastjson, gson, protobuf-json. */
const lines: ReadonlySet<number> = new Set([6, 16, 21]);
/** Writes every value as a protobuf message with its length before it; texts are StringValues. */
const PROTOBUF = 22;

/** Longer than the five names of any request, in octets. */
const LOOKED_AT = 16 * 1024;

const names = ['dubbo', 'path', 'version', 'method', 'parameters'] as const;

/**
 * What can be told of a request in another serialization than Hessian 2, for people: Aeraki's codec refuses such a
 * message. Empty where it is not what it seems to be.
 */
export function otherDetails(serialization: number, bytes: Uint8Array): Readonly<Record<string, string>> {
  try {
    const values = lines.has(serialization)
      ? fromLines(bytes)
      : serialization === PROTOBUF
        ? fromMessages(bytes)
        : undefined;
    if (values?.every((value) => typeof value === 'string') !== true || values.length !== names.length) return {};
    return Object.fromEntries(names.map((name, index) => [name, String(values[index])]));
  } catch {
    return {};
  }
}

function fromLines(bytes: Uint8Array): readonly unknown[] {
  const text = textOf(bytes, HEADER, Math.min(bytes.length, HEADER + LOOKED_AT));
  return text.split(/\r?\n/, names.length).map((line): unknown => JSON.parse(line));
}

function fromMessages(bytes: Uint8Array): readonly unknown[] {
  let at = HEADER;
  return names.map(() => {
    const start = varintEnd(bytes, at, bytes.length);
    if (start < 0) return undefined;
    at = start + varint(bytes, at);
    if (at > bytes.length) return undefined;
    const [field] = readFields(bytes.subarray(start, at));
    // An empty text is an empty message.
    return field === undefined ? '' : textOf(field.bytes, 0, field.bytes.length);
  });
}
