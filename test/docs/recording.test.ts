import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { draw } from '../../script/recording/draw.js';
import { type Recorded, record } from '../../script/recording/record.js';
import { screenOf, textOf } from '../../script/recording/screen.js';
import { bin, built, root } from '../cli/program.js';
import { skipOutLoud } from '../real/parts/require-part.js';

const picture = readFileSync(join(root, 'docs', 'terminal.svg'), 'utf8');
const cure = 'docs/terminal.svg is not what the program prints: npm run build && npm run recording';

/** The groups of the picture: a command, what it printed, the next command. */
const groups = (svg: string): readonly string[] => svg.match(/<g [\s\S]*?<\/g>/g) ?? [];

/** The lines of a group as a reader sees them, without what is counted. */
const counted = (group: string): readonly string[] => {
  const lines = new Map<string, string>();
  for (const [, y = '', words = ''] of group.matchAll(/<text x="[^"]*" y="(\d+)"[^>]*>([^<]*)<\/text>/g))
    lines.set(y, `${lines.get(y) ?? ''} ${words}`);
  return [...lines.values()].map((line) =>
    line
      .replace(/\bno errors\b|\b1 error\b/, '0 errors')
      .replace(/\d+(\.\d+)?/g, 'N')
      .replace(/\s+/g, ' ')
      .trim(),
  );
};

describe('the recorded terminal of README.md', function () {
  this.timeout(400_000);
  let now: readonly Recorded[];

  before(async function () {
    this.timeout(400_000);
    if (spawnSync('script', ['--version']).error)
      skipOutLoud(this, 'script(1) of util-linux is not here, so there is no terminal');
    await built();
    now = await record(bin);
  });

  it('shows what the program prints', () => {
    const printed = groups(draw(now, ''));
    const shown = groups(picture);
    assert.strictEqual(shown.length, printed.length, cure);
    for (const [at, { step }] of now.entries()) {
      const [command, output] = [2 * at, 2 * at + 1];
      assert.strictEqual(shown[command], printed[command], cure);
      if (step.counts === true) {
        const lines = counted(printed[output] ?? '');
        // A route that is seldom taken may have no row in one run and have one in another.
        const missing = counted(shown[output] ?? '').filter(
          (line) => !/ (?:vN N N %|N) N$/.test(line) && !lines.includes(line),
        );
        assert.deepStrictEqual(missing, [], `${cure}\n${lines.join('\n')}`);
      } else assert.strictEqual(shown[output], printed[output], cure);
    }
  });

  it('names the way to see the rules at work, and README.md shows it above all else', () => {
    assert.match(now.at(-1)?.step.command ?? '', /^aeraki lab /);
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const place = readme.indexOf('](docs/terminal.svg)');
    assert.ok(place > 0 && place < readme.indexOf('\n## '), 'README.md does not begin with it');
    assert.ok(readme.slice(0, readme.indexOf('aeraki lab')).split('\n').length <= 10, 'ten lines lead to aeraki lab');
  });
});

describe('the screen of a recording', () => {
  it('is what a terminal shows: what was drawn over is gone, colours and columns are kept', async () => {
    const lines = await screenOf('one\r\ntwo\u001b[1A\u001b[2K\rthree  \u001b[1;33mfour\u001b[0m\r\n\u001b[Kfive');
    assert.deepStrictEqual(lines.map(textOf), ['three  four', 'five']);
    assert.deepStrictEqual(lines[0]?.[1], {
      ...{ text: 'four', column: 7, colour: 3, bold: true, dim: false, underlined: false },
    });
  });

  it('nothing of it is markup', async () => {
    const lines = await screenOf('<script>&amp;</script>');
    const svg = draw([{ step: { command: '<b>', exit: 0, folder: '' }, lines }], 't');
    assert.match(svg, /&lt;script&gt;&amp;amp;&lt;\/script&gt;/);
    assert.doesNotMatch(svg, /<script|<b>/);
  });
});
