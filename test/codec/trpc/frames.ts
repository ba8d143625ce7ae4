import { Protos } from '../protos.js';

const meta = { caller: [1, 'bytes'], callee: [2, 'bytes'], func: [3, 'bytes'], message_type: [4, 'uint32'] } as const;

export const trpcProtos = new Protos({
  Request: {
    version: [1, 'uint32'],
    call_type: [2, 'uint32'],
    request_id: [3, 'uint32'],
    timeout: [4, 'uint32'],
    caller: [5, 'bytes'],
    callee: [6, 'bytes'],
    func: [7, 'bytes'],
    message_type: [8, 'uint32'],
    trans_info: [9, 'bytes-map'],
    content_type: [10, 'uint32'],
    content_encoding: [11, 'uint32'],
    attachment_size: [12, 'uint32'],
  },
  Response: {
    version: [1, 'uint32'],
    call_type: [2, 'uint32'],
    request_id: [3, 'uint32'],
    ret: [4, 'int32'],
    func_ret: [5, 'int32'],
    error_msg: [6, 'bytes'],
    message_type: [7, 'uint32'],
    trans_info: [8, 'bytes-map'],
    content_type: [9, 'uint32'],
    content_encoding: [10, 'uint32'],
    attachment_size: [12, 'uint32'],
  },
  RequestMeta: { ...meta, trans_info: [5, 'bytes-map'] },
  ResponseMeta: { ret: [1, 'int32'], error_msg: [2, 'bytes'] },
  Init: {
    request_meta: [1, '.RequestMeta'],
    response_meta: [2, '.ResponseMeta'],
    init_window_size: [3, 'uint32'],
    content_type: [4, 'uint32'],
    content_encoding: [5, 'uint32'],
  },
  Close: { close_type: [1, 'int32'], ret: [2, 'int32'], msg: [3, 'bytes'] },
});

/** A frame around a protobuf header. */
export function trpcFrame(
  types: readonly [number, number],
  header: Uint8Array,
  body: Uint8Array,
  streamId = 0,
): Buffer {
  const fixed = Buffer.alloc(16);
  fixed.writeUInt16BE(0x0930, 0);
  fixed.writeUInt8(types[0], 2);
  fixed.writeUInt8(types[1], 3);
  fixed.writeUInt32BE(16 + header.length + body.length, 4);
  fixed.writeUInt16BE(header.length, 8);
  fixed.writeUInt32BE(streamId, 10);
  return Buffer.concat([fixed, header, body]);
}
