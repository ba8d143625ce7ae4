/** The entry of the pre-commit hook, called as pre-commit calls it: the arguments of the hook, then the names of files. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { built, cleanEnvironment, folder, root } from '../cli/program.js';

const [hook] = load(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as [
  { readonly entry: string; readonly args: readonly string[] },
];
const bad = `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: ApplicationProtocol
metadata: {name: NAME}
spec: {protocol: qza, kodec: aeraki.meta_protocol.codec.qza}
`;
/** Each is a flag that would run a program, change a file, or hide the findings. */
const names = [
  '--context=evil.yaml',
  '--kubeconfig=kc.yaml',
  '-ckc.yaml',
  '--fix',
  '--fix.yaml',
  '--help',
  '--exclude=*.yaml',
  '--suppress=*=*.yaml',
  '-',
  '--',
  '-Aw.yaml',
];

describe('the pre-commit hook', function () {
  this.timeout(180_000);
  before(() => built());

  for (const [what, args] of [
    ['its own arguments', hook.args],
    ['arguments without --', ['--context-path', '.', '--failure-threshold', 'warning']],
    ['no arguments', []],
  ] as const) {
    it(`with ${what}: no file is ever a flag, and nothing in the tree runs`, async () => {
      const place = await folder({ canary: '', 'tree/a.yaml': bad });
      const tree = join(place.path, 'tree');
      try {
        cpSync(join(root, 'test', 'hostile', 'tree'), tree, { recursive: true });
        for (const [number, name] of names.entries())
          writeFileSync(join(tree, name), bad.replace('NAME', `n${number}`));
        const before = readdirSync(tree);
        const env = cleanEnvironment({ CANARY: join(place.path, 'canary') });
        const call = (files: readonly string[]) =>
          spawnSync(join(root, hook.entry), [...args, ...files], { cwd: tree, env, encoding: 'utf8', timeout: 60_000 });
        const { status, stdout, stderr } = call([...names, 'a.yaml']);
        assert.equal(status, 79, stderr);
        for (const number of names.keys())
          assert.match(stdout, new RegExp(`ApplicationProtocol n${number} `), names[number]);
        // The one that matters alone: it came as the only file.
        for (const name of names.slice(0, 3)) assert.equal(call([name]).status, 79, name);
        writeFileSync(join(tree, '.aeraki.yaml'), 'validate: {context: evil, kubeconfig: ./kc.yaml}\n');
        assert.equal(call(['a.yaml']).status, 64);
        assert.equal(readFileSync(join(place.path, 'canary'), 'utf8'), '');
        for (const [number, name] of names.entries())
          assert.equal(
            readFileSync(join(tree, name), 'utf8'),
            bad.replace('NAME', `n${number}`),
            'no file was rewritten',
          );
        assert.deepStrictEqual(
          readdirSync(tree).filter((name) => name !== '.aeraki.yaml'),
          before,
        );
      } finally {
        place.remove();
      }
    });
  }

  it('still takes its arguments as flags', async () => {
    const place = await folder({ 'a.yaml': bad });
    try {
      const call = (args: readonly string[]) =>
        spawnSync(join(root, hook.entry), [...args, 'a.yaml'], {
          cwd: place.path,
          env: cleanEnvironment(),
          encoding: 'utf8',
        });
      assert.match(call(['-o', 'json', '--']).stdout, /^\{/);
      assert.equal(call(['--no-such-flag']).status, 64);
    } finally {
      place.remove();
    }
  });
});
