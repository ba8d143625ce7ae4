import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { built, root } from '../cli/program.js';
import { Editor, write } from './editor.js';
import { edited, numbers, offsetPlace } from './typing.js';

/** Random edits; more by AERAKI_TYPED_EDITS. */
const edits = Number(process.env.AERAKI_TYPED_EDITS ?? 600);
const example = readFileSync(join(root, 'examples', 'dubbo.yaml'), 'utf8');
const nameOf = (index: number) => `f${index}.yaml`;
const textOf = (index: number) => example.replaceAll('demo', `demo${index}`);

describe('the memory of the language server', () => {
  it('stays as it is under random edits, questions, opening and closing', async function () {
    this.timeout(120_000 + edits * 200);
    await built();
    const place = realpathSync(mkdtempSync(join(tmpdir(), 'aeraki-lsp-')));
    for (let index = 0; index < 30; index++) write(join(place, nameOf(index)), textOf(index));
    const hook = fileURLToPath(new URL('heap.cjs', import.meta.url));
    const editor = await Editor.on(place, [], place, ['--expose-gc', '--require', hook]);
    const file = join(tmpdir(), `aeraki-heap-${editor.child.pid}`);
    /** Bytes that are in use, with all files as they are on the disk. */
    const inUse = async (): Promise<number> => {
      await editor.settled();
      rmSync(file, { force: true });
      editor.child.kill('SIGUSR2');
      while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 10));
      return Number(readFileSync(file, 'utf8'));
    };
    const pick = numbers(20_261_128);
    const used: number[] = [];
    for (let part = 0; part < 4; part++) {
      for (let at = 0; at < edits / 4; ) {
        const name = nameOf(pick(30));
        let text = textOf(Number(/\d+/.exec(name)?.[0]));
        const whole = text;
        await editor.openFile(name, text);
        for (let more = 1 + pick(25); more > 0; more--, at++) {
          const next = edited(text, pick);
          const range = { start: offsetPlace(text, next.start), end: offsetPlace(text, next.end) };
          await editor.change(name, { range, text: next.insert });
          text = next.text;
          const where = offsetPlace(text, pick(text.length));
          if (pick(4) === 0) await editor.ask(['hover', 'completion', 'definition'][pick(3)] ?? '', name, where);
          if (pick(8) === 0) await editor.ask('codeLens', name);
          await editor.settled();
        }
        if (pick(3) === 0) await editor.change(name, whole);
        await editor.closeFile(name);
      }
      used.push(await inUse());
    }
    rmSync(file, { force: true });
    assert.deepEqual(editor.log, []);
    assert.equal(await editor.end(), 0);
    // The first part fills what is kept by design (trees of what was looked at last, code of V8); from there on nothing is added.
    const [, second = 0, third = 0, last = 0] = used;
    const told = used.map((bytes) => (bytes / 1e6).toFixed(1)).join(', ');
    if (process.env.AERAKI_TYPED_EDITS !== undefined) console.log(`      MB in use after each quarter: ${told}`);
    assert.ok(last < Math.max(second, third) * 1.05 + 5e5, `MB: ${told}`);
  });
});
