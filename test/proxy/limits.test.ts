import assert from 'node:assert/strict';
import type { Message } from '../../src/codec/codec.js';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { dubboRequest, dubboResponse } from '../codec/dubbo/message.js';
import { parts } from './fixture.js';
import { until } from './plane.js';
import { cluster, service, to } from './rules.js';

const rules = service('dubbo', `- name: all\n  route: [${to('v1')}]`);
const answered = (message: Message) => dubboResponse(message.id ?? 0n, 1, ['ok']);

describe('proxy: what hostile or slow peers can do', function () {
  this.timeout(120_000);
  const { plane: start, server, client } = parts(dubbo);

  it('closes a connection whose bytes are no messages, after answering those that were', async () => {
    const v1 = await server(answered);
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const one = await client(plane);
    one.send(dubboRequest({ id: 1n }), Buffer.from('GET / HTTP/1.1\r\n\r\n'));
    await one.untilClosed();
    assert.equal(one.received.length, 1);
    assert.match(plane.troubles.join(), /da bb/);
    assert.equal(nameless(await (await client(plane)).ask(dubboRequest({ id: 2n }))), false);
  });

  it('refuses a message that says it is 4 GB long before it has come', async () => {
    const plane = await start({ rules });
    const one = await client(plane);
    const header = Buffer.from(dubboRequest({ id: 1n }).subarray(0, 16));
    header.writeUInt32BE(0xffffffff, 12);
    one.send(header);
    await one.untilClosed();
    assert.match(plane.troubles.join(), /octets long/);
  });

  it('fails what is under way when a server answers nonsense', async () => {
    const v1 = await server(() => Buffer.from('nonsense'));
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const answer = await (await client(plane)).ask(dubboRequest({ id: 1n }));
    assert.equal(answer.details.status, 'bad response');
    assert.equal(plane.lines[0]?.flags, 'UPE');
  });

  it('survives a client that goes away with requests under way', async () => {
    const v1 = await server(() => undefined);
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const one = await client(plane);
    one.send(dubboRequest({ id: 1n }), dubboRequest({ id: 2n }));
    await until(() => v1.got.length === 2, 'the requests');
    one.socket.resetAndDestroy();
    await until(() => plane.lines.length === 2, 'the lines');
    assert.deepStrictEqual(new Set(plane.lines.map(({ flags }) => flags)), new Set(['DC']));
    await until(() => plane.plane.active === 0, 'nothing under way');
  });

  it('takes byte for byte what one client sends, while it serves another', async () => {
    const v1 = await server(answered);
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const [slow, quick] = [await client(plane), await client(plane)];
    const request = dubboRequest({ id: 1n, attachments: { user: 'ann' } });
    for (const octet of request) {
      slow.send(Uint8Array.of(octet));
      await quick.ask(dubboRequest({ id: 2n }));
    }
    await slow.until(1);
    assert.equal(plane.lines.filter(({ attributes }) => attributes.user === 'ann').length, 1);
  });

  it('reads no more from a client that does not read its answers, and holds little for it', async () => {
    const body = 'x'.repeat(64 * 1024);
    const v1 = await server((message) => dubboResponse(message.id ?? 0n, 1, [body]));
    const plane = await start({
      rules,
      upstreams: { [cluster('v1')]: [v1.port] },
      settings: { maxInFlight: 16, slowClient: 60_000 },
    });
    const one = await client(plane);
    one.socket.pause();
    const requests = 1000;
    one.send(...Array.from({ length: requests }, (_, id) => dubboRequest({ id: BigInt(id) })));
    let before = -1;
    // Until nothing moves any more: the systems' buffers are full.
    while (before !== v1.got.length) {
      before = v1.got.length;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    assert.ok(v1.got.length < requests / 2, `${v1.got.length} requests were passed on`);
    // Other clients are served by the endpoint all the same once the slow one reads or goes.
    one.socket.resume();
    await one.until(requests);
    assert.equal(new Set(one.received.map(({ id }) => id)).size, requests);
  });

  it('does not let a client that never reads hold back the others for long', async () => {
    const body = 'x'.repeat(64 * 1024);
    const v1 = await server((message) => dubboResponse(message.id ?? 0n, 1, [body]));
    const plane = await start({
      rules,
      upstreams: { [cluster('v1')]: [v1.port] },
      settings: { slowClient: 300 },
    });
    const [one, other] = [await client(plane), await client(plane)];
    one.socket.pause();
    one.send(...Array.from({ length: 1000 }, (_, id) => dubboRequest({ id: BigInt(id) })));
    await until(() => plane.troubles.length > 0, 'the slow client to be cut');
    assert.match(plane.troubles.join(), /does not read its answers/);
    await other.ask(dubboRequest({ id: 1n }));
  });

  it('stops reading from clients while a server does not read', async () => {
    let reading = false;
    const v1 = await server((message, socket) => {
      if (!reading) socket.pause();
      return answered(message);
    });
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const one = await client(plane);
    const requests = 200;
    const large = 'y'.repeat(256 * 1024);
    one.send(
      ...Array.from({ length: requests }, (_, id) =>
        dubboRequest({ id: BigInt(id), types: 'Ljava/lang/String;', values: [large] }),
      ),
    );
    let before = -1;
    while (before !== one.socket.writableLength) {
      before = one.socket.writableLength;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    assert.ok(before > (requests / 2) * large.length, `only ${before} octets wait at the client`);
    reading = true;
    for (const socket of v1.sockets) socket.resume();
    await one.until(requests);
    assert.equal(v1.got.length, requests);
  });
});

const nameless = ({ failed }: Message) => failed;
