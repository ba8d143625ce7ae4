import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Codec, Message } from '../../../src/codec/codec.js';
import { loadCodec } from '../../../src/command/input/codec/private-codec.js';
import { DiagnosedError } from '../../../src/command/shell/errors.js';
import { plain, readAll, readOne } from '../read.js';

const page = await readFile(join(import.meta.dirname, '../../../docs/private-codecs.md'), 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(page)?.[1] ?? assert.fail();

/** A message of the protocol that the page is about. */
function order(type: number, user: string, body = 'body', id = 7): Buffer {
  const text = Buffer.from(user);
  const header = Buffer.alloc(18);
  header.writeUInt16BE(0x4f52, 0);
  header.writeUInt8(1, 2);
  header.writeUInt8(type, 3);
  header.writeUInt32BE(2 + text.length + body.length, 4);
  header.writeUInt32BE(id, 8);
  header.writeUInt32BE(2, 12);
  header.writeUInt16BE(text.length, 16);
  return Buffer.concat([header, text, Buffer.from(body)]);
}

describe('a codec of your own', () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'codec-'));
  });
  after(() => rm(directory, { recursive: true }));

  const write = async (name: string, text: string) => {
    const file = join(directory, name);
    await writeFile(file, text);
    return file;
  };
  const failure = async (name: string, text: string) => {
    const error = await loadCodec('mine', await write(name, text)).catch((raised: unknown) => raised);
    assert.ok(error instanceof DiagnosedError, String(error));
    assert.equal(error.exitCode, 65);
    return error.diagnostics.map(({ code, line, column, message }) => ({ code, line, column, message }));
  };

  for (const [form, language, name] of [
    ['document', 'yaml', 'codec.yaml'],
    ['module', 'js', 'codec.mjs'],
  ] as const) {
    describe(`as the ${form} in docs/private-codecs.md`, () => {
      let codec: Codec;
      before(async () => {
        codec = await loadCodec('orders', await write(name, block(language)));
      });

      it('reads messages', () => {
        const [request, response, failed, heartbeat] = readAll(
          codec,
          Buffer.concat([order(1, 'ann é'), order(2, ''), order(0x42, ''), order(4, '')]),
        );
        assert.deepStrictEqual(Object.fromEntries(request?.attributes ?? []), { command: 'cancel', user: 'ann é' });
        assert.deepStrictEqual([request?.kind, request?.sender, request?.id], ['request', 'client', 7n]);
        assert.deepStrictEqual([response?.kind, response?.sender, response?.failed], ['response', 'server', false]);
        assert.equal(failed?.failed, true);
        assert.equal(heartbeat?.kind, 'heartbeat');
        assert.equal(codec.codec, 'aeraki.meta_protocol.codec.orders');
        assert.equal(codec.multiplexes, true);
      });

      it('reads them one octet at a time', () => {
        const stream = Buffer.concat([order(1, 'ann'), order(3, 'bob')]);
        const decoder = codec.decoder();
        const messages = [...stream].flatMap((octet) => decoder.push(Uint8Array.of(octet)));
        assert.deepStrictEqual(messages.map(plain), readAll(codec, stream).map(plain));
      });

      it('changes the id and answers errors', () => {
        const message = readOne(codec, order(1, 'ann'));
        const changed = readOne(codec, Buffer.concat(codec.encode(message, { id: 99n })));
        assert.equal(Buffer.from(changed.bytes).toString('hex'), order(1, 'ann', 'body', 99).toString('hex'));
        const reply = codec.errorReply(message, { kind: 'no-route', message: 'no' });
        assert.equal(Buffer.from(reply ?? []).toString('hex'), order(0x42, '', '').toString('hex'));
      });

      it('refuses other bytes, and a length that cannot be', () => {
        const decoder = codec.decoder();
        assert.deepStrictEqual(decoder.push(Buffer.alloc(40, 'x')), []);
        assert.equal(decoder.failure?.reason, 'protocol');
        const huge = order(1, 'ann');
        huge.writeUInt32BE(0xffffffff, 4);
        const other = codec.decoder();
        assert.deepStrictEqual(other.push(huge), []);
        assert.equal(other.failure?.reason, 'size');
        assert.equal(other.pending, 0);
      });

      it('never throws on mutated bytes, and says the same however they come', () => {
        const stream = Buffer.concat([order(1, 'ann'), order(2, ''), order(3, 'bob'), order(4, '')]);
        const change = fc.tuple(fc.nat(stream.length - 1), fc.nat(255));
        fc.assert(
          fc.property(
            fc.array(change, { minLength: 1, maxLength: 5 }),
            fc.integer({ min: 1, max: 30 }),
            (changes, size) => {
              const bytes = Buffer.from(stream);
              for (const [at, octet] of changes) bytes[at] = octet;
              const whole = codec.decoder({ maxMessageSize: 1 << 16 });
              const messages = whole.push(bytes);
              const cut = codec.decoder({ maxMessageSize: 1 << 16 });
              const pieces: Message[] = [];
              for (let at = 0; at < bytes.length; at += size) pieces.push(...cut.push(bytes.subarray(at, at + size)));
              assert.deepStrictEqual(pieces.map(plain), messages.map(plain));
              assert.equal(cut.failure?.offset, whole.failure?.offset);
              for (const message of messages) {
                codec.encode(message, { attributes: new Map([['user', 'x']]), id: 5n });
                codec.errorReply(message, { kind: 'other', message: 'x' });
                codec.heartbeatReply(message);
              }
            },
          ),
          { numRuns: 500 },
        );
      });

      it('says what is wrong with a message and goes on', () => {
        const broken = order(1, 'ann');
        broken.writeUInt16BE(0xffff, 16);
        const unknown = order(9, 'ann');
        const messages = readAll(codec, Buffer.concat([broken, unknown, order(1, 'bob')]));
        assert.equal(messages.length, 3);
        if (form === 'document') {
          assert.match(messages[0]?.problem ?? '', /user is longer than the message/);
          assert.match(messages[1]?.problem ?? '', /type/);
        }
        assert.equal(messages[2]?.attributes.get('user'), 'bob');
      });
    });
  }

  it('as a document changes attributes where they fit', async () => {
    const codec = await loadCodec('orders', await write('change.yaml', block('yaml')));
    const message = readOne(codec, order(1, 'ann'));
    const change = (attributes: Record<string, string>): Message =>
      readOne(codec, Buffer.concat(codec.encode(message, { attributes: new Map(Object.entries(attributes)) })));
    const changed = change({ User: 'somebody else', command: 'create' });
    assert.deepStrictEqual(Object.fromEntries(changed.attributes), { command: 'create', user: 'somebody else' });
    assert.ok(Buffer.from(changed.bytes).subarray(-4).equals(Buffer.from('body')));
    assert.deepStrictEqual(plain(change({ command: 'nonsense', user: 'x'.repeat(70_000) })), plain(message));
    const beat = codec.heartbeatReply(readOne(codec, order(4, '', '')));
    assert.equal(Buffer.from(beat ?? []).toString('hex'), order(4, '', '').toString('hex'));
  });

  it('as a document can be little-endian and count the whole message', async () => {
    const text = [
      'apiVersion: aeraki.io/v1alpha1',
      'kind: Codec',
      'metadata: {name: small}',
      'spec:',
      '  byteOrder: little',
      '  header:',
      '    size: 12',
      '    fields:',
      '      - {name: mark, offset: 0, size: 4, type: text, value: SMAL}',
      '      - {name: length, offset: 4, size: 2}',
      '      - {name: topic, offset: 6, size: 6, type: text, attribute: topic}',
      '  length: {field: length, counts: message}',
    ].join('\n');
    const codec = await loadCodec('small', await write('small.yaml', text));
    const bytes = Buffer.from('SMAL\x0e\0news\0\0hi');
    const message = readOne(codec, bytes, { sender: 'server' });
    assert.deepStrictEqual([message.kind, message.attributes.get('topic')], ['response', 'news']);
    const changed = Buffer.concat(codec.encode(message, { attributes: new Map([['topic', 'sport']]) }));
    assert.equal(changed.toString('latin1'), 'SMAL\x0e\0sport\0hi');
  });

  it('is refused with line and column where the document is wrong', async () => {
    const text = block('yaml');
    assert.deepStrictEqual(
      await failure('a.yaml', text.replace('id: id\n', 'id: ID_\n').replace('offset: 12', 'offset: 13')),
      [
        {
          code: 'AER0921',
          line: 17,
          column: 15,
          message: 'The field command ends at octet 17, behind the header of 16 octets.',
        },
        { code: 'AER0921', line: 23, column: 7, message: 'The header has no field ID_. Did you mean id?' },
      ],
    );
    assert.deepStrictEqual(
      (await failure('b.yaml', text.replace('size: 16', 'sise: 16'))).map(({ code, line }) => [code, line]),
      [
        ['AER0101', 7],
        ['AER0104', 7],
      ],
    );
    assert.deepStrictEqual(
      (await failure('c.yaml', 'a: b\n')).map(({ code }) => code),
      ['AER0920'],
    );
    assert.deepStrictEqual(
      (await failure('d.yaml', 'a: [b\n')).map(({ line }) => line),
      [2],
    );
  });

  it('is refused with what it lacks where the module is wrong', async () => {
    const messages = async (name: string, text: string) => (await failure(name, text)).map(({ message }) => message);
    assert.match((await messages('a.mjs', 'export default {headerSize: 0}')).join(), /headerSize.*length.*decode/);
    assert.match((await messages('b.mjs', 'export const a = 1')).join(), /default export/);
    assert.match((await messages('c.mjs', 'export default {')).join(), /cannot be loaded/);
  });

  it('as a module cannot do harm by a fault', async () => {
    const text = `export default {
      headerSize: 1, length: (h) => h[0], decode(m) { if (m.length === 2) throw new Error('oh'); return { kind: 'what' }; },
      encode() { throw new Error('oh'); }, errorReply() { return 'text'; },
    };`;
    const codec = await loadCodec('bad', await write('bad.mjs', text));
    const messages = readAll(codec, Buffer.from([2, 0, 3, 0, 0]));
    assert.deepStrictEqual(
      messages.map(({ problem }) => problem?.slice(0, 40)),
      ['The codec raised an error: oh.', 'The codec raised an error: decode gave t'],
    );
    for (const message of messages) {
      assert.deepStrictEqual(codec.encode(message, { id: 1n }), [message.bytes]);
      assert.equal(codec.errorReply(message, { kind: 'other', message: '' }), undefined);
    }
    const decoder = codec.decoder();
    decoder.push(Uint8Array.of(0));
    assert.match(decoder.failure?.message ?? '', /0 octets long/);
  });
});
