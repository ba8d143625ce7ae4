import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import type { Message } from '../../src/codec/codec.js';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { createBalancer } from '../../src/proxy/balance/balancer.js';
import { createHash64, hashKey } from '../../src/proxy/balance/xxhash.js';
import type { Cluster } from '../../src/proxy/config.js';
import { dubboRequest, dubboResponse } from '../codec/dubbo/message.js';
import { parts } from './fixture.js';
import { until } from './plane.js';
import { cluster, service, to } from './rules.js';

const named = (name: string) => (message: Message) =>
  message.kind === 'request' ? dubboResponse(message.id ?? 0n, 4, [name, { server: name }]) : undefined;
const nameOf = ({ attributes, details }: Message) => attributes.get('server') ?? String(details.status);

/** The rules of `service`, with a load balancer for the subset v1. */
const rulesWith = (balancer: string) =>
  service('dubbo', `- name: all\n  route: [${to('v1')}]`).replace(
    '{name: v1, labels: {version: v1}}',
    `{name: v1, labels: {version: v1}, trafficPolicy: {loadBalancer: {consistentHash: ${balancer}}}}`,
  );

describe('proxy: consistent hashing', function () {
  this.timeout(120_000);
  const { plane: start, server, client } = parts(dubbo);

  for (const [title, balancer, policy] of [
    [
      'a ring',
      '{httpHeaderName: User, ringHash: {minimumRingSize: 64}}',
      { lbPolicy: 'RING_HASH', minimumRingSize: 64 },
    ],
    ['Maglev', '{httpHeaderName: User, maglev: {tableSize: 251}}', { lbPolicy: 'MAGLEV', maglevTableSize: 251 }],
  ] as const) {
    it(`sends a user to the endpoint that Envoy would choose, and to another one while that is away: ${title}`, async () => {
      const names = ['a', 'b', 'c', 'd'];
      const servers = await Promise.all(names.map((name) => server(named(name))));
      const ports = servers.map(({ port }) => port);
      const plane = await start({ rules: rulesWith(balancer), upstreams: { [cluster('v1')]: ports } });
      const one = await client(plane);
      const hash64 = await createHash64();
      const model: Cluster = {
        ...{ name: '', connectTimeout: 1, source: '', minimumRingSize: 1024, maglevTableSize: 65_537, ...policy },
        endpoints: ports.map((port) => ({ address: { host: '127.0.0.1', port }, weight: 1, labels: {} })),
      };
      const expected = (user: string) => {
        const chosen = createBalancer(model, { hash64, random: () => 0n, active: () => 0 }).pick(
          hashKey(hash64, [user]),
          () => true,
        );
        return names[chosen];
      };
      const users = Array.from({ length: 40 }, (_, index) => `user-${index}`);
      const ask = async (user: string, id: number) =>
        nameOf(await one.ask(dubboRequest({ id: BigInt(id), attachments: { user } })));
      const answers: (string | undefined)[] = [];
      for (const [id, user] of users.entries()) answers.push(await ask(user, id));
      deepStrictEqual(answers, users.map(expected));
      strictEqual(new Set(answers).size, names.length);
      // A request without the attribute is hashed as one with an empty value.
      strictEqual(nameOf(await one.ask(dubboRequest({ id: 100n }))), expected(''));
      await servers[0]?.kill();
      // A request that is on its way on a connection that breaks is lost; that is not asked here.
      const left = () => plane.plane.clusters.flatMap(({ endpoints }) => endpoints)[0]?.connections;
      await until(() => left() === 0, 'the proxy to see it');
      const others: (string | undefined)[] = [];
      for (const [id, user] of users.entries()) others.push(await ask(user, 200 + id));
      for (const [index, answer] of others.entries()) {
        if (answers[index] === 'a') ok(['b', 'c', 'd'].includes(answer ?? ''), answer);
        else strictEqual(answer, answers[index]);
      }
    });
  }

  it('takes a cluster whose table size Envoy refuses for one that is not there, and keeps the old one after an edit', async () => {
    const v1 = await server(named('v1'));
    const upstreams = { [cluster('v1')]: [v1.port] };
    const bad = rulesWith('{httpHeaderName: user, maglev: {tableSize: 100}}');
    const plane = await start({ rules: bad, upstreams });
    const answer = await (await client(plane)).ask(dubboRequest({ id: 1n }));
    strictEqual(nameOf(answer), 'server error');
    match(plane.troubles.join(), /refuses the cluster outbound\|20880\|v1\|.*: the Maglev table size 100 is no prime/);
    strictEqual(plane.lines[0]?.flags, 'NC');
    const good = await start({ rules: rulesWith('{httpHeaderName: user, maglev: {tableSize: 101}}'), upstreams });
    const one = await client(good);
    strictEqual(nameOf(await one.ask(dubboRequest({ id: 1n }))), 'v1');
    await good.update(bad);
    strictEqual(nameOf(await one.ask(dubboRequest({ id: 2n }))), 'v1');
  });
});
