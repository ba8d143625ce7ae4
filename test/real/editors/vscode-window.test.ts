import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { bin, built, cleanEnvironment, folder, root } from '../../cli/program.js';
import { chromium } from '../parts/chromium.js';
import { requirePart } from '../parts/require-part.js';
import { router, services } from './orders.js';

const run = promisify(execFile);

/** The extension as it is packaged, in a real VS Code: its server with its window in a real browser. */
describe('the extension in VS Code', function () {
  this.timeout(300_000);
  let place: Awaited<ReturnType<typeof folder>>;
  let server: ChildProcess | undefined;
  let browser: Browser | undefined;
  let page: Page;
  let address = '';
  let said = '';

  before(async function () {
    const code = requirePart(this, 'code-server');
    const vsce = requirePart(this, 'vsce');
    requirePart(this, 'chromium');
    await built();
    place = await folder({
      'rules/services.yaml': services,
      'rules/router.yaml': router,
      aeraki: `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`,
      'user/User/settings.json': '{}',
      'home/.keep': '',
      'extension/.keep': '',
    });
    chmodSync(join(place.path, 'aeraki'), 0o755);
    const settings = { 'aeraki.path': join(place.path, 'aeraki'), 'chat.disableAIFeatures': true };
    writeFileSync(join(place.path, 'user/User/settings.json'), JSON.stringify(settings));
    const own = join(place.path, 'extension');
    cpSync(join(root, 'editors', 'vscode'), own, {
      recursive: true,
      filter: (path) => !/[\\/](?:node_modules|dist)$|\.vsix$/.test(path),
    });
    symlinkSync(dirname(dirname(vsce)), join(own, 'node_modules'));
    await run('npm', ['run', 'package', '--', '--out', 'aeraki.vsix'], { cwd: own });
    const env = { ...cleanEnvironment(), HOME: join(place.path, 'home') };
    const folders = ['--user-data-dir', join(place.path, 'user'), '--extensions-dir', join(place.path, 'extensions')];
    const { stdout } = await run(code, [...folders, '--install-extension', join(own, 'aeraki.vsix')], { env });
    assert.match(stdout, /aeraki\.vsix' was successfully installed/);
    const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'];
    server = spawn(code, ['--bind-addr', '127.0.0.1:0', ...quiet, ...folders], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    address = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        said += String(chunk);
        const [, found] = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      };
      server?.stdout?.on('data', read);
      server?.stderr?.on('data', read);
      server?.once('exit', () => reject(new Error(said)));
    });
    browser = await chromium();
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    // The window asks for nothing beyond this machine.
    await context.route(
      (url) => url.hostname !== '127.0.0.1' && !/vscode|webview/.test(url.protocol),
      (route) => route.abort(),
    );
    page = await context.newPage();
  });
  after(async () => {
    await browser?.close();
    const ended = server && server.exitCode === null && new Promise((resolve) => server?.once('exit', resolve));
    server?.kill();
    await ended;
    place?.remove();
  });

  const lines = () =>
    page
      .locator('.editor-instance .view-lines')
      .first()
      .locator('.view-line')
      .allInnerTexts()
      .then((all) => all.map((each) => each.replaceAll('\u00a0', ' ')).join('\n'));
  const command = async (title: string): Promise<void> => {
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await page.keyboard.press('Enter');
  };
  const shoot = async (name: string): Promise<void> => {
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `vscode-${name}.png`) });
  };

  it('shows findings under their words, fixes one, and shows what the rules come to', async () => {
    await page.goto(`${address}/?folder=${join(place.path, 'rules')}`);
    await page.locator('.explorer-viewlet .monaco-list-row', { hasText: 'router.yaml' }).dblclick({ timeout: 60_000 });
    await page.locator('.editor-instance .squiggly-error').nth(1).waitFor({ timeout: 60_000 });
    await command('Problems: Focus on Problems View');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'The field "rotues" is not known' });
    await problem.waitFor();
    assert.match(await problem.innerText(), /aeraki.*AER0101/s);
    await shoot('findings');
    // What a person does about it: to the problem, and the menu of its fixes.
    await problem.dblclick();
    await page.locator('.statusbar-item', { hasText: 'Ln 6, ' }).waitFor();
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Rename to routes' });
    // The keys go to the editor some moments after it has the cursor.
    for (let time = 0; time < 10 && !(await fix.isVisible()); time++) {
      await page.keyboard.press('Control+.');
      await fix.waitFor({ timeout: 3_000 }).catch(() => page.keyboard.press('Escape'));
    }
    await fix.waitFor({ timeout: 1_000 });
    await shoot('fixes');
    await page.keyboard.press('Enter');
    await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'detached' });
    assert.match(await lines(), /^ {2}routes:$/m);
    await page.locator('.codelens-decoration', { hasText: 'no test takes this route' }).waitFor();
    await shoot('fixed');
    await command('Aeraki: Show the Translated Objects');
    const beside = page.locator('.editor-instance').nth(1).locator('.view-lines');
    await beside.getByText('EnvoyFilter').first().waitFor();
    await shoot('translated');
    await command('File: Save');
    const file = () => readFileSync(join(place.path, 'rules', 'router.yaml'), 'utf8');
    for (let wait = 0; wait < 100 && !file().includes('routes:'); wait++) await page.waitForTimeout(50);
    assert.equal(file(), router.replace('rotues:', 'routes:'));
  });
});
