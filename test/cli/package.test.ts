import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Packed, packed } from './packed.js';
import { cleanEnvironment, root } from './program.js';

const execute = promisify(execFile);

/**
 * The package as npm would publish it, unpacked where npm would put it. Its dependencies are those of this checkout:
 * what the bundle lacks would be found missing here, without a registry.
 */
describe('the published package', () => {
  let place: Packed;

  before(async function () {
    this.timeout(180_000);
    place = await packed();
  });
  after(() => place?.remove());

  const start = (file: string, args: readonly string[]) =>
    execute(process.execPath, [join(place.root, file), ...args], {
      cwd: place.place,
      env: cleanEnvironment({ NODE_PATH: undefined }),
    });

  it('holds what it needs and nothing of the workshop', async () => {
    for (const needed of [
      'bin/run.js',
      'bin/package.json',
      'bin/kubectl-aeraki.js',
      'bin/kubectl_complete-aeraki',
      'oclif.manifest.json',
      'schemas/metarouter.json',
      'schemas/results/translate.json',
      'LICENSE',
      'README.md',
      'dist/playground/index.html',
      'dist/playground/page.js',
      'dist/chunks/main.js',
      'dist/chunks/main.js.cache',
    ]) {
      assert.ok(place.files.includes(needed), needed);
    }
    const workshop = place.files.filter((path) =>
      /^(src|test|commands|script|bench|node_modules)\/|\.ts$|^dist\/(meta|built)/.test(path),
    );
    assert.deepStrictEqual(workshop, []);
  });

  it('names programs that exist', async () => {
    const { bin } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { bin: Record<string, string> };
    assert.deepStrictEqual(Object.keys(bin), ['aeraki', 'kubectl-aeraki', 'kubectl_complete-aeraki']);
    for (const path of Object.values(bin)) assert.ok(existsSync(join(place.root, path)), path);
  });

  it('runs on its own', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    assert.strictEqual((await start('bin/run.js', ['--version'])).stdout, `${version}\n`);
    assert.match((await start('bin/run.js', ['--help'])).stdout, /translate/);
    const translated = await start('bin/run.js', ['translate', join(root, 'examples', 'dubbo.yaml')]);
    assert.match(translated.stdout, /^apiVersion: networking\.istio\.io\/v1alpha3\nkind: EnvoyFilter/);
    assert.match((await start('bin/run.js', ['explain', 'MetaRouter.spec.routes'])).stdout, /^KIND: {5}MetaRouter/);
    assert.match((await start('bin/kubectl-aeraki.js', ['--help'])).stdout, /\$ kubectl aeraki/);
    assert.match((await start('bin/kubectl_complete-aeraki', ['transl'])).stdout, /^translate\t/);
  });

  it('serves its page', async () => {
    const page = spawn(process.execPath, [join(place.root, 'bin/run.js'), 'playground', '--listen', '127.0.0.1:0'], {
      cwd: place.place,
      env: cleanEnvironment({ NODE_PATH: undefined }),
    });
    try {
      const address = await new Promise<string>((resolve) => page.stdout.once('data', (part) => resolve(String(part))));
      const answer = await fetch(address.trim());
      assert.match(answer.headers.get('content-security-policy') ?? '', /connect-src 'none'/);
      const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(await answer.text()) ?? [];
      assert.strictEqual((await fetch(new URL(script, address.trim()))).status, 200);
    } finally {
      const closed = new Promise((resolve) => page.once('close', resolve));
      page.kill('SIGTERM');
      await closed;
    }
  });

  it('brings everything that is loaded on demand', async () => {
    const chunks = join(place.root, 'dist', 'chunks');
    const program = `
      const { load } = require(${JSON.stringify(join(place.root, 'bin', 'chunks.js'))});
      for (const name of require('node:fs').readdirSync(${JSON.stringify(chunks)})) if (name.endsWith('.js')) load(name);`;
    await execute(process.execPath, ['-e', program], { cwd: place.place, env: cleanEnvironment() });
    assert.ok((await readdir(chunks)).length > 20);
  });
});
