import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type ApiServer, startApiServer } from './apiserver.js';
import type { KubeObject } from './kube-client.js';
import { requirePart } from './require-part.js';

const router = (spec: unknown): KubeObject => ({
  apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
  kind: 'MetaRouter',
  metadata: { name: 'demo', namespace: 'shop' },
  spec,
});

describe('the kube-apiserver start helper', function () {
  this.timeout(120_000);
  let server: ApiServer | undefined;
  before(async function () {
    requirePart(this, 'apiserver');
    requirePart(this, 'etcd');
    server = await startApiServer({ crds: true, users: { reader: ['readers'] } });
  });
  after(() => server?.stop());
  const running = (): ApiServer => {
    if (server === undefined) throw new Error('not started');
    return server;
  };

  it('refuses unknown fields in a dry run and creates nothing', async () => {
    const good = router({ hosts: ['a.shop'], routes: [{ name: 'r', route: [{ destination: { host: 'a.shop' } }] }] });
    const bad = router({ hosts: ['a.shop'], rotues: [] });
    const answers = await running().admin.dryRun([good, bad]);
    deepStrictEqual(
      answers.map(({ ok }) => ok),
      [true, false],
    );
    strictEqual(answers[0]?.message, '');
    match(answers[1]?.message ?? '', /unknown field "spec.rotues"/);
    const { body } = await running().admin.call('GET', '/apis/metaprotocol.aeraki.io/v1alpha1/metarouters');
    deepStrictEqual((body as { items: unknown[] }).items, []);
  });

  it('knows its users by their tokens and asks RBAC', async () => {
    const path = '/api/v1/namespaces/shop/services';
    strictEqual((await running().as('reader').call('GET', path)).status, 403);
    await running().admin.create([
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name: 'reader' },
        rules: [{ apiGroups: [''], resources: ['services'], verbs: ['get', 'list'] }],
      },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata: { name: 'reader' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'reader' },
        subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'readers' }],
      },
    ]);
    strictEqual((await running().as('reader').call('GET', path)).status, 200);
  });

  it('writes a kubeconfig that kubectl takes', async function () {
    const kubectl = requirePart(this, 'kubectl');
    const file = await running().kubeconfig({ user: 'reader', namespace: 'shop' });
    const { stdout } = await promisify(execFile)(kubectl, ['--kubeconfig', file, 'auth', 'whoami', '-o', 'name']).catch(
      ({ stderr }) => Promise.reject(new Error(stderr)),
    );
    match(stdout, /selfsubjectreview/);
  });
});
