import assert from 'node:assert/strict';
import { connect as connectTls } from 'node:tls';
import { dubbo } from '../../../src/codec/dubbo/dubbo.js';
import { built } from '../../cli/program.js';
import { dubboRequest, dubboResponse } from '../../codec/dubbo/message.js';
import { Client, Upstream } from '../../proxy/plane.js';
import type { RunningProxy } from '../../proxy/program.js';
import { freePort } from '../parts/place.js';
import { requirePart } from '../parts/require-part.js';
import { settles } from '../sidecar/traffic.js';
import { startLoad } from './load.js';
import { type AerakiMesh, startAerakiMesh } from './mesh.js';

const host = 'orders.shop.svc.cluster.local';
const VIP = '127.66.51.10';
const web = { name: 'web-1', ip: '127.66.50.5', labels: { app: 'web' } };
const versions = ['v1', 'v2'].map((version, at) => ({
  ...{ name: `orders-${at + 1}`, ip: `127.66.50.${at + 6}`, labels: { app: 'orders', version } },
}));
/** So long a certificate of this istiod is good: proxies come for another one each ten seconds. */
const LIFE = 20;

const rules = (port: number, payTo: string) => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: orders, namespace: shop }
spec:
  hosts: [${host}]
  addresses: [${VIP}]
  location: MESH_INTERNAL
  resolution: STATIC
  ports: [{ number: ${port}, name: tcp-metaprotocol-dubbo, protocol: TCP }]
  workloadSelector: { labels: { app: orders } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: orders, namespace: shop }
spec:
  host: ${host}
  subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }]
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: { name: orders, namespace: shop }
spec:
  hosts: [${host}]
  routes:
  - name: pay
    match: { attributes: { method: { exact: pay } } }
    route: [{ destination: { host: ${host}, subset: ${payTo} } }]
  - name: all
    route: [{ destination: { host: ${host} } }]
`;

describe('aeraki proxy --xds: certificates of istiod for a moment, and a route server that comes and goes', function () {
  this.timeout(240_000);
  let mesh: AerakiMesh;
  let port = 0;
  let consumer: RunningProxy;
  const proxies: RunningProxy[] = [];
  const servers: Upstream[] = [];
  const clients: Client[] = [];

  before(async function () {
    for (const part of ['apiserver', 'etcd', 'istiod'] as const) requirePart(this, part);
    await built();
    port = await freePort();
    mesh = await startAerakiMesh({
      rules: rules(port, 'v1'),
      workloads: [web, ...versions],
      env: { DEFAULT_WORKLOAD_CERT_TTL: `${LIFE}s`, MAX_WORKLOAD_CERT_TTL: `${LIFE}s` },
    });
    for (const { name, labels } of versions) {
      const { version } = labels;
      const server = await Upstream.start(dubbo, (message) =>
        message.kind === 'request' ? dubboResponse(message.id ?? 0n, 4, [version, { server: version }]) : undefined,
      );
      servers.push(server);
      const to = `inbound|${port}||=127.0.0.1:${server.port}`;
      proxies.push(await mesh.proxy(name, '--traffic', 'inbound', '--upstream', to));
    }
    consumer = await mesh.proxy(web.name, '--traffic', 'outbound');
    proxies.push(consumer);
    await consumer.says(new RegExp(`^Listening on ${VIP}:${port} `, 'm'));
    await settles(async () => {
      const one = await client();
      one.send(dubboRequest({ id: 1n, method: 'first' }));
      await Promise.race([one.until(1), new Promise((resolve) => setTimeout(resolve, 500))]);
      assert.equal(one.received.length, 1, proxies.map((each) => each.stderr()).join('\n'));
    });
  });
  after(async () => {
    for (const each of clients) each.close();
    await mesh?.stop();
    for (const server of servers) await server.kill().catch(() => {});
  });

  async function client(): Promise<Client> {
    const made = await Client.to(port, dubbo, VIP);
    clients.push(made);
    return made;
  }

  /** What a sidecar shows to one of the mesh. */
  function certificateAt(ip: string): Promise<{ readonly serial: string; readonly until: number }> {
    const options = { host: ip, port, ALPNProtocols: ['istio'], rejectUnauthorized: false, servername: host };
    return new Promise((resolve, reject) => {
      const socket = connectTls(options, () => {
        const { serialNumber, valid_to } = socket.getPeerCertificate();
        resolve({ serial: serialNumber, until: Date.parse(valid_to) });
        socket.destroy();
      });
      socket.once('error', reject);
    });
  }

  it('renews them in time under load: no request is lost, and none is shown that is over', async () => {
    const load = startLoad(() => client(), 'any');
    const serials = new Map(versions.map(({ ip }) => [ip, new Set<string>()]));
    const from = Date.now();
    // Until each has had three, and so longer than one is good.
    const isOver = () => Date.now() - from > LIFE * 1_000 && [...serials.values()].every((seen) => seen.size >= 3);
    while (!isOver()) {
      assert.ok(Date.now() - from < 120_000, JSON.stringify([...serials.values()].map((seen) => [...seen])));
      for (const [ip, seen] of serials) {
        const { serial, until } = await certificateAt(ip);
        assert.ok(until > Date.now(), 'a certificate that is over');
        seen.add(serial);
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const { failed, answered } = await load.stop();
    assert.deepStrictEqual(failed, [], `of ${answered}`);
    assert.deepStrictEqual([...load.seen].sort(), ['v1', 'v2']);
    // Half of what is left: not each second, though istiod dates them back.
    const seconds = (Date.now() - from) / 1_000;
    for (const seen of serials.values())
      assert.ok(seen.size <= 2 + seconds / (LIFE / 4), `${seen.size} in ${seconds} s`);
  });

  it('keeps the routes that it had while the route server is gone, and follows it when it is back', async () => {
    const load = startLoad(() => client(), 'pay');
    await settles(async () => assert.ok(load.seen.has('v1')));
    mesh.routes.process.kill('SIGKILL');
    await settles(async () => assert.match(consumer.stderr(), /Trying again/));
    // An edit that nobody serves yet.
    await mesh.edit(rules(port, 'v2'));
    load.seen.clear();
    await settles(async () => assert.ok(load.seen.size > 0));
    assert.deepStrictEqual([...load.seen], ['v1']);
    await mesh.restartRoutes();
    await settles(async () => {
      load.seen.clear();
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.deepStrictEqual([...load.seen], ['v2']);
    });
    // And goes on following.
    await mesh.edit(rules(port, 'v1'));
    await settles(async () => {
      load.seen.clear();
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.deepStrictEqual([...load.seen], ['v1']);
    });
    const { failed, answered } = await load.stop();
    assert.deepStrictEqual(failed, [], `of ${answered}`);
  });
});
