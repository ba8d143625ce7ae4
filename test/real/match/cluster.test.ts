import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { built, folder, run } from '../../cli/program.js';
import { resultOf } from '../../cli/result-schemas.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import type { KubeObject } from '../parts/kube-client.js';
import { requirePart } from '../parts/require-part.js';

const HOST = 'orders.shop.svc.cluster.local';

function router(subset: string): KubeObject {
  return {
    apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
    kind: 'MetaRouter',
    metadata: { name: 'orders', namespace: 'shop' },
    spec: {
      hosts: [HOST],
      routes: [
        {
          name: 'pay',
          match: { attributes: { method: { exact: 'pay' } } },
          route: [{ destination: { host: HOST, subset } }],
        },
      ],
    },
  };
}

const service: KubeObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'orders', namespace: 'shop' },
  spec: { selector: { app: 'orders' }, ports: [{ name: 'tcp-metaprotocol-dubbo', port: 20880 }] },
};

describe('route and test with the rules of a real kube-apiserver', function () {
  this.timeout(180_000);
  let server: ApiServer | undefined;
  let files: Awaited<ReturnType<typeof folder>> | undefined;
  let cluster: readonly string[] = [];
  before(async function () {
    requirePart(this, 'apiserver');
    requirePart(this, 'etcd');
    await built();
    server = await startApiServer({ crds: true });
    await server.admin.create([service, router('v1')]);
    cluster = ['--kubeconfig', await server.kubeconfig(), '-A'];
    files = await folder({
      'change.json': JSON.stringify(router('v2')),
      'test.yaml': `apiVersion: aeraki.io/v1alpha1\nkind: RouteTest\nmetadata: {name: t}\nspec:\n  cases:\n    - host: ${HOST}\n      attributes: {method: pay}\n      expect: {cluster: "outbound|20880|v1|${HOST}"}\n`,
    });
  });
  after(async () => {
    files?.remove();
    await server?.stop();
  });

  async function clusters(...args: readonly string[]): Promise<readonly string[]> {
    const asked = ['route', ...args, '--host', HOST, '--attribute', 'method=pay', '-o', 'json', ...cluster];
    const { code, stdout, stderr } = await run(asked);
    strictEqual(code, 0, stderr);
    return (resultOf('route', stdout) as { clusters: { name: string }[] }).clusters.map(({ name }) => name);
  }

  it('asks the cluster, and the cluster with files laid over it', async () => {
    ok(files);
    deepStrictEqual(await clusters(), [`outbound|20880|v1|${HOST}`]);
    deepStrictEqual(await clusters(`${files.path}/change.json`), [`outbound|20880|v2|${HOST}`]);
  });

  it('runs tests against the cluster, and makes them from it', async () => {
    ok(files);
    const passed = await run(['test', `${files.path}/test.yaml`, ...cluster]);
    strictEqual(passed.code, 0, passed.stdout + passed.stderr);
    const failed = await run(['test', files.path, ...cluster]);
    strictEqual(failed.code, 79, failed.stdout + failed.stderr);
    match(failed.stdout, /cluster: expected outbound\|20880\|v1/);
    const made = await run(['test', '--generate', ...cluster]);
    strictEqual(made.code, 0, made.stderr);
    match(made.stdout, /route: pay\n/);
    ok(!made.stdout.includes('rules:'), made.stdout);
  });
});
