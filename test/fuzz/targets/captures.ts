import { formatOf, readerOf } from '../../../src/codec/capture/format.js';
import { codecNames, codecs } from '../../../src/codec/codecs.js';
import { detect } from '../../../src/codec/detect.js';
import { Session } from '../../../src/codec/session.js';
import { streams } from '../../codec/streams.js';
import { mutatedBytes, mutatedText } from '../mutate.js';
import type { Random } from '../random.js';
import type { Target } from '../target.js';

const all = await Promise.all(codecNames.map((name) => codecs[name]()));

/** One packet in a pcap file: Ethernet, IPv4, TCP. */
function pcap(payload: Buffer): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(65535, 16);
  head.writeUInt32LE(1, 20);
  const frame = Buffer.alloc(54 + payload.length);
  frame.writeUInt16BE(0x0800, 12);
  frame[14] = 0x45;
  frame.writeUInt16BE(40 + payload.length, 16);
  frame[23] = 6;
  frame.writeUInt32BE(0x7f000001, 26);
  frame.writeUInt32BE(0x7f000001, 30);
  frame.writeUInt16BE(40000, 34);
  frame.writeUInt16BE(20880, 36);
  frame[46] = 0x50;
  payload.copy(frame, 54);
  const packet = Buffer.alloc(16);
  packet.writeUInt32LE(frame.length, 8);
  packet.writeUInt32LE(frame.length, 12);
  return Buffer.concat([head, packet, frame]);
}

const forms: readonly ((bytes: Buffer, random: Random) => Uint8Array)[] = [
  (bytes, random) => mutatedBytes(pcap(bytes), random),
  (bytes, random) => mutatedBytes(bytes, random),
  (bytes, random) => Buffer.from(mutatedText(bytes.toString('base64'), random)),
  (bytes, random) =>
    Buffer.from(
      mutatedText(
        (bytes.toString('hex').match(/.{1,32}/g) ?? [])
          .map((line, at) => `${(at * 16).toString(16).padStart(8, '0')}  ${line.replace(/../g, '$& ')}`)
          .join('\n'),
        random,
      ),
    ),
  (bytes, random) =>
    Buffer.from(mutatedText(`[]byte{${[...bytes].map((one) => `0x${one.toString(16)}`).join(', ')}}`, random)),
  (bytes, random) =>
    Buffer.from(
      mutatedText(`"${[...bytes].map((one) => `\\x${one.toString(16).padStart(2, '0')}`).join('')}"`, random),
    ),
];

export default {
  about: 'raw bytes, hex dumps, base64, arrays, escaped texts and captures, in pieces, down to messages',
  kind: 'parser',
  make: (random) => random.pick(forms)(Buffer.concat(streams[random.pick(codecNames)]().slice(0, 2)), random),
  check(input) {
    const bytes = Buffer.from(input);
    const isMessage = (start: Uint8Array) => detect(all, start) !== undefined;
    const reader = readerOf(formatOf(bytes.subarray(0, 4096), isMessage), undefined, isMessage);
    const session = new Session({ codecs: all, maxMessageSize: 1 << 20 });
    const half = bytes.length >> 1;
    for (const piece of [
      ...reader.push(bytes.subarray(0, half)),
      ...reader.push(bytes.subarray(half)),
      ...reader.end(),
    ])
      session.push(piece);
    session.end();
    [...session.takeEvents()];
  },
} satisfies Target;
