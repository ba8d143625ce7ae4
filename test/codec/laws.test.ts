import assert from 'node:assert/strict';
import fc from 'fast-check';
import { brpc } from '../../src/codec/brpc/brpc.js';
import type { Codec, Message } from '../../src/codec/codec.js';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { thrift } from '../../src/codec/thrift/thrift.js';
import { trpc } from '../../src/codec/trpc/trpc.js';
import { attributeName } from '../../src/match/attributes.js';
import { brpcMessage } from './brpc/messages.js';
import { dubboRequest, dubboResponse, valuesOf } from './dubbo/message.js';
import { plain, readOne } from './read.js';
import { streams } from './streams.js';
import { MessageType, type Output, Type, thriftMessage, wires } from './thrift/calls.js';
import { trpcFrame, trpcProtos } from './trpc/frames.js';

const utf8 = (value: string) => new TextEncoder().encode(value);

/** Text as applications send it: any of Unicode, of any length, no lone surrogates. */
const text = fc.oneof(
  { weight: 10, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 10, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.nat(70_000).map((length) => '😀é.'.repeat(length / 3)) },
);
const name = fc.stringMatching(/^[A-Za-z_][\w.-]{0,20}$/);
/** hessian.js chooses the order of the entries itself, so no two may differ in case only. */
const attributes = fc
  .dictionary(name, text, { maxKeys: 6, noNullPrototype: true })
  .filter((values) => new Set(Object.keys(values).map(attributeName)).size === Object.keys(values).length);
const id64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const id32 = fc.bigInt({ min: 0n, max: 2n ** 32n - 1n });

/** What hessian.js writes for arguments of any kind; class names tell it how. */
const scalar = fc.oneof(
  text,
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
);
const argument = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 20 }),
  fc.dictionary(name, scalar, { maxKeys: 5, noNullPrototype: true }),
  fc.record({
    $class: fc.constantFrom('a.A', 'b.B'),
    $: fc.record({ x: scalar, y: fc.array(scalar, { maxLength: 3 }) }),
  }),
  fc.uint8Array({ maxLength: 6000 }).map((bytes) => Buffer.from(bytes)),
  fc.date({ noInvalidDate: true }),
);

/** The names as rules see them; of two that differ only in case the later one counts. */
function folded(...all: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  return Object.fromEntries(
    all.flatMap((each) => Object.entries(each)).map(([key, value]) => [attributeName(key), value]),
  );
}

/** Encodes with a change and decodes again. */
function again(codec: Codec, message: Message, set: Readonly<Record<string, string>>, id: bigint): Message {
  const bytes = Buffer.concat(codec.encode(message, { attributes: new Map(Object.entries(set)), id }));
  return readOne(codec, bytes, { sender: message.sender });
}

/** All that no change may touch. */
const rest = (message: Message) => ({ ...plain(message), attributes: 0, spelt: 0, bytes: 0, id: 0, headerSize: 0 });

