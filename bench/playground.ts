/**
 * The playground in a real browser: how long an edit of 500 lines takes until its answers are there, and what the browser
 * loads. The bounds: 50 ms, and 500 KB packed without the editor.
 *
 * Run: npm run build && npx tsx bench/playground.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defaultSettings } from '../playground/engine.js';
import { root } from '../test/cli/program.js';
import { manyLines } from '../test/playground/many-lines.js';
import { type InPage, Playground } from '../test/playground/opened.js';

const rounds = 60;
const dist = join(root, 'dist', 'playground');
const packed = (editor: boolean): number =>
  readdirSync(dist)
    .filter((name) => name.startsWith('editor-') === editor)
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0);

const playground = new Playground();
await playground.start();
try {
  const { page, asked } = await playground.open();
  const first = asked
    .map((url) => new URL(url).pathname.slice(1) || 'index.html')
    .filter((name) => !name.startsWith('editor-'))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0);
  const times = (await page.evaluate(
    async ([text, settings, count]) => {
      const { aeraki } = globalThis as unknown as { aeraki: InPage };
      const taken: number[] = [];
      for (let turn = 0; turn < count; turn++) {
        const start = performance.now();
        await aeraki.run(`${text}# ${turn}\n`, 'rules.yaml', settings);
        taken.push(performance.now() - start);
      }
      return taken.sort((a, b) => a - b);
    },
    [manyLines(), { ...defaultSettings }, rounds] as const,
  )) as number[];
  const at = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(1);
  console.log(
    `an edit of ${manyLines().split('\n').length} lines: median ${at(0.5)} ms, 90 % ${at(0.9)} ms (bound 50)`,
  );
  console.log(`loaded for the first example: ${first} octets packed, without the editor`);
  console.log(
    `all that rules can make it load: ${packed(false)} octets packed (bound 500000); the editor ${packed(true)}`,
  );
} finally {
  await playground.stop();
}
