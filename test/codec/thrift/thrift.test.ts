import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { thrift } from '../../../src/codec/thrift/thrift.js';
import { plain, readAll, readOne } from '../read.js';
import { everyType, MessageType, readWithHeader, Type, thriftMessage, wires } from './calls.js';

const call = { name: 'sayHello', type: MessageType.CALL, sequence: 300 };

describe('the Thrift codec', () => {
  for (const wire of wires) {
    const { transport, protocol } = wire;
    describe(`${transport} ${protocol}, as npm thrift writes it`, () => {
      it('reads a call', () => {
        const bytes = thriftMessage(wire, call, everyType);
        const message = readOne(thrift, bytes);
        assert.deepStrictEqual(
          { ...plain(message), headerSize: 0 },
          {
            kind: 'request',
            sender: 'client',
            id: 300n,
            headerSize: 0,
            details: { transport, protocol, type: 'call' },
            bytes: bytes.toString('hex'),
            attributes: { method: 'sayHello' },
            failed: false,
            problem: undefined,
          },
        );
      });

      it('finds the end of each of many messages, one octet at a time', () => {
        const stream = Buffer.concat([
          thriftMessage(wire, call, everyType),
          thriftMessage(wire, { name: 'a:b', type: MessageType.ONEWAY, sequence: -1 }),
          thriftMessage(wire, { ...call, type: MessageType.REPLY }, everyType),
        ]);
        const whole = readAll(thrift, stream);
        assert.deepStrictEqual(
          whole.map(({ kind, id, details }) => [kind, id, details.service, details.function]),
          [
            ['request', 300n, undefined, undefined],
            ['one-way', 0xffffffffn, 'a', 'b'],
            ['response', 300n, undefined, undefined],
          ],
        );
        const decoder = thrift.decoder();
        const pieces = [...stream].flatMap((octet) => decoder.push(Uint8Array.of(octet)));
        assert.deepStrictEqual(pieces.map(plain), whole.map(plain));
        assert.equal(decoder.pending, 0);
      });

      it('tells a success from a declared exception and from a TApplicationException', () => {
        const field = (id: number) => (out: Parameters<typeof everyType>[0]) => {
          out.writeFieldBegin('x', Type.STRING, id);
          out.writeString('text');
          out.writeFieldEnd();
        };
        const reply = { ...call, type: MessageType.REPLY };
        const failed = [undefined, field(0), field(1), field(40)].map(
          (body) => readOne(thrift, thriftMessage(wire, reply, body)).failed,
        );
        assert.deepStrictEqual(failed, [false, false, true, true]);
      });

      it('answers an error that npm thrift reads', () => {
        const request = readOne(thrift, thriftMessage(wire, { ...call, sequence: -5 }));
        for (const [kind, type] of [
          ['no-route', 6],
          ['bad-response', 6],
          ['other', 6],
        ] as const) {
          const reply = thrift.errorReply(request, { kind, message: 'no route: é' });
          assert.ok(reply !== undefined);
          const answer = readOne(thrift, reply);
          assert.deepStrictEqual(
            { id: answer.id, failed: answer.failed, details: answer.details },
            {
              id: request.id,
              failed: true,
              details: {
                transport,
                protocol,
                type: 'exception',
                exception: 'TApplicationException',
                message: 'no route: é',
                type_id: type,
              },
            },
          );
          // What npm thrift writes for the same answer.
          const expected = thriftMessage(wire, { ...call, type: MessageType.EXCEPTION, sequence: -5 }, (out) => {
            out.writeFieldBegin('message', Type.STRING, 1);
            out.writeString('no route: é');
            out.writeFieldEnd();
            out.writeFieldBegin('type', Type.I32, 2);
            out.writeI32(type);
            out.writeFieldEnd();
          });
          if (transport !== 'header') assert.equal(Buffer.from(reply).toString('hex'), expected.toString('hex'));
          else {
            const read = { fname: 'sayHello', mtype: 3, rseqid: -5, type, message: 'no route: é' };
            assert.deepStrictEqual(readWithHeader(reply), read);
          }
        }
        const oneWay = readOne(thrift, thriftMessage(wire, { ...call, type: MessageType.ONEWAY }));
        assert.equal(thrift.errorReply(oneWay, { kind: 'other', message: '' }), undefined);
      });

      it('changes the sequence id and nothing else', () => {
        const message = readOne(thrift, thriftMessage(wire, call, everyType));
        const change = { id: 0x7fff1234n, attributes: new Map([['method', 'other']]) };
        const bytes = Buffer.concat(thrift.encode(message, change));
        const expected = thriftMessage(wire, { ...call, sequence: 0x7fff1234 }, everyType);
        assert.equal(bytes.toString('hex'), expected.toString('hex'));
      });
    });
  }

  it('reads a message that is compressed, and says so where it is not', () => {
    const inner = thriftMessage({ transport: 'unframed', protocol: 'compact' }, call, everyType);
    const header = Buffer.from([0x0f, 0xff, 0, 0, 0, 0, 1, 44, 0, 1, 2, 1, 1, 0]);
    const framed = (payload: Buffer) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(header.length + payload.length);
      return Buffer.concat([length, header, payload]);
    };
    const message = readOne(thrift, framed(deflateSync(inner)));
    assert.equal(message.attributes.get('method'), 'sayHello');
    assert.equal(message.details.transform, 'zlib');
    assert.match(readOne(thrift, framed(inner)).problem ?? '', /cannot be decompressed/);
    // A bomb: 8 MiB of nothing in a few KB, with a limit of 1 MiB.
    const bomb = framed(deflateSync(Buffer.alloc(8 << 20)));
    assert.match(readOne(thrift, bomb, { maxMessageSize: 1 << 20 }).problem ?? '', /cannot be decompressed/);
  });

  it('refuses what is no Thrift', () => {
    const decoder = thrift.decoder();
    assert.deepStrictEqual(decoder.push(Buffer.from('GET / HTTP/1.1\r\n')), []);
    assert.equal(decoder.failure?.reason, 'protocol');
  });

  it('is not made to go deep or far by an unframed message', () => {
    const start = Buffer.from('8001000100000001780000000100', 'hex').subarray(0, 13);
    const deep = Buffer.concat([start, Buffer.alloc(3000, Buffer.from('0c0001', 'hex'))]);
    const far = Buffer.concat([start, Buffer.from('0b00017fffffff', 'hex')]);
    for (const [bytes, reason] of [
      [deep, 'malformed'],
      [far, 'size'],
    ] as const) {
      const decoder = thrift.decoder();
      assert.deepStrictEqual(decoder.push(bytes), []);
      assert.equal(decoder.failure?.reason, reason);
    }
  });
});
