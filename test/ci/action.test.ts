import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { built, cleanEnvironment, folder, root } from '../cli/program.js';

interface Step {
  readonly id?: string;
  readonly shell: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly outputs: string;
}

const action = load(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

/** Runs the steps as a runner of GitHub does: inputs put in, bash with -e and pipefail, until one fails. */
function runAction(
  cwd: string,
  inputs: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Ran {
  const values = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([name, one]) => [name, one.default])),
    ...inputs,
  };
  const outputs = join(cwd, '.outputs');
  writeFileSync(outputs, '');
  let stdout = '';
  for (const step of action.runs.steps) {
    assert.equal(step.shell, 'bash');
    // Text of a user must never become a part of the script.
    assert.doesNotMatch(step.run, /\$\{\{/);
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, text]) => [
        name,
        // What only a runner knows is tried with one: test/real/ci/act.test.ts.
        text
          .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => values[input] ?? '')
          .replace(/\$\{\{ .*github\.action_path.* \}\}/, join(root, 'script'))
          .replace(/\$\{\{ .* \}\}/, ''),
      ]),
    );
    const ended = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd,
      env: cleanEnvironment({ ...env, ...more, GITHUB_ACTION_PATH: root, GITHUB_OUTPUT: outputs }),
      encoding: 'utf8',
    });
    stdout += ended.stdout;
    if (ended.status !== 0) return { code: ended.status ?? -1, stdout, outputs: readFileSync(outputs, 'utf8') };
  }
  return { code: 0, stdout, outputs: readFileSync(outputs, 'utf8') };
}

const good = `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: ApplicationProtocol
metadata: {name: qza}
spec: {protocol: qza, codec: aeraki.meta_protocol.codec.qza}
`;

