import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Codec, Message } from '../../src/codec/codec.js';
import { loadCodecs } from '../../src/command/input/codec/private-codecs.js';
import { root } from '../cli/program.js';
import { parts } from './fixture.js';
import { cluster, service, to } from './rules.js';

/** A message of the protocol of examples/orders.mjs. */
function orders(type: number, id: number, command: number, user: string): Buffer {
  const name = Buffer.from(user);
  const bytes = Buffer.alloc(18 + name.length);
  bytes.writeUInt16BE(0x4f52, 0);
  bytes[2] = 1;
  bytes[3] = type;
  bytes.writeUInt32BE(2 + name.length, 4);
  bytes.writeUInt32BE(id, 8);
  bytes.writeUInt32BE(command, 12);
  bytes.writeUInt16BE(name.length, 16);
  name.copy(bytes, 18);
  return bytes;
}

describe('proxy: a protocol of your own', function () {
  this.timeout(120_000);
  let own: readonly Codec[];
  before(async () => {
    own = await loadCodecs([`orders=${join(root, 'examples/orders.mjs')}`]);
  });
  const codec: Codec = {
    ...({} as Codec),
    decoder: (options) => (own[0] as Codec).decoder(options),
  };
  const { plane: start, server, client } = parts(codec);
  const answer = (name: string) => (message: Message) => orders(2, Number(message.id), 1, name);

  it('is routed by its attributes, with ids of the proxy, and answered in its own way', async () => {
    const [v1, v2] = [await server(answer('v1')), await server(answer('v2'))];
    const rules = service(
      'orders',
      `
- {name: vip, match: {attributes: {user: {exact: vip}, command: {exact: create}}}, route: [${to('v2')}]}
- {name: other, match: {attributes: {command: {regex: "*"}, user: {prefix: a}}}, route: [${to('v1')}]}
`,
    );
    const plane = await start({ rules, own, upstreams: { [cluster('v1')]: [v1.port], [cluster('v2')]: [v2.port] } });
    const [one, two] = [await client(plane), await client(plane)];
    const answers = [
      await one.ask(orders(1, 5, 1, 'vip')),
      await two.ask(orders(1, 5, 2, 'ann')),
      await one.ask(orders(1, 6, 2, 'vip')),
    ];
    assert.deepStrictEqual(
      answers.map(({ id, attributes, failed }) => [id, attributes.get('user'), failed]),
      [
        [5n, 'v2', false],
        [5n, 'v1', false],
        [6n, '', true],
      ],
    );
    assert.deepStrictEqual(
      plane.lines.map(({ route, protocol, attributes }) => [route, protocol, attributes.user]),
      [
        ['vip', 'orders', 'vip'],
        ['other', 'orders', 'ann'],
        [null, 'orders', 'vip'],
      ],
    );
  });
});
