import type { Fate } from '../../behaviour/fate.js';
import type { CodecReading } from '../../behaviour/traits.js';
import type { MessageKind } from '../codec.js';
import type { Body } from './body.js';
import { flags, HEADER, HESSIAN2, serializationName, statusName } from './header.js';
import { HessianReader } from './hessian.js';

/**
 * What becomes of a request in the real codec, for which any of this is an exception (dubbo_protocol_impl.cc:28-66,
 * dubbo_hessian2_serializer_impl.cc:35); heartbeats are no exception to the first.
 */
export function fateOfRequest(bytes: Uint8Array, kind: MessageKind, { problem, nulls }: Body): Fate | undefined {
  const serialization = (bytes[2] ?? 0) & flags.serialization;
  if (serialization !== HESSIAN2) {
    return { end: 'closes', cause: 'serialization', why: serializationName(serialization) };
  }
  if (kind === 'heartbeat') return undefined;
  if (problem !== undefined) {
    return { end: 'closes', cause: 'body', why: problem.replace(/^The body cannot be read: (.*)\.$/, '$1') };
  }
  const [first] = nulls;
  return first === undefined ? undefined : { end: 'closes', cause: 'body', why: `${first} null` };
}

/** The statuses that the real codec knows (isValidResponseStatus). */
const statuses: ReadonlySet<number> = new Set([20, 30, 31, 40, 50, 60, 70, 90, 100]);
const kinds = { exception: [0, 3], value: [1, 4], null: [2, 5] } as const;

/** What becomes of an answer: the body is read as a result in Hessian 2, whatever status and serialization say. */
export function fateOfAnswer(
  bytes: Uint8Array,
  kind: MessageKind,
  { stringResultsOnly }: CodecReading,
): Fate | undefined {
  const status = bytes[3] ?? 0;
  if (!statuses.has(status)) return { end: 'refuses', cause: 'status', why: `status ${statusName(status)}` };
  if (kind === 'heartbeat') return undefined;
  const reader = new HessianReader(bytes, HEADER, bytes.length);
  const type = typeOf(reader);
  if (type === undefined || type < 0 || type > 5) {
    const serialization = (bytes[2] ?? 0) & flags.serialization;
    if (serialization === HESSIAN2) return { end: 'refuses', cause: 'body', why: 'no result in the body' };
    return { end: 'refuses', cause: 'serialization', why: serializationName(serialization) };
  }
  if (!stringResultsOnly || isOne(kinds.null, type)) return undefined;
  if (isOne(kinds.exception, type)) return { end: 'refuses', cause: 'result', why: 'an exception' };
  if (reader.done || !reader.isText()) return { end: 'crashes', cause: 'result', why: 'a value that is no string' };
  return type === 1 ? { end: 'crashes', cause: 'result', why: 'a value without attachments' } : undefined;
}

function isOne(types: readonly number[], type: number): boolean {
  return types.includes(type);
}

function typeOf(reader: HessianReader): number | undefined {
  try {
    return reader.int();
  } catch {
    return undefined;
  }
}
