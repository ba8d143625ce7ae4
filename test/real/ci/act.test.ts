import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../cli/program.js';
import { requirePart, skipOutLoud } from '../parts/require-part.js';
import { Runner } from './runner.js';

/** As README shows it to people, once for what is sound and once for all of it; from the checkout, which installs and builds itself. */
const workflow = `name: rules
on: [pull_request]
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: aeraki-mesh/aeraki@v1
        id: sound
        with: {paths: "rules/*-sound.yaml", program: build}
      - run: 'echo "exit code of the first: \${{ steps.sound.outputs.exit-code }}"'
      - uses: aeraki-mesh/aeraki@v1
        id: all
        with:
          paths: |
            rules/**/*.yaml
            !rules/not ours/**
          diff-base: base
          sarif: findings.sarif
          program: build
      - if: always()
        run: |
          echo "exit code of the second: \${{ steps.all.outputs.exit-code }}"
          cp findings.sarif "$OUT"
`;
const router = readFileSync(join(root, 'examples', 'dubbo.yaml'), 'utf8');

describe('the GitHub Action, run by act', function () {
  this.timeout(600_000);
  let runner: Runner | undefined;

  before(async function () {
    const act = requirePart(this, 'act');
    if (!existsSync(join(root, '.git'))) skipOutLoud(this, 'the project is no git checkout');
    runner = await Runner.start(act, {
      '.github/workflows/rules.yaml': workflow,
      'rules/a-sound.yaml': router.replaceAll('orders', 'sound'),
      'rules/dubbo.yaml': router,
      'rules/not ours/broken.yaml': 'spec: {',
    });
  });
  after(() => runner?.remove());

  it('passes rules that are sound, and fails for others, at the line, with what the pull request changes', async () => {
    assert.ok(runner);
    const lines = router.split('\n');
    const at = lines.findIndex((line) => line.trim() === 'exact: pay');
    lines[at] = lines[at]?.replace('exact', 'exakt') ?? '';
    writeFileSync(runner.path('repo/rules/dubbo.yaml'), lines.join('\n'));
    await runner.commit();
    const out = runner.path('findings.sarif');
    const { code, text } = await runner.pullRequest({ OUT: out });
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
