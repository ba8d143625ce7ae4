import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { conversation, ipPacket, links, pcap } from './capture/packets.js';
import { dubboRequest, dubboResponse } from './dubbo/message.js';

const root = join(import.meta.dirname, '../..');
const path = 'com.example.shop.OrderService';
const call = (id: bigint, method: string, group: string) =>
  dubboRequest({ id, path, method, types: 'I', values: [Number(id)], attachments: { path, interface: path, group } });

/** A capture of two customers of examples/dubbo.yaml, and three messages of the protocol in docs/private-codecs.md. */
const files: Readonly<Record<string, () => Promise<Buffer>>> = {
  'examples/dubbo.pcap': async () => {
    const server = ['10.1.0.9', 20880] as const;
    const one = conversation(['10.1.0.1', 41000], server, [
      ['client', call(1n, 'pay', 'trial-7')],
      ['server', dubboResponse(1n, 4, [true, { dubbo: '2.0.2' }])],
    ]);
    const other = conversation(['10.1.0.2', 41001], server, [
      ['client', call(1n, 'pay', 'all')],
      ['client', call(2n, 'list', 'all')],
      ['server', dubboResponse(2n, 4, [[], { dubbo: '2.0.2' }])],
      ['server', dubboResponse(1n, 0, [{ $class: 'com.example.shop.NoFunds', $: { detailMessage: 'no funds' } }])],
    ]);
    return pcap(
      1,
      [...one, ...other].map((part) => links[1](ipPacket(part))),
    );
  },
  'examples/orders.bin': async () => {
    const hex = [
      '4f52010100000007 00000001 00000001 0003 616e6e 0000',
      '4f52010200000002 00000001 00000001 0000',
      '4f52010300000005 00000002 00000002 0003 626f62',
    ];
    return Buffer.from(hex.join('').replace(/ /g, ''), 'hex');
  },
  'examples/orders.mjs': async () => {
    const page = await readFile(join(root, 'docs/private-codecs.md'), 'utf8');
    return Buffer.from(/```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
  },
};

describe('the examples for decode', () => {
  for (const [name, make] of Object.entries(files)) {
    it(`${name} is what it is made from`, async () => {
      const made = await make();
      const file = join(root, name);
      if (process.env.UPDATE_GOLDEN === '1' && !process.env.CI) await writeFile(file, made);
      assert.ok((await readFile(file)).equals(made), 'UPDATE_GOLDEN=1 writes it anew');
    });
  }
});
