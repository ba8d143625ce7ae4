const names = new Map([[1, 'create'], [2, 'cancel']]);
const kinds = new Map([[1, 'request'], [2, 'response'], [3, 'one-way'], [4, 'heartbeat']]);

export default {
  codec: 'aeraki.meta_protocol.codec.orders',
  multiplexes: true,
  headerSize: 16,

  length(header) {
    if (header.readUInt16BE(0) !== 0x4f52) return undefined;
    return 16 + header.readUInt32BE(4);
  },

  decode(message) {
    const command = message.readUInt32BE(12);
    const userLength = message.readUInt16BE(16);
    return {
      kind: kinds.get(message[3] & 0x0f),
      id: message.readUInt32BE(8),
      failed: message[3] >> 4 !== 0,
      attributes: {
        command: names.get(command) ?? String(command),
        user: message.toString('utf8', 18, 18 + userLength),
      },
      details: { version: message[2] },
    };
  },

  encode(message, { id }) {
    const bytes = Buffer.from(message.bytes);
    if (id !== undefined) bytes.writeUInt32BE(Number(id), 8);
    return bytes;
  },

  errorReply(request, { kind }) {
    const bytes = Buffer.from(request.bytes.subarray(0, 18));
    bytes[3] = 2 | ((kind === 'no-route' ? 4 : 6) << 4);
    bytes.writeUInt32BE(2, 4);
    bytes.writeUInt16BE(0, 16);
    return bytes;
  },
};
