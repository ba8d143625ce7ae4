import assert from 'node:assert/strict';
import type { Message } from '../../src/codec/codec.js';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { resultOf } from '../cli/result-schemas.js';
import { dubboRequest, dubboResponse, frame, hessianOf } from '../codec/dubbo/message.js';
import { parts, seeded } from './fixture.js';
import { until } from './plane.js';
import { cluster, service, to } from './rules.js';

/** Answers every request with its name. */
const named = (name: string) => (message: Message) =>
  message.kind === 'request' ? dubboResponse(message.id ?? 0n, 4, [name, { server: name }]) : undefined;

const nameOf = ({ attributes, details }: Message) => attributes.get('server') ?? details.status;

const everything = (route: string, more = '', limits = '') =>
  service('dubbo', `- name: all\n  route: ${route}\n${more}`, limits);

describe('proxy: Dubbo', function () {
  this.timeout(120_000);
  const { plane: start, server, client } = parts(dubbo);

  it('routes by attributes, and says which were seen and why', async () => {
    const [v1, v2] = [await server(named('v1')), await server(named('v2'))];
    const rules = service(
      'dubbo',
      `
- name: pay
  match: {attributes: {method: {exact: pay}}}
  route: [${to('v2')}]
- name: trial
  match: {attributes: {group: {prefix: trial-}, interface: {regex: "org\\\\..*"}}}
  route: [${to('v2')}]
- name: rest
  match: {attributes: {method: {regex: "say.*"}}}
  route: [${to('v1')}]
`,
    );
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port], [cluster('v2')]: [v2.port] } });
    const one = await client(plane);
    const answers = [
      await one.ask(dubboRequest({ id: 7n, method: 'pay' })),
      await one.ask(dubboRequest({ id: 2n ** 63n, method: 'x', attachments: { group: 'trial-1' } })),
      await one.ask(dubboRequest({ id: 9n, method: 'sayHello' })),
      await one.ask(dubboRequest({ id: 10n, method: 'x' })),
    ];
    assert.deepStrictEqual(
      answers.map((answer) => [answer.id, nameOf(answer)]),
      [
        [7n, 'v2'],
        [2n ** 63n, 'v2'],
        [9n, 'v1'],
        [10n, 'service not found'],
      ],
    );
    const [, trial, , none] = plane.lines;
    assert.equal(trial?.route, 'trial');
    assert.equal(trial?.attributes.group, 'trial-1');
    assert.deepStrictEqual(trial?.tried, [
      { route: 'pay', failed: [{ attribute: 'method', matcher: 'exact', expected: 'pay', actual: 'x' }] },
    ]);
    assert.equal(none?.route, null);
    assert.equal(none?.flags, 'NR');
    assert.equal(none?.tried.length, 3);
    assert.equal(v1.got.length, 1);
    for (const line of plane.lines) resultOf('proxy', JSON.stringify(line));
  });

  it('knows the attributes that the proxy itself adds', async () => {
    const v1 = await server(named('v1'));
    const rules = service(
      'dubbo',
      `
- {name: other, match: {attributes: {x-meta-protocol-application-protocol: {exact: thrift}}}, route: [${to('v1')}]}
- {name: own, match: {attributes: {X-Meta-Protocol-Application-Protocol: {exact: dubbo}, x-request-id: {regex: "[0-9a-f-]{36}"}}}, route: [${to('v1')}]}
`,
    );
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port] } });
    const one = await client(plane);
    assert.equal(nameOf(await one.ask(dubboRequest({ id: 1n }))), 'v1');
    // The id that the client gives counts; this one is no UUID.
    await one.ask(dubboRequest({ id: 2n, attachments: { 'x-request-id': 'mine' } }));
    assert.deepStrictEqual(
      plane.lines.map(({ route }) => route),
      ['own', null],
    );
  });

  it('splits by weight', async () => {
    const [v1, v2] = [await server(named('v1')), await server(named('v2'))];
    const weighted = ['v1', 'v2'].map((subset, at) => to(subset).replace(/}}$/, `}, weight: ${at === 0 ? 20 : 80}}`));
    const plane = await start({
      rules: everything(`[${weighted.join(', ')}]`),
      upstreams: { [cluster('v1')]: [v1.port], [cluster('v2')]: [v2.port] },
      random: seeded(1),
    });
    const one = await client(plane);
    one.send(...Array.from({ length: 2000 }, (_, id) => dubboRequest({ id: BigInt(id) })));
    await one.until(2000);
    // Three standard deviations of 2000 tosses at 0.2 are 54.
    assert.ok(Math.abs(v1.got.length - 400) < 54, `${v1.got.length} of 2000 went to v1`);
    assert.equal(v1.got.length + v2.got.length, 2000);
  });

  it('mirrors a share of the requests, with the mutation, and does not care what becomes of the copies', async () => {
    const v1 = await server(named('v1'));
    const shadow = await server(() => undefined);
    const mirror = `  mirror: {host: orders.example.com, subset: shadow}\n  mirrorPercentage: {value: 25}\n  requestMutation: [{key: tag, value: t}]`;
    const plane = await start({
      rules: everything(`[${to('v1')}]`, mirror),
      upstreams: { [cluster('v1')]: [v1.port], [cluster('shadow')]: [shadow.port] },
      random: seeded(2),
    });
    const one = await client(plane);
    one.send(...Array.from({ length: 1000 }, (_, id) => dubboRequest({ id: BigInt(id) })));
    await one.until(1000);
    const copies = plane.lines.filter(({ mirrors }) => mirrors.length > 0).length;
    assert.ok(Math.abs(copies - 250) < 50, `${copies} of 1000 were copied`);
    await until(() => shadow.got.length === copies, 'the copies to come');
    assert.equal(shadow.got[0]?.attributes.get('tag'), 't');
    await shadow.kill();
    const answer = await one.ask(dubboRequest({ id: 5000n }));
    assert.equal(nameOf(answer), 'v1');
  });

  it('changes requests and answers', async () => {
    const v1 = await server(named('v1'));
    const mutations = `  requestMutation: [{key: Tag, value: t}]\n  responseMutation: [{key: server, value: changed}, {key: fresh, value: yes it is}]`;
    const plane = await start({
      rules: everything(`[${to('v1')}]`, mutations),
      upstreams: { [cluster('v1')]: [v1.port] },
    });
    const answer = await (await client(plane)).ask(dubboRequest({ attachments: { user: 'ann' } }));
    assert.deepStrictEqual(Object.fromEntries(answer.attributes), { server: 'changed', fresh: 'yes it is' });
    assert.equal(v1.got[0]?.attributes.get('tag'), 't');
    assert.equal(v1.got[0]?.attributes.get('user'), 'ann');
  });

  it('counts a local limit to the request, by the conditions of the service', async () => {
    const v1 = await server(named('v1'));
    const limits = `
localRateLimit:
  conditions:
  - match: {attributes: {tag: {exact: few}}}
    tokenBucket: {maxTokens: 3, tokensPerFill: 3, fillInterval: 1h}
  tokenBucket: {maxTokens: 7, tokensPerFill: 7, fillInterval: 1h}`;
    const rules = everything(`[${to('v1')}]`, '', limits);
    const upstreams = { [cluster('v1')]: [v1.port] };
    const plane = await start({ rules, upstreams });
    const one = await client(plane);
    const ask = async (count: number, attachments: Record<string, string>) => {
      const before = one.received.length;
      one.send(...Array.from({ length: count }, (_, id) => dubboRequest({ id: BigInt(before + id), attachments })));
      await one.until(before + count);
      return one.received.slice(before).filter((answer) => nameOf(answer) === 'v1').length;
    };
    assert.equal(await ask(20, { tag: 'few' }), 3);
    assert.equal(await ask(20, {}), 7);
    // Other rules with the same limit do not fill its buckets.
    await plane.update(rules.replace('name: all', 'name: other'), upstreams);
    assert.equal(await ask(5, {}), 0);
    assert.equal(plane.lines.at(-1)?.route, 'other');
    assert.equal(plane.lines.at(-1)?.flags, 'RL');
  });

  it('puts many clients on one connection, and gives each its own answers in whatever order they come', async () => {
    const held: (() => void)[] = [];
    const v1 = await server((message, socket) => {
      held.push(() => socket.write(dubboResponse(message.id ?? 0n, 1, [message.attributes.get('user')])));
      if (held.length === 32) for (const release of held.reverse()) release();
      return undefined;
    });
    const plane = await start({ rules: everything(`[${to('v1')}]`), upstreams: { [cluster('v1')]: [v1.port] } });
    const clients = await Promise.all(Array.from({ length: 32 }, () => client(plane)));
    // All of them have the same id.
    const answers = await Promise.all(
      clients.map((each, at) => each.ask(dubboRequest({ id: 1n, attachments: { user: `u${at}` } }))),
    );
    assert.equal(v1.connections, 1);
    assert.equal(new Set(v1.got.map(({ id }) => id)).size, 32);
    for (const [at, { id, bytes }] of answers.entries()) {
      assert.equal(id, 1n);
      assert.ok(Buffer.from(bytes).includes(`u${at}`));
    }
  });

  it('passes on what wants no answer, and answers heartbeats itself', async () => {
    const v1 = await server((message) => (message.kind === 'heartbeat' ? undefined : named('v1')(message)));
    const plane = await start({ rules: everything(`[${to('v1')}]`), upstreams: { [cluster('v1')]: [v1.port] } });
    const one = await client(plane);
    one.send(dubboRequest({ id: 1n, twoWay: false }), frame(0xe2, 0, 77n, hessianOf([null])));
    await one.until(1);
    assert.equal(one.received[0]?.kind, 'heartbeat');
    assert.equal(one.received[0]?.id, 77n);
    await until(() => v1.got.length === 1, 'the one-way request');
    assert.equal(v1.got[0]?.kind, 'one-way');
    // A server asks too.
    for (const socket of v1.sockets) socket.write(frame(0xe2, 0, 5n, hessianOf([null])));
    await until(() => v1.got.length === 2, "the answer to the server's heartbeat");
    assert.equal(v1.got[1]?.kind, 'heartbeat');
    assert.equal(v1.got[1]?.id, 5n);
    assert.deepStrictEqual(
      plane.lines.map(({ kind, ok }) => [kind, ok]),
      [['one-way', true]],
    );
  });

  it('goes over to another endpoint when one dies, and comes back', async () => {
    const [a, b] = [await server(named('a')), await server(named('b'))];
    const plane = await start({
      rules: everything(`[${to('v1')}]`),
      upstreams: { [cluster('v1')]: [a.port, b.port] },
    });
    const one = await client(plane);
    const names = async (count: number) => {
      const seen: unknown[] = [];
      for (let n = 0; n < count; n++) seen.push(nameOf(await one.ask(dubboRequest({ id: BigInt(n) }))));
      return seen;
    };
    assert.deepStrictEqual(new Set(await names(10)), new Set(['a', 'b']));
    await a.kill();
    // What is sent before the end of the connection has come is lost with it.
    await until(() => plane.plane.clusters.some(({ endpoints }) => endpoints[0]?.connections === 0), 'the end');
    assert.deepStrictEqual(await names(10), Array(10).fill('b'));
    const again = await server(named('a again'), a.port);
    await until(
      () => plane.plane.clusters.every(({ endpoints }) => endpoints.every(({ healthy }) => healthy)),
      'health',
    );
    assert.ok((await names(10)).includes('a again'));
    assert.ok(again.got.length > 0);
  });

  it('tells the client when a server goes away with its request, and when there is none', async () => {
    const v1 = await server((_, socket) => {
      socket.destroy();
      return undefined;
    });
    const upstreams = { [cluster('v1')]: [v1.port] };
    const plane = await start({ rules: everything(`[${to('v1')}]`), upstreams });
    const one = await client(plane);
    assert.equal(nameOf(await one.ask(dubboRequest({ id: 1n }))), 'server error');
    await v1.kill();
    assert.equal(nameOf(await one.ask(dubboRequest({ id: 2n }))), 'server error');
    await plane.update(everything(`[${to('v1')}]`), {});
    assert.equal(nameOf(await one.ask(dubboRequest({ id: 3n }))), 'server error');
    assert.deepStrictEqual(
      plane.lines.map(({ flags }) => flags),
      ['UC', 'UF', 'UH'],
    );
  });

  it('gives up after the time that an answer may take, and throws away what comes later', async () => {
    const held: (() => void)[] = [];
    const v1 = await server((message, socket) => {
      if (message.id === undefined || held.length > 0) return named('v1')(message);
      held.push(() => socket.write(dubboResponse(message.id ?? 0n, 4, ['late', { server: 'late' }])));
      return undefined;
    });
    const plane = await start({
      rules: everything(`[${to('v1')}]`),
      upstreams: { [cluster('v1')]: [v1.port] },
      settings: { timeout: 300 },
    });
    const one = await client(plane);
    assert.equal(nameOf(await one.ask(dubboRequest({ id: 1n }))), 'server error');
    assert.equal(plane.lines[0]?.flags, 'UT');
    for (const release of held) release();
    assert.equal(nameOf(await one.ask(dubboRequest({ id: 2n }))), 'v1');
    assert.equal(one.received.length, 2);
  });
});
