import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { cluster, service, to } from '../../proxy/rules.js';
import { requirePart } from '../parts/require-part.js';
import { type Call, type Caller, type CallResult, type Servers, startCaller, startServers } from '../peers/peer.js';
import { bounds, cleaning, tally } from './fixture.js';

const everything = (route: string, more = '') => `- name: all\n  route: ${route}\n${more}`;
const weighted = (subset: string, weight: number) => to(subset).replace(/}$/, `, weight: ${weight}}`);

/** Aeraki's codec gives rules nothing of a bRPC request to look at, and has no reply for an error. */
describe('aeraki proxy between a client and servers of brpc-java', function () {
  this.timeout(120_000);
  const { proxy: start } = cleaning();
  let servers: Servers;
  let caller: Caller;

  before(async function () {
    requirePart(this, 'brpc-java');
    [servers, caller] = await Promise.all([
      startServers('brpc-java', ['v1', 'v2', 'shadow']),
      startCaller('brpc-java'),
    ]);
  });
  after(async () => {
    await caller?.stop();
    await servers?.stop();
  });

  const proxy = (routes: string, more = '') =>
    start({
      rules: service('brpc', routes, more),
      upstreams: Object.fromEntries(Object.entries(servers.ports).map(([name, port]) => [cluster(name), [port]])),
    });
  const call = (port: number, method: string, args: readonly string[] = [], more: Partial<Call> = {}) =>
    caller.call({ port, method, args, ...more });
  const many = (count: number, one: (index: number) => Promise<CallResult>) =>
    Promise.all(Array.from({ length: count }, (_, index) => one(index)));

  it('passes texts, attachments, large texts and errors as they are', async () => {
    const { port, ended } = await proxy(everything(`[${to('v1')}]`));
    strictEqual((await call(port, 'Pay', ['u'])).value, 'v1');
    const same: unknown = await call(port, 'Same', ['u'], { attachment: 'äöü' });
    const { value, attachment } = same as { value: string; attachment: string };
    deepStrictEqual([value, attachment], ['u', 'äöü']);
    const text = 'ä'.repeat(1_000_000);
    strictEqual((await call(port, 'Same', [text])).value, text);
    match((await call(port, 'Fail', ['sold out'])).exception?.message ?? '', /sold out/);
    deepStrictEqual(tally((await ended(4)).map(({ route }) => route)), { all: 4 });
  });

  it('splits 20 to 80, many calls at once over one connection', async () => {
    const { port, ended } = await proxy(everything(`[${weighted('v1', 20)}, ${weighted('v2', 80)}]`));
    const count = 1_000;
    const { v1 = 0, v2 = 0 } = tally((await many(count, () => call(port, 'Pay', ['u']))).map(({ value }) => value));
    strictEqual(v1 + v2, count);
    const [least, most] = bounds(count, 0.2);
    ok(least < v1 && v1 < most, `${v1} of ${count} went to v1`);
    strictEqual(new Set((await ended(count)).map(({ client }) => client)).size, 1);
  });

  it('mirrors', async () => {
    const { port } = await proxy(everything(`[${to('v1')}]`, '  mirror: {host: orders.example.com, subset: shadow}\n'));
    strictEqual((await call(port, 'Pay', ['mirrored'])).value, 'v1');
    for (const name of ['v1', 'shadow']) await servers.seen((seen) => seen.server === name && seen.text === 'mirrored');
  });

  it('has no answer where no route matches, so that the client waits until its own time is over', async () => {
    const unreachable = await proxy(`- name: x\n  match: {attributes: {method: {exact: Pay}}}\n  route: [${to('v1')}]`);
    const { exception } = await call(unreachable.port, 'Pay', ['u'], { timeout: 2_000 });
    deepStrictEqual(exception, { class: 'com.baidu.brpc.exceptions.RpcException', message: 'timeout', code: 2 });
    const [line] = await unreachable.ended(1);
    deepStrictEqual([line?.route, line?.flags], [null, 'NR']);
  });
});
