import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { requirePart } from '../parts/require-part.js';
import { type Caller, type Servers, startCaller, startServers } from './peer.js';

describe('brpc-java: its client and its servers', function () {
  this.timeout(120_000);
  let servers: Servers | undefined;
  let caller: Caller | undefined;

  before(async function () {
    requirePart(this, 'brpc-java');
    [servers, caller] = await Promise.all([startServers('brpc-java', ['v1', 'v2']), startCaller('brpc-java')]);
  });
  after(async () => {
    await caller?.stop();
    await servers?.stop();
  });

  it('carries texts, attachments and errors', async () => {
    type CallOptions = { method: string; args: string[]; attachment?: string };
    const call = async (name: string, { method, ...more }: CallOptions) =>
      caller?.call({ port: servers?.ports[name] ?? 0, method, ...more });
    strictEqual((await call('v1', { method: 'Pay', args: ['u'] }))?.value, 'v1');
    strictEqual((await call('v2', { method: 'Pay', args: ['u'] }))?.value, 'v2');
    const same: unknown = await call('v1', { method: 'Same', args: ['u'], attachment: 'äöü' });
    const { value, attachment } = same as { value: string; attachment: string };
    deepStrictEqual([value, attachment], ['u', 'äöü']);
    strictEqual((await servers?.seen(({ method }) => method === 'Same'))?.attachment, 'äöü');
    const failed = await call('v1', { method: 'Fail', args: ['sold out'] });
    match(failed?.exception?.message ?? '', /sold out/);
  });
});
