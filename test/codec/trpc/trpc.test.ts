import assert from 'node:assert/strict';
import { trpc } from '../../../src/codec/trpc/trpc.js';
import { plain, readAll, readOne } from '../read.js';
import { trpcFrame, trpcProtos } from './frames.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const body = utf8('the body');

const request = {
  version: 0,
  requestId: 4_000_000_000,
  timeout: 800,
  caller: utf8('trpc.app.client'),
  callee: utf8('trpc.app.server'),
  func: utf8('/app.Greeter/SayHello'),
  messageType: 3,
  transInfo: { User: utf8('vip-7'), 'trpc-env': utf8('gray') },
  contentType: 2,
  contentEncoding: 1,
  attachmentSize: 5,
};

const unary = (name: 'Request' | 'Response', value: Readonly<Record<string, unknown>>) =>
  trpcFrame([0, 0], trpcProtos.encode(name, value), body);

/** Where the meta of a stream's frame stands; the implementations of tRPC have it in the body. */
const places = ['header', 'body'] as const;

function metaFrame(place: (typeof places)[number], type: number, meta: Uint8Array, id: number): Buffer {
  const none = new Uint8Array(0);
  return place === 'header' ? trpcFrame([1, type], meta, none, id) : trpcFrame([1, type], none, meta, id);
}

