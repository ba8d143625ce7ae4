import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment, folder, root } from '../../cli/program.js';
import { skipOutLoud } from '../parts/require-part.js';
import { preCommit } from './pre-commit.js';

const good = `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: ApplicationProtocol
metadata: {name: good}
spec: {protocol: qza, codec: aeraki.meta_protocol.codec.qza}
`;
const router = `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: m, namespace: shop}
spec:
  hosts: [a.shop.svc.cluster.local]
  routes: [{route: [{destination: {host: a.shop.svc.cluster.local}}]}]
`;

describe('the pre-commit hook in a repository of its own', function () {
  this.timeout(600_000);
  let library = '';
  let place: Awaited<ReturnType<typeof folder>> | undefined;

  before(async function () {
    if (!existsSync(join(root, '.git'))) skipOutLoud(this, 'the project is no git checkout');
    library = preCommit(this);
    const revision = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim();
    const config = `repos:\n  - repo: ${root}\n    rev: ${revision}\n    hooks:\n      - id: aeraki-validate\n        args: [--context-path, ., --failure-threshold, warning]\n`;
    place = await folder({
      'repo/.pre-commit-config.yaml': config,
      'repo/good.yaml': good,
      'repo/notes.txt': 'spec: {',
    });
    git('init', '--quiet');
  });
  after(() => place?.remove());

  function run(program: string, args: readonly string[]): SpawnSyncReturns<string> {
    assert.ok(place);
    const home = join(place.path, 'home');
    const env = cleanEnvironment({ PYTHONPATH: library, PRE_COMMIT_HOME: home, GIT_CONFIG_GLOBAL: '/dev/null' });
    return spawnSync(program, args, { cwd: join(place.path, 'repo'), env, encoding: 'utf8' });
  }

  function git(...args: string[]): void {
    const { status, stderr } = run('git', args);
    assert.equal(status, 0, stderr);
  }

  function hook(): SpawnSyncReturns<string> {
    git('add', '--all');
    return run('python3', ['-m', 'pre_commit', 'run', '--color', 'never']);
  }

  it('takes good files', () => {
    const { status, stdout } = hook();
    assert.match(stdout, /aeraki validate\.+Passed/);
    assert.equal(status, 0, stdout);
  });

  it('stops a bad one, with its place', () => {
    assert.ok(place);
    writeFileSync(join(place.path, 'repo', 'bad.yaml'), good.replace('good', 'bad').replace('codec:', 'kodec:'));
    const { status, stdout } = hook();
    assert.notEqual(status, 0);
    assert.match(stdout, /exit code: 79/);
    assert.match(stdout, /Error \[AER0101\] \(ApplicationProtocol bad bad\.yaml:4:\d+\)/);
    assert.doesNotMatch(stdout, /notes\.txt/);
  });

  it('sees the files that have not changed', () => {
    assert.ok(place);
    const file = (name: string): string => join(place?.path ?? '', 'repo', name);
    writeFileSync(file('bad.yaml'), good.replace('good', 'not-bad'));
    writeFileSync(
      file('service.yaml'),
      'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\nspec: {clusterIP: 10.0.0.1, selector: {app: a}, ports: [{name: tcp-metaprotocol-dubbo, port: 20880}]}\n',
    );
    git('add', '--all');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--no-verify', '-m', 'one');
    writeFileSync(file('router.yaml'), router);
    const { status, stdout } = hook();
    assert.equal(status, 0, stdout);
    assert.equal(readFileSync(file('router.yaml'), 'utf8'), router);
  });

  it('takes no name of a file for a flag', () => {
    assert.ok(place);
    const names = ['--context=evil.yaml', '--kubeconfig=kc.yaml', '--fix.yaml'];
    for (const [number, name] of names.entries()) {
      const text = good.replace('good', `n${number}`).replace('codec:', 'kodec:');
      writeFileSync(join(place.path, 'repo', name), text);
    }
    const { stdout } = hook();
    assert.match(stdout, /exit code: 79/);
    for (const number of names.keys()) assert.match(stdout, new RegExp(`ApplicationProtocol n${number} `));
  });
});
