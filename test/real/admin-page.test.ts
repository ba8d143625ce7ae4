import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { built, folder, root } from '../cli/program.js';
import { Watching } from '../cli/watching.js';
import { dubboRequest } from '../codec/dubbo/message.js';
import { type RunningLab, startLab } from '../lab/program.js';
import { type Serving, startServe } from '../xds/serve.js';
import { openSotw } from '../xds/stream.js';
import { chromium } from './parts/chromium.js';
import { requirePart } from './parts/require-part.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const example = readFileSync(join(root, 'examples', 'dubbo.yaml'), 'utf8');
const name = 'orders.shop.example.com_20880';
/** Without it there is something to be said of the example. */
const selector = /^ {2}workloadSelector:\n {4}labels:\n {6}app: orders\n/m;

/** Words that stand in two lines: of every run of letters in a cell, the lines that it is drawn in. */
const broken = `[...document.querySelectorAll('td, th, dd, dt')].flatMap((cell) => {
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) for (const { 0: word, index } of walk.currentNode.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
    const range = document.createRange();
    range.setStart(walk.currentNode, index);
    range.setEnd(walk.currentNode, index + word.length);
    if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
  }
  return found;
})`;

describe('how the admin page looks, and what can be done with it', function () {
  this.timeout(240_000);
  let browser: Browser | undefined;
  let serving: Serving | undefined;
  let files: Awaited<ReturnType<typeof folder>> | undefined;
  let proxied: Awaited<ReturnType<typeof folder>> | undefined;
  let stream: ReturnType<typeof openSotw> | undefined;
  let context: BrowserContext | undefined;
  let lab: RunningLab | undefined;
  let proxy: RunningProxy | undefined;

  before(async function () {
    this.timeout(240_000);
    requirePart(this, 'chromium');
    await built();
    browser = await chromium();
    files = await folder({ 'rules.yaml': example.replace(selector, '') });
    serving = await startServe([files.path, '--watch']);
    // Both examples: the one has mirrors, the other two versions with a share each.
    const both = ['dubbo.yaml', 'payments.yaml'].map((each) => join(root, 'examples', each));
    lab = await startLab([...both, '--rate', '5']);
    proxied = await folder({ 'rules.yaml': example });
    proxy = await startProxy(proxied.path);
    stream = openSotw(serving.port);
    stream.send({ resourceNames: [name], node: { id: 'sidecar~10.1.2.3~web-1.shop~shop.svc.cluster.local' } });
    const one = await stream.next();
    const errorDetail = { message: 'the cluster outbound|20880|v2|orders.shop.example.com is not known here' };
    stream.send({ resourceNames: [name], responseNonce: one.nonce, errorDetail });
  });
  after(async () => {
    stream?.close();
    await browser?.close();
    await serving?.stop();
    await lab?.stop();
    await proxy?.stop();
    files?.remove();
    proxied?.remove();
  });
  afterEach(() => context?.close());

  const open = async (scheme: 'light' | 'dark', width: number): Promise<Page> => {
    context = await (browser as Browser).newContext({
      colorScheme: scheme,
      viewport: { width, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await page.goto((serving as Serving).admin);
    await page.locator('#live.on').waitFor();
    await page.locator('#clients td.state', { hasText: 'refused' }).waitFor();
    return page;
  };

  /** What is wrong with how the page looks. */
  const faults = async (page: Page, picture: string): Promise<readonly unknown[]> => {
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: join(process.env.SCREENSHOTS, `${picture}.png`), fullPage: true });
    const wide = await page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)');
    const words = (await page.evaluate(broken)) as string[];
    await page.evaluate(readFileSync(axe, 'utf8'));
    const found = (await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | ")))',
    )) as string[];
    return [...(wide === 0 ? [] : [`${wide} px too wide`]), ...words, ...found];
  };

  for (const scheme of ['light', 'dark'] as const)
    for (const width of [375, 768, 1280])
      it(`${scheme}, ${width} px: fits, breaks no word, and axe-core finds nothing: rds serve, proxy and lab`, async () => {
        assert.deepStrictEqual(await faults(await open(scheme, width), `admin-${scheme}-${width}`), []);
        for (const [name, url] of [
          ['proxy', proxy?.page],
          ['lab', lab?.page],
        ]) {
          const page = await (context as BrowserContext).newPage();
          await page.goto(url ?? '');
          await page.locator('#live.on').waitFor();
          await page.locator('#routes tbody tr').first().waitFor();
          if (name === 'lab') {
            await page.locator('td.host').first().waitFor();
            const changed = await page.locator('#changes tbody tr').last().locator('td').allTextContents();
            assert.match(changed[2] ?? '', /^orders\S+_20880, payments\S+_9090$/);
          }
          assert.deepStrictEqual(await faults(page, `${name}-${scheme}-${width}`), [], name);
        }
      });

  it('the page of the proxy counts what takes each route', async () => {
    const { page: url, port } = proxy as RunningProxy;
    const page = await (browser as Browser).newPage();
    await page.goto(url);
    const requests = page.locator('#routes tbody tr', { hasText: 'everybody' }).locator('td.number').first();
    const before = Number(await requests.textContent());
    const socket = createConnection(port, '127.0.0.1', () => socket.write(dubboRequest({ id: 1n })));
    socket.on('error', () => undefined);
    for (let wait = 0; Number(await requests.textContent()) <= before; wait++) {
      assert.ok(wait < 200, 'the request is not counted');
      await page.waitForTimeout(100);
    }
    socket.destroy();
    await page.close();
    // A program that takes no HTML gets what it got before.
    assert.match(await (await fetch(url)).text(), /^The admin port of aeraki proxy/);
  });

  it('the page of the proxy says what the last edit was found to have, and what changed when', async () => {
    const page = await (browser as Browser).newPage();
    await page.goto((proxy as RunningProxy).page);
    await page.locator('#changes tbody tr').first().waitFor();
    assert.strictEqual(await page.locator('#changes tbody tr').count(), 1);
    const file = join((proxied as NonNullable<typeof proxied>).path, 'rules.yaml');
    writeFileSync(file, example.replace('weight: 90', 'weight: 80').replace('weight: 10', 'weight: 20'));
    const changed = page.locator('#changes tbody tr').nth(1);
    await changed.waitFor({ timeout: 60_000 });
    const newest = await page.locator('#changes tbody tr').first().locator('td').allTextContents();
    assert.deepStrictEqual(newest.slice(2), ['', name, '']);
    assert.match(await page.locator('#routes').innerText(), /80\s%\sv1 of/);
    writeFileSync(file, example.replace(selector, ''));
    const finding = page.locator('#findings tbody tr', { hasText: 'AER0416' });
    await finding.waitFor({ timeout: 60_000 });
    const found = await finding.locator('td').allTextContents();
    assert.match(found.join(' '), /^warning AER0416 .*rules\.yaml:\d+:\d+ ServiceEntry shop\/orders /);
    writeFileSync(file, example);
    await page.locator('#routes td', { hasText: /90\s%/ }).waitFor({ timeout: 60_000 });
    await page.close();
  });

  it('dark is not light', async () => {
    const colour = 'getComputedStyle(document.body).backgroundColor';
    const light = await (await open('light', 1280)).evaluate(colour);
    await context?.close();
    assert.notStrictEqual(await (await open('dark', 1280)).evaluate(colour), light);
  });

  it('tables are filtered, sorted and copied, by the keyboard too, and stay so when there are news', async () => {
    const page = await open('light', 1280);
    const routes = (): Promise<string[]> => page.locator('#routes tbody tr td:nth-child(2)').allTextContents();
    assert.deepStrictEqual(await routes(), ['trial', 'everybody']);
    await page.getByRole('button', { name: 'Route', exact: true }).focus();
    await page.keyboard.press('Enter');
    assert.deepStrictEqual(await routes(), ['everybody', 'trial']);
    await page.getByRole('searchbox', { name: 'Filter routes' }).fill('pay');
    assert.deepStrictEqual(await routes(), ['trial']);
    assert.match((await page.locator('aeraki-table:has(#routes) output').textContent()) ?? '', /1 of 2/);
    await page.getByRole('button', { name: 'Copy routes' }).click();
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    assert.match(copied, /^Route configuration\tRoute\tMatch\tDestination\tVersion\norders.*\ttrial\t.*pay.*\n$/);
    // News come: a client goes.
    await page.getByRole('searchbox', { name: 'Filter routes' }).focus();
    const other = openSotw((serving as Serving).port);
    other.send({ resourceNames: [name], node: { id: 'another' } });
    await page.locator('#clients td', { hasText: 'another' }).waitFor();
    other.close();
    assert.deepStrictEqual(await routes(), ['trial']);
    assert.strictEqual(await page.evaluate('document.activeElement.getAttribute("aria-label")'), 'Filter routes');
  });

  it('shows what was found with its place, and the rules as sentences', async () => {
    const page = await open('light', 1280);
    const finding = await page.locator('#findings tbody tr').first().locator('td').allTextContents();
    assert.match(finding.join(' '), /^warning AER\d{4} .*rules\.yaml:\d+:\d+ ServiceEntry shop\/orders /);
    const destinations = await page.locator('#routes tbody td:nth-child(4)').allTextContents();
    assert.match(destinations.join('\n'), /90\s%\sv1 of orders\.shop\.example\.com:20880, 10\s%\sv2 of/);
  });
});

interface RunningProxy {
  readonly page: string;
  /** Of the listener. */
  readonly port: number;
  stop(): Promise<unknown>;
}

async function startProxy(rules: string): Promise<RunningProxy> {
  const listen = ['--listen', 'orders.shop.example.com=127.0.0.1:0', '--admin', '127.0.0.1:0'];
  const watching = new Watching(['proxy', rules, '--watch', ...listen], 600_000);
  const said = await watching.until(/Listening on [\s\S]*Admin port on \S+|Admin port on [\s\S]*Listening on \S+/, 60);
  const [, port = ''] = /Listening on 127\.0\.0\.1:(\d+)/.exec(said) ?? [];
  const [, page = ''] = /Admin port on (\S+)/.exec(said) ?? [];
  return { page, port: Number(port), stop: async () => watching.child.kill() };
}
