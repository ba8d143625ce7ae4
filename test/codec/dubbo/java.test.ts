import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dubbo } from '../../../src/codec/dubbo/dubbo.js';
import { plain, readAll, readOne } from '../read.js';
import { frame } from './message.js';

const text = gunzipSync(readFileSync(join(import.meta.dirname, 'java/bodies.txt.gz'))).toString();
const bodies = new Map(
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([name = '', hex = '']) => [name, Buffer.from(hex, 'hex')]),
);
const requests = ['objects', 'primitives', 'shared', 'none'];
const responses = ['exception', 'value', 'null'];
const message = (name: string) => {
  const body = bodies.get(name) ?? assert.fail();
  return requests.includes(name) ? frame(0xc2, 0, 1n, body) : frame(0x02, 20, 1n, body);
};
const attachments = { path: 'org.example.Demo', user: 'Jürgen 😀' };

describe('the Dubbo codec and what Dubbo for Java writes', () => {
  for (const name of requests) {
    it(`reads past the arguments of a request: ${name}`, () => {
      const { problem, attributes } = readOne(dubbo, message(name));
      assert.equal(problem, undefined);
      assert.deepStrictEqual(Object.fromEntries(attributes), {
        interface: 'org.example.Demo',
        method: 'sayHello',
        ...attachments,
      });
    });
  }

  for (const name of responses) {
    it(`reads past the value of a response: ${name}`, () => {
      const { problem, attributes, failed } = readOne(dubbo, message(name));
      assert.equal(problem, undefined);
      assert.deepStrictEqual(Object.fromEntries(attributes), attachments);
      assert.equal(failed, name === 'exception');
    });
  }

  it('changes attachments and no octet before them', () => {
    for (const name of [...requests, ...responses]) {
      const before = readOne(dubbo, message(name));
      const set = new Map([
        ['user', 'vip 😀'],
        ['depth', 'four'],
        ['lane', 'x'.repeat(3000)],
      ]);
      const bytes = Buffer.concat(dubbo.encode(before, { attributes: set }));
      const after = readOne(dubbo, bytes);
      assert.equal(after.problem, undefined);
      assert.deepStrictEqual(Object.fromEntries(after.attributes), Object.fromEntries([...before.attributes, ...set]));
      const place = Buffer.from(before.bytes).lastIndexOf('path') - 1;
      assert.ok(bytes.subarray(16, place).equals(Buffer.from(before.bytes).subarray(16, place)));
    }
  });

  it('reads the same one octet at a time', () => {
    const stream = Buffer.concat([...requests, ...responses].map(message));
    const decoder = dubbo.decoder();
    const messages = [...stream].flatMap((octet) => decoder.push(Uint8Array.of(octet)));
    assert.deepStrictEqual(messages.map(plain), readAll(dubbo, stream).map(plain));
  });
});
