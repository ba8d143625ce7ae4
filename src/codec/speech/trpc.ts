import { joined } from '../octets.js';
import { bytesField, entryField, fieldOf, numberField, readFields } from '../protobuf.js';
import { utf8 } from '../text.js';
import { frameTypes, readFrame, writeFixed } from '../trpc/frame.js';
import { numbers } from '../trpc/header.js';
import type { Speech } from './speech.js';

const names = ['caller', 'callee', 'func'] as const;

/** A unary call with an empty body, whose attributes besides the names are trans_info; an answer whose body is the text. */
export const trpcSpeech: Speech = {
  request(attributes, id) {
    const { request } = numbers;
    const given: Readonly<Record<(typeof names)[number], string>> = {
      caller: attributes.get('caller') ?? 'trpc.example.client',
      callee: attributes.get('callee') ?? 'trpc.example.server',
      func: attributes.get('func') ?? '/trpc.example.server/Call',
    };
    const others = [...attributes].filter(([name]) => !names.some((known) => known === name));
    const header = joined([
      numberField(numbers.requestId, BigInt.asUintN(32, id)),
      ...names.map((name) => bytesField(request[name], utf8(given[name]))),
      ...others.map(([key, value]) => entryField(request.transInfo, utf8(key), utf8(value))),
    ]);
    return frame(header, new Uint8Array(0));
  },
  answer(request, text) {
    if (request.kind !== 'request') return undefined;
    const asked = readFields(readFrame(request.bytes).header);
    const same = (from: number, to: number) => {
      const field = fieldOf(asked, from);
      return field === undefined ? [] : [numberField(to, field.value)];
    };
    const { version, callType, requestId } = numbers;
    const header = joined([
      ...same(version, version),
      ...same(callType, callType),
      numberField(requestId, request.id ?? 0n),
      ...same(numbers.request.contentType, numbers.response.contentType),
    ]);
    return frame(header, utf8(text));
  },
};

function frame(header: Uint8Array, body: Uint8Array): Uint8Array {
  const sizes = { headerSize: header.length, bodySize: body.length };
  return joined([writeFixed({ frameType: frameTypes.unary, streamType: 0, streamId: 0, ...sizes }), header, body]);
}
