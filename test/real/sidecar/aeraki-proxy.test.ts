import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { credentials } from '@grpc/grpc-js';
import { loadAll } from 'js-yaml';
import { dubbo } from '../../../src/codec/dubbo/dubbo.js';
import { discover } from '../../../src/xds/client.js';
import type { ResourceType } from '../../../src/xds/types.js';
import { built, run } from '../../cli/program.js';
import { dubboRequest, dubboResponse } from '../../codec/dubbo/message.js';
import { Client, Upstream } from '../../proxy/plane.js';
import type { RunningProxy } from '../../proxy/program.js';
import { type AerakiMesh, nodeId, startAerakiMesh } from '../mesh/mesh.js';
import type { KubeObject } from '../parts/kube-client.js';
import { freePort } from '../parts/place.js';
import { requirePart } from '../parts/require-part.js';
import { settles } from './traffic.js';

const NOISE = 40;
const host = 'orders.pay.svc.cluster.local';
const audit = 'audit.noise.svc.cluster.local';
const [VIP, AUDIT, QUIET] = ['127.66.41.10', '127.66.41.11', '127.66.42'];
const web = { name: 'web-1', ip: '127.66.40.5', labels: { app: 'web' } };

/** Orders in two versions, the second copied to audit, and many services that nobody calls, a third of them ours. */
function rules(ports: { readonly service: number; readonly v1: number; readonly v2: number }): string {
  const entry = (name: string, namespace: string, address: string, rest: object) => ({
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name, namespace },
    spec: {
      ...{ hosts: [`${name}.${namespace}.svc.cluster.local`], addresses: [address], location: 'MESH_INTERNAL' },
      ...{ resolution: 'STATIC', ...rest },
    },
  });
  const at = (number: number) => ({ number, name: 'tcp-metaprotocol-dubbo', protocol: 'TCP' });
  const endpoint = (port: number, version: string) => ({
    ...{ address: '127.0.0.1', ports: { 'tcp-metaprotocol-dubbo': port }, labels: { version } },
  });
  const route = (name: string, subset: string, more: object) => ({
    ...{ name, route: [{ destination: { host, subset } }], ...more },
  });
  const documents = [
    entry('orders', 'pay', VIP, {
      ports: [at(ports.service)],
      endpoints: [endpoint(ports.v1, 'v1'), endpoint(ports.v2, 'v2')],
    }),
    entry('audit', 'noise', AUDIT, { ports: [at(ports.service)], endpoints: [endpoint(ports.v1, 'v1')] }),
    ...Array.from({ length: NOISE }, (_, index) => {
      const port = index % 3 === 0 ? at(ports.service) : { number: 7300, name: 'tcp', protocol: 'TCP' };
      const endpoints = [{ address: '127.0.0.1', ports: { [port.name]: ports.v1 } }];
      return entry(`quiet-${index}`, 'noise', `${QUIET}.${index + 1}`, { ports: [port], endpoints });
    }),
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: 'orders', namespace: 'pay' },
      spec: { host, subsets: ['v1', 'v2'].map((version) => ({ name: version, labels: { version } })) },
    },
    {
      apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
      kind: 'MetaRouter',
      metadata: { name: 'orders', namespace: 'pay' },
      spec: {
        hosts: [host],
        routes: [
          route('pay', 'v2', {
            match: { attributes: { method: { exact: 'pay' } } },
            mirror: { host: audit, port: { number: ports.service } },
            mirrorPercentage: { value: 100 },
          }),
          route('rest', 'v1', {}),
        ],
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'app', image: 'app' }] } },
      },
    },
  ];
  return documents.map((each) => JSON.stringify(each)).join('\n---\n');
}

const named = (name: string) => (message: { kind: string; id?: bigint | undefined }) =>
  message.kind === 'request' ? dubboResponse(message.id ?? 0n, 4, [name, { server: name }]) : undefined;

/**
 * As end-to-end.test.ts with `aeraki proxy` in place of Envoy: Dubbo through the MetaProtocol filters of a real istiod, the
 * access log that these filters say, the Sidecar that is made of it, and the same calls through what is left.
 */
