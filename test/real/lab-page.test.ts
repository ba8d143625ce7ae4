import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { built, folder } from '../cli/program.js';
import { type RunningLab, startLab } from '../lab/program.js';
import { chromium } from './parts/chromium.js';
import { requirePart } from './parts/require-part.js';

const hosts = ['orders', 'users', 'audit'].map((name) => `${name}.pay.svc.cluster.local`);

/** `shop/web` and what its Sidecar shows it; each of the services has one route for every call. */
function rules(seen: readonly string[]): string {
  const documents = [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } } } },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'Sidecar',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { workloadSelector: { labels: { app: 'web' } }, egress: [{ hosts: seen.map((host) => `pay/${host}`) }] },
    },
    ...hosts.flatMap((host, at) => {
      const name = host.split('.')[0] ?? '';
      return [
        {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name, namespace: 'pay' },
          spec: {
            clusterIP: `10.1.2.${at + 1}`,
            selector: { app: name },
            ports: [{ name: 'tcp-metaprotocol-dubbo', port: 20880 + at }],
          },
        },
        {
          apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
          kind: 'MetaRouter',
          metadata: { name, namespace: 'pay' },
          spec: { hosts: [host], routes: [{ name: `all-${name}`, route: [{ destination: { host } }] }] },
        },
      ];
    }),
  ];
  return documents.map((each) => JSON.stringify(each)).join('\n---\n');
}

describe('the page of aeraki lab in a real browser', function () {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let lab: RunningLab | undefined;
  let files: Awaited<ReturnType<typeof folder>> | undefined;
  let page: Page;

  before(async function () {
    requirePart(this, 'chromium');
    await built();
    browser = await chromium();
    files = await folder({ 'rules.yaml': rules(hosts) });
    // `audit` is never called.
    const requests = hosts.slice(0, 2).flatMap((host) => ['--request', `${host}/method=pay`]);
    lab = await startLab([files.path, '--rate', '50', ...requests]);
    page = await (browser as Browser).newPage();
  });
  after(async () => {
    await browser?.close();
    await lab?.stop();
    files?.remove();
  });

  const row = (host: string) => page.locator('#calls tbody tr', { hasText: host });
  const stateOf = (host: string) => row(host).locator('td').last();
  const number = async (host: string) => Number(await row(host).locator('td').nth(3).textContent());

  it('draws who calls whom, live, and what a new Sidecar hides', async () => {
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(lab?.page ?? '');
    await page.locator('#live.on').waitFor();
    const [orders = '', users = '', audit = ''] = hosts;
    await stateOf(orders).getByText('seen and allowed').waitFor();
    await stateOf(users).getByText('seen and allowed').waitFor();
    await stateOf(audit).getByText('allowed and never seen').waitFor();
    assert.deepEqual((await row(orders).locator('td').allTextContents()).slice(0, 3), ['shop/web', orders, 'dubbo']);
    assert.equal(await page.locator('svg.calls path').count(), 3);
    assert.deepEqual(await page.locator('.legend span').allTextContents(), [
      '0 seen and hidden',
      '2 seen and allowed',
      '1 allowed and never seen',
    ]);
    const before = await number(orders);
    for (let attempt = 0; (await number(orders)) <= before; attempt++) {
      assert.ok(attempt < 200, 'the picture does not go on');
      await page.waitForTimeout(50);
    }
    // The numbers are those of the routes.
    const state = (await lab?.state()) as unknown as {
      routes: Record<string, number>;
      calls: { target: string; count: number }[];
    };
    for (const { target, count } of state.calls)
      assert.equal(count, state.routes[`all-${target.split('.')[0]}`] ?? 0, target);

    await writeFile(join(files?.path ?? '', 'rules.yaml'), rules([orders]));
    await stateOf(users).getByText('seen and hidden').waitFor();
    await stateOf(orders).getByText('seen and allowed').waitFor();
    assert.equal(await row(audit).count(), 0);
    assert.deepEqual(problems, []);
  });

  it('fits a phone and a desk, in light and in dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [375, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
        assert.ok(wide <= width, `${wide} pixels wide at ${width}`);
        assert.equal(await page.locator('svg.calls').isVisible(), width > 640);
        assert.equal(await row(hosts[1] ?? '').isVisible(), true);
        const shots = process.env.AERAKI_TEST_SHOTS;
        if (shots !== undefined)
          await page.screenshot({ path: join(shots, `lab-${width}-${colorScheme}.png`), fullPage: true });
      }
    }
  });
});
