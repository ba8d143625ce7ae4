import type { Fate } from '../../behaviour/fate.js';
import type { CodecReading } from '../../behaviour/traits.js';
import type { Message, MessageKind } from '../codec.js';
import { uint64 } from '../octets.js';
import { type Body, readRequest, readResponse } from './body.js';
import { fateOfAnswer, fateOfRequest } from './fate.js';
import { flags, HEADER, HESSIAN2, OK, serializationName, statusName } from './header.js';
import { otherDetails } from './other.js';

/** Reads a whole message; `headerOnly`: only what the fixed header says. */
export function readMessage(bytes: Uint8Array, headerOnly: boolean, as?: CodecReading): Message {
  const flag = bytes[2] ?? 0;
  const isRequest = (flag & flags.request) !== 0;
  const event = (flag & flags.event) !== 0;
  const kind = kindOf(flag);
  const status = bytes[3] ?? 0;
  const serialization = flag & flags.serialization;
  const readable = !headerOnly && !event && serialization === HESSIAN2 && (isRequest || status === OK);
  const body = readable ? (isRequest ? readRequest(bytes, as !== undefined) : readResponse(bytes)) : nothing;
  const others = isRequest && !event && !headerOnly && serialization !== HESSIAN2;
  return {
    kind,
    sender: isRequest ? 'client' : 'server',
    id: uint64(bytes, 4),
    bytes,
    headerSize: HEADER,
    attributes: body.attributes,
    spelt: body.spelt,
    details: detailsOf(
      serialization,
      isRequest ? undefined : status,
      others ? otherDetails(serialization, bytes) : body.details,
    ),
    failed: kind === 'response' && (status !== OK || body.exception),
    problem: body.problem,
    fate: as === undefined || headerOnly ? undefined : fateOf(bytes, kind, isRequest, body, as),
  };
}

function fateOf(
  bytes: Uint8Array,
  kind: MessageKind,
  isRequest: boolean,
  body: Body,
  as: CodecReading,
): Fate | undefined {
  return isRequest ? fateOfRequest(bytes, kind, body) : fateOfAnswer(bytes, kind, as);
}

/** What the flag octet says that the message is. */
export function kindOf(flag: number): MessageKind {
  if ((flag & flags.event) !== 0) return 'heartbeat';
  if ((flag & flags.request) === 0) return 'response';
  return (flag & flags.twoWay) === 0 ? 'one-way' : 'request';
}

function detailsOf(serialization: number, status: number | undefined, more: Message['details']): Message['details'] {
  const details: Record<string, string | number> = { serialization: serializationName(serialization) };
  if (status !== undefined) details.status = statusName(status);
  return more === nothing.details ? details : Object.assign(details, more);
}

const nothing: Body = {
  attributes: new Map(),
  spelt: new Map(),
  details: {},
  attachments: undefined,
  exception: false,
  problem: undefined,
  nulls: [],
};
