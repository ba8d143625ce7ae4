import assert from 'node:assert/strict';
import { brpc } from '../../../src/codec/brpc/brpc.js';
import { readOne } from '../read.js';
import { brpcMessage, metaOf } from './messages.js';

const meta = {
  request: { serviceName: 'example.EchoService', methodName: 'Echo', logId: 12n, timeoutMs: 500 },
  compressType: 1,
  correlationId: 2n ** 60n,
  attachmentSize: 3,
  authenticationData: Buffer.from('secret'),
};

describe('the bRPC codec', () => {
  it('reads a request that protobuf wrote, without attributes', () => {
    const message = readOne(brpc, brpcMessage(meta));
    assert.deepStrictEqual(message.attributes, new Map());
    assert.deepStrictEqual(message.details, {
      service: 'example.EchoService',
      method: 'Echo',
      log_id: '12',
      timeout: 500,
      compress_type: 1,
      attachment_size: 3,
    });
    assert.deepStrictEqual([message.kind, message.sender, message.id], ['request', 'client', 2n ** 60n]);
    assert.equal(message.bytes.length - message.headerSize, 4);
  });

  it('reads responses', () => {
    const failed = readOne(brpc, brpcMessage({ response: { errorCode: 1003, errorText: 'no' }, correlationId: 5n }));
    assert.deepStrictEqual([failed.kind, failed.failed, failed.id], ['response', true, 5n]);
    assert.deepStrictEqual(failed.details, { error_code: 1003, error_text: 'no' });
    const fine = readOne(brpc, brpcMessage({ response: {}, correlationId: 5n }));
    assert.deepStrictEqual([fine.kind, fine.failed], ['response', false]);
  });

  it('changes the correlation id and nothing else', () => {
    const message = readOne(brpc, brpcMessage(meta));
    const bytes = Buffer.concat(brpc.encode(message, { id: 77n, attributes: new Map([['a', 'b']]) }));
    assert.deepStrictEqual(metaOf(bytes), metaOf(brpcMessage({ ...meta, correlationId: 77n })));
    assert.equal(bytes.subarray(-4).toString(), 'body');
    assert.equal(readOne(brpc, bytes).id, 77n);
    assert.deepStrictEqual(brpc.encode(message, { attributes: new Map([['a', 'b']]) }), [message.bytes]);
  });

  it('has no answer for an error', () => {
    const message = readOne(brpc, brpcMessage(meta));
    assert.equal(brpc.errorReply(message, { kind: 'no-route', message: 'no' }), undefined);
  });
});
