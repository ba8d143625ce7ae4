import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { built, folder, run } from '../../cli/program.js';
import { Watching } from '../../cli/watching.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import { freePort } from '../parts/place.js';
import { requirePart } from '../parts/require-part.js';
import { serviceObject } from './objects.js';

const host = 'demo.shop.svc.cluster.local';
const router = (subset: string): string => `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: demo, namespace: shop}
spec:
  hosts: [${host}]
  routes:
    - name: to-${subset}
      route: [{destination: {host: ${host}, subset: ${subset}}}]
`;
const routeTest = (subset: string): string => `apiVersion: aeraki.io/v1alpha1
kind: RouteTest
metadata: {name: demo}
spec:
  cases: [{name: one, host: ${host}, attributes: {}, expect: {route: to-${subset}}}]
`;
const subsets = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'DestinationRule',
  metadata: { name: 'demo', namespace: 'shop' },
  spec: { host, subsets: ['v1', 'v2', 'v3'].map((name) => ({ name, labels: { version: name } })) },
};
/** A busy machine needs its time. */
const seconds = 60;

/** Every watch that reads a cluster, while the real kube-apiserver is killed and comes back. */
describe('an API server that goes away under a watch', function () {
  this.timeout(400_000);
  let server: ApiServer | undefined;
  let place: Awaited<ReturnType<typeof folder>> | undefined;
  const watches: Watching[] = [];

  before(async function () {
    for (const part of ['apiserver', 'etcd', 'openssl'] as const) requirePart(this, part);
    await built();
    server = await startApiServer({ crds: true });
    await server.admin.create([
      serviceObject('demo', { app: 'demo' }, [{ name: 'tcp-metaprotocol-dubbo', port: 20880 }]),
      subsets,
    ]);
    place = await folder({ 'rules/demo.yaml': router('v1'), 'rules/test.yaml': routeTest('v1') });
  });
  after(async () => {
    for (const { child } of watches) child.kill('SIGKILL');
    place?.remove();
    await server?.stop();
  });

  it('takes nothing away, is said and asked again, and what is edited after its return is seen', async () => {
    assert.ok(server && place);
    const rules = join(place.path, 'rules');
    const kubeconfig = await server.kubeconfig({ context: 'here', namespace: 'shop' });
    const live = ['--watch', '-c', kubeconfig, '--context', 'here', '-A'];
    const port = await freePort();
    const start = (...args: readonly string[]): Watching => {
      const watching = new Watching([...args, ...live], 380_000);
      watches.push(watching);
      return watching;
    };
    const all = {
      serve: start('rds', 'serve', rules, '--listen', `127.0.0.1:${port}`, '--admin', '127.0.0.1:0'),
      proxy: start('proxy', rules, '--listen', `${host}=127.0.0.1:0`, '--admin', '127.0.0.1:0'),
      validate: start('validate', rules),
      translate: start('translate', rules, '--to', 'rds'),
      test: start('test', rules),
    };
    const served = async (): Promise<string> =>
      (await run(['rds', 'get', '--server', `127.0.0.1:${port}`, `${host}_20880`])).stdout;
    const edit = async (subset: string): Promise<void> => {
      await writeFile(join(rules, 'demo.yaml'), router(subset));
      await writeFile(join(rules, 'test.yaml'), routeTest(subset));
    };
    /** What each prints when it has taken an edit. */
    const taken = {
      serve: /Changed: .*demo\.shop.* \(version /,
      proxy: /Changed: |version/,
      validate: /valid, 0 invalid/,
      translate: /to-v[23]/,
      test: /1 passed/,
    };
    const each = async (patterns: Readonly<Record<keyof typeof all, RegExp>>): Promise<Record<string, string>> => {
      const texts: Record<string, string> = {};
      for (const [name, watching] of Object.entries(all)) {
        texts[name] = await watching.until(patterns[name as keyof typeof all], seconds);
      }
      return texts;
    };
    await each({ ...taken, serve: /Serving 1 route/, proxy: /127\.0\.0\.1:\d+/, translate: /to-v1/ });
    assert.match(await served(), /to-v1/);

    await server.crash();
    await edit('v2');
    const away = /AER0030[\s\S]*/;
    const texts = await each({ serve: away, proxy: away, validate: away, translate: away, test: away });
    // The subsets and the service are the cluster's: were they gone, these would be findings.
    for (const [name, text] of Object.entries(texts)) {
      assert.match(text, /the cluster here/, name);
      assert.doesNotMatch(text, /AER0301|AER0302|\n\s+at /, name);
    }
    for (let left = seconds; left > 0 && !(await served()).includes('to-v2'); left--) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    assert.match(await served(), /to-v2[\s\S]*v2\|demo|v2\|demo[\s\S]*to-v2/);

    await server.restart();
    // Nobody has to do anything for it.
    const back = /AER0031/;
    await each({ serve: back, proxy: back, validate: back, translate: back, test: back });
    await edit('v3');
    await each({ ...taken, translate: /to-v3/ });
    assert.match(await served(), /to-v3/);
    for (const { child } of watches) assert.equal(child.exitCode ?? child.signalCode, null);
  });
});
