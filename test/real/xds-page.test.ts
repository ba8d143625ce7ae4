import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { built, folder } from '../cli/program.js';
import { type Serving, startServe } from '../xds/serve.js';
import { openSotw } from '../xds/stream.js';
import { requirePart } from './parts/require-part.js';

const name = 'orders.shop.svc.cluster.local_20880';
/** What would run in a page that does not escape. */
const attack = '<img src=x onerror="document.title=\'owned\'">';

function rules(method: string): string {
  return `apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop}
spec: {clusterIP: 10.1.2.3, selector: {app: orders}, ports: [{name: tcp-metaprotocol-dubbo, port: 20880}]}
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.shop.svc.cluster.local]
  routes:
  - name: ${JSON.stringify(attack)}
    match: {attributes: {method: {exact: ${JSON.stringify(method)}}}}
    route: [{destination: {host: orders.shop.svc.cluster.local, subset: v1}}]
`;
}

describe('the admin page of rds serve in a real browser', function () {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let page: Page;
  let serving: Serving | undefined;
  let files: Awaited<ReturnType<typeof folder>> | undefined;

  before(async function () {
    const executablePath = requirePart(this, 'chromium');
    await built();
    const { chromium } = await import('playwright-core');
    const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
    const args = ['--no-sandbox', ...quiet, '--disable-component-update', '--disable-sync'];
    browser = await chromium.launch({ executablePath, headless: true, args });
  });
  after(() => browser?.close());
  beforeEach(async () => {
    files = await folder({ 'rules.yaml': rules(attack) });
    serving = await startServe([files.path, '--watch']);
    page = await (browser as Browser).newPage();
  });
  afterEach(async () => {
    await page.close();
    await serving?.stop();
    files?.remove();
  });

  it('shows clients, what they accepted and refused and why, and the routes, without a reload', async () => {
    const { port, admin } = serving as Serving;
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(admin);
    await page.locator('#live.on').waitFor();
    await page.getByText('No client is connected.').waitFor();
    const route = page.locator('#routes tbody tr');
    assert.deepEqual((await route.locator('td').allTextContents()).slice(0, 4), [
      name,
      attack,
      `method is ${attack}`,
      'v1 of orders.shop.svc.cluster.local:20880',
    ]);

    const stream = openSotw(port);
    const node = `node-${attack}`;
    stream.send({ resourceNames: [name], node: { id: node } });
    const one = await stream.next();
    const row = page.locator('#clients tbody tr');
    await row.locator('td.state', { hasText: 'waiting' }).waitFor();
    stream.send({ resourceNames: [name], responseNonce: one.nonce, versionInfo: one.versionInfo });
    await row.locator('td.state', { hasText: 'accepted' }).waitFor();
    const cells = await row.locator('td').allTextContents();
    assert.deepEqual(cells.slice(1, 6), [node, 'rds', name, 'accepted', one.versionInfo]);

    await writeFile(join(files?.path ?? '', 'rules.yaml'), rules('pay'));
    const two = await stream.next();
    stream.send({ resourceNames: [name], responseNonce: two.nonce, errorDetail: { message: `no ${attack}` } });
    await row.locator('td.state', { hasText: 'refused' }).waitFor();
    assert.deepEqual((await row.locator('td').allTextContents()).slice(3), [
      name,
      'refused',
      one.versionInfo,
      `${two.versionInfo} no ${attack}`,
    ]);
    await route.getByText('method is pay').waitFor();

    await writeFile(join(files?.path ?? '', 'rules.yaml'), 'kind: [');
    await page.getByRole('alert').getByText('rules.yaml').waitFor();
    await page.locator('#findings td', { hasText: 'rules.yaml' }).waitFor();
    assert.match((await page.locator('#changes tbody tr').first().textContent()) ?? '', new RegExp(name));
    stream.close();
    await page.getByText('No client is connected.').waitFor();
    assert.deepEqual([await page.title(), await page.locator('img').count()], ['aeraki rds', 0]);
    assert.deepEqual(problems, []);
    await serving?.stop();
    await page.getByText('connection lost').waitFor();
  });

  it('tells scripts: /healthz, /clients, /metrics; nothing else, and only by GET', async () => {
    const { admin } = serving as Serving;
    const text = async (path: string, method = 'GET') => {
      const response = await fetch(`${admin}${path}`, { method });
      return [response.status, await response.text()] as const;
    };
    assert.deepEqual(await text('/healthz'), [200, 'ok\n']);
    assert.deepEqual(await text('/clients'), [200, '[]\n']);
    const [, metrics] = await text('/metrics');
    assert.match(metrics, /^aeraki_xds_resources 1$/m);
    assert.match(metrics, /^aeraki_xds_streams 0$/m);
    assert.match(metrics, /^# TYPE aeraki_xds_responses_total counter\naeraki_xds_responses_total 0$/m);
    assert.match(metrics, /^process_resident_memory_bytes \d+/m);
    assert.equal((await text('/nothing'))[0], 404);
    assert.equal((await text('/', 'POST'))[0], 405);
  });
});
