import { Protos } from '../protos.js';

const protos = new Protos({
  RpcMeta: {
    request: [1, '.RpcRequestMeta'],
    response: [2, '.RpcResponseMeta'],
    compress_type: [3, 'int32'],
    correlation_id: [4, 'int64'],
    attachment_size: [5, 'int32'],
    authentication_data: [7, 'bytes'],
  },
  RpcRequestMeta: {
    service_name: [1, 'string'],
    method_name: [2, 'string'],
    log_id: [3, 'int64'],
    trace_id: [4, 'int64'],
    request_id: [7, 'string'],
    timeout_ms: [8, 'int32'],
  },
  RpcResponseMeta: { error_code: [1, 'int32'], error_text: [2, 'string'] },
});

/** A baidu_std message around a meta that protobuf wrote. */
export function brpcMessage(value: Readonly<Record<string, unknown>>, body: Uint8Array = Buffer.from('body')): Buffer {
  const meta = protos.encode('RpcMeta', value);
  const fixed = Buffer.from('PRPC\0\0\0\0\0\0\0\0');
  fixed.writeUInt32BE(meta.length + body.length, 4);
  fixed.writeUInt32BE(meta.length, 8);
  return Buffer.concat([fixed, meta, body]);
}

/** The meta of a message, as protobuf reads it. */
export function metaOf(bytes: Uint8Array): unknown {
  const view = Buffer.from(bytes);
  return protos.decode('RpcMeta', view.subarray(12, 12 + view.readUInt32BE(8)));
}
