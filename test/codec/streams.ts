import type { CodecName } from '../../src/codec/codecs.js';
import { brpcMessage } from './brpc/messages.js';
import { dubboRequest, dubboResponse, frame, hessianOf } from './dubbo/message.js';
import { everyType, MessageType, thriftMessage, wires } from './thrift/calls.js';
import { trpcFrame, trpcProtos } from './trpc/frames.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const nothing = new Uint8Array(0);

/** Messages of every kind of each protocol, written by other libraries. */
export const streams: Readonly<Record<CodecName, () => readonly Buffer[]>> = {
  dubbo: () => [
    dubboRequest({
      id: 1n,
      types: 'Lorg/example/User;[Ljava/lang/String;D',
      values: [{ $class: 'org.example.User', $: { name: 'Ann', at: new Date(0), nil: null } }, ['a', 'b'], 1.25],
      attachments: { user: 'ann', group: 'g', count: 3 },
    }),
    dubboRequest({ id: 2n, twoWay: false }),
    dubboResponse(1n, 4, ['value', { a: 'b' }]),
    dubboResponse(1n, 2, []),
    dubboResponse(1n, 0, [{ $class: 'java.lang.RuntimeException', $: { message: 'no' } }]),
    frame(0x02, 60, 1n, hessianOf(['no service'])),
    frame(0xc6, 0, 3n, utf8('"2.0.2"\n"path"\n')),
    frame(0xe2, 0, 4n, hessianOf([null])),
    frame(0x22, 20, 4n, nothing),
  ],
  thrift: () =>
    wires.flatMap((wire) => [
      thriftMessage(wire, { name: 'say', type: MessageType.CALL, sequence: 1 }, everyType),
      thriftMessage(wire, { name: 's:say', type: MessageType.REPLY, sequence: 1 }),
    ]),
  trpc: () => [
    trpcFrame(
      [0, 0],
      trpcProtos.encode('Request', { requestId: 5, func: utf8('/a.B/C'), transInfo: { user: utf8('ann') } }),
      utf8('body'),
    ),
    trpcFrame([0, 0], trpcProtos.encode('Response', { requestId: 5, ret: 1, errorMsg: utf8('no') }), nothing),
    trpcFrame([1, 1], trpcProtos.encode('Init', { requestMeta: { func: utf8('/a.B/C') } }), nothing, 7),
    trpcFrame([1, 2], nothing, utf8('data'), 7),
    trpcFrame([1, 4], trpcProtos.encode('Close', { ret: 1 }), nothing, 7),
  ],
  brpc: () => [
    brpcMessage({ request: { serviceName: 's', methodName: 'm', logId: 3n }, correlationId: 9n }),
    brpcMessage({ response: { errorCode: 5, errorText: 'no' }, correlationId: 9n }),
  ],
};
