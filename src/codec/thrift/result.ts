import { uint16, uint32 } from '../octets.js';
import { textOf } from '../text.js';
import { varint, varintEnd } from '../varint.js';
import type { Head } from './head.js';

/** What an answer says of the call. */
export interface Outcome {
  readonly failed: boolean;
  readonly details: Readonly<Record<string, string | number>>;
}

const REPLY = 2;
const EXCEPTION = 3;

/** Looks at the struct of an answer: a reply is a success when its field 0 is set or nothing is; else it is declared. */
export function outcomeOf(payload: Uint8Array, head: Head): Outcome {
  if (head.type === EXCEPTION) return { failed: true, details: applicationException(payload, head) };
  if (head.type !== REPLY) return { failed: false, details: {} };
  const field = firstField(payload, head);
  if (field === undefined || field === 0) return { failed: false, details: {} };
  return { failed: true, details: { exception: `field ${field}` } };
}

function firstField(bytes: Uint8Array, { protocol, struct }: Head): number | undefined {
  const type = bytes[struct] ?? 0;
  if (type === 0) return undefined;
  if (protocol === 'binary') return uint16(bytes, struct + 1);
  if (type >> 4 !== 0) return type >> 4;
  return varintEnd(bytes, struct + 1, bytes.length) < 0 ? undefined : varint(bytes, struct + 1) / 2;
}

/** Field 1, the message, and field 2, the type, where they stand first and in this order, as every library writes them. */
function applicationException(bytes: Uint8Array, { protocol, struct }: Head): Record<string, string | number> {
  const compact = protocol === 'compact';
  let at = struct;
  const details: Record<string, string | number> = { exception: 'TApplicationException' };
  if (bytes[at] === (compact ? 0x18 : 11) && (compact || uint16(bytes, at + 1) === 1)) {
    const lengthAt = at + (compact ? 1 : 3);
    const textAt = compact ? varintEnd(bytes, lengthAt, bytes.length) : lengthAt + 4;
    if (textAt < 0) return details;
    const end = textAt + (compact ? varint(bytes, lengthAt) : uint32(bytes, lengthAt));
    if (end > bytes.length) return details;
    details.message = textOf(bytes, textAt, end);
    at = end;
  }
  if (!compact && bytes[at] === 8 && uint16(bytes, at + 1) === 2) details.type_id = uint32(bytes, at + 3) | 0;
  if (compact && (bytes[at] === 0x15 || bytes[at] === 0x25)) {
    if (varintEnd(bytes, at + 1, bytes.length) >= 0) details.type_id = varint(bytes, at + 1) / 2;
  }
  return details;
}
