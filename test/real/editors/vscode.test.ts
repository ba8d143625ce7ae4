import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { folder, root } from '../../cli/program.js';
import { requirePart } from '../parts/require-part.js';

const run = promisify(execFile);
const extension = join(root, 'editors', 'vscode');

describe('the extension of VS Code', function () {
  this.timeout(180_000);
  let place: Awaited<ReturnType<typeof folder>>;
  let vsce: string;
  before(async function () {
    vsce = requirePart(this, 'vsce');
    place = await folder();
    cpSync(extension, place.path, {
      recursive: true,
      filter: (path) => !/[\\/](?:node_modules|dist)$|\.vsix$/.test(path),
    });
    symlinkSync(dirname(dirname(vsce)), join(place.path, 'node_modules'));
  });
  after(() => place?.remove());

  it('is packaged with its bundle and nothing else', async () => {
    await run('npm', ['run', 'package', '--', '--out', 'aeraki.vsix'], { cwd: place.path });
    const list = 'import json,sys,zipfile; print(json.dumps(zipfile.ZipFile(sys.argv[1]).namelist()))';
    const { stdout } = await run('python3', ['-c', list, join(place.path, 'aeraki.vsix')]);
    assert.deepEqual((JSON.parse(stdout) as string[]).sort(), [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/changelog.md',
      'extension/dist/extension.js',
      'extension/package.json',
      'extension/readme.md',
    ]);
    const code = readFileSync(join(place.path, 'dist', 'extension.js'), 'utf8');
    // All but the editor itself and Node is in the bundle.
    const wanted = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name);
    const outside = wanted.filter((name) => name !== 'vscode' && !/^(?:node:)?[a-z_]+(?:\/promises)?$/.test(name));
    assert.deepEqual(outside, []);
    assert.match(code, /"lsp","--stdio"/);
  });

  it('declares each command and setting that its code has', () => {
    const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
    const code = readFileSync(join(extension, 'src', 'extension.ts'), 'utf8');
    for (const { command } of manifest.contributes.commands) assert.ok(code.includes(`'${command}'`), command);
    assert.ok(Object.keys(manifest.contributes.configuration.properties).includes('aeraki.path'));
    // Nobody else's folder says which program is started.
    assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, ['aeraki.path']);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.equal(manifest.version, version);
  });
});
