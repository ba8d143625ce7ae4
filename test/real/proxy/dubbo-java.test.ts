import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { type AddressInfo, createServer } from 'node:net';
import { startRateLimitServer } from '../../proxy/rate-limit-service.js';
import { cluster, service, to } from '../../proxy/rules.js';
import { requirePart } from '../parts/require-part.js';
import { type Call, type Caller, type CallResult, type Servers, startCaller, startServers } from '../peers/peer.js';
import { bounds, cleaning, tally } from './fixture.js';

const everything = (route: string, more = '') => `- name: all\n  route: ${route}\n${more}`;
const weighted = (subset: string, weight: number) => to(subset).replace(/}$/, `, weight: ${weight}}`);

describe('aeraki proxy between a client and servers of Apache Dubbo for Java', function () {
  this.timeout(120_000);
  const { keep, proxy: start } = cleaning();
  let servers: Servers;
  let caller: Caller;

  before(async function () {
    requirePart(this, 'dubbo-java');
    [servers, caller] = await Promise.all([
      startServers('dubbo-java', ['v1', 'v2', 'shadow']),
      startCaller('dubbo-java'),
    ]);
  });
  after(async () => {
    await caller?.stop();
    await servers?.stop();
  });

  const rulesOf = (routes: string, more = '') => service('dubbo', routes, more);
  const upstreams = () =>
    Object.fromEntries(Object.entries(servers.ports).map(([name, port]) => [cluster(name), [port]]));
  const proxy = (routes: string, more = '', flags: readonly string[] = []) =>
    start({ rules: rulesOf(routes, more), upstreams: upstreams(), flags });
  const call = (port: number, method: string, args: readonly unknown[] = [], more: Partial<Call> = {}) =>
    caller.call({ port, method, args, ...more });
  const many = (count: number, one: (index: number) => Promise<CallResult>) =>
    Promise.all(Array.from({ length: count }, (_, index) => one(index)));

  const byAttributes = `
- name: gold
  match: {attributes: {interface: {exact: aeraki.peer.Orders}, method: {prefix: re}, User: {regex: "gold-[0-9]+"}}}
  route: [${to('v2')}]
- name: pay
  match: {attributes: {method: {exact: pay}}}
  route: [${to('v1')}]
`;

  it('routes by interface, method and attachments, and says what it saw', async () => {
    const { port, ended } = await proxy(byAttributes);
    const gold = { attachments: { user: 'gold-1' } };
    strictEqual((await call(port, 'refund', ['u'], gold)).value, 'v2');
    strictEqual((await call(port, 'pay', ['u'], gold)).value, 'v1');
    const [first, second] = await ended(2);
    deepStrictEqual([first?.route, first?.attributes.user, first?.protocol], ['gold', 'gold-1', 'dubbo']);
    deepStrictEqual([second?.route, second?.attributes.method, second?.ok], ['pay', 'pay', true]);
    deepStrictEqual(
      second?.tried.map(({ route, failed }) => [route, failed.map(({ attribute }) => attribute)]),
      [['gold', ['method']]],
    );
  });

  it('passes answers, null, nothing, exceptions and large texts as they are', async () => {
    const { port, ended } = await proxy(everything(`[${to('v1')}]`));
    const { value } = await call(port, 'echo', ['äöü€😀', -1, ['x', 'y'], { k: 'v' }], { attachments: { a: 'b' } });
    const { args, attachments } = value as { args: unknown; attachments: Record<string, string> };
    deepStrictEqual([args, attachments.a], [['äöü€😀', -1, ['x', 'y'], { k: 'v' }], 'b']);
    deepStrictEqual([(await call(port, 'none')).value, (await call(port, 'nothing')).value], [null, null]);
    const { exception } = await call(port, 'fail', ['sold out']);
    deepStrictEqual(exception, { class: 'aeraki.peer.OrderException', message: 'sold out' });
    const text = 'ä'.repeat(1_000_000);
    strictEqual((await call(port, 'same', [text])).value, text);
    // An exception of the service is its answer, but one that says that the request failed.
    const lines = await ended(5);
    deepStrictEqual(
      lines.map(({ ok: good }) => good),
      [true, true, true, false, true],
    );
  });

  it('gives the client an RpcException where no route matches', async () => {
    const { port, ended } = await proxy(byAttributes);
    const { exception } = await call(port, 'refund', ['u'], { attachments: { user: 'gold-x' } });
    strictEqual(exception?.class, 'org.apache.dubbo.rpc.RpcException');
    const [line] = await ended(1);
    deepStrictEqual([line?.route, line?.ok, line?.flags], [null, false, 'NR']);
    // The words of the proxy reach the application.
    match(exception.cause ?? '', /RemotingException: .*no route/i);
    strictEqual((await call(port, 'pay', ['u'])).value, 'v1');
  });

  it('splits 20 to 80', async () => {
    const { port } = await proxy(everything(`[${weighted('v1', 20)}, ${weighted('v2', 80)}]`));
    const count = 1_000;
    const { v1 = 0, v2 = 0 } = tally((await many(count, () => call(port, 'pay', ['u']))).map(({ value }) => value));
    strictEqual(v1 + v2, count);
    const [least, most] = bounds(count, 0.2);
    ok(least < v1 && v1 < most, `${v1} of ${count} went to v1`);
  });

  it('mirrors, so that the shadow sees what the service sees, and the client gets one answer', async () => {
    const { port } = await proxy(everything(`[${to('v1')}]`, '  mirror: {host: orders.example.com, subset: shadow}\n'));
    const marked = { attachments: { mark: 'mirrored' } };
    const answers = await many(20, (index) => call(port, 'same', [`text ${index}`], marked));
    deepStrictEqual(
      answers.map(({ value, attachments }) => [value, attachments.server]),
      answers.map((_, index) => [`text ${index}`, 'v1']),
    );
    const copies = () =>
      servers.requests.filter((each) => each.server === 'shadow' && each.attachments.mark !== undefined);
    await servers.seen(() => copies().length === 20);
    deepStrictEqual(tally(copies().map(({ method }) => method)), { same: 20 });
  });

  it('changes attachments of requests and of answers', async () => {
    const { port } = await proxy(
      everything(
        `[${to('v1')}]`,
        '  requestMutation: [{key: user, value: changed}, {key: added, value: "1"}]\n' +
          '  responseMutation: [{key: server, value: hidden}, {key: fresh, value: yes it is}]\n',
      ),
    );
    const { value, attachments } = await call(port, 'echo', ['a', 1, [], {}], {
      attachments: { user: 'u', keep: 'k' },
    });
    const { attachments: seen } = value as { attachments: Record<string, string> };
    deepStrictEqual([seen.user, seen.added, seen.keep], ['changed', '1', 'k']);
    deepStrictEqual([attachments.server, attachments.fresh], ['hidden', 'yes it is']);
  });

  it('counts a local limit exactly', async () => {
    const limit = 'localRateLimit:\n  tokenBucket: {maxTokens: 7, tokensPerFill: 7, fillInterval: 3600s}';
    const { port, ended } = await proxy(everything(`[${to('v1')}]`), limit);
    const answers = await many(50, () => call(port, 'pay', ['u']));
    strictEqual(answers.filter(({ value }) => value === 'v1').length, 7);
    const refused = answers.filter(({ exception }) => exception !== undefined);
    deepStrictEqual(tally(refused.map(({ exception }) => exception?.class)), {
      'org.apache.dubbo.rpc.RpcException': 43,
    });
    match(refused[0]?.exception?.cause ?? '', /limit/i);
    deepStrictEqual(tally((await ended(50)).map(({ flags }) => flags)), { '': 7, RL: 43 });
  });

  it('asks a rate-limit service over gRPC', async () => {
    const rateLimit = keep(await startRateLimitServer(3));
    const name = 'outbound|8081||limits.example.com';
    const limit = `globalRateLimit:
  domain: shop
  match: {attributes: {method: {exact: pay}}}
  rateLimitService: ${name}
  requestTimeout: 10s
  denyOnFail: true
  descriptors: [{property: user, descriptorKey: who}]`;
    const { port } = await start({
      rules: rulesOf(everything(`[${to('v1')}]`), limit),
      upstreams: { ...upstreams(), [name]: [Number(rateLimit.address.split(':')[1])] },
    });
    const pay = (user: string) => call(port, 'pay', ['u'], { attachments: { user } });
    const answers = await many(12, (index) => pay(index % 2 === 0 ? 'a' : 'b'));
    strictEqual(answers.filter(({ value }) => value === 'v1').length, 6);
    strictEqual((await call(port, 'refund', ['u'])).value, 'v1');
    deepStrictEqual(tally(rateLimit.asked), { 'shop|who=a': 6, 'shop|who=b': 6 });
  });

  it('goes on with the others when an upstream dies, and says it when all are gone', async () => {
    const mortal = keep(await startServers('dubbo-java', ['v1']));
    const ports = { [cluster('v1')]: [mortal.ports.v1 ?? 0, servers.ports.v2 ?? 0] };
    const { port } = await start({ rules: rulesOf(everything(`[${to('v1')}]`)), upstreams: ports });
    const before = tally((await many(20, () => call(port, 'pay', ['u']))).map(({ value }) => value));
    deepStrictEqual(before, { v1: 10, v2: 10 });
    await mortal.stop();
    const after = await many(20, () => call(port, 'pay', ['u']));
    deepStrictEqual(tally(after.map(({ value }) => value)), { v2: 20 });

    const alone = await start({
      rules: rulesOf(everything(`[${to('v1')}]`)),
      upstreams: { [cluster('v1')]: [mortal.ports.v1 ?? 0] },
    });
    const { exception } = await call(alone.port, 'pay', ['u']);
    strictEqual(exception?.class, 'org.apache.dubbo.rpc.RpcException');
    match(exception.cause ?? '', /RemotingException: [A-Za-z]/);
  });

  it('carries many calls at once over one connection, in the order in which they are ready', async () => {
    const { port, ended } = await proxy(everything(`[${to('v1')}]`));
    const done: string[] = [];
    await many(40, async (index) => {
      const slow = index % 2 === 0;
      const answer = await call(port, slow ? 'slow' : 'same', [slow ? 3_000 : `text ${index}`], { client: 'one' });
      strictEqual(answer.value, slow ? 'v1' : `text ${index}`);
      done.push(slow ? 'slow' : 'fast');
      return answer;
    });
    // No fast call waited for a slow one that came before it.
    strictEqual(done.lastIndexOf('fast') < done.indexOf('slow'), true);
    const lines = await ended(40);
    strictEqual(new Set(lines.map(({ client }) => client)).size, 1);
  });

  it('carries the calls of many connections over few to the server', async () => {
    const running = await start({ rules: rulesOf(everything(`[${to('v1')}]`)), upstreams: upstreams(), admin: true });
    const answers = await many(100, (index) =>
      call(running.port, 'slow', [100], { client: `client ${index % 10}`, connections: 2 }),
    );
    deepStrictEqual(tally(answers.map(({ value }) => value)), { v1: 100 });
    strictEqual(new Set((await running.ended(100)).map(({ client }) => client)).size, 20);
    const stats = await running.stats();
    strictEqual(stats.get(`cluster.${cluster('v1')}.upstream_rq_total`), 100);
    ok((stats.get(`cluster.${cluster('v1')}.upstream_cx_active`) ?? 0) <= 4);
  });

  it('tells the client of a server that answers with what is no Dubbo', async () => {
    const server = createServer((socket) =>
      socket.on('error', () => socket.destroy()).on('data', () => socket.end('HTTP/1.1 400 Bad Request')),
    );
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    keep({ stop: () => server.close() });
    const { port, ended } = await start({
      rules: rulesOf(everything(`[${to('v1')}]`)),
      upstreams: { [cluster('v1')]: [(server.address() as AddressInfo).port] },
    });
    const { exception } = await call(port, 'pay', ['u']);
    strictEqual(exception?.class, 'org.apache.dubbo.rpc.RpcException');
    match(exception.cause ?? '', /RemotingException: .*cannot be read/);
    deepStrictEqual(
      (await ended(1)).map(({ flags }) => flags),
      ['UPE'],
    );
  });

  it('answers heartbeats, so that an idle connection stays', async () => {
    const { port, ended } = await proxy(everything(`[${to('v1')}]`));
    // This client closes a connection on which nothing came for three times as long.
    const more = { client: 'idle', heartbeat: 1_000 };
    strictEqual((await call(port, 'pay', ['u'], more)).value, 'v1');
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    strictEqual((await call(port, 'pay', ['u'], more)).value, 'v1');
    const lines = await ended(2);
    strictEqual(new Set(lines.map(({ client }) => client)).size, 1);
  });

  it('finishes what is under way on SIGTERM, and takes nothing new', async () => {
    const running = await proxy(everything(`[${to('v1')}]`));
    const mark = { attachments: { mark: 'drain' } };
    const slow = call(running.port, 'slow', [3_000], mark);
    await servers.seen(({ attachments }) => attachments.mark === 'drain');
    const stopped = running.stop();
    strictEqual((await slow).value, 'v1');
    strictEqual(await stopped, 0);
    const { exception } = await call(running.port, 'pay', ['u'], { client: 'late' });
    strictEqual(exception?.class, 'org.apache.dubbo.rpc.RpcException');
  });
});
