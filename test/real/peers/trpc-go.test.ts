import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { requirePart } from '../parts/require-part.js';
import { type Call, type Caller, type Servers, startCaller, startServers } from './peer.js';

describe('trpc-go: its client and its servers', function () {
  this.timeout(120_000);
  let servers: Servers | undefined;
  let caller: Caller | undefined;

  before(async function () {
    requirePart(this, 'trpc-go');
    [servers, caller] = await Promise.all([startServers('trpc-go', ['v1', 'v2', 'chat']), startCaller('trpc-go')]);
  });
  after(async () => {
    await caller?.stop();
    await servers?.stop();
  });

  function call(method: string, args: readonly string[] = [], more: Partial<Call> = {}) {
    const port = servers?.ports[String(more.server ?? 'v1')];
    if (caller === undefined || port === undefined) throw new Error('not started');
    return caller.call({ port, method, args, ...more });
  }

  it('carries texts, trans_info, errors and timeouts', async () => {
    const { value, attachments } = await call('Pay', ['u'], { attachments: { user: 'u1' }, caller: 'trpc.a.b.c' });
    deepStrictEqual([value, attachments.server], ['v1', 'v1']);
    const seen = await servers?.seen(({ method }) => method === 'Pay');
    deepStrictEqual([seen?.attachments.user, seen?.caller], ['u1', 'trpc.a.b.c']);
    strictEqual((await call('Pay', [], { server: 'v2', connections: 1 })).value, 'v2');
    const { exception } = await call('Fail', ['sold out']);
    deepStrictEqual(exception, { class: '*errs.Error', code: 1001, message: 'sold out', cause: 'business' });
    strictEqual((await call('Slow', ['20s'], { timeout: 200 })).exception?.code, 101);
  });

  it('carries streams, and their failure', async () => {
    deepStrictEqual((await call('Chat', ['a', 'b'], { server: 'chat' })).value, ['chat: a', 'chat: b']);
    const { value, exception } = await call('Chat', ['a', 'fail', 'b'], { server: 'chat' });
    deepStrictEqual(value, ['chat: a']);
    match(exception?.message ?? '', /code:1002, msg:the chat failed/);
  });
});
