import assert from 'node:assert/strict';
import { brpc } from '../../src/codec/brpc/brpc.js';
import { brpcMessage, metaOf } from '../codec/brpc/messages.js';
import { parts } from './fixture.js';
import { until } from './plane.js';
import { cluster, service, to } from './rules.js';

const request = (id: bigint) => brpcMessage({ request: { serviceName: 's', methodName: 'm' }, correlationId: id });

describe('proxy: bRPC', function () {
  this.timeout(120_000);
  const { plane: start, server, client } = parts(brpc);
  const answering = () =>
    server((message) => brpcMessage({ response: { errorCode: 0 }, correlationId: message.id ?? 0n }));

  it('takes the first route without a match: its codec makes no attributes', async () => {
    const [v1, v2] = [await answering(), await answering()];
    const rules = service(
      'brpc',
      `
- name: never
  match: {attributes: {method: {exact: m}}}
  route: [${to('v2')}]
- name: all
  route: [${to('v1')}]
`,
    );
    const plane = await start({ rules, upstreams: { [cluster('v1')]: [v1.port], [cluster('v2')]: [v2.port] } });
    const clients = await Promise.all([client(plane), client(plane)]);
    for (const each of clients) {
      const answer = await each.ask(request(2n ** 62n));
      assert.equal(answer.id, 2n ** 62n);
    }
    assert.equal(v1.connections, 1);
    assert.equal(v2.got.length, 0);
    assert.equal(plane.lines[0]?.route, 'all');
    // What else is in the meta has come through.
    assert.deepStrictEqual((metaOf(v1.got[0]?.bytes ?? new Uint8Array(0)) as { request: unknown }).request, {
      service_name: 's',
      method_name: 'm',
    });
  });

  it('has no answer for a request that no route takes', async () => {
    const rules = service('brpc', `- name: never\n  match: {attributes: {method: {exact: m}}}\n  route: [${to('v1')}]`);
    const plane = await start({ rules });
    const one = await client(plane);
    one.send(request(1n));
    await until(() => plane.lines.length === 1, 'the line');
    assert.equal(plane.lines[0]?.flags, 'NR');
    assert.equal(plane.lines[0]?.bytesSent, 0);
    assert.equal(one.closed, false);
  });
});