describe('decode(encode(m)) = m, with what was changed', () => {
  it('for Dubbo requests', () => {
    const values = fc.array(argument, { maxLength: 4 });
    fc.assert(
      fc.property(attributes, attributes, values, id64, id64, (own, set, args, id, other) => {
        const types = 'Ljava/lang/Object;'.repeat(args.length);
        const message = readOne(dubbo, dubboRequest({ id, types, values: args, attachments: own }));
        assert.equal(message.problem, undefined);
        assert.equal(message.id, id);
        const names = { interface: 'org.apache.dubbo.Demo', method: 'sayHello' };
        assert.deepStrictEqual(Object.fromEntries(message.attributes), folded(names, own));
        const changed = again(dubbo, message, set, other);
        assert.equal(changed.id, other);
        assert.deepStrictEqual(rest(changed), rest(message));
        assert.deepStrictEqual(Object.fromEntries(changed.attributes), folded(names, own, set));
        const read = (bytes: Uint8Array) => valuesOf(bytes.subarray(16), 6 + args.length);
        assert.deepStrictEqual(read(changed.bytes).slice(0, -1), read(message.bytes).slice(0, -1));
        assert.deepStrictEqual(read(changed.bytes).at(-1), { ...own, ...set });
      }),
      { numRuns: 300 },
    );
  });

  it('for Dubbo responses', () => {
    fc.assert(
      fc.property(attributes, attributes, argument, fc.nat(5), id64, (own, set, value, type, id) => {
        const values = [...(type % 3 === 2 ? [] : [value]), ...(type >= 3 ? [own] : [])];
        const message = readOne(dubbo, dubboResponse(1n, type, values));
        assert.equal(message.problem, undefined);
        const changed = again(dubbo, message, set, id);
        assert.deepStrictEqual(rest(changed), rest(message));
        assert.deepStrictEqual(Object.fromEntries(changed.attributes), folded(type >= 3 ? own : {}, set));
      }),
      { numRuns: 300 },
    );
  });

  it('for Thrift messages of any shape', () => {
    type Value = (out: Output) => void;
    const leaf: fc.Arbitrary<readonly [number, Value]> = fc.oneof(
      fc.boolean().map((value) => [Type.BOOL, (out: Output) => out.writeBool(value)] as const),
      fc.integer({ min: -128, max: 127 }).map((value) => [Type.BYTE, (out: Output) => out.writeByte(value)] as const),
      fc
        .integer({ min: -(2 ** 15), max: 2 ** 15 - 1 })
        .map((value) => [Type.I16, (out: Output) => out.writeI16(value)] as const),
      fc.integer().map((value) => [Type.I32, (out: Output) => out.writeI32(value)] as const),
      fc.integer().map((value) => [Type.I64, (out: Output) => out.writeI64(value)] as const),
      fc.double().map((value) => [Type.DOUBLE, (out: Output) => out.writeDouble(value)] as const),
      fc.string({ maxLength: 200 }).map((value) => [Type.STRING, (out: Output) => out.writeString(value)] as const),
    );
    const { value } = fc.letrec<{ value: readonly [number, Value] }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.tuple(tie('value'), fc.nat(20)).map(
          ([[type, write], size]) =>
            [
              Type.LIST,
              (out: Output) => {
                out.writeListBegin(type, size);
                for (let index = 0; index < size; index += 1) write(out);
                out.writeListEnd();
              },
            ] as const,
        ),
        fc.tuple(leaf, tie('value'), fc.nat(4)).map(
          ([[keyType, key], [type, write], size]) =>
            [
              Type.MAP,
              (out: Output) => {
                out.writeMapBegin(keyType, type, size);
                for (let index = 0; index < size; index += 1) {
                  key(out);
                  write(out);
                }
                out.writeMapEnd();
              },
            ] as const,
        ),
        fc.array(fc.tuple(tie('value'), fc.integer({ min: 1, max: 32_767 })), { maxLength: 4 }).map(
          (fields) =>
            [
              Type.STRUCT,
              (out: Output) => {
                out.writeStructBegin('s');
                for (const [[type, write], id] of fields) {
                  out.writeFieldBegin('f', type, id);
                  write(out);
                  out.writeFieldEnd();
                }
                out.writeFieldStop();
                out.writeStructEnd();
              },
            ] as const,
        ),
      ),
    }));
    const type = fc.constantFrom(MessageType.CALL, MessageType.ONEWAY);
    fc.assert(
      fc.property(
        fc.constantFrom(...wires),
        name,
        type,
        fc.integer(),
        id32,
        value,
        (wire, method, kind, sequence, id, [of, write]) => {
          const bytes = thriftMessage(wire, { name: method, type: kind, sequence }, (out: Output) => {
            out.writeFieldBegin('f', of, 1);
            write(out);
            out.writeFieldEnd();
          });
          const message = readOne(thrift, bytes);
          assert.equal(message.problem, undefined);
          assert.deepStrictEqual(message.id, BigInt.asUintN(32, BigInt(sequence)));
          assert.deepStrictEqual(Object.fromEntries(message.attributes), { method });
          const changed = again(thrift, message, { method: 'other' }, id);
          assert.equal(changed.id, id);
          assert.deepStrictEqual(rest(changed), rest(message));
          assert.deepStrictEqual(Object.fromEntries(changed.attributes), { method });
          const body = bytes.length - message.headerSize;
          assert.ok(Buffer.from(changed.bytes).subarray(-body).equals(bytes.subarray(-body)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('for tRPC requests, responses and streams', () => {
    const short = fc.string({ unit: 'binary', maxLength: 200 });
    const info = fc.dictionary(name, short, { maxKeys: 6, noNullPrototype: true });
    const octets = (values: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, utf8(value)]));
    fc.assert(
      fc.property(
        info,
        info,
        short,
        id32,
        id32,
        fc.nat(2),
        fc.uint8Array(),
        (own, set, func, id, other, kind, body) => {
          const names = { caller: '', callee: 'c', func };
          const request = { callee: utf8('c'), func: utf8(func), transInfo: octets(own) };
          const bytes = [
            () => trpcFrame([0, 0], trpcProtos.encode('Request', { ...request, requestId: Number(id) }), body),
            () =>
              trpcFrame([0, 0], trpcProtos.encode('Response', { requestId: Number(id), transInfo: octets(own) }), body),
            () =>
              trpcFrame(
                [1, 1],
                trpcProtos.encode('Init', { requestMeta: request, initWindowSize: 9 }),
                body,
                Number(id),
              ),
          ][kind]?.();
          const message = readOne(trpc, bytes ?? assert.fail(), { sender: kind === 1 ? 'server' : 'client' });
          assert.equal(message.problem, undefined);
          assert.equal(message.id, id);
          const changed = again(trpc, message, set, other);
          assert.equal(changed.id, other);
          assert.deepStrictEqual(rest(changed), rest(message));
          assert.deepStrictEqual(Object.fromEntries(changed.attributes), folded(kind === 1 ? {} : names, own, set));
          assert.ok(Buffer.from(changed.bytes.subarray(changed.headerSize)).equals(body));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('for bRPC', () => {
    fc.assert(
      fc.property(text, text, id64, id64, fc.uint8Array(), (serviceName, methodName, id, other, body) => {
        const correlationId = BigInt.asIntN(64, id);
        const message = readOne(brpc, brpcMessage({ request: { serviceName, methodName }, correlationId }, body));
        assert.deepStrictEqual(
          [message.id, message.details.service, message.details.method],
          [id, serviceName, methodName],
        );
        const changed = again(brpc, message, { a: 'b' }, other);
        assert.equal(changed.id, other);
        assert.deepStrictEqual(rest(changed), rest(message));
        assert.ok(Buffer.from(changed.bytes.subarray(changed.headerSize)).equals(body));
      }),
      { numRuns: 300 },
    );
  });
});

describe('laziness', () => {
  it('says the same of every message, sound or not, as reading it at once', () => {
    for (const [name, messages] of Object.entries(streams)) {
      const codec = { dubbo, thrift, trpc, brpc }[name as keyof typeof streams];
      const cut = messages().map((bytes) => bytes.subarray(0, -1));
      for (const bytes of [...messages(), ...cut.map(withLength)]) {
        const [now, late] = (['all', 'lazy'] as const).map((read) => codec.decoder({ read }).push(bytes)[0]);
        if (now === undefined || late === undefined) {
          assert.equal(now, late);
          continue;
        }
        const { kind, sender, id, headerSize, attributes, spelt, fate, details, failed, problem } = late;
        assert.deepStrictEqual(
          { kind, sender, id, headerSize, attributes, spelt, fate, details, failed, problem, bytes },
          { spelt: undefined, fate: undefined, ...now, bytes },
        );
      }
    }
  });
});

/** A Dubbo message whose body was cut, with the length that it has now; others as they are. */
function withLength(bytes: Buffer): Buffer {
  if (bytes.readUInt16BE(0) !== 0xdabb || bytes.length < 16) return bytes;
  const result = Buffer.from(bytes);
  result.writeUInt32BE(bytes.length - 16, 12);
  return result;
}
