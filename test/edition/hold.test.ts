import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { hold } from '../../src/edition/hold.js';
import { assemble } from '../../src/load/assemble.js';
import type { Loaded } from '../../src/load/loaded.js';
import { parseFile } from '../../src/load/parse.js';
import { Judge } from '../../src/validate/judge.js';

const service = (name: string) => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {clusterIP: 10.0.0.1, ports: [{name: tcp-metaprotocol-dubbo, port: 20880}]}
`;
const limits = { accept: false, share: 0.5 };

function loaded(files: Readonly<Record<string, string>>): Loaded {
  const parsed = Object.entries(files).map(([name, text]) => parseFile(text, name, { namespace: 'default' }));
  return assemble(parsed, [], Object.keys(files));
}

async function held(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>, more = limits) {
  const now = loaded(after);
  const judgements = await new Judge(new Set(['schema', 'webhook'])).judge(now.resources);
  const broken = now.resources.flatMap(({ object }, at) => {
    const findings = judgements[at]?.findings ?? [];
    return findings.some(({ severity }) => severity === 'error') ? [[object, findings] as const] : [];
  });
  const errors = new Map(broken);
  const kept = hold(loaded(before).resources, now, errors, more);
  return {
    names: kept.resources.map(({ name }) => name).join(' '),
    held: [...kept.held].map(({ name }) => name).join(' '),
    removals: kept.removals.map(({ what, lost }) => `${what} ${lost.length}`),
  };
}

const all = (...names: string[]) => names.map(service).join('---\n');

describe('edition: what stays in force', () => {
  it('takes what is sound, and nothing is held when nothing is wrong', async () => {
    deepStrictEqual(await held({ 'a.yaml': all('a', 'b') }, { 'a.yaml': all('b', 'c') }), {
      names: 'b c',
      held: '',
      removals: [],
    });
  });

  it('keeps the last good state of what is refused, in its place, and leaves out what has none', async () => {
    const bad = (name: string) => service(name).replace('port:', 'prot:');
    const after = { 'a.yaml': [service('a'), bad('b'), bad('x'), service('c')].join('---\n') };
    deepStrictEqual(await held({ 'a.yaml': all('a', 'b', 'c') }, after), { names: 'a b c', held: 'b', removals: [] });
  });

  it('keeps all that a file had of which something cannot be read, except what is elsewhere now', async () => {
    const before = { 'a.yaml': all('a', 'b', 'c'), 'z.yaml': all('z') };
    const after = { 'a.yaml': `${service('a')}---\nkind: [`, 'z.yaml': all('c', 'z') };
    deepStrictEqual(await held(before, after), { names: 'a b c z', held: 'b', removals: [] });
  });

  it('keeps what is of a misspelt kind or has lost its version', async () => {
    const before = { 'a.yaml': all('a', 'b') };
    const kind = { 'a.yaml': all('a', 'b').replace('kind: Service', 'kind: Servcie') };
    deepStrictEqual(await held(before, kind), { names: 'a b', held: 'a', removals: [] });
    const version = { 'a.yaml': all('a', 'b').replace('apiVersion: v1\n', '') };
    deepStrictEqual(await held(before, version), { names: 'a b', held: 'a', removals: [] });
  });

  it('keeps what an emptied file had, and what a file lost of which more than half is gone', async () => {
    const before = { 'a.yaml': all('a', 'b', 'c'), 'd.yaml': all('d', 'e', 'f', 'g') };
    const d = { 'd.yaml': before['d.yaml'] };
    strictEqual((await held(before, { 'a.yaml': '', ...d })).removals[0], 'a.yaml 3');
    strictEqual((await held(before, { 'a.yaml': all('b'), ...d })).names, 'a b c d e f g');
    strictEqual((await held(before, { 'a.yaml': all('b', 'c'), ...d })).names, 'b c d e f g');
    // A file that was deleted is an edit like any other, as long as most of the source is there.
    strictEqual((await held(before, d)).names, 'd e f g');
    strictEqual((await held(before, { 'a.yaml': before['a.yaml'] })).removals[0], 'The input 4');
    strictEqual((await held(before, {}, { accept: true, share: 0.5 })).names, '');
    strictEqual((await held(before, { 'a.yaml': all('b', 'c'), ...d }, { accept: false, share: 0.1 })).held, 'a');
  });

  it('does not count what only moved', async () => {
    const before = { 'a.yaml': all('a', 'b', 'c') };
    const after = { 'a.yaml': '', 'b.yaml': all('c', 'b', 'a') };
    deepStrictEqual(await held(before, after), { names: 'c b a', held: '', removals: [] });
  });
});
