import type { Change, Message } from '../codec.js';
import { joined } from '../octets.js';
import { bytesField, entryField, entryOf, fieldOf, numberField, readFields } from '../protobuf.js';
import { textOf, utf8 } from '../text.js';
import { FIXED, type Frame, frameTypes, streamTypes } from './frame.js';
import { numbers } from './header.js';

/** The longest header that its length field can tell, in octets. */
const LONGEST = 0xffff;

/** The protobuf header with `change`; undefined: nothing to change, or no room for it. Raises what protobuf raises. */
export function changedHeader(
  { kind, sender }: Message,
  { frameType, streamType, header, inBody }: Frame,
  { attributes, id }: Change,
): Uint8Array | undefined {
  let changed = header;
  if (frameType === frameTypes.unary) {
    const side = sender === 'server' ? numbers.response : numbers.request;
    if (attributes?.size) changed = withTransInfo(changed, side.transInfo, attributes);
    if (id !== undefined) changed = withId(changed, id);
  } else if (streamType === streamTypes.init && kind === 'stream-init' && sender === 'client' && attributes?.size) {
    const { request, transInfo } = numbers.init;
    const fields = readFields(changed);
    const meta = fieldOf(fields, request)?.bytes ?? new Uint8Array(0);
    const others = fields
      .filter(({ number }) => number !== request)
      .map(({ start, end }) => header.subarray(start, end));
    changed = joined([bytesField(request, withTransInfo(meta, transInfo, attributes)), ...others]);
  }
  return changed === header || (!inBody && changed.length > LONGEST) ? undefined : changed;
}

/** Entries of the same name go, new ones come at the end; everything else stays as it was. */
function withTransInfo(message: Uint8Array, number: number, set: ReadonlyMap<string, string>): Uint8Array {
  const kept = readFields(message).filter((field) => {
    if (field.number !== number) return true;
    const { key } = entryOf(field.bytes);
    return !set.has(textOf(key, 0, key.length));
  });
  return joined([
    ...kept.map(({ start, end }) => message.subarray(start, end)),
    ...[...set].map(([key, value]) => entryField(number, utf8(key), utf8(value))),
  ]);
}

function withId(message: Uint8Array, id: bigint): Uint8Array {
  const kept = readFields(message).filter(({ number }) => number !== numbers.requestId);
  return joined([
    ...kept.map(({ start, end }) => message.subarray(start, end)),
    numberField(numbers.requestId, BigInt.asUintN(32, id)),
  ]);
}

/** The fixed part with a new size, and for a stream frame with a new id. */
export function changedFixed(bytes: Uint8Array, frame: Frame, headerSize: number, id: bigint | undefined): Uint8Array {
  const fixed = new Uint8Array(bytes.subarray(0, FIXED));
  const view = new DataView(fixed.buffer);
  view.setUint32(4, bytes.length - frame.headerSize + headerSize);
  if (!frame.inBody) view.setUint16(8, headerSize);
  if (id !== undefined && frame.frameType === frameTypes.stream) view.setUint32(10, Number(BigInt.asUintN(32, id)));
  return fixed;
}
