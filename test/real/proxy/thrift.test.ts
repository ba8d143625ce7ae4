import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert/strict';
import { Thrift } from 'thrift';
import { cluster, service, to } from '../../proxy/rules.js';
import { say } from '../parts/say.js';
import { framedBinary, startThriftServer, thriftClient, type Wire, wires } from '../thrift/service.js';
import { bounds, cleaning, tally } from './fixture.js';

/** `pay` goes to v2; with a multiplexed service the name of the service stands before it. */
const byMethod = (prefix: string) => `
- name: pay
  match: {attributes: {method: {exact: "${prefix}pay"}}}
  route: [${to('v2')}]
- name: ping
  match: {attributes: {method: {prefix: "${prefix}pi"}}}
  route: [${to('v1')}]
`;

/** Its number (the library's types do not know it). */
const typeOf = (error: Error) => (error as Error & { type?: number }).type;

describe('aeraki proxy between clients and servers of npm thrift', function () {
  this.timeout(120_000);
  const { keep, proxy } = cleaning();

  async function servers(wire: Wire, services: readonly string[] = []) {
    const [v1, v2] = await Promise.all(['v1', 'v2'].map((name) => startThriftServer(name, wire, services)));
    if (v1 === undefined || v2 === undefined) throw new Error('not started');
    say('started two Thrift servers in this process');
    keep(v1);
    keep(v2);
    return { v1, v2, upstreams: { [cluster('v1')]: [v1.port], [cluster('v2')]: [v2.port] } };
  }
  function clientOf(port: number, wire: Wire, of?: string) {
    const client = thriftClient(port, wire, of);
    keep({ stop: () => client.close() });
    return client;
  }

  for (const [title, wire] of Object.entries(wires)) {
    for (const of of [undefined, 'orders']) {
      it(`routes by the method (${title}${of === undefined ? '' : ', TMultiplexedProtocol'})`, async () => {
        const { v1, v2, upstreams } = await servers(wire, of === undefined ? [] : [of]);
        const { port, ended } = await proxy({
          rules: service('thrift', byMethod(of === undefined ? '' : `${of}:`)),
          upstreams,
        });
        const client = clientOf(port, wire, of);
        for (let i = 0; i < 3; i += 1) {
          deepStrictEqual([await client.call('pay'), await client.call('ping')], ['v2', 'v1']);
        }
        deepStrictEqual([[...v1.calls], [...v2.calls]], [[['ping', 3]], [['pay', 3]]]);
        deepStrictEqual(tally((await ended(6)).map(({ route }) => route)), { pay: 3, ping: 3 });
      });
    }

    it(`gives the client a TApplicationException where no route matches (${title})`, async () => {
      const { upstreams } = await servers(wire);
      const rules = service(
        'thrift',
        `- name: pay\n  match: {attributes: {method: {exact: pay}}}\n  route: [${to('v1')}]`,
      );
      const { port } = await proxy({ rules, upstreams });
      const client = clientOf(port, wire);
      await rejects(client.call('ping'), (error: Error) => {
        ok(error instanceof Thrift.TApplicationException, `${error}`);
        strictEqual(typeOf(error), Thrift.TApplicationExceptionType.INTERNAL_ERROR);
        match(error.message, /no route/i);
        return true;
      });
      strictEqual(await client.call('pay'), 'v1');
    });
  }

  it('splits 20 to 80', async () => {
    const { v1, v2, upstreams } = await servers(framedBinary);
    const weighted = (subset: string, weight: number) => to(subset).replace(/}$/, `, weight: ${weight}}`);
    const { port } = await proxy({
      rules: service('thrift', `- name: all\n  route: [${weighted('v1', 20)}, ${weighted('v2', 80)}]`),
      upstreams,
    });
    const client = clientOf(port, framedBinary);
    const count = 1_000;
    await Promise.all(Array.from({ length: count }, () => client.call('ping')));
    const first = v1.calls.get('ping') ?? 0;
    strictEqual(first + (v2.calls.get('ping') ?? 0), count);
    const [least, most] = bounds(count, 0.2);
    ok(least < first && first < most, `${first} of ${count} went to v1`);
  });

  it('mirrors, and counts a local limit exactly', async () => {
    const { v1, upstreams } = await servers(framedBinary);
    const shadow = keep(await startThriftServer('shadow', framedBinary));
    const limit = 'localRateLimit:\n  tokenBucket: {maxTokens: 9, tokensPerFill: 9, fillInterval: 3600s}';
    const mirror = '  mirror: {host: orders.example.com, subset: shadow}\n';
    const { port } = await proxy({
      rules: service('thrift', `- name: all\n  route: [${to('v1')}]\n${mirror}`, limit),
      upstreams: { ...upstreams, [cluster('shadow')]: [shadow.port] },
    });
    const client = clientOf(port, framedBinary);
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => client.call('ping')));
    const refused = results.filter((result) => result.status === 'rejected');
    strictEqual(refused.length, 21);
    for (const { reason } of refused) {
      ok(reason instanceof Thrift.TApplicationException);
      match(reason.message, /limit/i);
    }
    strictEqual(v1.calls.get('ping'), 9);
    // The copies may come later than the answers.
    const deadline = Date.now() + 30_000;
    while ((shadow.calls.get('ping') ?? 0) < 9 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    strictEqual(shadow.calls.get('ping'), 9);
  });

  it('goes on with the other when an upstream dies', async () => {
    const { v1, v2 } = await servers(framedBinary);
    const { port } = await proxy({
      rules: service('thrift', `- name: all\n  route: [${to('v1')}]`),
      upstreams: { [cluster('v1')]: [v1.port, v2.port] },
    });
    const client = clientOf(port, framedBinary);
    const some = async () => {
      const answers: string[] = [];
      for (let i = 0; i < 10; i += 1) answers.push(await client.call('ping'));
      return tally(answers);
    };
    deepStrictEqual(await some(), { v1: 5, v2: 5 });
    await v1.stop();
    deepStrictEqual(await some(), { v2: 10 });
    await v2.stop();
    await rejects(client.call('ping'), (error: Error) => {
      ok(error instanceof Thrift.TApplicationException, `${error}`);
      strictEqual(typeOf(error), Thrift.TApplicationExceptionType.INTERNAL_ERROR);
      return true;
    });
  });
});
