import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { homebrewFormula, krewManifest, nixFlake } from '../../script/release/manifests.js';
import { programOf, targets } from '../../script/release/targets.js';
import { root } from '../cli/program.js';

const sums = new Map(
  targets.flatMap((target, index) => {
    const name = programOf(target);
    const sum = String(index).repeat(64);
    return [
      [name, sum],
      [`${name.replace(/\.exe$/, '')}.tar.gz`, sum],
    ] as const;
  }),
);
const artefacts = { version: '1.2.3', url: 'https://example.com/a/releases/download/v1.2.3', sums, targets };

describe('manifests of a release', () => {
  it('krew gets an archive and its sum for each platform', () => {
    const { spec } = krewManifest(artefacts) as {
      spec: { version: string; platforms: readonly { uri: string; sha256: string; bin: string; selector: object }[] };
    };
    assert.equal(spec.version, 'v1.2.3');
    assert.equal(spec.platforms.length, targets.length);
    for (const { uri, sha256 } of spec.platforms) {
      assert.match(uri, /^https:\/\/example\.com\/a\/releases\/download\/v1\.2\.3\/aeraki-[a-z0-9-]+\.tar\.gz$/);
      assert.match(sha256, /^[0-9]{64}$/);
    }
    assert.deepEqual(spec.platforms.at(-1)?.selector, { matchLabels: { os: 'windows', arch: 'amd64' } });
  });

  it('Homebrew and Nix get the program of each system with its sum', () => {
    const formula = homebrewFormula(artefacts);
    for (const each of targets.filter(({ platform }) => platform !== 'win32')) {
      assert.ok(formula.includes(`/${programOf(each)}"\n      sha256 "${sums.get(programOf(each))}"`), each.name);
    }
    const flake = nixFlake(artefacts);
    assert.deepEqual([...flake.matchAll(/"(\S+)" = \{ url/g)].map(([, system]) => system).sort(), [
      'aarch64-darwin',
      'aarch64-linux',
      'x86_64-darwin',
      'x86_64-linux',
    ]);
    assert.equal((flake.match(/\{/g) ?? []).length, (flake.match(/\}/g) ?? []).length);
  });

  it('the scripts of asdf are sound', async () => {
    const folder = join(root, 'packaging', 'asdf', 'bin');
    for (const name of readdirSync(folder)) await promisify(execFile)('bash', ['-n', join(folder, name)]);
  });

  it('the workflow of releases publishes with provenance, under a tag that nobody gets unasked', () => {
    const workflow = parse(readFileSync(join(root, '.github', 'workflows', 'release.yml'), 'utf8'));
    const { permissions, steps } = workflow.jobs.build;
    assert.equal(permissions['id-token'], 'write');
    const lines = (steps as readonly { run?: string }[]).flatMap(({ run }) => (run === undefined ? [] : [run]));
    assert.ok(lines.some((line) => /npm publish --provenance .*--tag next/.test(line)));
    assert.ok(lines.some((line) => /gh release create .*--draft/.test(line)));
  });
});
