import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { homebrewFormula, nixFlake } from '../../../script/release/manifests.js';
import { manualPage } from '../../../script/release/manual.js';
import { type Lockfile, sbom } from '../../../script/release/sbom.js';
import { nodeVersion, programOf, targets } from '../../../script/release/targets.js';
import { built, folder, root } from '../../cli/program.js';
import { requirePart } from '../parts/require-part.js';

const run = promisify(execFile);
const artefacts = {
  version: '1.2.3',
  url: 'https://example.com/a/releases/download/v1.2.3',
  sums: new Map(targets.map((target, index) => [programOf(target), String(index).repeat(64)])),
  targets,
};

/** What belongs to a release, each judged by the tool that its own people use. */
describe('the linters of what belongs to a release', function () {
  this.timeout(120_000);

  it('actionlint: the workflows', async function () {
    const actionlint = requirePart(this, 'actionlint');
    const workflows = join(root, '.github', 'workflows');
    const files = readdirSync(workflows).map((name) => join(workflows, name));
    assert.ok(files.length > 0);
    const { stdout } = await run(actionlint, ['-shellcheck', requirePart(this, 'shellcheck'), ...files], { cwd: root });
    assert.equal(stdout, '');
  });

  it('hadolint: the Dockerfile', async function () {
    const { stdout } = await run(requirePart(this, 'hadolint'), [join(root, 'packaging', 'Dockerfile')]);
    assert.equal(stdout, '');
  });

  it('shellcheck: the plugin of asdf and our scripts', async function () {
    const plugin = join(root, 'packaging', 'asdf', 'bin');
    const scripts = [
      ...readdirSync(plugin).map((name) => join(plugin, name)),
      ...['script/real-parts.sh', 'script/pre-commit.sh', '.ci/run'].map((name) => join(root, name)),
    ].filter((path) => existsSync(path));
    const { stdout } = await run(requirePart(this, 'shellcheck'), [
      '--external-sources',
      '--severity=warning',
      ...scripts,
    ]);
    assert.equal(stdout, '');
  });

  it('Nix and Ruby read the flake and the formula', async function () {
    const place = await folder({ 'flake.nix': nixFlake(artefacts), 'aeraki.rb': homebrewFormula(artefacts) });
    try {
      const { stdout } = await run(requirePart(this, 'nix'), ['--parse', join(place.path, 'flake.nix')]);
      assert.match(stdout, /autoPatchelfHook/);
      // `-w` says what is doubtful, on stderr.
      const read = await run(requirePart(this, 'ruby'), ['-wc', join(place.path, 'aeraki.rb')]);
      assert.deepEqual(read, { stdout: 'Syntax OK\n', stderr: '' });
    } finally {
      place.remove();
    }
  });

  it('man: the manual page', async function () {
    const man = requirePart(this, 'man');
    await built();
    const commands = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8'));
    const place = await folder();
    try {
      const file = join(place.path, 'aeraki.1');
      writeFileSync(file, manualPage(commands, '1.2.3', '2026-01-01'));
      const { stdout, stderr } = await run(man, ['--warnings', '-l', file], {
        env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8', PAGER: 'cat' },
      });
      assert.equal(stderr, '');
      assert.match(stdout, /^AERAKI\(1\) +User Commands +AERAKI\(1\)$/m);
      assert.match(stdout, /^ +proxy-config routes\n +Show the routes of a proxy: MetaProtocol and HTTP\.$/m);
    } finally {
      place.remove();
    }
  });

  it('CycloneDX: the bill of materials of all that is bundled', async function () {
    const validate = requirePart(this, 'cyclonedx');
    await built();
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
    // Every package that is locked, those that lie in two folders among them.
    const all = new Set(Object.keys(lock.packages).filter((path) => path !== ''));
    const judge = (bom: object) => spawnSync(validate, { input: JSON.stringify(bom), encoding: 'utf8' });
    const good = judge(sbom(lock, all, nodeVersion));
    assert.equal(good.stdout + good.stderr, '');
    const bad = judge({ ...sbom(lock, all, nodeVersion), components: [{ name: 'a' }] });
    assert.equal(bad.status, 1);
    assert.match(bad.stdout, /"missingProperty": "type"/);
  });
});
