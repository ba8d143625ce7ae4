import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert/strict';
import { Thrift } from 'thrift';
import type { ProxyVersion } from '../../../src/behaviour/version.js';
import { cluster, service, to } from '../../proxy/rules.js';
import { requirePart } from '../parts/require-part.js';
import { type Call, type Caller, type PeerName, type Servers, startCaller, startServers } from '../peers/peer.js';
import { framedBinary, startThriftServer, thriftClient } from '../thrift/service.js';
import { cleaning } from './fixture.js';

const everything = `- name: all\n  route: [${to('v1')}]`;
const versions: readonly ProxyVersion[] = ['1.4', 'ideal'];

/** Servers and a caller of a real implementation for a `describe`. */
function peers(name: PeerName) {
  let servers: Servers;
  let caller: Caller;
  before(async function () {
    requirePart(this, name);
    [servers, caller] = await Promise.all([startServers(name, ['v1', 'v2']), startCaller(name)]);
  });
  after(async () => {
    await caller?.stop();
    await servers?.stop();
  });
  return {
    get servers() {
      return servers;
    },
    upstreams: () => Object.fromEntries(Object.entries(servers.ports).map(([each, port]) => [cluster(each), [port]])),
    call: (port: number, method: string, args: readonly unknown[] = [], more: Partial<Call> = {}) =>
      caller.call({ port, method, args, ...more }),
    /** With a short time-out, for what gets no answer. */
    inVain: (port: number, method: string, args: readonly unknown[] = [], more: Partial<Call> = {}) =>
      caller.call({ port, method, args, timeout: 3_000, client: 'in vain', ...more }),
  };
}

