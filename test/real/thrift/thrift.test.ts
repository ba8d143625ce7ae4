import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert/strict';
import { type Mesh, startMesh } from '../mesh.js';
import { requirePart } from '../parts/require-part.js';
import { say } from '../parts/say.js';
import {
  bufferedCompact,
  framedBinary,
  startThriftServer,
  type ThriftServer,
  thriftClient,
  type Wire,
} from './service.js';

const host = 'orders.shop.svc.cluster.local';
const entry = `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders, namespace: shop}
spec:
  hosts: [${host}]
  addresses: [240.240.0.10]
  resolution: STATIC
  ports: [{number: 9090, name: tcp-thrift, protocol: TCP}]
  workloadSelector: {labels: {app: orders}}
---`;
const virtualService = (http: string) => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: shop}
spec: {hosts: [${host}], http: [${http}]}
---`;
const to = (subset: string, more = '') => `{destination: {host: ${host}, subset: ${subset}}${more}}`;
const cluster = (subset: string) => `outbound|9090|${subset}|${host}`;

describe('real Thrift calls through a real Envoy with our filter (--fixed)', function () {
  this.timeout(120_000);
  const started: { stop(): unknown }[] = [];
  before(function () {
    requirePart(this, 'envoy');
  });
  afterEach(async () => {
    for (const each of started.splice(0).reverse()) await each.stop();
  });

  async function serverOf(name: string, wire: Wire): Promise<ThriftServer> {
    const server = await startThriftServer(name, wire);
    say(`started a Thrift server ${name} in this process`);
    started.push(server);
    return server;
  }
  async function servers(wire: Wire) {
    const [v1, v2, all] = [await serverOf('v1', wire), await serverOf('v2', wire), await serverOf('all', wire)];
    const endpoints = { [cluster('v1')]: [v1.port], [cluster('v2')]: [v2.port], [cluster('')]: [all.port] };
    return { v1, v2, all, endpoints };
  }
  async function mesh(http: string | undefined, endpoints: Record<string, readonly number[]>): Promise<Mesh> {
    const running = await startMesh(entry + (http === undefined ? '' : virtualService(http)), { endpoints });
    started.push(running);
    return running;
  }
  async function clientOf(running: Mesh, wire: Wire, filter = 'outbound') {
    const client = thriftClient(await running.port(filter), wire);
    started.push({ stop: () => client.close() });
    return client;
  }

  for (const [title, wire] of Object.entries({
    'framed, binary': framedBinary,
    'unframed, compact': bufferedCompact,
  })) {
    it(`reaches the service without any rule (${title})`, async () => {
      const { endpoints } = await servers(wire);
      const running = await mesh(undefined, endpoints);
      const client = await clientOf(running, wire);
      strictEqual(await client.call('ping'), 'all');
      strictEqual((await running.envoy.stats()).get(`thrift.${cluster('')}.request_call`), 1);
    });
  }

  it('splits 20 to 80', async () => {
    const { v1, v2, endpoints } = await servers(framedBinary);
    const running = await mesh(`{route: [${to('v1', ', weight: 20')}, ${to('v2', ', weight: 80')}]}`, endpoints);
    const client = await clientOf(running, framedBinary);
    const calls = 1000;
    for (let i = 0; i < calls; i++) await client.call('ping');
    const first = v1.calls.get('ping') ?? 0;
    strictEqual(first + (v2.calls.get('ping') ?? 0), calls);
    // Six standard deviations of a binomial distribution: one run in half a thousand million fails by chance.
    const deviation = Math.sqrt(calls * 0.2 * 0.8);
    ok(Math.abs(first - calls * 0.2) < 6 * deviation, `${first} of ${calls} went to v1`);
  });

  it('routes by the method, which the reference does not (D8)', async () => {
    const { v1, v2, endpoints } = await servers(framedBinary);
    const http = `{match: [{method: {exact: pay}}], route: [${to('v1')}]}, {route: [${to('v2')}]}`;
    const client = await clientOf(await mesh(http, endpoints), framedBinary);
    strictEqual(await client.call('pay'), 'v1');
    strictEqual(await client.call('ping'), 'v2');
    deepStrictEqual([[...v1.calls], [...v2.calls]], [[['pay', 1]], [['ping', 1]]]);
  });

  it('answers with an exception where no route matches', async () => {
    const { endpoints } = await servers(framedBinary);
    const client = await clientOf(
      await mesh(`{match: [{method: {exact: pay}}], route: [${to('v1')}]}`, endpoints),
      framedBinary,
    );
    await rejects(client.call('ping'), (error: Error) => {
      match(error.message, /no route for method 'ping'/);
      return true;
    });
  });

  it('serves the workload itself through the inbound filter', async () => {
    const server = await serverOf('own', framedBinary);
    const running = await mesh(undefined, { 'inbound|9090||': [server.port] });
    strictEqual(await (await clientOf(running, framedBinary, 'inbound')).call('ping'), 'own');
  });
});
