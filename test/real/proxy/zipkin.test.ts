import assert from 'node:assert/strict';
import { dubbo } from '../../../src/codec/dubbo/dubbo.js';
import { dubboRequest, dubboResponse } from '../../codec/dubbo/message.js';
import { parts } from '../../proxy/fixture.js';
import { Client, until } from '../../proxy/plane.js';
import { cluster, service, to } from '../../proxy/rules.js';
import { requirePart } from '../parts/require-part.js';
import { startZipkin, type Zipkin, type ZipkinSpan } from '../parts/zipkin.js';
import { type AerakiProxy, startAerakiProxy } from './aeraki-proxy.js';

/** Every request is traced; where to report, the mesh config says too. */
const rules = (zipkin = '') => `${service('dubbo', `- name: all\n  route: [${to('v1')}]\n`)}---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |
    enableTracing: true
    defaultConfig: {tracing: {sampling: 100${zipkin}}}
`;

/** client → proxy of the consumer → proxy of the provider → server; a real Zipkin gets the spans of both. */
describe('aeraki proxy reports to a real Zipkin', function () {
  this.timeout(240_000);
  const { server } = parts(dubbo);
  const clients: Client[] = [];
  let zipkin: Zipkin | undefined;
  const proxies: AerakiProxy[] = [];
  before(async function () {
    requirePart(this, 'zipkin');
    zipkin = await startZipkin();
  });
  afterEach(async () => {
    for (const each of clients.splice(0)) each.close();
    for (const proxy of proxies.splice(0)) await proxy.stop();
  });
  after(() => zipkin?.stop());

  const proxyTo = async (port: number, how: { readonly flag?: string; readonly mesh?: string }) => {
    const flags = how.flag === undefined ? [] : ['--trace-collector', how.flag];
    const upstreams = { [cluster('v1')]: [port] };
    const proxy = await startAerakiProxy({ rules: rules(how.mesh), upstreams, version: '1.4', flags });
    proxies.push(proxy);
    return proxy;
  };
  const clientOf = async ({ port }: AerakiProxy) => {
    const client = await Client.to(port, dubbo);
    clients.push(client);
    return client;
  };
  /** The spans of the trace that the request is in, when there are so many. */
  const spansOf = async (id: string, count: number): Promise<readonly ZipkinSpan[]> => {
    for (const end = Date.now() + 60_000; ; ) {
      const traces = (await zipkin?.traces()) ?? [];
      const spans = traces.find((each) => each.some(({ tags }) => tags?.['guid:x-request-id'] === id)) ?? [];
      if (spans.length >= count || Date.now() > end) return spans;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };

  it('one trace for a request, in which the span of the provider is a child of that of the consumer', async () => {
    const own = `127.0.0.1:${zipkin?.port}`;
    const upstream = await server(({ id, kind }) =>
      kind === 'request' ? dubboResponse(id ?? 0n, 4, ['paid', { server: 'v1' }]) : undefined,
    );
    const provider = await proxyTo(upstream.port, { mesh: `, zipkin: {address: "${own}"}` });
    const consumer = await proxyTo(provider.port, { flag: own });
    const one = await clientOf(consumer);
    await one.ask(dubboRequest({ id: 1n, method: 'pay' }));
    await until(() => upstream.got.length === 1, 'the request');
    const sent = upstream.got[0]?.attributes;
    const requestId = sent?.get('x-request-id') ?? '';

    const spans = await spansOf(requestId, 2);
    assert.equal(spans.length, 2);
    const root = spans.find(({ parentId }) => parentId === undefined);
    const child = spans.find(({ parentId }) => parentId !== undefined);
    assert.match(root?.traceId ?? '', /^[0-9a-f]{32}$/);
    assert.deepStrictEqual([child?.traceId, child?.parentId], [root?.traceId, root?.id]);
    // What the server was sent is the context of the last proxy.
    const context = ['x-b3-traceid', 'x-b3-spanid', 'x-b3-parentspanid', 'x-b3-sampled'];
    assert.deepStrictEqual(
      context.map((name) => sent?.get(name)),
      [child?.traceId, child?.id, root?.id, '1'],
    );
    for (const span of [root, child]) {
      assert.equal(span?.kind, 'CLIENT');
      assert.equal(span?.localEndpoint?.serviceName, 'aeraki-proxy.default');
      assert.equal(span?.tags?.['upstream_cluster.name'], cluster('v1'));
      assert.equal(span?.tags?.['request metadata: method'], 'pay');
      assert.equal(span?.tags?.['response metadata: server'], 'v1');
      assert.ok((span?.duration ?? 0) > 0);
    }
    assert.ok((root?.duration ?? 0) >= (child?.duration ?? 0));
    assert.equal(root?.localEndpoint?.port, consumer.port);
  });

  it('a server that goes away makes a span with an error; what has no route has none', async () => {
    const upstream = await server((_, socket) => {
      socket.destroy();
      return undefined;
    });
    const consumer = await proxyTo(upstream.port, { flag: `127.0.0.1:${zipkin?.port}` });
    const one = await clientOf(consumer);
    one.send(dubboRequest({ id: 1n, method: 'lost' }));
    await until(() => upstream.got.length === 1, 'the request');
    const requestId = upstream.got[0]?.attributes.get('x-request-id') ?? '';
    const spans = await spansOf(requestId, 1);
    assert.deepStrictEqual(
      spans.map(({ tags, parentId }) => [tags?.error, tags?.response_size, parentId]),
      [['true', undefined, undefined]],
    );
  });

  it('says that spans are lost where nobody takes them, and loses no request', async () => {
    const upstream = await server(({ id }) => dubboResponse(id ?? 0n, 4, ['paid', {}]));
    const consumer = await proxyTo(upstream.port, { flag: '127.0.0.1:1' });
    const one = await clientOf(consumer);
    for (let id = 1n; id <= 20n; id++) await one.ask(dubboRequest({ id, method: 'pay' }));
    const told = /The collector of traces 127\.0\.0\.1:1: connect ECONNREFUSED .*Spans are lost; requests are not\./;
    await until(() => told.test(consumer.stderr()), 'a word about it');
    assert.equal(one.received.length, 20);
    assert.equal((await consumer.ended(20)).filter(({ ok }) => ok).length, 20);
  });
});
