import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { entry, host, virtualService } from '../dubbo/resources.js';
import { type Mesh, startMesh } from '../mesh.js';
import { requirePart } from '../parts/require-part.js';
import { type Caller, type Servers, startCaller, startServers } from './peer.js';

const service = 'aeraki.peer.Orders';

/** The peers have to be right by themselves before they can judge `aeraki proxy`. */
describe('Apache Dubbo for Java: its client and its servers', function () {
  this.timeout(120_000);
  let servers: Servers | undefined;
  let caller: Caller | undefined;
  let mesh: Mesh | undefined;

  before(async function () {
    requirePart(this, 'dubbo-java');
    [servers, caller] = await Promise.all([startServers('dubbo-java', ['v1', 'v2']), startCaller('dubbo-java')]);
  });
  after(async () => {
    await mesh?.stop();
    await caller?.stop();
    await servers?.stop();
  });

  function call(port: number | undefined, method: string, args: readonly unknown[] = [], attachments = {}) {
    if (caller === undefined || port === undefined) throw new Error('not started');
    return caller.call({ port, method, args, attachments });
  }

  it('carries arguments, attachments, answers, null, nothing and exceptions', async () => {
    const port = servers?.ports.v1;
    const { value, attachments } = await call(port, 'echo', ['a', 3, ['x'], { k: 'v' }], { user: 'u1' });
    const {
      server,
      args,
      attachments: seen,
    } = value as { server: string; args: unknown; attachments: { user?: string } };
    deepStrictEqual([server, args, seen.user], ['v1', ['a', 3, ['x'], { k: 'v' }], 'u1']);
    strictEqual(attachments.server, 'v1');
    strictEqual((await call(servers?.ports.v2, 'pay', ['u'])).value, 'v2');
    deepStrictEqual([(await call(port, 'none')).value, (await call(port, 'nothing')).value], [null, null]);
    const { exception } = await call(port, 'fail', ['sold out']);
    deepStrictEqual(exception, { class: 'aeraki.peer.OrderException', message: 'sold out' });
  });

  it('goes where our filter in a real Envoy says, and shows its error as an exception', async function () {
    requirePart(this, 'envoy');
    const to = (subset: string) => `{route: [{destination: {host: ${host}, subset: ${subset}}}], match: `;
    const rules = `${to('v1')}[{method: {exact: pay}}]}, ${to('v2')}[{headers: {user: {exact: gold}}}]}`;
    const cluster = (subset: string) => `outbound|20880|${subset}|${host}`;
    const { v1 = 0, v2 = 0 } = servers?.ports ?? {};
    mesh = await startMesh(entry(service) + virtualService(rules), {
      endpoints: { [cluster('v1')]: [v1], [cluster('v2')]: [v2], [cluster('')]: [v1] },
    });
    const port = await mesh.port('outbound');
    strictEqual((await call(port, 'pay', ['u'], { user: 'gold' })).value, 'v1');
    strictEqual((await call(port, 'refund', ['u'], { user: 'gold' })).value, 'v2');
    const { exception } = await call(port, 'refund', ['u']);
    strictEqual(exception?.class, 'org.apache.dubbo.rpc.RpcException');
    // Envoy writes a number before its words, and this client takes that for the words.
    match(exception.cause ?? exception.message, /RemotingException: 0$/);
  });
});
