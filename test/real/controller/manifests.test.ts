import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { chart } from '../../../script/chart.js';
import { root, run } from '../../cli/program.js';
import { resultOf } from '../../cli/result-schemas.js';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeObject } from '../parts/kube-client.js';
import { made, Running, startCluster, until } from './running.js';

const account = 'system:serviceaccount:aeraki-system:aeraki';
const namespaces = ['istio-system', 'aeraki-system', 'shop'];
const secret: KubeObject = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'redis', namespace: 'shop' },
  stringData: { password: 'x' },
};
const entry: KubeObject = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'ServiceEntry',
  metadata: { name: 'cache', namespace: 'shop' },
  spec: {
    hosts: ['cache.example'],
    location: 'MESH_INTERNAL',
    resolution: 'STATIC',
    ports: [{ number: 6379, name: 'tcp-redis', protocol: 'TCP' }],
  },
};
const redis: KubeObject = {
  apiVersion: 'redis.aeraki.io/v1alpha1',
  kind: 'RedisService',
  metadata: { name: 'cache', namespace: 'shop' },
  spec: { host: ['cache.example'], settings: { auth: { secret: { name: 'redis' } } }, redis: [] },
};

describe('aeraki controller manifests', function () {
  this.timeout(240_000);
  let server: ApiServer | undefined;
  let running: Running | undefined;

  before(async function () {
    server = await startCluster(this, { users: { [account]: [] } });
  });
  after(async () => {
    running?.kill('SIGKILL');
    await server?.stop();
  });

  it('are taken by an API server under the strictest pod security, and give just the rights that it needs', async () => {
    assert.ok(server);
    const { admin } = server;
    for (const name of namespaces) {
      const labels = {
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
        ...(name === 'shop' && { 'aeraki.io/bootstrap': 'enabled' }),
      };
      await admin.create([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }]);
    }
    const { stdout } = await run(['controller', 'manifests', '-n', 'aeraki-system', '--redis-secret', 'shop/redis']);
    const objects = loadAll(stdout) as KubeObject[];
    assert.ok(!JSON.stringify(objects.filter(({ kind }) => /Role$/.test(kind))).includes('"*"'));
    await admin.create(objects);
    const deployment = objects.find(({ kind }) => kind === 'Deployment');
    assert.ok(deployment);
    const { template } = deployment.spec as { template: { metadata: object; spec: object } };
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'aeraki', namespace: 'aeraki-system' },
      spec: template.spec,
    };
    await admin.create([pod, secret, entry, redis]);

    // Before anything runs, the check finds all rights and kinds, and what is to be written.
    const asked = [
      '-c',
      await server.kubeconfig({ user: account }),
      '-n',
      'aeraki-system',
      '--redis-secret',
      'shop/redis',
    ];
    const checked = await run(['controller', 'check', ...asked, '-o', 'json']);
    const { checks, changes } = resultOf('controller-check', checked.stdout) as {
      checks: { check: string; state: string }[];
      changes: { operation: string; object: string }[];
    };
    assert.equal(checked.code, 79);
    assert.deepEqual(
      checks.filter(({ check, state }) => state !== 'ok' && check !== 'sidecar' && check !== 'webhook'),
      [],
    );
    assert.deepEqual(
      changes.map(({ operation, object }) => `${operation} ${object}`),
      [
        'create ConfigMap shop/aeraki-bootstrap-config',
        'create EnvoyFilter istio-system/aeraki-inbound-cache.example-6379',
        'create EnvoyFilter istio-system/aeraki-outbound-cache.example-240.240.0.1-6379',
        'address ServiceEntry shop/cache',
      ],
    );
    assert.equal((await made(admin)).envoyFilters.length, 0);

    running = new Running(
      await server.kubeconfig({ user: account }),
      ...['--webhook', '127.0.0.1:0', '--webhook-namespace', 'aeraki-system', '--lease-namespace', 'aeraki-system'],
      ...['--bootstrap', 'aeraki.aeraki-system.svc:15010'],
    );
    await running.line(({ event }) => event === 'registered');
    await running.line(({ event }) => event === 'serving');
    await until(
      async () => (await made(admin)).envoyFilters.length > 0,
      20,
      () => running?.text ?? '',
    );
    await running.line(({ event }) => event === 'addressed');
    await running.line(
      ({ event, object }) => event === 'created' && object === 'ConfigMap shop/aeraki-bootstrap-config',
    );
    const bad = running.lines.filter(
      ({ event, level }) => ['unread', 'refused', 'unelected', 'unregistered'].includes(event) || level === 'error',
    );
    assert.deepEqual(bad, []);
    assert.equal(await running.stop(), 0);
    // Without TLS, which the manifests have, the ConfigMap is another one.
    const after = await run(['controller', 'check', '--no-bootstrap', ...asked]);
    assert.match(after.stdout, /A switch over would change nothing/);
  });

  it('are the Helm chart in deploy/, word for word', async () => {
    const folder = join(root, 'deploy', 'helm', 'aeraki');
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    for (const [path, text] of chart(version)) {
      assert.equal(await readFile(join(folder, path), 'utf8'), text, `${path}: npm run chart`);
    }
  });

  it('have a certificate of the mesh for the route server, or what is asked for instead', async () => {
    const argsOf = async (...flags: readonly string[]): Promise<string> => {
      const { stdout } = await run(['controller', 'manifests', ...flags]);
      return JSON.stringify(loadAll(stdout));
    };
    const usual = await argsOf('-i', 'mesh');
    assert.match(usual, /--tls-istiod=istiod\.mesh\.svc:15012/);
    assert.match(usual, /"audience":"istio-ca"/);
    assert.match(usual, /--bootstrap=aeraki\.mesh\.svc:15010/);
    const files = await argsOf('--tls-secret', 'own', '--no-bootstrap');
    assert.match(files, /--tls-cert=/);
    assert.doesNotMatch(files, /--tls-istiod|istio-ca|bootstrap/);
    const source = await argsOf('--tls-istiod', 'off', '--config-source', 'istiod=istiod.istio-system.svc:15012');
    assert.match(source, /--config-source=istiod=istiod\.istio-system\.svc:15012/);
    assert.match(source, /"audience":"istio-ca"/);
    assert.doesNotMatch(source, /--tls-/);
  });

  it('--crds brings the five kinds', async () => {
    const { stdout } = await run(['controller', 'manifests', '--crds', '-o', 'json']);
    const { items } = JSON.parse(stdout) as { items: KubeObject[] };
    assert.equal(items.filter(({ kind }) => kind === 'CustomResourceDefinition').length, 5);
  });
});
