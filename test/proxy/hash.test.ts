import assert from 'node:assert/strict';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { dubboRequest, dubboResponse } from '../codec/dubbo/message.js';
import { parts } from './fixture.js';
import { until } from './plane.js';
import { cluster, service, to } from './rules.js';

const rules = (policy: string) =>
  service('dubbo', `- name: all\n  route: [${to('v1')}]`).replace(
    '{name: v1, labels: {version: v1}}',
    `{name: v1, labels: {version: v1}, trafficPolicy: {loadBalancer: {consistentHash: {httpHeaderName: User, ${policy}}}}}`,
  );

describe('proxy: consistent hashing', function () {
  this.timeout(120_000);
  const { plane: start, server, client } = parts(dubbo);

  for (const policy of ['ringHash: {minimumRingSize: 1024}', 'maglev: {tableSize: 65537}']) {
    it(`sends a user to one endpoint, and elsewhere only when that is gone (${policy.replace(/:.*/, '')})`, async () => {
      const servers = await Promise.all(
        ['a', 'b', 'c'].map((name) => server(({ id }) => dubboResponse(id ?? 0n, 4, [name, { server: name }]))),
      );
      const ports = servers.map(({ port }) => port);
      const plane = await start({ rules: rules(policy), upstreams: { [cluster('v1')]: ports } });
      const one = await client(plane);
      const users = Array.from({ length: 60 }, (_, at) => `user-${at}`);
      const ask = async () => {
        const chosen = new Map<string, string>();
        for (const [id, user] of users.entries()) {
          const answer = await one.ask(dubboRequest({ id: BigInt(id), attachments: { user } }));
          chosen.set(user, answer.attributes.get('server') ?? String(answer.details.status));
        }
        return chosen;
      };
      const first = await ask();
      assert.deepStrictEqual(new Set(first.values()), new Set(['a', 'b', 'c']));
      assert.deepStrictEqual(await ask(), first);
      await servers[0]?.kill();
      await until(() => plane.plane.clusters.some(({ endpoints }) => endpoints[0]?.connections === 0), 'the end');
      const second = await ask();
      for (const [user, name] of first) {
        if (name === 'a') assert.notEqual(second.get(user), 'a');
        else assert.equal(second.get(user), name);
      }
    });
  }
});
