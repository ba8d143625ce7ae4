import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose } from '../../script/translations/compose.js';
import { placesOf, translatedPages } from '../../script/translations/pages.js';
import { hashOf, segmentsOf } from '../../script/translations/segments.js';
import { blocksOf } from '../../src/handbook/blocks.js';
import { root } from '../cli/program.js';

const cure =
  '`npx tsx script/translate.ts` prints what has no Chinese; script/translations/zh/ has the prose, `npm run docs` makes the pages';

describe('translations of README and handbook', () => {
  it('every page has one, and every paragraph of it says what its source says now', async () => {
    const pages = await translatedPages(root);
    const missing = (await placesOf(root)).filter(({ source }) => !pages.some((page) => page.source === source));
    assert.deepStrictEqual(
      [...missing.map(({ source }) => source), ...pages.flatMap(({ problems }) => problems)],
      [],
      cure,
    );
  });

  it('show the same blocks, to the letter', async () => {
    for (const { source, text } of await translatedPages(root)) {
      const blocks = (page: string) => blocksOf(page).map(({ language, use, text }) => ({ language, use, text }));
      assert.deepStrictEqual(blocks(text), blocks(readFileSync(join(root, source), 'utf8')), source);
    }
  });

  it('are Chinese: a paragraph without a Chinese letter names only commands and other names', async () => {
    for (const { source, text } of await translatedPages(root))
      for (const segment of segmentsOf(text)) {
        if (segment.kind !== 'prose' || /\p{Script=Han}/u.test(segment.text)) continue;
        const words = segment.text.replace(/`[^`]*`|\]\([^)]*\)/g, '').match(/\p{L}+/gu) ?? [];
        assert.ok(words.length <= 8, `${source}: ${segment.text}`);
      }
  });
});

describe('compose', () => {
  const place = { source: 'docs/a.md', translated: 'docs/zh/a.md' };
  const page =
    '# One\n\nTwo `x`\nlines, [b](b.md) and [c](../c.md#d).\n\n```sh run\n# One\n```\n\n- three\n- four\n\n| five | `six` |\n| --- | --- |\n';
  const prose = (texts: Readonly<Record<string, string>>): string =>
    Object.entries(texts)
      .map(([source, text]) => `<!-- ${hashOf(source)} -->\n${text}\n`)
      .join('\n');
  const whole = {
    '# One': '# 一',
    'Two `x` lines, [b](b.md) and [c](../c.md#d).': '二 `x`，[乙](b.md)、[丙](../c.md#d)。',
    '- three': '- 三',
    '- four': '- 四',
    '| five | `six` |': '| 五 | `six` |',
  };

  it('puts the prose in place, keeps blocks, and leads to pages that are translated, else to the others', () => {
    const { text, problems } = compose(page, prose(whole), place, new Map([['docs/b.md', 'docs/zh/b.md']]));
    assert.deepStrictEqual(problems, []);
    assert.strictEqual(
      text,
      '# 一\n\n二 `x`，[乙](b.md)、[丙](../../c.md#d)。\n\n```sh run\n# One\n```\n\n- 三\n- 四\n\n| 五 | `six` |\n| --- | --- |\n',
    );
  });

  it('a line that is broken elsewhere is the same paragraph', () => {
    const broken = page.replace('`x`\nlines', '`x` lines').replace('and [c]', 'and\n[c]');
    assert.deepStrictEqual(compose(broken, prose(whole), place, new Map()).problems, []);
  });

  it('a paragraph that was changed stays as it is, and both are named', () => {
    const { text, problems } = compose(page.replace('three', 'more'), prose(whole), place, new Map());
    assert.match(text, /\n- more\n- 四\n/);
    assert.deepStrictEqual(problems, [
      `docs/a.md:10: no translation for <!-- ${hashOf('- more')} --> - more`,
      `docs/a.md: the paragraph of <!-- ${hashOf('- three')} --> is gone or says something else`,
    ]);
  });

  it('a translation that names another command or leads elsewhere is wrong', () => {
    const wrong = { ...whole, '| five | `six` |': '| 五 | `seven` |', '- four': '- [四](x.md)' };
    const { problems } = compose(page, prose(wrong), place, new Map());
    assert.match(problems.join('\n'), /leads to x\.md in place of \n.*has `seven` in place of `six`/);
  });
});

describe('segmentsOf', () => {
  it('makes the page again, for every page', async () => {
    for (const { source } of await placesOf(root)) {
      assert.ok(existsSync(join(root, source)));
      const page = readFileSync(join(root, source), 'utf8');
      assert.strictEqual(
        segmentsOf(page)
          .map(({ text }) => text)
          .join(''),
        page,
        source,
      );
    }
  });
});
