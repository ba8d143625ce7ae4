import type { DecodedRow } from './row.js';

/** A message as `decode -o json` prints it. Numbers of 64 bits are strings; `time` is seconds since 1970. */
export function messageJson({ number, message, codec, connection, time, decision, notes = [] }: DecodedRow): object {
  return {
    number,
    protocol: codec.name,
    ...(connection !== undefined && { connection }),
    ...(time !== undefined && time > 0 && { time: Math.round(time * 1e6) / 1e6 }),
    kind: message.kind,
    sender: message.sender ?? null,
    id: message.id === undefined ? null : String(message.id),
    headerSize: message.headerSize,
    bodySize: message.bytes.length - message.headerSize,
    failed: message.failed,
    attributes: Object.fromEntries(message.attributes),
    details: message.details,
    ...(message.problem !== undefined && { problem: message.problem }),
    ...(message.fate !== undefined && { fate: message.fate }),
    ...(decision !== undefined && { decision }),
    ...(notes.length > 0 && { notes }),
  };
}

/** The members of an array that is written piece by piece. */
export function memberJson(row: DecodedRow, stringify: (value: unknown) => string): string {
  return stringify(messageJson(row)).trimEnd().replace(/^/gm, '    ');
}
