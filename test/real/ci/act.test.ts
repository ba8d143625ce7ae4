import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment, folder, root } from '../../cli/program.js';
import { requirePart, skipOutLoud } from '../parts/require-part.js';

/** As README shows it to people, once for what is sound and once for all of it. */
const workflow = `name: rules
on: [pull_request]
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: aeraki-mesh/aeraki@v1
        id: sound
        with: {paths: "rules/*-sound.yaml"}
      - run: 'echo "exit code of the first: \${{ steps.sound.outputs.exit-code }}"'
      - uses: aeraki-mesh/aeraki@v1
        id: all
        with:
          paths: |
            rules/**/*.yaml
            !rules/not ours/**
          diff-base: base
          sarif: findings.sarif
      - if: always()
        run: |
          echo "exit code of the second: \${{ steps.all.outputs.exit-code }}"
          cp findings.sarif "$OUT"
`;
const router = readFileSync(join(root, 'examples', 'dubbo.yaml'), 'utf8');

/**
 * The Action by nektos/act, a runner that reads workflows and actions by itself: expressions, inputs, outputs, the commands
 * of a step's output and the job summary are its, not ours. Steps run on this machine, for there is no Docker here, and the
 * Action comes from this checkout instead of from GitHub.
 */
describe('the GitHub Action, run by act', function () {
  this.timeout(600_000);
  let act = '';
  let place: Awaited<ReturnType<typeof folder>>;

  before(async function () {
    act = requirePart(this, 'act');
    if (!existsSync(join(root, '.git'))) skipOutLoud(this, 'the project is no git checkout');
    place = await folder({
      'repo/.github/workflows/rules.yaml': workflow,
      'repo/rules/a-sound.yaml': router.replaceAll('orders', 'sound'),
      'repo/rules/dubbo.yaml': router,
      'repo/rules/not ours/broken.yaml': 'spec: {',
    });
    // What a checkout has, so that the Action installs its packages and builds itself, as it does for people.
    const tracked = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).stdout.split('\0');
    for (const name of tracked.filter((each) => each !== '' && !/^(test|docs|editors|bench|deploy)\//.test(each)))
      cpSync(join(root, name), join(place.path, 'action', name));
    git('init', '--quiet', '--initial-branch=base');
    git('add', '--all');
    git('commit', '--quiet', '--message=one');
    git('checkout', '--quiet', '-b', 'change');
  });
  after(() => place?.remove());

  function run(program: string, args: readonly string[]): { code: number | null; text: string } {
    const env = cleanEnvironment({
      HOME: join(place.path, 'home'),
      XDG_CACHE_HOME: join(place.path, 'home', 'cache'),
      GIT_CONFIG_GLOBAL: '/dev/null',
      // Ours are of this test alone, and the runner has its own.
      CI: undefined,
    });
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: join(place.path, 'repo'),
      env,
      encoding: 'utf8',
    });
    return { code: status, text: `${stdout}${stderr}` };
  }
  function git(...args: string[]): void {
    const { code, text } = run('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args]);
    assert.equal(code, 0, text);
  }

  it('passes rules that are sound, and fails for others, at the line, with what the pull request changes', () => {
    const lines = router.split('\n');
    const at = lines.findIndex((line) => line.trim() === 'exact: pay');
    lines[at] = lines[at]?.replace('exact', 'exakt') ?? '';
    writeFileSync(join(place.path, 'repo/rules/dubbo.yaml'), lines.join('\n'));
    git('commit', '--quiet', '--all', '--message=another');
    const out = join(place.path, 'findings.sarif');
    const { code, text } = run(act, [
      ...['pull_request', '--platform', 'ubuntu-latest=-self-hosted', '--env', `OUT=${out}`],
      ...['--local-repository', `aeraki-mesh/aeraki@v1=${join(place.path, 'action')}`],
    ]);
    assert.equal(code, 1, text);
    assert.match(text, /exit code of the first: 0$/m);
    assert.match(text, new RegExp(`::error file=rules/dubbo\\.yaml,line=${at + 1},col=\\d+,title=AER\\d{4}::`));
    assert.match(text, /exit code of the second: 79$/m);
    assert.doesNotMatch(text, /broken\.yaml/);
    // The job summary: what the pull request changes, and the findings.
    assert.match(text, /Summary - [\s\S]*orders[\s\S]*Summary - ### aeraki validate: [1-9]/);
    const sarif = JSON.parse(readFileSync(out, 'utf8')) as { runs: { results: { ruleId: string }[] }[] };
    assert.ok((sarif.runs[0]?.results.length ?? 0) > 0);
  });
});
