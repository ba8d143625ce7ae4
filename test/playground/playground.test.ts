import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defaultSettings, run as runInNode } from '../../playground/engine.js';
import { decodeState } from '../../playground/state.js';
import { fragmentOf } from '../../src/command/playground/serve.js';
import { folder, root, run } from '../cli/program.js';
import { requirePart } from '../real/parts/require-part.js';
import { manyLines } from './many-lines.js';
import { type InPage, Playground } from './opened.js';

const dist = join(root, 'dist', 'playground');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

describe('the playground', function () {
  this.timeout(120_000);
  const playground = new Playground();

  before(async function () {
    this.timeout(240_000);
    requirePart(this, 'chromium');
    await playground.start();
  });
  afterEach(() => playground.close());
  after(() => playground.stop());

  const clipboard = 'navigator.clipboard.readText()';

  it('what the browser loads, whatever the rules, is at most 500 KB packed, without the editor', () => {
    const whole = readdirSync(dist).filter((name) => !name.startsWith('editor-'));
    const size = whole.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0);
    assert.ok(size <= 500_000, `${size} octets`);
  });

  it('shows findings, filters, routes and an answer, and asks nobody else for anything', async () => {
    const { page, asked, errors } = await playground.open();
    assert.match((await page.textContent('#findings')) ?? '', /AER0810.*Cure: /s);
    assert.strictEqual(await page.textContent('#winner'), 'trial');
    assert.match((await page.textContent('#filters')) ?? '', /EnvoyFilter istio-system\/aeraki-outbound-orders/);
    assert.ok(
      asked.every((url) => url.startsWith(playground.address)),
      asked.join('\n'),
    );
    assert.deepStrictEqual(errors, []);
  });

  it('the browser lets nothing out of it', async () => {
    const { page, errors } = await playground.open();
    const ask = (url: string): Promise<unknown> =>
      page.evaluate(`fetch(${JSON.stringify(url)}, { mode: 'no-cors' }).then(() => 'let through', () => 'refused')`);
    assert.strictEqual(await ask('/index.html'), 'refused');
    assert.strictEqual(await ask('https://elsewhere.example/'), 'refused');
    // The page says it itself, and the server says it of the page: each is told of.
    const told = (url: string) => errors.filter((error) => /connect-src 'none'/.test(error) && error.includes(url));
    assert.strictEqual(told('/index.html').length, 2, errors.join('\n'));
    assert.strictEqual(told('https://elsewhere.example/').length, 2, errors.join('\n'));
  });

  it('an edit changes the answers, and the address, which opens the same again', async () => {
    const { page } = await playground.open();
    await page.click('#tab-request');
    await page.fill('#attributes', 'method=list');
    await page.selectOption('#proxy', '1.3');
    await page.check('#fixed');
    await page.waitForSelector('#winner:text-is("everybody")');
    let { hash } = new URL(page.url());
    let held = await decodeState(hash);
    for (let wait = 0; wait < 100 && !(held?.settings.fixed && held.request.attributes === 'method=list'); wait++) {
      await page.waitForTimeout(100);
      ({ hash } = new URL(page.url()));
      held = await decodeState(hash);
    }
    assert.deepStrictEqual(
      { ...held, rules: held?.rules.split('\n')[0] },
      {
        rules: readFileSync(join(root, 'examples', 'dubbo.yaml'), 'utf8').split('\n')[0],
        request: { service: 'orders.shop.example.com:20880', attributes: 'method=list' },
        settings: { ...defaultSettings, proxyVersion: '1.3', fixed: true },
        version,
      },
    );
    const { page: again } = await playground.open({ fragment: hash });
    assert.strictEqual(await again.inputValue('#attributes'), 'method=list');
    assert.strictEqual(await again.inputValue('#proxy'), '1.3');
    assert.strictEqual(await again.isChecked('#fixed'), true);
    assert.strictEqual(await again.textContent('#winner'), 'everybody');
  });

  it('a test that it copies passes with the program, beside the rules', async () => {
    const { page } = await playground.open();
    await page.click('#test');
    await page.waitForSelector('#said:not(:empty)');
    const text = String(await page.evaluate(clipboard));
    const place = await folder({
      'rules.yaml': readFileSync(join(root, 'examples', 'dubbo.yaml'), 'utf8'),
      'test.yaml': text,
    });
    try {
      const ended = await run(['test', 'test.yaml'], { cwd: place.path });
      assert.strictEqual(ended.code, 0, ended.stdout + ended.stderr + text);
      assert.match(ended.stdout, /1 passed/);
    } finally {
      place.remove();
    }
  });

  it('a bug report that it copies has the rules, the findings, the answer and the link', async () => {
    const { page } = await playground.open();
    await page.click('#report');
    await page.waitForSelector('#said:not(:empty)');
    const text = String(await page.evaluate(clipboard));
    assert.match(text, new RegExp(`^aeraki ${version.replaceAll('.', '\\.')}, proxy ${defaultSettings.proxyVersion}`));
    assert.match(text, /kind: MetaRouter/);
    assert.match(text, /- AER0810 line 74/);
    assert.match(text, /"route": "trial"/);
    const { hash } = new URL(text.trimEnd().split('\n').at(-1) ?? '');
    assert.strictEqual((await decodeState(hash))?.version, version);
  });

  it('underlines what is wrong, and mends it', async () => {
    const rules = readFileSync(join(root, 'examples', 'dubbo.yaml'), 'utf8').replace('  routes:', '  rotues:');
    const { page } = await playground.open({ fragment: `#${fragmentOf(rules, version)}` });
    await page.waitForSelector('.mend');
    assert.ok((await page.locator('.cm-lint-marker-error').count()) > 0, 'no mark beside the line');
    assert.match((await page.textContent('.mend')) ?? '', /routes/);
    await page.click('.mend');
    await page.waitForSelector('.mend', { state: 'detached' });
    assert.doesNotMatch((await page.textContent('#findings')) ?? '', /rotues/);
    await page.click('.finding button');
    assert.strictEqual(await page.evaluate("document.activeElement.classList.contains('cm-content')"), true);
  });

  it('takes the rules of the link that the program makes, and shows no markup of theirs', async () => {
    const attack = '<img src=x onerror="document.title=1">';
    const rules = `apiVersion: v1\nkind: Service\nmetadata: {name: ${JSON.stringify(attack)}}\nspec: {}\n`;
    const { page } = await playground.open({ fragment: `#${fragmentOf(rules, '0')}` });
    assert.match((await page.textContent('#findings')) ?? '', /<img/);
    assert.strictEqual(await page.title(), 'aeraki playground');
  });

  it('a broken link is no obstacle', async () => {
    const { page } = await playground.open({ fragment: '#1:AAAA' });
    assert.strictEqual(await page.textContent('#winner'), 'trial');
  });

  it('completes fields by our schemas', async () => {
    const rules = 'apiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: MetaRouter\nmetadata: {name: a}\nspec:\n  ';
    const { page } = await playground.open({ fragment: `#${fragmentOf(rules, '0')}` });
    await page.click('.cm-content');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('loc');
    await page.keyboard.press('Control+Space');
    await page.waitForSelector('.cm-tooltip-autocomplete');
    assert.match((await page.textContent('.cm-tooltip-autocomplete')) ?? '', /localRateLimit/);
  });

  it('can be used with the keyboard alone', async () => {
    const { page } = await playground.open();
    await page.focus('#tab-findings');
    for (const tab of ['request', 'filters', 'routes', 'findings']) {
      await page.keyboard.press('ArrowRight');
      assert.strictEqual(await page.evaluate('document.activeElement.id'), `tab-${tab}`);
      assert.strictEqual(await page.isVisible(`#${tab}`), true);
    }
  });

  for (const scheme of ['light', 'dark'] as const)
    for (const width of [375, 768, 1280])
      it(`${scheme}, ${width} px: nothing is wider than the page, and axe-core finds nothing`, async () => {
        const { page } = await playground.open({ scheme, width });
        const [inside, outside] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
          number,
          number,
        ];
        assert.ok(inside <= outside, `${inside} > ${outside}`);
        await page.evaluate(readFileSync(axe, 'utf8'));
        const found = (await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | ")))',
        )) as string[];
        assert.deepStrictEqual(found, []);
        if (process.env.SCREENSHOTS)
          await page.screenshot({ path: join(process.env.SCREENSHOTS, `playground-${scheme}-${width}.png`) });
      });

  it('answers an edit of 500 lines about as fast as the program itself would', async () => {
    const { page } = await playground.open();
    const text = manyLines();
    const settings = { ...defaultSettings };
    const inPage = (await page.evaluate(
      async ([input, given]) => {
        const { aeraki } = globalThis as unknown as { aeraki: InPage };
        const taken: number[] = [];
        for (let turn = 0; turn < 21; turn++) {
          const start = performance.now();
          await aeraki.run(`${input}# ${turn}\n`, 'rules.yaml', given);
          taken.push(performance.now() - start);
        }
        return taken;
      },
      [text, settings] as const,
    )) as number[];
    const inNode: number[] = [];
    for (let turn = 0; turn < 21; turn++) {
      const start = performance.now();
      await runInNode(`${text}# ${turn}\n`, 'rules.yaml', settings);
      inNode.push(performance.now() - start);
    }
    // The figure itself is bench/playground.ts's: less than 50 ms on a machine that has nothing else to do.
    assert.ok(middle(inPage) < 4 * middle(inNode), `${middle(inPage)} ms in the page, ${middle(inNode)} ms in Node`);
  });
});

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}