describe('the GitHub Action', function () {
  this.timeout(180_000);
  before(() => built());

  it('is a composite action', () => assert.equal(action.runs.using, 'composite'));

  it('takes good files, fails for bad ones and writes SARIF', async () => {
    const place = await folder({
      'good/a.yaml': good,
      'bad/a b.yaml': good.replace('qza}', 'bad}').replace('codec:', 'kodec:'),
    });
    try {
      assert.deepStrictEqual(runAction(place.path, { paths: 'good' }), {
        code: 0,
        stdout: '',
        outputs: 'exit-code=0\n',
      });
      const bad = runAction(place.path, { paths: 'good\nbad', sarif: 'out.sarif' });
      assert.equal(bad.code, 79);
      assert.equal(bad.outputs, 'exit-code=79\n');
      assert.match(bad.stdout, /^::error file=bad\/a b\.yaml,line=4,col=\d+,title=AER0101::/m);
      assert.ok(existsSync(join(place.path, 'out.sarif')));
      assert.match(readFileSync(join(place.path, 'out.sarif'), 'utf8'), /"uri": "bad\/a%20b\.yaml"/);
    } finally {
      place.remove();
    }
  });

  it('sums up in the job summary, with nothing of the files as markup', async () => {
    const place = await folder({ 'a.yaml': good.replace('codec:', "'<img src=x>|[a](b)':"), summary: '' });
    try {
      const summary = join(place.path, 'summary');
      runAction(place.path, { paths: 'a.yaml' }, { GITHUB_STEP_SUMMARY: summary });
      const text = readFileSync(summary, 'utf8');
      assert.match(text, /^### aeraki validate: \d+ errors?, \d+ warnings?, \d+ info$/m);
      assert.match(text, /^\| error \| AER0101 \| a\.yaml:4 \| /m);
      assert.doesNotMatch(text, /<img|\[a\]\(b\)/);
      writeFileSync(summary, '');
      writeFileSync(join(place.path, 'a.yaml'), good);
      runAction(place.path, { paths: 'a.yaml' }, { GITHUB_STEP_SUMMARY: summary });
      assert.match(readFileSync(summary, 'utf8'), /: 0 errors, 0 warnings, 0 info\n\nNothing was found\./);
      writeFileSync(summary, '');
      runAction(place.path, { paths: 'a.yaml', args: '--no-such-flag' }, { GITHUB_STEP_SUMMARY: summary });
      assert.match(readFileSync(summary, 'utf8'), /did not run\n\nIt ended with 64;/);
      assert.doesNotMatch(readFileSync(summary, 'utf8'), /Nothing was found/);
    } finally {
      place.remove();
    }
  });

  it('takes globs, leaves out what !GLOB says, and says where a glob has no match', async () => {
    const bad = good.replace('codec:', 'kodec:');
    const place = await folder({
      'apps/a/rules/x.yaml': good,
      'apps/b/rules/y.yml': bad,
      'apps/b/rules/notes.txt': 'spec: {',
      'apps/b/charts/z.yaml': bad.replace('qza}', 'other}'),
      'top.yaml': bad.replace('qza}', 'top}'),
    });
    const judged = (paths: string): readonly string[] => {
      const { stdout } = runAction(place.path, { paths });
      return [...new Set([...stdout.matchAll(/file=([^,:]+)/g)].map(([, file]) => file ?? ''))].sort();
    };
    try {
      assert.deepStrictEqual(judged('**/*.yaml'), ['apps/b/charts/z.yaml', 'top.yaml']);
      assert.deepStrictEqual(judged('apps/*/rules'), ['apps/b/rules/y.yml']);
      assert.deepStrictEqual(judged('./apps/**/*.y{a,}ml'), ['apps/b/charts/z.yaml', 'apps/b/rules/y.yml']);
      assert.deepStrictEqual(judged('**/*.yaml\n!**/charts/**'), ['top.yaml']);
      assert.deepStrictEqual(judged('.\n!apps/**\n'), ['top.yaml']);
      assert.deepStrictEqual(judged('*/*/rules/*'), ['apps/b/rules/y.yml'], 'only what a directory would give');
      assert.equal(runAction(place.path, { paths: 'nowhere/*.yaml' }).code, 65);
      assert.equal(runAction(place.path, { paths: '**/*.yaml\n!**' }).code, 64);
    } finally {
      place.remove();
    }
  });

  it('runs nothing that a pull request chose, and lets no name of a file change what is judged', async () => {
    const names = [
      '--context=evil.yaml',
      '--kubeconfig=kc.yaml',
      '-f',
      '--help',
      '!**',
      '*.yaml',
      '-',
      '--fix.yaml',
      '$(touch x).yaml',
    ];
    const bad = good.replace('codec:', 'kodec:');
    const place = await folder({ 'tree/a.yaml': bad, canary: '' });
    const tree = join(place.path, 'tree');
    try {
      cpSync(join(root, 'test', 'hostile', 'tree'), tree, { recursive: true });
      for (const [number, name] of names.entries()) writeFileSync(join(tree, name), bad.replace('qza}', `n${number}}`));
      writeFileSync(join(place.path, 'secret.yaml'), 'password: [hunter2');
      symlinkSync('../secret.yaml', join(tree, 'link.yaml'));
      const before = readdirSync(tree);
      // As a list of changed files, as globs, and as the whole tree.
      for (const paths of [[...names, 'a.yaml', 'link.yaml'].join('\n'), '*', '.']) {
        const { code, stdout } = runAction(tree, { paths }, { CANARY: join(place.path, 'canary') });
        assert.equal(code, 79, stdout);
        assert.match(stdout, /^::error file=a\.yaml,/m);
        if (paths !== '.' && paths !== '*')
          for (const name of names) assert.ok(stdout.includes(`file=${name.startsWith('-') ? './' : ''}${name}`), name);
        assert.doesNotMatch(stdout, /hunter2/);
      }
      writeFileSync(join(tree, '.aeraki.yaml'), 'validate: {context: evil, kubeconfig: ./kc.yaml}\n');
      assert.equal(runAction(tree, {}, { CANARY: join(place.path, 'canary') }).code, 64);
      assert.equal(readFileSync(join(place.path, 'canary'), 'utf8'), '');
      assert.deepStrictEqual(
        readdirSync(tree).filter((name) => !/^\.(outputs|aeraki\.yaml)$/.test(name)),
        before,
      );
    } finally {
      place.remove();
    }
  });

  it('hands on thresholds, context and further arguments, and no path as a flag', async () => {
    const router = `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: m, namespace: shop}
spec: {hosts: [a.shop.svc.cluster.local], routes: [{route: [{destination: {host: a.shop.svc.cluster.local}}]}]}
`;
    const service = `apiVersion: v1
kind: Service
metadata: {name: a, namespace: shop}
spec: {clusterIP: 10.0.0.1, selector: {app: a}, ports: [{name: tcp-metaprotocol-dubbo, port: 20880}]}
`;
    const place = await folder({ 'm.yaml': router, 'tree/s.yaml': service });
    try {
      assert.equal(runAction(place.path, { paths: 'm.yaml', 'failure-threshold': 'warning' }).code, 79);
      const known = { paths: 'm.yaml', 'failure-threshold': 'warning', 'context-paths': 'tree' };
      assert.equal(runAction(place.path, known).code, 0);
      const suppressed = { paths: 'm.yaml', 'failure-threshold': 'warning', args: '-S\nAER0301=MetaRouter m.shop' };
      assert.equal(runAction(place.path, suppressed).code, 0);
      assert.equal(runAction(place.path, { paths: '--help' }).code, 65);
      assert.equal(runAction(place.path, { 'failure-threshold': 'much' }).code, 64);
    } finally {
      place.remove();
    }
  });
});
