import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { bin, built, cleanEnvironment, folder, root } from '../cli/program.js';
import { requirePart } from '../real/parts/require-part.js';

const examples = join(root, 'docs', 'gitops');
const good = readFileSync(join(root, 'examples', 'dubbo.yaml'), 'utf8');
const bad = good.replace('routes:', 'rotues:');

describe('the plugins for GitOps controllers', function () {
  this.timeout(180_000);
  let tools: Awaited<ReturnType<typeof folder>>;
  before(async () => {
    await built();
    tools = await folder();
    writeFileSync(join(tools.path, 'aeraki'), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
    chmodSync(join(tools.path, 'aeraki'), 0o755);
  });
  after(() => tools.remove());
  const call = (command: string, args: readonly string[], cwd: string, input = '') =>
    spawnSync(command, args, {
      cwd,
      input,
      encoding: 'utf8',
      env: cleanEnvironment({ PATH: `${tools.path}:${process.env.PATH}` }),
    });

  it('Argo CD: prints the manifests of an application that is sound, and of another one nothing', async () => {
    const { spec } = parse(readFileSync(join(examples, 'argocd-plugin.yaml'), 'utf8'));
    const [command, ...rest] = [...spec.generate.command, ...spec.generate.args] as [string, ...string[]];
    for (const [text, code] of [
      [good, 0],
      [bad, 79],
    ] as const) {
      const app = await folder({ 'rules.yaml': text, 'base/empty.yaml': '# nothing\n' });
      try {
        const ended = call(command, rest, app.path);
        assert.equal(ended.status, code, ended.stderr);
        const kinds = parseAllDocuments(ended.stdout).flatMap((each) => each.toJS()?.kind ?? []);
        const wanted = parseAllDocuments(good).flatMap((each) => each.toJS()?.kind ?? []);
        assert.deepEqual(kinds, code === 0 ? wanted : []);
        if (code !== 0) assert.match(ended.stderr, /AER0101.*rotues/);
        const [find, ...how] = spec.discover.find.command as [string, ...string[]];
        assert.equal(call(find, how, app.path).stdout.trim(), './rules.yaml');
      } finally {
        app.remove();
      }
    }
  });

  it('Kustomize: hands on a ResourceList that is sound, and refuses another one', () => {
    const program = join(examples, 'kustomize', 'aeraki-validate');
    const list = (text: string) =>
      stringify({
        apiVersion: 'config.kubernetes.io/v1',
        kind: 'ResourceList',
        items: parseAllDocuments(text).map((each) => each.toJS()),
        functionConfig: { apiVersion: 'v1', kind: 'ConfigMap' },
      });
    const fine = call(program, [], root, list(good));
    assert.equal(fine.status, 0, fine.stderr);
    assert.deepEqual(parse(fine.stdout), parse(list(good)));
    const refused = call(program, [], root, list(bad));
    assert.equal(refused.status, 79);
    assert.equal(refused.stdout, '');
    assert.match(refused.stderr, /AER0101/);
  });

  it('the real kustomize runs it', async function () {
    const kustomize = requirePart(this, 'kustomize');
    const app = await folder();
    try {
      cpSync(join(examples, 'kustomize'), app.path, { recursive: true });
      writeFileSync(join(app.path, 'rules.yaml'), good);
      const args = ['build', '--enable-alpha-plugins', '--enable-exec', '.'];
      const fine = call(kustomize, args, app.path);
      assert.equal(fine.status, 0, fine.stderr);
      assert.match(fine.stdout, /kind: MetaRouter/);
      writeFileSync(join(app.path, 'rules.yaml'), bad);
      const refused = call(kustomize, args, app.path);
      assert.notEqual(refused.status, 0);
      assert.doesNotMatch(refused.stdout, /kind: MetaRouter/);
    } finally {
      app.remove();
    }
  });
});
