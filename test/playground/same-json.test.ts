import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { load } from '../../src/load/load.js';
import { withoutProxyKinds } from '../../src/load/without-proxy-kinds.js';
import { translationJson } from '../../src/output/translation/json.js';
import { select, translationKinds } from '../../src/output/translation/view.js';
import { translateLoaded } from '../../src/pipeline.js';
import { defaultTranslateOptions } from '../../src/translate/options.js';
import { root, run } from '../cli/program.js';
import { requirePart } from '../real/parts/require-part.js';
import { type InPage, Playground } from './opened.js';

const shared = join(root, '..', 'shared');
const folders = ['cases', 'cases-reference', 'cases-validate', 'cases-istio'];
/** The browser is asked about so many at a time, so that one that hangs is known by its neighbours. */
const chunk = 25;
/** Of so many cases one is also given to the program itself, which takes most of a second to ask. */
const each = 20;

interface Case {
  readonly name: string;
  readonly text: string;
}

function allCases(): readonly Case[] {
  return folders.flatMap((folder) => {
    const place = join(shared, folder);
    const names = existsSync(place) ? readdirSync(place, { recursive: true }).map(String).sort() : [];
    return names
      .filter((name) => /\.yaml$/.test(name) && !/(^|[/\\])expected/.test(name))
      .map((name) => ({ name: join(folder, name), text: readFileSync(join(place, name), 'utf8') }));
  });
}

/** What the stages say in Node, of a file under the name that the page gives it. */
async function stagesSay(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const all = await load(['-'], { namespace: 'default', exclude: [], stdin: async () => bytes });
  const translated = await translateLoaded(withoutProxyKinds(all), defaultTranslateOptions, { refusals: true });
  return translationJson(select(translated.translation, translationKinds), translated.diagnostics);
}

async function pageSays(page: Page, what: 'translatedJson' | 'validatedJson', texts: readonly string[]) {
  return page.evaluate(
    async ([name, given]) => {
      const { aeraki } = globalThis as unknown as { aeraki: InPage };
      const answers: string[] = [];
      for (const text of given) answers.push(await aeraki[name](text, '<stdin>'));
      return answers;
    },
    [what, texts] as const,
  );
}

describe('the playground against the program', function () {
  this.timeout(240_000);
  const playground = new Playground();
  const cases = allCases();
  let page: Page;

  before(async function () {
    requirePart(this, 'chromium');
    if (cases.length === 0) this.skip();
    await playground.start();
    ({ page } = await playground.open());
  });
  after(() => playground.stop());

  it('there are the shared cases', () => {
    assert.ok(cases.length > 200, `${cases.length} cases`);
  });

  for (let from = 0; from < cases.length; from += chunk) {
    const some = cases.slice(from, from + chunk);
    it(`translates as it does: ${some[0]?.name} and ${some.length - 1} more`, async () => {
      const given = await pageSays(
        page,
        'translatedJson',
        some.map(({ text }) => text),
      );
      for (const [index, { name, text }] of some.entries())
        assert.strictEqual(given[index], await stagesSay(text), name);
    });
  }

  for (const { name, text } of cases.filter((_, index) => index % each === 0))
    it(`prints the bytes that it prints: ${name}`, async () => {
      for (const [command, what] of [
        ['translate', 'translatedJson'],
        ['validate', 'validatedJson'],
      ] as const) {
        const { stdout } = await run([command, '-', '-o', 'json'], { stdin: text });
        assert.deepStrictEqual(await pageSays(page, what, [text]), [stdout], command);
      }
    });
});