describe('what real clients see of a version of the MetaProtocol proxy', function () {
  this.timeout(180_000);

  for (const version of versions) {
    const ideal = version === 'ideal';

    describe(`Apache Dubbo for Java, ${version}`, () => {
      const { proxy } = cleaning();
      const peer = peers('dubbo-java');
      const start = (routes: string, more = '') =>
        proxy({ rules: service('dubbo', routes, more), upstreams: peer.upstreams(), version });
      const codes = (line: { notes: readonly { code: string }[] } | undefined) => line?.notes.map(({ code }) => code);

      it('texts and nulls pass, an exception is a time-out, a map a closed connection', async () => {
        const { port, lines } = await start(everything);
        strictEqual((await peer.call(port, 'pay', ['u'])).value, 'v1');
        strictEqual((await peer.call(port, 'none')).value, null);
        const failed = (await peer.inVain(port, 'fail', ['sold out'], { client: 'fail' })).exception;
        if (ideal) strictEqual(failed?.class, 'aeraki.peer.OrderException');
        else match(`${failed?.message} ${failed?.cause}`, /time-?out/i);
        const echoed = await peer.inVain(port, 'echo', ['a', 1, [], {}], { client: 'echo' });
        strictEqual(echoed.exception === undefined, ideal);
        if (!ideal)
          ok(
            lines.some((line) => codes(line)?.includes('AER0947')),
            'a line says that the sidecar crashes',
          );
        if (!ideal)
          ok(
            lines.some((line) => codes(line)?.includes('AER0948')),
            'a line says that the answer is thrown away',
          );
      });

      it('no route: an answer or none', async () => {
        const { port, ended } = await start(
          `- name: pay\n  match: {attributes: {method: {exact: pay}}}\n  route: [${to('v1')}]`,
        );
        const { exception } = await peer.inVain(port, 'refund', ['u']);
        match(`${exception?.message} ${exception?.cause}`, ideal ? /no route/i : /time-?out/i);
        // A consumer that waits in vain asks again.
        const [line] = await ended(1);
        deepStrictEqual(codes(line), ideal ? [] : ['AER0945']);
      });

      it('a limit: an answer or none, and the answers of the server are not changed', async () => {
        const limit = 'localRateLimit: {tokenBucket: {maxTokens: 1, tokensPerFill: 1, fillInterval: 1h}}';
        const { port } = await start(`${everything}\n  responseMutation: [{key: fresh, value: r}]`, limit);
        const first = await peer.call(port, 'pay', ['u']);
        deepStrictEqual([first.value, first.attachments.fresh], ['v1', ideal ? 'r' : undefined]);
        const { exception } = await peer.inVain(port, 'pay', ['u']);
        match(`${exception?.message} ${exception?.cause}`, ideal ? /limit/i : /time-?out/i);
      });

      it('the server sees the headers of the mesh', async () => {
        const { port } = await start(everything);
        strictEqual((await peer.call(port, 'same', ['x'], { attachments: { mark: version } })).value, 'x');
        const { attachments } = await peer.servers.seen((each) => each.attachments.mark === version);
        const added = ['x-request-id', 'x-envoy-peer-metadata', 'x-envoy-peer-metadata-id'];
        deepStrictEqual(
          added.map((name) => name in attachments),
          added.map(() => !ideal),
        );
      });
    });

    describe(`npm thrift, ${version}`, () => {
      const { keep, proxy } = cleaning();

      it('no route: an internal error', async () => {
        const server = keep(await startThriftServer('v1', framedBinary));
        const rules = service(
          'thrift',
          `- name: pay\n  match: {attributes: {method: {exact: pay}}}\n  route: [${to('v1')}]`,
        );
        const { port } = await proxy({ rules, upstreams: { [cluster('v1')]: [server.port] }, version });
        const client = thriftClient(port, framedBinary);
        keep({ stop: () => client.close() });
        strictEqual(await client.call('pay'), 'v1');
        await rejects(client.call('ping'), (error: Error & { type?: number }) => {
          strictEqual(error.type, Thrift.TApplicationExceptionType.INTERNAL_ERROR);
          return true;
        });
      });

      it('a dead endpoint: an error at once, or the other one', async () => {
        const [alive, dead] = [
          keep(await startThriftServer('v1', framedBinary)),
          await startThriftServer('v2', framedBinary),
        ];
        await dead.stop();
        const rules = service('thrift', everything);
        const { port } = await proxy({ rules, upstreams: { [cluster('v1')]: [dead.port, alive.port] }, version });
        const client = thriftClient(port, framedBinary);
        keep({ stop: () => client.close() });
        const results = [];
        for (let i = 0; i < 6; i++) results.push(await client.call('ping').catch(() => 'error'));
        strictEqual(results.filter((each) => each === 'error').length, ideal ? 0 : 3);
      });
    });

    describe(`trpc-go, ${version}`, () => {
      const { proxy } = cleaning();
      const peer = peers('trpc-go');

      it('one-way calls arrive, errors have their ret, answers are not changed', async () => {
        const rules = service(
          'trpc',
          `- name: pay\n  match: {attributes: {func: {regex: ".*/(Pay|Same)"}}}\n  route: [${to('v1')}]`,
        );
        const { port, ended } = await proxy({ rules, upstreams: peer.upstreams(), version });
        const text = `one-way ${version}`;
        strictEqual((await peer.call(port, 'Pay', [text], { oneWay: true })).exception, undefined);
        await peer.servers.seen((request) => request.text === text);
        const [line] = await ended(1);
        strictEqual(line?.notes[0]?.code, ideal ? undefined : 'AER0953');
        strictEqual((await peer.call(port, 'Refund', ['u'])).exception?.code, 11);
        strictEqual((await peer.call(port, 'Same', ['u'])).value, 'u');
      });
    });

    describe(`brpc-java, ${version}`, () => {
      const { proxy } = cleaning();
      const peer = peers('brpc-java');

      it('calls pass, and one without a route gets no answer', async () => {
        const { port } = await proxy({ rules: service('brpc', everything), upstreams: peer.upstreams(), version });
        strictEqual((await peer.call(port, 'Pay', ['u'])).value, 'v1');
        const none = `- name: x\n  match: {attributes: {method: {exact: Pay}}}\n  route: [${to('v1')}]`;
        const other = await proxy({ rules: service('brpc', none), upstreams: peer.upstreams(), version });
        strictEqual((await peer.inVain(other.port, 'Pay', ['u'])).exception?.message, 'timeout');
        const [line] = await other.ended(1);
        strictEqual(line?.notes[0]?.code, ideal ? undefined : 'AER0945');
      });
    });
  }
});
