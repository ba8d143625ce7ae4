import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, built, cleanEnvironment, folder, root } from '../../cli/program.js';
import { requirePart } from '../parts/require-part.js';
import { router, services } from './orders.js';

describe('Neovim with the language server', function () {
  this.timeout(180_000);
  let place: Awaited<ReturnType<typeof folder>>;
  let nvim: string;
  before(async function () {
    nvim = requirePart(this, 'neovim');
    await built();
    place = await folder({ 'services.yaml': services, 'router.yaml': router });
  });
  after(() => place?.remove());

  it('shows findings, fixes one, hovers, completes and renames', async () => {
    const seen = join(place.path, 'seen.json');
    const child = spawn(
      nvim,
      [
        '--headless',
        '-u',
        'NONE',
        '-i',
        'NONE',
        '-n',
        'router.yaml',
        '-c',
        `luafile ${join(root, 'test/real/editors/session.lua')}`,
      ],
      {
        cwd: place.path,
        env: {
          ...cleanEnvironment(),
          HOME: join(place.path, 'nobody'),
          AERAKI_LSP: JSON.stringify([process.execPath, bin, 'lsp', '--stdio']),
          AERAKI_SEEN: seen,
        },
        timeout: 120_000,
        stdio: 'ignore',
      },
    );
    await new Promise((resolve) => child.on('close', resolve));
    const found = JSON.parse(readFileSync(seen, 'utf8')) as readonly (readonly [string, ...unknown[]])[];
    assert.deepEqual(
      found.filter(([what]) => what === 'failed'),
      [],
    );
    assert.ok(
      found.some(
        ([what, code, line, source]) =>
          what === 'diagnostic' && code === 'AER0101' && line === 5 && source === 'aeraki',
      ),
    );
    const of = (name: string) => found.find(([what]) => what === name)?.[1];
    assert.equal(of('fixed'), true);
    assert.match(JSON.stringify(of('hover')), /MetaRouter\.spec\.routes\.route\.weight/);
    assert.deepEqual(of('completion'), ['v1', 'v2']);
    assert.equal(of('renamed'), true);
  });
});
