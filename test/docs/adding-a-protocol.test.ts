import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resourcesOf, translateText } from '../translate/input.js';

/** Follows docs/adding-a-protocol.md: its files and its change, taken from the page and applied to a copy. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/adding-a-protocol.md'), 'utf8');

/** The block that follows a line with only the file's name. */
function fileOf(path: string): string {
  const [, rest] = page.split(`\n\`${path}\`:\n`);
  const block = /^\n```\w+\n(.*?)^```$/ms.exec(rest ?? '');
  assert.ok(block?.[1] !== undefined, `the page has no file ${path}`);
  return block[1];
}

/** The change of the page as `git apply` takes it: it counts the lines itself. */
function changeOf(): string {
  const block = /^```diff\n(.*?)^```$/ms.exec(page);
  assert.ok(block?.[1] !== undefined, 'the page has no change');
  return block[1].replace(/^@@$/gm, '@@ -1 +1 @@');
}

describe('docs/adding-a-protocol.md', () => {
  it('a private protocol over MetaProtocol', () => {
    const result = translateText(fileOf('private/input.yaml'));
    const [routes] = result.routeConfigurations;
    assert.equal(routes?.name, 'depot.post.svc.cluster.local_7400');
    const expected: unknown = JSON.parse(fileOf('private/routes.json'));
    assert.deepStrictEqual(JSON.parse(JSON.stringify(routes?.virtualHosts[0]?.routes)), expected);
    assert.equal(result.envoyFilters.length, 2);
    for (const filter of result.envoyFilters) {
      assert.match(
        JSON.stringify(filter),
        /"applicationProtocol":"parcel","codec":\{"name":"aeraki.meta_protocol.codec.parcel"\}/,
      );
    }
    assert.deepEqual(result.findings, []);
  });

  describe('a new native protocol', () => {
    let copy: string;

    before(() => {
      copy = mkdtempSync(join(tmpdir(), 'aeraki-protocol-'));
      for (const path of ['src', 'test/translate', 'package.json', 'tsconfig.json']) {
        cpSync(join(root, path), join(copy, path), { recursive: true });
      }
      symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
      for (const path of [
        'src/translate/mongo/mongo.ts',
        'test/golden/own/mongo/input.yaml',
        'test/golden/own/mongo/expected.json',
      ]) {
        mkdirSync(dirname(join(copy, path)), { recursive: true });
        writeFileSync(join(copy, path), fileOf(path));
      }
    });

    after(() => rmSync(copy, { recursive: true, force: true }));

    it('is not there before', () => {
      assert.deepEqual(translateText(fileOf('test/golden/own/mongo/input.yaml')).envoyFilters, []);
      assert.equal(resourcesOf(fileOf('test/golden/own/mongo/input.yaml')).length, 1);
    });

    it('the change applies', () => {
      execFileSync('git', ['apply', '--recount', '--unidiff-zero', '-'], { cwd: copy, input: changeOf() });
      assert.match(readFileSync(join(copy, 'src/translate/protocols.ts'), 'utf8'), /zookeeper, mongo\]/);
    });

    it('the types fit', function () {
      this.timeout(120_000);
      const config = { extends: './tsconfig.json', include: ['src/translate', 'src/diagnostics'] };
      writeFileSync(join(copy, 'tsconfig.protocol.json'), JSON.stringify(config));
      execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.protocol.json'], {
        cwd: copy,
        stdio: 'pipe',
      });
    });

    it('the golden case holds', function () {
      this.timeout(120_000);
      const mocha = [
        'node_modules/mocha/bin/mocha.js',
        '--no-config',
        '--no-color',
        'test/translate/own-cases.test.ts',
      ];
      const env = { ...process.env, NODE_OPTIONS: '--import=tsx' };
      const out = execFileSync(process.execPath, mocha, { cwd: copy, env, encoding: 'utf8' });
      assert.match(out, /✔ mongo/);
    });
  });
});
