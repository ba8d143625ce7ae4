import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { startRateLimitServer } from '../../proxy/rate-limit-service.js';
import { cluster, service, to } from '../../proxy/rules.js';
import { requirePart } from '../parts/require-part.js';
import { type Call, type Caller, type CallResult, type Servers, startCaller, startServers } from '../peers/peer.js';
import { bounds, cleaning, tally } from './fixture.js';

const everything = (route: string, more = '') => `- name: all\n  route: ${route}\n${more}`;
const weighted = (subset: string, weight: number) => to(subset).replace(/}$/, `, weight: ${weight}}`);

describe('aeraki proxy between a client and servers of trpc-go', function () {
  this.timeout(120_000);
  const { keep, proxy: start } = cleaning();
  let servers: Servers;
  let caller: Caller;

  before(async function () {
    requirePart(this, 'trpc-go');
    [servers, caller] = await Promise.all([
      startServers('trpc-go', ['v1', 'v2', 'shadow', 'chat']),
      startCaller('trpc-go'),
    ]);
  });
  after(async () => {
    await caller?.stop();
    await servers?.stop();
  });

  const rulesOf = (routes: string, more = '') => service('trpc', routes, more);
  const upstreams = () =>
    Object.fromEntries(Object.entries(servers.ports).map(([name, port]) => [cluster(name), [port]]));
  const proxy = (routes: string, more = '') => start({ rules: rulesOf(routes, more), upstreams: upstreams() });
  const call = (port: number, method: string, args: readonly string[] = [], more: Partial<Call> = {}) =>
    caller.call({ port, method, args, ...more });
  const many = (count: number, one: (index: number) => Promise<CallResult>) =>
    Promise.all(Array.from({ length: count }, (_, index) => one(index)));

  const byAttributes = `
- name: gold
  match: {attributes: {func: {prefix: /trpc.shop.orders.Orders/Re}, User: {regex: "gold-[0-9]+"}, caller: {exact: trpc.a.b.c}}}
  route: [${to('v2')}]
- name: pay
  match: {attributes: {func: {exact: /trpc.shop.orders.Orders/Pay}, callee: {prefix: trpc.shop}}}
  route: [${to('v1')}]
`;

  it('routes by caller, callee, func and trans_info, and says what it saw', async () => {
    const { port, ended } = await proxy(byAttributes);
    const gold = { attachments: { user: 'gold-1' }, caller: 'trpc.a.b.c' };
    strictEqual((await call(port, 'Refund', ['u'], gold)).value, 'v2');
    strictEqual((await call(port, 'Pay', ['u'], gold)).value, 'v1');
    const [first, second] = await ended(2);
    deepStrictEqual([first?.route, first?.attributes.user, first?.protocol], ['gold', 'gold-1', 'trpc']);
    deepStrictEqual([second?.route, second?.ok], ['pay', true]);
  });

  it('gives the client ret 11 where no route matches', async () => {
    const { port, ended } = await proxy(byAttributes);
    const { exception } = await call(port, 'Refund', ['u']);
    deepStrictEqual([exception?.class, exception?.code, exception?.cause], ['*errs.Error', 11, 'callee framework']);
    match(exception?.message ?? '', /no route/i);
    const [line] = await ended(1);
    deepStrictEqual([line?.route, line?.ok, line?.flags], [null, false, 'NR']);
  });

  it('passes errors of the service, large texts and calls without an answer', async () => {
    const { port } = await proxy(everything(`[${to('v1')}]`));
    const { exception } = await call(port, 'Fail', ['sold out']);
    deepStrictEqual([exception?.code, exception?.message, exception?.cause], [1001, 'sold out', 'business']);
    const text = 'ä'.repeat(1_000_000);
    strictEqual((await call(port, 'Same', [text])).value, text);
    const oneWay = await call(port, 'Pay', ['one-way'], { oneWay: true });
    strictEqual(oneWay.exception, undefined);
    await servers.seen((request) => request.text === 'one-way');
  });

  it('routes and carries streams, several at once, changes their trans_info, and passes their failure', async () => {
    const { port, ended } = await start({
      rules: rulesOf(`
- name: chat
  match: {attributes: {func: {exact: /trpc.shop.orders.Orders/Chat}, room: {exact: blue}}}
  route: [${to('v2')}]
  requestMutation: [{key: added, value: "1"}]
`),
      upstreams: { [cluster('v2')]: [servers.ports.chat ?? 0] },
    });
    const room = { attachments: { room: 'blue' } };
    const texts = Array.from({ length: 20 }, (_, index) => `text ${index}`);
    const chats = await many(10, (index) =>
      call(
        port,
        'Chat',
        texts.map((text) => `${index} ${text}`),
        room,
      ),
    );
    deepStrictEqual(
      chats.map(({ value }) => value),
      chats.map((_, index) => texts.map((text) => `chat: ${index} ${text}`)),
    );
    const seen = await servers.seen(({ server }) => server === 'chat');
    deepStrictEqual(seen.attachments, { room: 'blue', added: '1' });
    const failed = await call(port, 'Chat', ['a', 'fail', 'b'], room);
    deepStrictEqual(failed.value, ['chat: a']);
    match(failed.exception?.message ?? '', /code:1002, msg:the chat failed/);
    const other = await call(port, 'Chat', ['a'], { attachments: { room: 'red' } });
    strictEqual(other.exception?.code, 11);
    const lines = await ended(12);
    deepStrictEqual(tally(lines.map(({ kind, route }) => `${kind} ${route}`)), { 'stream chat': 11, 'stream null': 1 });
  });

  it('splits 20 to 80', async () => {
    const { port } = await proxy(everything(`[${weighted('v1', 20)}, ${weighted('v2', 80)}]`));
    const count = 1_000;
    const { v1 = 0, v2 = 0 } = tally(
      (await many(count, () => call(port, 'Pay', ['u'], { connections: 4 }))).map(({ value }) => value),
    );
    strictEqual(v1 + v2, count);
    const [least, most] = bounds(count, 0.2);
    ok(least < v1 && v1 < most, `${v1} of ${count} went to v1`);
  });

  it('mirrors, and changes trans_info of requests and of answers', async () => {
    const { port } = await proxy(
      everything(
        `[${to('v1')}]`,
        '  mirror: {host: orders.example.com, subset: shadow}\n' +
          '  requestMutation: [{key: user, value: changed}, {key: added, value: "1"}]\n' +
          '  responseMutation: [{key: server, value: hidden}, {key: fresh, value: yes it is}]\n',
      ),
    );
    const { value, attachments } = await call(port, 'Pay', ['mirrored'], { attachments: { user: 'u', keep: 'k' } });
    deepStrictEqual([value, attachments.server, attachments.fresh], ['v1', 'hidden', 'yes it is']);
    for (const name of ['v1', 'shadow']) {
      const seen = await servers.seen(({ server, text }) => server === name && text === 'mirrored');
      deepStrictEqual([seen.attachments.user, seen.attachments.added, seen.attachments.keep], ['changed', '1', 'k']);
    }
  });

  it('counts a local limit exactly, and asks a rate-limit service over gRPC', async () => {
    const rateLimit = keep(await startRateLimitServer(3));
    const name = 'outbound|8081||limits.example.com';
    const limits = `localRateLimit:
  conditions:
  - match: {attributes: {func: {exact: /trpc.shop.orders.Orders/Refund}}}
    tokenBucket: {maxTokens: 7, tokensPerFill: 7, fillInterval: 3600s}
globalRateLimit:
  domain: shop
  match: {attributes: {func: {exact: /trpc.shop.orders.Orders/Pay}}}
  rateLimitService: ${name}
  requestTimeout: 10s
  denyOnFail: true
  descriptors: [{property: user, descriptorKey: who}]`;
    const { port } = await start({
      rules: rulesOf(everything(`[${to('v1')}]`), limits),
      upstreams: { ...upstreams(), [name]: [Number(rateLimit.address.split(':')[1])] },
    });
    const local = await many(50, () => call(port, 'Refund', ['u']));
    deepStrictEqual(tally(local.map(({ exception }) => exception?.code)), { undefined: 7, 31: 43 });
    const users = { attachments: { user: 'a' } };
    const global = await many(12, () => call(port, 'Pay', ['u'], users));
    deepStrictEqual(tally(global.map(({ exception }) => exception?.code)), { undefined: 3, 31: 9 });
    deepStrictEqual(tally(rateLimit.asked), { 'shop|who=a': 12 });
  });

  it('goes on with the others when an upstream dies, and says it when all are gone', async () => {
    const mortal = keep(await startServers('trpc-go', ['v1']));
    const rules = rulesOf(everything(`[${to('v1')}]`));
    const { port } = await start({
      rules,
      upstreams: { [cluster('v1')]: [mortal.ports.v1 ?? 0, servers.ports.v2 ?? 0] },
    });
    const some = async () => tally((await many(20, () => call(port, 'Pay', ['u']))).map(({ value }) => value));
    deepStrictEqual(await some(), { v1: 10, v2: 10 });
    await mortal.stop();
    deepStrictEqual(await some(), { v2: 20 });
    const alone = await start({ rules, upstreams: { [cluster('v1')]: [mortal.ports.v1 ?? 0] } });
    const { exception } = await call(alone.port, 'Pay', ['u']);
    deepStrictEqual([exception?.code, exception?.cause], [31, 'callee framework']);
  });

  it('carries many calls at once over one connection, in the order in which they are ready', async () => {
    const { port, ended } = await proxy(everything(`[${to('v1')}]`));
    const done: string[] = [];
    await many(40, async (index) => {
      const slow = index % 2 === 0;
      const answer = await call(port, slow ? 'Slow' : 'Same', [slow ? '3s' : `text ${index}`], { connections: 1 });
      deepStrictEqual([answer.value, answer.exception], [slow ? 'v1' : `text ${index}`, undefined]);
      done.push(slow ? 'slow' : 'fast');
      return answer;
    });
    // No fast call waited for a slow one that came before it.
    ok(done.lastIndexOf('fast') < done.indexOf('slow'), done.join(' '));
    strictEqual(new Set((await ended(40)).map(({ client }) => client)).size, 1);
  });

  it('finishes what is under way on SIGTERM', async () => {
    const running = await proxy(everything(`[${to('v1')}]`));
    // A duration of its own: the servers have seen others in other tests.
    const slow = call(running.port, 'Slow', ['2900ms']);
    await servers.seen(({ text }) => text === '2900ms');
    const stopped = running.stop();
    strictEqual((await slow).value, 'v1');
    strictEqual(await stopped, 0);
  });
});
