import assert from 'node:assert/strict';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { built, folder, run } from '../../cli/program.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import type { KubeObject } from '../parts/kube-client.js';
import { requirePart } from '../parts/require-part.js';

const host = 'a.shop.svc.cluster.local';
const router = (name: string, of = host): string => `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: ${name}, namespace: shop}
spec: {hosts: [${of}], routes: [{route: [{destination: {host: ${of}}}]}]}
`;
const entry = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: a, namespace: shop}
spec:
  hosts: [${host}]
  addresses: [240.240.0.1]
  ports: [{name: tcp-metaprotocol-dubbo, number: 20880, protocol: TCP}]
  resolution: STATIC
  workloadSelector: {labels: {app: a}}
`;

describe('validate against what a real cluster has', function () {
  this.timeout(240_000);
  let server: ApiServer | undefined;
  let kubeconfig = '';

  before(async function () {
    requirePart(this, 'apiserver');
    requirePart(this, 'etcd');
    await built();
    server = await startApiServer({ crds: true });
    await server.admin.create(
      [entry, router('lost', 'b.shop.svc.cluster.local')].map((text) => load(text) as KubeObject),
    );
    kubeconfig = await server.kubeconfig({ context: 'here' });
  });
  after(() => server?.stop());

  it('judges the cluster itself', async () => {
    const { code, stdout } = await run(['validate', '-c', kubeconfig, '--context', 'here', '-A', '-o', 'json']);
    const { results } = JSON.parse(stdout) as { results: { name: string; diagnostics: { code: string }[] }[] };
    const found = results.flatMap(({ name, diagnostics }) => diagnostics.map((one) => `${name} ${one.code}`));
    assert.deepStrictEqual(found, ['lost AER0301']);
    assert.equal(code, 0);
  });

  it('judges files, and knows the cluster', async () => {
    const place = await folder({ 'm.yaml': router('m') });
    try {
      const file = join(place.path, 'm.yaml');
      const warn = ['--failure-threshold', 'warning'];
      assert.equal((await run(['validate', file, ...warn])).code, 79);
      const { code, stdout } = await run(['validate', file, ...warn, '-c', kubeconfig, '--context', 'here', '-A']);
      assert.deepStrictEqual([code, stdout], [0, '']);
    } finally {
      place.remove();
    }
  });

  it('says what is wrong when there is no such context', async () => {
    const { code, stdout, stderr } = await run(['validate', '-c', kubeconfig, '--context', 'elsewhere']);
    assert.deepStrictEqual([code, stdout], [1, '']);
    assert.match(stderr, /elsewhere/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });
});
