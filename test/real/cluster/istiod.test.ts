import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { built, folder, run } from '../../cli/program.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import type { Envoy } from '../parts/envoy.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import { meshForStockEnvoy, startMeshEnvoy, stockEnvoyLabel, stockEnvoyObjects } from '../parts/mesh-envoy.js';
import { requirePart } from '../parts/require-part.js';
import { peerAuthentications } from '../sidecar/traffic.js';
import { type Kubelet, startKubelet } from './kubelet.js';
import { createNode, podObject, role, setRunning } from './objects.js';

const labels = { app: 'demo', ...stockEnvoyLabel };

/** A real kube-apiserver, a real istiod behind the port-forward to its pod, and a real Envoy that is its client. */
describe('proxy-status and bug-report of a cluster', function () {
  this.timeout(240_000);
  let server: ApiServer | undefined;
  let istiod: Istiod | undefined;
  let kubelet: Kubelet | undefined;
  let envoy: Envoy | undefined;
  let kubeconfig = '';
  let blind = '';

  before(async function () {
    for (const part of ['apiserver', 'etcd', 'envoy', 'istiod', 'openssl'] as const) requirePart(this, part);
    await built();
    server = await startApiServer({ crds: true, users: { viewer: [], blind: [] } });
    istiod = await startIstiod(server, meshForStockEnvoy);
    const { monitoringPort } = istiod;
    kubelet = await startKubelet((port, pod) =>
      pod === 'istiod-1' && port === 15014
        ? monitoringPort
        : pod === 'demo-1' && port === 15000
          ? envoy?.adminPort
          : undefined,
    );
    await createNode(server.admin, kubelet.port);
    await server.admin.create([peerAuthentications]);
    await server.admin.create([
      ...role('viewer', [
        { verbs: ['get', 'list'], apiGroups: ['*'], resources: ['*'] },
        { verbs: ['create'], apiGroups: [''], resources: ['pods/portforward'] },
      ]),
      podObject('demo-1', labels),
      ...stockEnvoyObjects('shop'),
      podObject('istiod-1', { app: 'istiod' }, 'discovery', 'istio-system'),
    ]);
    await setRunning(server.admin, ['demo-1'], true);
    await setRunning(server.admin, ['istiod-1'], true, 'istio-system');
    envoy = await startMeshEnvoy(istiod, {
      type: 'sidecar',
      pod: 'demo-1',
      namespace: 'shop',
      ip: '10.0.0.9',
      labels,
    });
    kubeconfig = await server.kubeconfig({ user: 'viewer', namespace: 'shop' });
    blind = await server.kubeconfig({ user: 'blind', namespace: 'shop' });
  });
  after(async () => {
    await envoy?.stop();
    await istiod?.stop();
    await Promise.all([kubelet?.stop(), server?.stop()]);
  });

  it('proxy-status shows what istiod says of its proxies', async () => {
    const { code, stdout, stderr } = await run(['proxy-status', '-c', kubeconfig]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^NAME +CLUSTER +CDS +LDS +EDS +RDS/);
    // Stock Envoy may refuse a listener of istiod's; then Envoy says so itself.
    const [, listeners] = /^demo-1\.shop +\S+ +SYNCED +(SYNCED|STALE \(refused\)) .*istiod-1/m.exec(stdout) ?? [];
    const dump = await fetch(`http://127.0.0.1:${envoy?.adminPort}/config_dump?resource=dynamic_listeners`);
    const refused = /"error_state"/.test(await dump.text());
    assert.equal(listeners, refused ? 'STALE (refused)' : 'SYNCED', stdout);
    const one = await run(['ps', 'demo-1.shop', '-c', kubeconfig, '-o', 'json']);
    const [proxy] = JSON.parse(one.stdout) as readonly { readonly name: string }[];
    assert.equal(proxy?.name, 'demo-1.shop');
    const wrong = await run(['ps', 'demo-2.shop', '-c', kubeconfig]);
    assert.deepEqual([wrong.code, /Did you mean demo-1\.shop\?/.test(wrong.stderr)], [64, true]);
  });

  it('proxy-status says what is missing: istiod, or the right to ask', async () => {
    const elsewhere = await run(['ps', '-i', 'shop', '-c', kubeconfig]);
    assert.equal(elsewhere.code, 1);
    assert.match(elsewhere.stderr, /no pod with the label app=istiod is ready/);
    const forbidden = await run(['ps', '-c', blind]);
    assert.equal(forbidden.code, 1);
    assert.match(forbidden.stderr, /may not|forbidden|permission/i);
  });

  it('bug-report has the rules, the proxy and what istiod says, in one archive', async () => {
    const place = await folder();
    try {
      const file = join(place.path, 'report.tar.gz');
      const { code, stderr, stdout } = await run([
        'bug-report',
        '-A',
        '-c',
        kubeconfig,
        '--proxy',
        'demo-1.shop',
        '-o',
        file,
      ]);
      assert.equal(code, 0, stderr + stdout);
      const list = spawnSync('tar', ['-tzf', file]).stdout.toString();
      assert.match(list, /control-planes\/istiod\/proxies\.txt/);
      const text = spawnSync('tar', [
        '-xzOf',
        file,
        'aeraki-bug-report/control-planes/istiod/proxies.txt',
      ]).stdout.toString();
      assert.match(text, /demo-1\.shop/);
      const readme = spawnSync('tar', ['-xzOf', file, 'aeraki-bug-report/README.txt']).stdout.toString();
      assert.match(readme, /control-planes\/istiod\/proxies\.txt/);
    } finally {
      place.remove();
    }
  });
});
