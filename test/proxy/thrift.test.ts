import assert from 'node:assert/strict';
import type { Message } from '../../src/codec/codec.js';
import { thrift } from '../../src/codec/thrift/thrift.js';
import { MessageType, thriftMessage, type Wire, wires } from '../codec/thrift/calls.js';
import { parts } from './fixture.js';
import { until } from './plane.js';
import { cluster, service, to } from './rules.js';

const rules = service(
  'thrift',
  `
- name: pay
  match: {attributes: {method: {exact: pay}}}
  route: [${to('v2')}]
- name: other
  match: {attributes: {method: {prefix: say}}}
  route: [${to('v1')}]
`,
);

const call = (wire: Wire, name: string, sequence: number, type: number = MessageType.CALL) =>
  thriftMessage(wire, { name, type, sequence });

const reply = (wire: Wire) => (message: Message) => {
  if (message.kind !== 'request') return undefined;
  const name = message.attributes.get('method') ?? '';
  return thriftMessage(wire, { name, type: MessageType.REPLY, sequence: Number(message.id) });
};

describe('proxy: Thrift', function () {
  this.timeout(120_000);
  const { plane: start, server, client } = parts(thrift);

  for (const wire of wires) {
    it(`routes ${wire.transport} ${wire.protocol} by method, and says that there is no route`, async () => {
      const [v1, v2] = [await server(reply(wire)), await server(reply(wire))];
      const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port], [cluster('v2')]: [v2.port] } });
      const one = await client(plane);
      assert.equal((await one.ask(call(wire, 'pay', 5))).id, 5n);
      assert.equal((await one.ask(call(wire, 'sayHello', 6))).id, 6n);
      const none = await one.ask(call(wire, 'nothing', 7));
      assert.equal(none.failed, true);
      assert.equal(none.details.type, 'exception');
      assert.equal(none.id, 7n);
      assert.deepStrictEqual(
        [v1, v2].map(({ got }) => got.map(({ attributes }) => attributes.get('method'))),
        [['sayHello'], ['pay']],
      );
    });
  }

  it('gives one client its answers in the order of its calls', async () => {
    const wire = wires[0] as Wire;
    const v1 = await server((message, socket) => {
      const answer = reply(wire)(message) ?? new Uint8Array(0);
      // The first takes longest.
      setTimeout(() => socket.write(answer), message.id === 0n ? 100 : 0);
      return undefined;
    });
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const one = await client(plane);
    one.send(...Array.from({ length: 20 }, (_, id) => call(wire, 'say', id)));
    await one.until(20);
    assert.deepStrictEqual(
      one.received.map(({ id }) => id),
      Array.from({ length: 20 }, (_, id) => BigInt(id)),
    );
    assert.equal(v1.connections, 1);
  });

  it('has as many connections to a server as calls are under way, and uses them again', async () => {
    const wire = wires[0] as Wire;
    const held: (() => void)[] = [];
    const v1 = await server((message, socket) => {
      const answer = reply(wire)(message) ?? new Uint8Array(0);
      held.push(() => socket.write(answer));
      if (held.length >= 8) for (const release of held) release();
      return undefined;
    });
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const clients = await Promise.all(Array.from({ length: 8 }, () => client(plane)));
    await Promise.all(clients.map((each, at) => each.ask(call(wire, 'say', at))));
    assert.equal(v1.connections, 8);
    for (const each of clients) await each.ask(call(wire, 'say', 9));
    assert.equal(v1.connections, 8);
  });

  it('passes on calls that want no answer, in their order', async () => {
    const wire = wires[0] as Wire;
    const v1 = await server(reply(wire));
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const one = await client(plane);
    one.send(call(wire, 'say1', 1, MessageType.ONEWAY), call(wire, 'say2', 2));
    await one.until(1);
    await until(() => v1.got.length === 2, 'both calls');
    assert.deepStrictEqual(
      v1.got.map(({ attributes }) => attributes.get('method')),
      ['say1', 'say2'],
    );
  });

  it('gives up a connection whose answer does not come in time', async () => {
    const wire = wires[0] as Wire;
    let calls = 0;
    const v1 = await server((message) => (calls++ === 0 ? undefined : reply(wire)(message)));
    const plane = await start({
      rules,
      upstreams: { [cluster('v1')]: [v1.port] },
      settings: { timeout: 300 },
    });
    const one = await client(plane);
    assert.equal((await one.ask(call(wire, 'say', 1))).failed, true);
    assert.equal((await one.ask(call(wire, 'say', 2))).failed, false);
    assert.equal(v1.connections, 2);
  });
});
