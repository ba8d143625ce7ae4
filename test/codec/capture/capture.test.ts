import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dubboRequest, dubboResponse } from '../dubbo/message.js';
import { MessageType, thriftMessage } from '../thrift/calls.js';
import { brief, decodeAll } from './decode.js';
import { conversation, ipPacket, type Link, links, type PacketParts, pcap, pcapng, tagged } from './packets.js';

const wire = { transport: 'unframed', protocol: 'compact' } as const;
const questions = [1n, 2n, 3n].map((id) => dubboRequest({ id, attachments: { user: 'x'.repeat(150) } }));
const answers = [1n, 2n, 3n].map((id) => dubboResponse(id, 1, ['y'.repeat(150)]));
const call = thriftMessage(wire, { name: 'say', type: MessageType.CALL, sequence: 5 });

const dubbo = conversation(
  ['10.0.0.1', 40000],
  ['10.0.0.2', 20880],
  [
    ['client', Buffer.concat(questions)],
    ['server', Buffer.concat(answers)],
  ],
);
const thrift = conversation(['fd00::1', 40001], ['fd00::2', 9090], [['client', call]]);
const noise = conversation(['10.0.0.1', 40002], ['10.0.0.3', 80], [['client', Buffer.from('GET / HTTP/1.1\r\n\r\n')]]);

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const fromDubbo = [
  ...questions.map((bytes) => `10.0.0.1:40000>10.0.0.2:20880 dubbo request ${hex(bytes)}`),
  ...answers.map((bytes) => `10.0.0.2:20880>10.0.0.1:40000 dubbo response ${hex(bytes)}`),
];
const fromThrift = [`[fd00::1]:40001>[fd00::2]:9090 thrift request ${hex(call)}`];

const frames = (parts: readonly PacketParts[], link: Link = 1) => parts.map((part) => links[link](ipPacket(part)));

describe('a capture', () => {
  for (const link of Object.keys(links).map(Number) as Link[]) {
    for (const [name, write] of Object.entries({ pcap, pcapng })) {
      it(`is read from ${name} of either byte order, link type ${link}`, () => {
        for (const little of [true, false]) {
          const file = write(link, frames([...dubbo, ...thrift, ...noise], link), little);
          const all = decodeAll(file);
          assert.deepStrictEqual(brief(all), [...fromDubbo, ...fromThrift]);
          assert.equal(all.format, 'pcap');
          assert.deepStrictEqual(
            all.events.map(({ kind }) => kind),
            ['unknown'],
          );
          assert.equal(all.decoded[0]?.time, 1_700_000_006.5 - 1);
          assert.deepStrictEqual(brief(decodeAll(file, 7)), brief(all));
        }
      });
    }
  }

  it('is put together whatever the order of the packets, with packets twice and overlapping', () => {
    const data = dubbo.slice(3, -2);
    const handshake = dubbo.slice(0, 3);
    const expected = [...fromDubbo].sort();
    fc.assert(
      fc.property(
        fc.shuffledSubarray(data, { minLength: data.length }),
        fc.array(fc.nat(data.length - 1)),
        (order, again) => {
          // A segment that begins within the one before it.
          const overlapping = again.flatMap((index) => {
            const [one, two] = [data[index], data[index + 1]];
            if (one?.data === undefined || two?.data === undefined || one.from !== two.from) return [];
            return [{ ...one, sequence: one.sequence + 50, data: Buffer.concat([one.data, two.data]).subarray(50) }];
          });
          const all = decodeAll(
            pcap(1, frames([...handshake, ...order, ...overlapping, ...again.map((at) => data[at] ?? assert.fail())])),
          );
          assert.deepStrictEqual([...brief(all)].sort(), expected);
          assert.deepStrictEqual(all.events, []);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('counts over 2^32, and tells a second connection between the same ports', () => {
    const again = conversation(['10.0.0.1', 40000], ['10.0.0.2', 20880], [['client', questions[0] ?? assert.fail()]], {
      start: [5_000_000, 77],
    });
    const all = decodeAll(pcap(1, frames([...dubbo, ...again])));
    assert.deepStrictEqual(brief(all), [...fromDubbo, fromDubbo[0]]);
    assert.deepStrictEqual([...new Set(all.decoded.map(({ connection }) => connection?.number))], [1, 2]);
  });

  it('goes on behind packets that are missing, and says so', () => {
    // One message a packet, the second packet lost.
    const parts = conversation(
      ['10.0.0.1', 1025],
      ['10.0.0.2', 20880],
      questions.map((each) => ['client', each] as const),
      {
        size: 10_000,
      },
    );
    const all = decodeAll(pcap(1, frames(parts.filter((_, index) => index !== 4))));
    assert.deepStrictEqual(
      all.decoded.map(({ message }) => message.id),
      [1n, 3n],
    );
    assert.deepStrictEqual(
      all.events.map(({ kind, octets }) => [kind, octets]),
      [['missing', questions[1]?.length]],
    );
  });

  it('may begin in the middle of a connection, and of a message', () => {
    const parts = conversation(
      ['10.0.0.1', 40000],
      ['10.0.0.2', 20880],
      questions.map((each) => ['client', each] as const),
    );
    // Without the handshake and the first packet of the first message.
    const all = decodeAll(pcap(1, frames(parts.slice(4))));
    assert.deepStrictEqual(
      all.decoded.map(({ message }) => message.id),
      [2n, 3n],
    );
    assert.deepStrictEqual(all.decoded[0]?.connection?.server, '10.0.0.2:20880');
  });

  it('leaves out what is no TCP, with the reason, and reads VLAN tags and padding', () => {
    const udp = ipPacket(dubbo[0] ?? assert.fail());
    udp.writeUInt8(17, 9);
    const fragment = ipPacket(dubbo[0] ?? assert.fail());
    fragment.writeUInt16BE(0x2000, 6);
    const arp = Buffer.concat([Buffer.alloc(12), Buffer.from([8, 6]), Buffer.alloc(40)]);
    const packets = [
      links[1](udp),
      links[1](fragment),
      arp,
      Buffer.alloc(3),
      ...dubbo.map((part) => tagged(ipPacket(part))),
    ];
    const all = decodeAll(pcap(1, packets));
    assert.deepStrictEqual(brief(all), fromDubbo);
    assert.deepStrictEqual(Object.fromEntries(all.reader.skipped), { 'not TCP': 1, 'IP fragment': 1, 'not IP': 2 });
    assert.deepStrictEqual(Object.fromEntries(decodeAll(pcap(147, packets)).reader.skipped), {
      'link type 147': packets.length,
    });
  });

  it('is never a reason to throw or to hang, whatever is in it', () => {
    for (const file of [pcap(1, frames(dubbo)), pcapng(1, frames(dubbo))]) {
      const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255));
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(file.length), (changes, length) => {
          const bytes = Buffer.from(file);
          for (const [at, octet] of changes) bytes[at] = octet;
          decodeAll(bytes.subarray(0, length));
        }),
        { numRuns: 400 },
      );
    }
  });

  it('makes no room for a record that says that it is long', () => {
    const file = pcap(1, frames(dubbo));
    file.writeUInt32LE(0xfffffff0, 24 + 8);
    const all = decodeAll(file);
    assert.equal(all.decoded.length, 0);
    assert.match(all.reader.failure?.message ?? '', /4294967296|octets long/);
  });
});
