import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol/node';
import { built, root } from '../cli/program.js';
import { applied, Editor } from './editor.js';

const fixtures = join(root, 'test', 'golden', 'validate');
const everywhere = { start: { line: 0, character: 0 }, end: { line: 9_999, character: 0 } };

/** Twice a hundred, which a correction can halve; the weights of the fixtures are for a person to mend. */
const weights = `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: m, namespace: shop}
spec:
  hosts: [a.b]
  routes:
  - route:
    - {destination: {host: a.b, subset: v1}, weight: 150}
    - {destination: {host: a.b, subset: v2}, weight: 50}
`;

/** What a message names as what was meant. */
const wordsOf = ({ message }: Diagnostic): readonly string[] =>
  [...String(message).matchAll(/Did you mean ("[^"]+"(?: or "[^"]+")*)\?/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word),
  );

const same = (one: Diagnostic | undefined, other: Diagnostic): boolean =>
  one !== undefined && one.code === other.code && one.message === other.message;

describe('the quick fixes of the findings that say what to write', () => {
  it('are there for every fixture of the catalogue, and each makes its finding go', async function () {
    this.timeout(300_000);
    await built();
    const editor = await Editor.open({});
    const missing: string[] = [];
    const useless: string[] = [];
    const seen = new Set<string>();
    for (const code of [...readdirSync(fixtures).sort(), 'weights']) {
      const text = code === 'weights' ? weights : readFileSync(join(fixtures, code, 'raises.yaml'), 'utf8');
      const name = `${code}.yaml`;
      await editor.openFile(name, text);
      await editor.settled();
      const found = editor.published.get(editor.uri(name)) ?? [];
      const rest = { range: everywhere, context: { diagnostics: [] } };
      const actions = await editor.ask<CodeAction[]>('codeAction', name, undefined, rest);
      for (const each of found) {
        const own = actions.filter(({ diagnostics = [] }) => same(diagnostics[0], each));
        const said = wordsOf(each);
        for (const word of said) {
          if (own.some(({ title }) => title === `Write ${word}` || title === `Rename to ${word}`)) continue;
          missing.push(`${name} ${each.code}: ${each.message}`);
        }
        for (const action of own) {
          seen.add(String(each.code));
          await editor.change(name, applied(text, action.edit?.changes?.[editor.uri(name)] ?? []));
          await editor.settled();
          const left = editor.published.get(editor.uri(name)) ?? [];
          if (left.some((one) => same(one, each))) useless.push(`${name} ${each.code}: ${action.title}`);
        }
        if (own.length > 0) await editor.change(name, text);
      }
      await editor.closeFile(name);
      await editor.settled();
    }
    assert.deepEqual(missing, []);
    assert.deepEqual(useless, []);
    // What `validate --fix` corrects is among them.
    for (const code of ['AER0101', 'AER0102', 'AER0118', 'AER0208'])
      assert.ok(seen.has(code), `${code}: ${[...seen].join()}`);
    assert.equal(await editor.end(), 0);
  });
});
