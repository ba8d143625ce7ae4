import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeObject } from '../parts/kube-client.js';
import { pathOf } from './inputs.js';
import { Running, startCluster, until } from './running.js';

const cases = new URL('../../../../shared/cases-validate/', import.meta.url);
const router = (name: string, spec: object): KubeObject => ({
  apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
  kind: 'MetaRouter',
  metadata: { name, namespace: 'shop' },
  spec,
});
const good = { hosts: ['a.example'], routes: [{ name: 'r', route: [{ destination: { host: 'a.example' } }] }] };
const bad = { ...good, localRateLimit: { tokenBucket: { maxTokens: 5, tokensPerFill: 5 } } };

interface Verdict {
  readonly valid: boolean;
  readonly warnings: number;
}

describe('the admission webhook of aeraki controller run', function () {
  this.timeout(300_000);
  let server: ApiServer | undefined;
  let running: Running | undefined;
  const client = (): ApiServer['admin'] => {
    assert.ok(server);
    return server.admin;
  };
  const create = (object: KubeObject, query = '') => client().call('POST', `${pathOf(object)}${query}`, object);
  const configuration = async () => {
    const path = '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/aeraki-istio-system';
    const { body } = await client().call('GET', path);
    return body as { webhooks: { failurePolicy: string; clientConfig: { caBundle: string; url: string } }[] };
  };

  before(async function () {
    server = await startCluster(this);
    for (const name of ['istio-system', 'shop']) {
      await server.admin.create([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }]);
    }
    // An object that was there before there was a webhook.
    await create(router('older', bad));
    running = new Running(await server.kubeconfig(), '--webhook', '127.0.0.1:0');
    await running.line(({ event }) => event === 'registered');
    await running.line(({ event }) => event === 'serving');
  });
  after(async () => {
    running?.kill('SIGKILL');
    await server?.stop();
  });

  it('is registered with a certificate of its own authority, and never blocks', async () => {
    const { webhooks } = await configuration();
    assert.deepEqual(
      webhooks.map(({ failurePolicy }) => failurePolicy),
      ['Ignore', 'Ignore'],
    );
    const authority = new X509Certificate(Buffer.from(webhooks[0]?.clientConfig.caBundle ?? '', 'base64'));
    assert.ok(authority.ca);
  });

  it('refuses with the words of the rule, and lets be what was there before', async () => {
    await until(
      async () => (await create(router('refused', bad), '?dryRun=All')).status === 400,
      20,
      () => running?.text ?? '',
    );
    const { body } = await create(router('refused', bad), '?dryRun=All');
    assert.match((body as { message: string }).message, /validation\.aeraki\.io.*AER0\d+/s);
    assert.equal((await create(router('taken', good), '?dryRun=All')).status, 201);
    const { body: older } = await client().call('GET', `${pathOf(router('older', bad))}/older`);
    const labelled = { ...(older as KubeObject), metadata: { ...(older as KubeObject).metadata, labels: { a: 'b' } } };
    assert.equal((await client().call('PUT', `${pathOf(labelled)}/older`, labelled)).status, 200);
    assert.equal((await client().call('DELETE', `${pathOf(labelled)}/older`)).status, 200);
  });

  it('puts its configuration right when somebody breaks it', async () => {
    const path = '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/aeraki-istio-system';
    const broken = structuredClone(await configuration());
    for (const each of broken.webhooks) each.clientConfig.caBundle = '';
    assert.equal((await client().call('PUT', path, broken)).status, 200);
    await until(
      async () =>
        (await configuration()).webhooks.every(
          ({ clientConfig }) => clientConfig.caBundle !== undefined && clientConfig.caBundle !== '',
        ),
      20,
      () => running?.text ?? '',
    );
  });

  it('gives the 250 verdicts of the reference through the API server', async function () {
    if (!existsSync(cases)) this.skip();
    const documents = loadAll(readFileSync(new URL('metarouters.yaml', cases), 'utf8')) as (KubeObject | null)[];
    const verdicts = JSON.parse(readFileSync(new URL('verdicts.json', cases), 'utf8')) as Verdict[];
    const wrong: string[] = [];
    for (const [index, document] of documents.entries()) {
      if (document === null) continue;
      const object = { ...document, metadata: { ...document.metadata, namespace: 'shop' } };
      const answer = await create(object, '?dryRun=All&fieldValidation=Strict');
      const valid = answer.status === 201;
      if (valid !== verdicts[index]?.valid) {
        wrong.push(`${index}: ${answer.status} ${JSON.stringify((answer.body as { message?: string }).message)}`);
      }
    }
    assert.equal(documents.length, 250);
    assert.deepEqual(wrong, []);
  });

  it('is taken away with the process, and blocks nobody when it is killed', async () => {
    assert.ok(server && running);
    running.kill('SIGKILL');
    assert.equal((await create(router('unseen', bad), '?dryRun=All')).status, 201);
    const next = new Running(await server.kubeconfig(), '--webhook', '127.0.0.1:0');
    await next.line(({ event }) => event === 'registered');
    assert.equal(await next.stop(), 0);
    assert.equal((await configuration()).webhooks, undefined);
  });
});
