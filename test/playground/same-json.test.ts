import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { runValidate } from '../../src/command/validate/run.js';
import { load } from '../../src/load/load.js';
import { withoutProxyKinds } from '../../src/load/without-proxy-kinds.js';
import { palette } from '../../src/output/colour.js';
import { translationJson } from '../../src/output/translation/json.js';
import { select, translationKinds } from '../../src/output/translation/view.js';
import { validationJson } from '../../src/output/validation/json.js';
import { translateLoaded } from '../../src/pipeline.js';
import { defaultTranslateOptions } from '../../src/translate/options.js';
import { root, run } from '../cli/program.js';
import { requirePart } from '../real/parts/require-part.js';
import { validateFlags } from '../validate/flags.js';
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

/** The text as the program reads it from standard input, under the name that the page gives it. */
function read(text: string) {
  const bytes = new TextEncoder().encode(text);
  return load(['-'], { namespace: 'default', exclude: [], stdin: async () => bytes });
}

/** What `translate -o json` says in Node. */
async function translateSays(text: string): Promise<string> {
  const all = await read(text);
  const translated = await translateLoaded(withoutProxyKinds(all), defaultTranslateOptions, { refusals: true });
  return translationJson(select(translated.translation, translationKinds), translated.diagnostics);
}

/** What `validate -o json` says in Node. */
async function validateSays(text: string): Promise<string> {
  const judged = { name: 'the text', read: () => read(text) };
  const flags = { ...validateFlags, output: 'json' } as const;
  const report = await runValidate({ judged, context: undefined, cluster: undefined }, flags);
  return validationJson(report, { style: { palette: palette(false) }, version: '' });
}

const sayings = { translatedJson: translateSays, validatedJson: validateSays } as const;

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
    it(`translates and validates as it does: ${some[0]?.name} and ${some.length - 1} more`, async () => {
      for (const what of ['translatedJson', 'validatedJson'] as const) {
        const given = await pageSays(
          page,
          what,
          some.map(({ text }) => text),
        );
        for (const [index, { name, text }] of some.entries())
          assert.strictEqual(given[index], await sayings[what](text), `${name}: ${what}`);
      }
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
