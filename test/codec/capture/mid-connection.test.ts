import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dubboRequest } from '../dubbo/message.js';
import { MessageType, thriftMessage } from '../thrift/calls.js';
import { decodeAll } from './decode.js';
import { ipPacket, links, pcap } from './packets.js';

const dubbo = [1n, 2n, 3n].map((id) => dubboRequest({ id, attachments: { user: 'x'.repeat(50) } }));
const framed = { transport: 'framed', protocol: 'binary' } as const;
const thrift = [1, 2, 3].map((sequence) => thriftMessage(framed, { name: 'say', type: MessageType.CALL, sequence }));

/** A capture that begins within a connection: these segments, one after the other. */
function capture(segments: readonly Uint8Array[], port = 20880): Buffer {
  let sequence = 77_000;
  return pcap(
    1,
    segments.map((data) => {
      const at = sequence;
      sequence += data.length;
      return links[1](ipPacket({ from: ['10.0.0.1', 40000], to: ['10.0.0.2', port], sequence: at, flags: 'PA', data }));
    }),
  );
}

const ids = (file: Buffer) => decodeAll(file).decoded.map(({ codec, message }) => `${codec.name} ${message.id}`);

describe('a capture that starts in the middle of a connection', () => {
  for (const [name, messages] of Object.entries({ dubbo, thrift })) {
    it(`gives the ${name} messages that follow, however long the rest of the one before is`, () => {
      const before = Buffer.from('and the rest of a message that nobody saw the start of. '.repeat(3));
      const expected = [1, 2, 3].map((id) => `${name} ${id}`);
      for (let length = 0; length <= before.length; length += 1) {
        assert.deepStrictEqual(ids(capture([before.subarray(0, length), ...messages])), expected, `${length} octets`);
      }
    });

    it(`finds ${name} messages within a segment`, () => {
      assert.deepStrictEqual(ids(capture([Buffer.concat([Buffer.from('the rest'), ...messages])])), [
        `${name} 1`,
        `${name} 2`,
        `${name} 3`,
      ]);
    });
  }

  it('finds messages that begin anywhere, cut anywhere, once one begins a segment', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 60 }), (from, size) => {
        const stream = Buffer.concat(dubbo).subarray(from);
        const segments: Buffer[] = [];
        for (let at = 0; at < stream.length; at += size) segments.push(stream.subarray(at, at + size));
        const found = ids(capture([...segments, dubbo[0] ?? assert.fail()]));
        assert.equal(found.at(-1), 'dubbo 1');
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out the connections of other protocols with their name, none of which is an error', () => {
    const others: readonly (readonly [string | undefined, string | Buffer])[] = [
      ['Redis', ':1\r\n'],
      ['Redis', '$5\r\nhello\r\n'],
      ['TLS', Buffer.from('17030300280102030405060708091011121314151617181920', 'hex')],
      ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
      ['HTTP/2', Buffer.from('000006040000000000000300000064', 'hex')],
      ['HTTP/1', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'],
      [undefined, 'x'],
      [undefined, 'some words of no protocol at all'],
      [undefined, Buffer.alloc(200)],
    ];
    for (const [name, bytes] of others) {
      const { decoded, events } = decodeAll(capture([Buffer.from(bytes), Buffer.from(bytes)], 6379));
      assert.deepStrictEqual([decoded.length, events.map(({ kind }) => kind)], [0, ['unknown']], String(bytes));
      assert.equal(events[0]?.other?.name, name);
    }
  });

  it('costs no more than a multiple of its size', function () {
    this.timeout(180_000);
    // What could start a message at every octet.
    for (const octets of ['\xda\xbb', '\x82\x21', '\0\0\0\x10\x80\x01', 'PRPC', '\x09\x30']) {
      const segment = Buffer.from(octets.repeat(1400 / octets.length), 'latin1');
      const started = process.cpuUsage().user;
      decodeAll(capture(Array.from({ length: 400 }, () => segment)));
      assert.ok(process.cpuUsage().user - started < 4e6, octets);
    }
  });
});
