import assert from 'node:assert/strict';
import type { Message } from '../../../src/codec/codec.js';
import { dubbo } from '../../../src/codec/dubbo/dubbo.js';
import { dubboRequest, dubboResponse, frame, hessianOf, valuesOf } from './message.js';

function one(bytes: Uint8Array): Message {
  const decoder = dubbo.decoder();
  const messages = [...decoder.push(bytes), ...decoder.end()];
  assert.equal(decoder.failure, undefined);
  const [message, ...more] = messages;
  assert.equal(more.length, 0);
  assert.ok(message !== undefined);
  return message;
}

function encoded(message: Message, set: Record<string, string>, id?: bigint): Message {
  return one(Buffer.concat(dubbo.encode(message, { attributes: new Map(Object.entries(set)), id })));
}

const argument = { $class: 'org.example.User', $: { name: 'Ann', tags: ['a', 'b'], parent: null, age: 7 } };

describe('the Dubbo codec', () => {
  it('reads what hessian.js wrote', () => {
    const bytes = dubboRequest({
      id: 0xfedcba9876543210n,
      types: 'Lorg/example/User;Ljava/lang/String;[I',
      values: [argument, 'x'.repeat(70_000), [1, 70_000, 3]],
      attachments: { path: 'p', Group: 'g', count: 3, name: 'Ünï 😀' },
    });
    const message = one(bytes);
    assert.equal(message.kind, 'request');
    assert.equal(message.id, 0xfedcba9876543210n);
    assert.ok(Buffer.from(message.bytes).equals(bytes));
    assert.equal(message.problem, undefined);
    assert.deepStrictEqual(Object.fromEntries(message.attributes), {
      interface: 'org.apache.dubbo.Demo',
      method: 'sayHello',
      path: 'p',
      group: 'g',
      name: 'Ünï 😀',
    });
  });

  it('changes the attachments and leaves the arguments as they were', () => {
    const types = 'Lorg/example/User;';
    const message = one(dubboRequest({ types, values: [argument], attachments: { group: 'a', n: 5, tag: 'old' } }));
    const changed = encoded(message, { tag: 'new 😀', more: 'x'.repeat(2000) }, 9n);
    assert.equal(changed.id, 9n);
    const values = valuesOf(changed.bytes.subarray(16), 7);
    assert.deepStrictEqual(values[5], valuesOf(message.bytes.subarray(16), 7)[5]);
    assert.deepStrictEqual(values[6], { group: 'a', n: 5, tag: 'new 😀', more: 'x'.repeat(2000) });
  });

  it('gives attachments to a request and to a response that have none', () => {
    const bare = one(frame(0xc2, 0, 1n, hessianOf(['2.0.2', 'p', '1', 'm', ''])));
    assert.equal(encoded(bare, { a: 'b' }).attributes.get('a'), 'b');
    const response = one(dubboResponse(1n, 1, ['value']));
    const changed = encoded(response, { a: 'b' });
    assert.deepStrictEqual(valuesOf(changed.bytes.subarray(16), 3), [4, 'value', { a: 'b' }]);
    const nothing = encoded(one(dubboResponse(1n, 2, [])), { a: 'b' });
    assert.deepStrictEqual(valuesOf(nothing.bytes.subarray(16), 2), [5, { a: 'b' }]);
  });

  it('shows what can be told of other serializations, for people only', () => {
    const names = ['2.0.2', 'org.example.Demo', '', 'sayHello', 'I'];
    const lines = Buffer.from([...names, 5, {}].map((value) => `${JSON.stringify(value)}\n`).join(''));
    const messages = Buffer.concat(
      names.map((name) => {
        const field = name === '' ? Buffer.alloc(0) : Buffer.from(`\n${String.fromCharCode(name.length)}${name}`);
        return Buffer.concat([Buffer.from([field.length]), field]);
      }),
    );
    for (const [serialization, body, name] of [
      [6, lines, 'fastjson'],
      [22, messages, 'protobuf'],
    ] as const) {
      const message = one(frame(0xc0 | serialization, 0, 1n, body));
      assert.equal(message.problem, undefined);
      assert.equal(message.attributes.size, 0);
      assert.deepStrictEqual(message.details, {
        serialization: name,
        dubbo: '2.0.2',
        path: 'org.example.Demo',
        version: '',
        method: 'sayHello',
        parameters: 'I',
      });
      assert.deepStrictEqual(dubbo.encode(message, { attributes: new Map([['a', 'b']]) }), [message.bytes]);
      assert.deepStrictEqual(Object.keys(one(frame(0xc0 | serialization, 0, 1n, Buffer.from('x'))).details), [
        'serialization',
      ]);
    }
  });

  it('answers errors with the status of each and the message', () => {
    const request = one(dubboRequest({ id: 77n }));
    for (const [kind, status] of [
      ['no-route', 'service not found'],
      ['bad-response', 'bad response'],
      ['other', 'server error'],
    ] as const) {
      const reply = dubbo.errorReply(request, { kind, message: 'no route' });
      assert.ok(reply !== undefined);
      const message = one(reply);
      assert.deepStrictEqual(
        { kind: message.kind, id: message.id, status: message.details.status, failed: message.failed },
        { kind: 'response', id: 77n, status, failed: true },
      );
      assert.deepStrictEqual(valuesOf(reply.subarray(16), 1), ['no route']);
    }
    assert.equal(dubbo.errorReply(one(dubboRequest({ twoWay: false })), { kind: 'other', message: '' }), undefined);
  });

  it('answers a heartbeat that asks for it', () => {
    const reply = dubbo.heartbeatReply(one(frame(0xe2, 0, 5n, hessianOf([null]))));
    assert.deepEqual(reply, new Uint8Array(frame(0x22, 20, 5n, hessianOf([null]))));
    assert.equal(dubbo.heartbeatReply(one(frame(0xa2, 0, 5n, hessianOf(['R'])))), undefined);
    assert.equal(dubbo.heartbeatReply(one(frame(0x22, 20, 5n, hessianOf([null])))), undefined);
  });
});