describe('the tRPC codec', () => {
  it('reads a request that protobuf wrote, with and without being told who sends it', () => {
    const bytes = unary('Request', request);
    for (const options of [{}, { sender: 'client' }] as const) {
      const { attributes, details, ...message } = readOne(trpc, bytes, options);
      assert.deepStrictEqual(Object.fromEntries(attributes), {
        caller: 'trpc.app.client',
        callee: 'trpc.app.server',
        func: '/app.Greeter/SayHello',
        user: 'vip-7',
        'trpc-env': 'gray',
      });
      assert.deepStrictEqual(details, { content_type: 2, content_encoding: 1, timeout: 800 });
      assert.deepStrictEqual([message.kind, message.sender, message.id], ['request', 'client', 4_000_000_000n]);
      assert.equal(message.bytes.length - message.headerSize, body.length);
    }
    assert.equal(readOne(trpc, unary('Request', { ...request, callType: 1 })).kind, 'one-way');
  });

  it('reads a response, also one that says nothing but its id', () => {
    const plainly = readOne(trpc, unary('Response', { requestId: 7 }));
    assert.deepStrictEqual([plainly.kind, plainly.id, plainly.failed], ['response', 7n, false]);
    const failed = readOne(
      trpc,
      unary('Response', { requestId: 7, ret: 11, errorMsg: utf8('no'), transInfo: { a: utf8('b') } }),
    );
    assert.deepStrictEqual(
      [failed.failed, failed.details, Object.fromEntries(failed.attributes)],
      [true, { ret: 11, error_msg: 'no' }, { a: 'b' }],
    );
  });

  it('sets trans_info and leaves the rest as protobuf wrote it', () => {
    for (const [name, value] of [
      ['Request', request],
      ['Response', { requestId: 7, transInfo: request.transInfo, contentType: 2 }],
    ] as const) {
      const message = readOne(trpc, unary(name, value));
      const attributes = new Map([
        ['User', 'ünd'],
        ['lane', 'x'.repeat(300)],
      ]);
      const bytes = Buffer.concat(trpc.encode(message, { attributes, id: 9n }));
      const size = bytes.readUInt16BE(8);
      const set = { User: utf8('ünd'), lane: utf8('x'.repeat(300)) };
      const expected = { ...value, requestId: 9, transInfo: { ...value.transInfo, ...set } };
      assert.deepStrictEqual(
        trpcProtos.decode(name, bytes.subarray(16, 16 + size)),
        trpcProtos.decode(name, trpcProtos.encode(name, expected)),
      );
      assert.deepEqual(bytes.subarray(16 + size), Buffer.from(body));
      assert.equal(bytes.readUInt32BE(4), bytes.length);
    }
  });

  it('leaves a message as it is when its header would not fit its length field', () => {
    const message = readOne(trpc, unary('Request', request));
    const attributes = new Map([['long', 'x'.repeat(70_000)]]);
    assert.deepStrictEqual(trpc.encode(message, { attributes }), [message.bytes]);
  });

  it('answers errors of calls and of streams', () => {
    const asked = readOne(trpc, unary('Request', request));
    for (const [kind, ret] of [
      ['no-route', 11],
      ['bad-response', 31],
      ['other', 31],
    ] as const) {
      const reply = trpc.errorReply(asked, { kind, message: 'no route' });
      assert.ok(reply !== undefined);
      const { id, failed, details } = readOne(trpc, reply);
      assert.deepStrictEqual([id, failed], [4_000_000_000n, true]);
      assert.deepStrictEqual(details, { content_type: 2, ret, func_ret: ret, error_msg: 'no route' });
    }
    for (const place of places) {
      const init = readOne(trpc, metaFrame(place, 1, trpcProtos.encode('Init', { requestMeta: {} }), 5));
      const reply = trpc.errorReply(init, { kind: 'no-route', message: 'no' });
      assert.ok(reply !== undefined);
      const answer = readOne(trpc, reply);
      assert.deepStrictEqual(
        [answer.kind, answer.id, answer.sender, answer.failed],
        ['stream-init', 5n, 'server', true],
      );
      assert.equal(Buffer.from(reply).readUInt16BE(8) === 0, place === 'body');
      const reset = trpc.errorReply({ ...init, kind: 'stream-data' }, { kind: 'other', message: 'gone' });
      assert.ok(reset !== undefined);
      assert.deepStrictEqual(readOne(trpc, reset).details, { close: 'reset', ret: 31, msg: 'gone' });
      assert.equal(Buffer.from(reset).readUInt16BE(8) === 0, place === 'body');
    }
    const oneWay = readOne(trpc, unary('Request', { ...request, callType: 1 }));
    assert.equal(trpc.errorReply(oneWay, { kind: 'other', message: '' }), undefined);
  });

  for (const place of places) {
    it(`reads the frames of a stream with their metas in the ${place}, and sets the trans_info of the first`, () => {
      const { caller, callee, func, transInfo } = request;
      const init = trpcProtos.encode('Init', {
        requestMeta: { caller, callee, func, transInfo },
        initWindowSize: 65535,
      });
      const frames = [
        metaFrame(place, 1, init, 100),
        metaFrame(place, 1, trpcProtos.encode('Init', { responseMeta: {} }), 100),
        trpcFrame([1, 2], new Uint8Array(0), body, 100),
        trpcFrame([1, 3], new Uint8Array(0), body, 100),
        metaFrame(place, 4, trpcProtos.encode('Close', { closeType: 1, ret: 3, msg: utf8('bye') }), 100),
      ];
      const messages = readAll(trpc, Buffer.concat(frames));
      assert.deepStrictEqual(
        messages.map(({ kind, sender, id, failed }) => [kind, sender, id, failed]),
        [
          ['stream-init', 'client', 100n, false],
          ['stream-init', 'server', 100n, false],
          ['stream-data', undefined, 100n, false],
          ['stream-feedback', undefined, 100n, false],
          ['stream-close', undefined, 100n, true],
        ],
      );
      const [first] = messages;
      assert.ok(first !== undefined);
      const changed = readOne(
        trpc,
        Buffer.concat(trpc.encode(first, { attributes: new Map([['User', 'x']]), id: 3n })),
      );
      assert.deepStrictEqual(
        [changed.id, changed.attributes.get('user'), changed.attributes.get('trpc-env')],
        [3n, 'x', 'gray'],
      );
      assert.equal(changed.attributes.get('func'), '/app.Greeter/SayHello');
      assert.equal(Buffer.from(changed.bytes).readUInt16BE(8) === 0, place === 'body');
      const data = messages[2];
      assert.ok(data !== undefined);
      const renumbered = readOne(trpc, Buffer.concat(trpc.encode(data, { id: 3n })));
      assert.deepStrictEqual(plain({ ...renumbered, bytes: data.bytes }), plain({ ...data, id: 3n }));
    });
  }

  it('says what is wrong with a header and goes on behind it', () => {
    const broken = trpcFrame([0, 0], Buffer.from('2aff', 'hex'), body);
    const messages = readAll(trpc, Buffer.concat([broken, unary('Request', request)]));
    assert.deepStrictEqual(
      messages.map(({ problem }) => problem === undefined),
      [false, true],
    );
    assert.equal(trpc.errorReply({ ...(messages[0] ?? assert.fail()) }, { kind: 'other', message: '' }), undefined);
  });
});
