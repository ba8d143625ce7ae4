import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { Server, ServerCredentials, type ServerReadableStream } from '@grpc/grpc-js';
import { loadAll } from 'js-yaml';
import { built, run } from '../../cli/program.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import type { Envoy } from '../parts/envoy.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import type { KubeObject } from '../parts/kube-client.js';
import {
  grpcCluster,
  meshForStockEnvoy,
  startMeshEnvoy,
  stockEnvoyLabel,
  stockEnvoyObjects,
} from '../parts/mesh-envoy.js';
import { freePort, temporaryFolder } from '../parts/place.js';
import { requirePart, skipOutLoud } from '../parts/require-part.js';
import { type Backend, http, peerAuthentications, runPod, settles, startBackend } from './traffic.js';

const GATEWAY = { app: 'istio-egressgateway-lazyxds', istio: 'egressgateway', ...stockEnvoyLabel };
const WEB = { app: 'web', ...stockEnvoyLabel };

/**
 * The objects of `aeraki sidecar --lazy --fixed` in a real mesh: a call to a service that the caller does not see yet goes
 * through the gateway, by the rules of its VirtualService (L4), and is logged there (L15); after it was learnt it goes
 * straight. The controller is the built program, run by hand.
 */
describe('aeraki sidecar --lazy --fixed: a real istiod and real Envoys', function () {
  this.timeout(180_000);
  let server: ApiServer;
  let istiod: Istiod;
  let client: Envoy;
  let gateway: Envoy;
  let kubeconfig = '';
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let backends: readonly Backend[] = [];
  let accessLogs: Awaited<ReturnType<typeof startAccessLogServer>>;
  let port = 0;

  before(async function () {
    for (const part of ['apiserver', 'istiod', 'envoy'] as const) requirePart(this, part);
    const address =
      ownAddress() ?? skipOutLoud(this, 'this machine has only loopback addresses, which Endpoints refuse');
    await built();
    folder = await temporaryFolder('lazy');
    backends = await Promise.all(['orders', 'canary'].map((text) => startBackend(text, '0.0.0.0')));
    accessLogs = await startAccessLogServer();
    const [service, gatewayPort] = await Promise.all([freePort(), freePort()]);
    port = service;
    server = await startApiServer({ crds: true });
    kubeconfig = await server.kubeconfig();
    await server.admin.create([peerAuthentications]);
    istiod = await startIstiod(server, {
      ...meshForStockEnvoy,
      mesh: { ...meshForStockEnvoy.mesh, outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
    });
    const [orders = 0, canary = 0] = backends.map((each) => each.port);
    await server.admin.create([
      ...stockEnvoyObjects('shop'),
      ...stockEnvoyObjects('istio-system'),
      ...mesh(address, { service, gateway: gatewayPort, orders, canary }),
    ]);
    await runPod(server, 'shop', 'web-1', '10.9.1.1');
    // Its own address, by which istiod finds the Service, and so the port that the gateway listens on.
    await runPod(server, 'istio-system', 'gateway-1', address);
    await apply(await program([]));
    client = await startMeshEnvoy(istiod, {
      ...{ type: 'sidecar', pod: 'web-1', namespace: 'shop', ip: '10.9.1.1', labels: WEB },
    });
    gateway = await startMeshEnvoy(istiod, {
      ...{ type: 'router', pod: 'gateway-1', namespace: 'istio-system', ip: address, labels: GATEWAY },
      clusters: [accessLogs.cluster],
    });
  });
  after(async () => {
    await client?.stop();
    await gateway?.stop();
    await istiod?.stop();
    await server?.stop();
    for (const each of backends) await each.stop();
    accessLogs?.stop();
    await folder?.remove();
  });

  it('sends first calls through the gateway by the rules, learns them from its log, and then lets them go straight', async () => {
    const names = ['orders.pay', 'orders.pay.svc', 'orders.pay.svc.cluster.local', `orders.pay:${port}`];
    await settles(async () => {
      for (const name of names) assert.equal(await http(port, name), 'orders', name);
    });
    assert.equal(await http(port, 'orders.pay', { canary: 'yes' }), 'canary', 'the gateway knows the rule');
    await assert.rejects(http(port, 'orders.example.org'), /502/, 'what is no name of a service does not go there');
    const through = await requests(gateway, port);
    assert.ok(through >= names.length, `${through} calls went through the gateway`);
    assert.equal(await requests(client, port), 0, 'and none went straight');

    const cluster = `outbound|${port}||orders.pay.svc.cluster.local`;
    await settles(async () =>
      assert.ok(accessLogs.text().includes(cluster), 'the gateway has not logged the call yet'),
    );
    const traffic = join(folder.path, 'traffic.json');
    await writeFile(traffic, JSON.stringify([{ from: '10.9.1.1', cluster, to: '' }]));
    await apply(await program(['--traffic', traffic]));
    await settles(async () => {
      assert.equal(await http(port, 'orders.pay'), 'orders');
      assert.ok((await requests(client, port)) > 0, 'calls still go through the gateway');
    });
    const before = await requests(gateway, port);
    assert.equal(await http(port, 'orders.pay', { canary: 'yes' }), 'canary');
    assert.equal(await requests(gateway, port), before, 'the gateway is asked no more');

    // A controller that starts again knows only what stands in the cluster (L1).
    const again = await program([]);
    const sidecar = again.find(({ kind }) => kind === 'Sidecar');
    assert.match(JSON.stringify(sidecar?.spec), /pay\/orders\.pay\.svc\.cluster\.local/);
  });

  async function program(args: readonly string[]): Promise<readonly KubeObject[]> {
    const all = ['sidecar', '-c', kubeconfig, '--context', 'test', '-A', '--lazy', '--fixed', ...args];
    const { code, stdout, stderr } = await run(all);
    assert.equal(code, 0, stderr);
    return loadAll(stdout) as KubeObject[];
  }

  /** As `kubectl apply` does for objects that nobody else writes. */
  async function apply(objects: readonly KubeObject[]): Promise<void> {
    for (const object of objects) {
      const { apiVersion, kind, metadata } = object;
      const base = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
      const plural = `${kind.toLowerCase()}s`;
      const path = `${base}/namespaces/${metadata.namespace ?? 'istio-system'}/${plural}/${metadata.name}`;
      const { status, body } = await server.admin.call('GET', path);
      if (status === 404) {
        await server.admin.create([
          { ...object, metadata: { ...metadata, namespace: metadata.namespace ?? 'istio-system' } },
        ]);
        continue;
      }
      const kept = body as KubeObject;
      const spec = { ...(kept.spec as object), ...(object.spec as object) };
      const next = { ...kept, metadata: { ...kept.metadata, ...metadata }, spec };
      const answer = await server.admin.call('PUT', path, next);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
    }
  }
});

/** Requests that an Envoy sent to services of the namespace pay on a port. */
async function requests(envoy: Envoy, port: number): Promise<number> {
  const { cluster_statuses: all = [] } = JSON.parse(await envoy.adminPage('/clusters?format=json')) as {
    cluster_statuses?: {
      name: string;
      host_statuses?: { stats?: { name?: string; value?: string }[] }[];
    }[];
  };
  const ours = all.filter(({ name }) => name.startsWith(`outbound|${port}|`) && name.includes('.pay.svc'));
  return ours
    .flatMap(({ host_statuses: hosts = [] }) => hosts.flatMap(({ stats = [] }) => stats))
    .filter(({ name }) => name === 'rq_total')
    .reduce((sum, { value }) => sum + Number(value ?? 0), 0);
}

/** An address of this machine that other machines could use; nothing outside it is asked. */
function ownAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

/** Envoy's access log service; what comes is kept as it is, names stand in it as text. */
async function startAccessLogServer() {
  const server = new Server();
  let received = '';
  const asIs = { serialize: (value: Buffer) => value, deserialize: (value: Buffer) => value };
  server.addService(
    {
      StreamAccessLogs: {
        path: '/envoy.service.accesslog.v3.AccessLogService/StreamAccessLogs',
        ...{ requestStream: true, responseStream: false },
        ...{ requestSerialize: asIs.serialize, requestDeserialize: asIs.deserialize },
        ...{ responseSerialize: asIs.serialize, responseDeserialize: asIs.deserialize },
      },
    },
    {
      StreamAccessLogs: (call: ServerReadableStream<Buffer, Buffer>) => {
        call.on('data', (part: Buffer) => {
          received += part.toString('latin1');
        });
        call.on('error', () => undefined);
      },
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return {
    text: () => received,
    stop: () => server.forceShutdown(),
    /** As lazyXDS's ConfigMap puts it into the gateway's bootstrap. */
    cluster: grpcCluster('lazyxds-accesslog-service', '127.0.0.1', port),
  };
}

/** `web` is lazy and calls `orders`, whose rule sends some calls to `canary`; and the gateway as lazyXDS installs it. */
function mesh(
  address: string,
  ports: { readonly service: number; readonly gateway: number; readonly orders: number; readonly canary: number },
): readonly KubeObject[] {
  const pay = (name: string) => ({ destination: { host: `${name}.pay.svc.cluster.local` } });
  return [
    pod('web-1', 'shop', WEB),
    pod('gateway-1', 'istio-system', GATEWAY),
    service('web', 'shop', { app: 'web' }, [{ name: 'http', port: 7300 }], { 'lazy-xds': 'true' }),
    {
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: { name: 'web', namespace: 'shop' },
      subsets: [{ addresses: [{ ip: '10.9.1.1' }], ports: [{ name: 'http', port: 7300 }] }],
    },
    ...(['orders', 'canary'] as const).flatMap((name) => [
      service(name, 'pay', { app: name }, [{ name: 'http', port: ports.service, targetPort: ports[name] }]),
      slice(name, 'pay', address, ports[name]),
    ]),
    service('istio-egressgateway-lazyxds', 'istio-system', GATEWAY, [
      { name: 'http', port: 8080, targetPort: ports.gateway },
    ]),
    slice('istio-egressgateway-lazyxds', 'istio-system', address, ports.gateway),
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'Gateway',
      metadata: { name: 'lazyxds-egress', namespace: 'istio-system' },
      spec: {
        selector: { istio: 'egressgateway' },
        servers: [{ port: { number: 8080, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }],
      },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: 'orders', namespace: 'pay' },
      spec: {
        hosts: ['orders'],
        http: [
          { match: [{ headers: { canary: { exact: 'yes' } } }], route: [pay('canary')] },
          { route: [pay('orders')] },
        ],
      },
    },
  ];
}

function pod(name: string, namespace: string, labels: Readonly<Record<string, string>>): KubeObject {
  const spec = { containers: [{ name: 'app', image: 'app' }] };
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace, labels }, spec };
}

function service(
  name: string,
  namespace: string,
  selector: Readonly<Record<string, string>>,
  ports: readonly object[],
  annotations: Readonly<Record<string, string>> = {},
): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, annotations },
    spec: { selector, ports },
  };
}

function slice(name: string, namespace: string, address: string, port: number): KubeObject {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: `${name}-1`, namespace, labels: { 'kubernetes.io/service-name': name } },
    addressType: 'IPv4',
    endpoints: [{ addresses: [address], conditions: { ready: true } }],
    ports: [{ name: 'http', port, protocol: 'TCP' }],
  };
}
