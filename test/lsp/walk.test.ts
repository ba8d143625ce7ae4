import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { runValidate } from '../../src/command/validate/run.js';
import { isOurs } from '../../src/language/diagnostics.js';
import { load } from '../../src/load/load.js';
import { built, root } from '../cli/program.js';
import { validateFlags } from '../validate/flags.js';
import { Editor, write } from './editor.js';
import { edited, numbers, offsetPlace } from './typing.js';

const shared = join(root, '..', 'shared');
const steps = Number(process.env.AERAKI_WALK_STEPS ?? 60);

/** All inputs of the shared cases. */
function inputs(): readonly { readonly name: string; readonly text: string }[] {
  const found: { name: string; text: string }[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (/\.ya?ml$/.test(entry.name)) found.push({ name: path, text: readFileSync(path, 'utf8') });
    }
  };
  for (const folder of ['cases', 'cases-istio', 'cases-reference', 'cases-validate', 'found'])
    visit(join(shared, folder));
  return found.filter(({ text }) => text.length < 30_000);
}

/** What `validate` says of a folder, by file, as an editor would be told it. */
async function validated(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const options = { namespace: 'default', exclude: [] };
  const judged = { name: 'the files', read: () => load([folder], options) };
  const flags = { ...validateFlags, output: 'json' } as const;
  const report = await runValidate({ judged, context: undefined, cluster: undefined }, flags);
  const byFile = new Map<string, string[]>();
  for (const { file = '', code, line = 1, column = 1, message, severity } of report.diagnostics) {
    const own = report.loaded.documents.filter(
      (each) => (each.status === 'resource' ? each.resource.source : each.source).file === file,
    );
    const text = report.loaded.textOf?.(file)?.text;
    if (text === undefined || !isOurs(text, () => own)) continue;
    byFile.set(file, [...(byFile.get(file) ?? []), `${line}:${column} ${severity} ${code} ${message}`]);
  }
  return byFile;
}

const words = ['', 'error', 'warning', 'info'];
function told({ range, severity = 1, code, message }: Diagnostic): string {
  return `${range.start.line + 1}:${range.start.character + 1} ${words[severity]} ${code} ${message}`;
}

describe('the language server on a random walk through the shared cases', () => {
  it('says at each step what validate says of the same text', async function () {
    this.timeout(600_000);
    await built();
    const cases = inputs();
    assert.ok(cases.length > 100, 'the shared cases are there');
    const pick = numbers(Number(process.env.AERAKI_WALK_SEED ?? 20_261_127));
    const editor = await Editor.open({});
    const mirror = await Editor.open({});
    await mirror.end();
    const open = new Map<string, string>();
    const disk = new Map<string, string>();
    for (let step = 0; step < steps; step++) {
      const what = pick(10);
      const name = [...open.keys()][pick(open.size)];
      if (open.size === 0 || (what < 3 && open.size < 5)) {
        const one = cases[pick(cases.length)];
        const file = `f${step}.yaml`;
        if (pick(2) === 0 && disk.size < 4) {
          disk.set(file, one?.text ?? '');
          write(join(editor.folder, file), one?.text ?? '');
        }
        open.set(file, one?.text ?? '');
        await editor.openFile(file, one?.text ?? '');
      } else if (what === 3 && name !== undefined) {
        open.delete(name);
        await editor.closeFile(name);
      } else if (name !== undefined) {
        const before = open.get(name) ?? '';
        const { text, start, end, insert } = edited(before, pick);
        open.set(name, text);
        const range = { start: offsetPlace(before, start), end: offsetPlace(before, end) };
        await editor.change(name, { range, text: insert });
      }
      const now = new Map([...disk, ...open]);
      for (const [file, text] of now) write(join(mirror.folder, file), text);
      for (const file of readdirSync(mirror.folder)) if (!now.has(file)) write(join(mirror.folder, file), '');
      // A file that was just written is known after a moment; what is open is known at once.
      await editor.settled();
      const wanted = await validated(mirror.folder);
      const said = async () => {
        const found = new Map<string, readonly string[]>();
        for (const file of now.keys()) {
          const list = editor.published.get(editor.uri(file)) ?? [];
          found.set(file, list.map(told).sort());
        }
        return found;
      };
      const expected = new Map(
        [...now.keys()].map((file) => [
          file,
          [...(wanted.get(join(mirror.folder, file)) ?? [])]
            .map((line) => line.replaceAll(mirror.folder, editor.folder))
            .sort(),
        ]),
      );
      let found = await said();
      for (let wait = 0; wait < 40 && JSON.stringify([...found]) !== JSON.stringify([...expected]); wait++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        await editor.settled();
        found = await said();
      }
      assert.deepEqual(found, expected, `step ${step}`);
    }
    assert.deepEqual(editor.log, []);
    assert.equal(await editor.end(), 0);
    rmSync(mirror.folder, { recursive: true, force: true });
  });
});