describe('aeraki sidecar: a real istiod and aeraki proxy', function () {
  this.timeout(180_000);
  let mesh: AerakiMesh;
  let proxy: RunningProxy;
  let port = 0;
  const servers: Upstream[] = [];

  before(async function () {
    for (const part of ['apiserver', 'etcd', 'istiod'] as const) requirePart(this, part);
    await built();
    port = await freePort();
    for (const name of ['v1', 'v2']) servers.push(await Upstream.start(dubbo, named(name)));
    const [v1 = 0, v2 = 0] = servers.map((each) => each.port);
    mesh = await startAerakiMesh({
      rules: rules({ service: port, v1, v2 }),
      workloads: [web],
      meshConfig: { accessLogFile: '/dev/stdout', outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
      // Who asks with an id alone is found by its address.
      env: { ENABLE_PROXY_FIND_POD_BY_IP: 'true' },
    });
    proxy = await mesh.proxy(web.name, '--traffic', 'outbound');
    await proxy.says(new RegExp(`^Listening on ${VIP}:${port} `, 'm'));
  });
  after(async () => {
    await mesh?.stop();
    for (const server of servers) await server.kill();
  });

  it('learns from its log what the traffic was, and the traffic passes through what it makes of it', async () => {
    await settles(traffic);
    const log = join(mesh.folder, 'web-1.shop.log');
    await settles(async () => {
      // As `kubectl logs` has it: what the proxy says and what it logs.
      for (const subset of ['v1', 'v2'])
        assert.match(proxy.stderr(), new RegExp(`outbound\\|${port}\\|${subset}\\|${host}`));
      await writeFile(log, proxy.stderr());
    });
    const before = await weigh();
    assert.ok(before.clusters > NOISE, 'without a Sidecar the proxy has the whole mesh');
    const kubeconfig = await mesh.server.kubeconfig();
    const args = ['sidecar', '-c', kubeconfig, '--context', 'test', '-A', '--access-log', log];
    const calls = await run([...args, '--estimate', '--istio-version', '1.30', '-o', 'json']);
    assert.equal(calls.code, 0, calls.stderr);
    const found = JSON.parse(calls.stdout) as {
      hosts: Record<string, string[]>;
      estimate: { workloads: { workload: string; before: { bytes: number }; after: { bytes: number } }[] };
    };
    assert.deepStrictEqual(found.hosts['shop/web'], [`noise/${audit}`, `pay/${host}`]);
    const estimated = found.estimate.workloads.find(({ workload }) => workload === 'shop/web');

    const made = loadAll((await run(args)).stdout) as KubeObject[];
    assert.deepStrictEqual(
      made.map(({ kind }) => kind),
      ['Sidecar'],
    );
    const copies = servers[0]?.got.length ?? 0;
    await mesh.server.admin.create(made);
    await settles(async () => {
      const dump = await (await fetch(`http://${proxy.admin}/config_dump`)).text();
      assert.doesNotMatch(dump, /quiet-1\.noise/);
      assert.match(dump, new RegExp(`outbound\\|${port}\\|v2\\|${host}`));
    });
    await settles(async () => assert.rejects(Client.to(port, dubbo, `${QUIET}.1`), 'what was not called is gone'));
    await settles(traffic);
    await settles(async () => assert.ok((servers[0]?.got.length ?? 0) >= copies + 2, 'the mirror is still there'));

    const after = await weigh();
    const words = `bytes ${before.bytes} and ${after.bytes}, estimated ${estimated?.before.bytes} and ${estimated?.after.bytes}`;
    for (const [own, real] of [
      [estimated?.before.bytes ?? 0, before.bytes],
      [estimated?.after.bytes ?? 0, after.bytes],
    ] as const)
      assert.ok(own / real > 0.95 && own / real < 1.05, words);
    assert.ok(after.bytes < before.bytes / 2, words);
  });

  /** An order of each version. */
  async function traffic(): Promise<void> {
    const client = await Client.to(port, dubbo, VIP);
    try {
      for (const [id, [method, version]] of [
        ['sayHello', 'v1'],
        ['pay', 'v2'],
      ].entries()) {
        const answer = await client.ask(dubboRequest({ id: BigInt(id + 1), method: method ?? '' }));
        assert.equal(answer.failed, false, `${answer.details.status} ${proxy.stderr().slice(-2000)}`);
        assert.equal(answer.attributes.get('server'), version);
      }
    } finally {
      client.close();
    }
  }

  /** What istiod has for the proxy now; its routes come from the route server. */
  async function weigh(): Promise<{ bytes: number; clusters: number }> {
    const [lds, cds] = [await resources('lds'), await resources('cds')];
    return {
      bytes: [...lds, ...cds].reduce((sum, { content }) => sum + content.value.length, 0),
      clusters: cds.length,
    };
  }

  async function resources(type: ResourceType) {
    const stop = new AbortController();
    const options = { server: mesh.istiod.xds, credentials: credentials.createInsecure(), delta: true };
    try {
      const asked = { ...options, nodeId: nodeId(web), type, names: [], signal: stop.signal };
      for await (const update of discover(asked)) return update.resources;
      return [];
    } finally {
      stop.abort();
    }
  }
});
