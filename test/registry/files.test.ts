import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIfThere, writeFileWhole } from '../../src/command/registry/files.js';

/** The folder of entries may be a stranger's tree. */
describe('registry: files of entries', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aeraki-entries-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('a link that was planted where it writes aside leads nowhere', async () => {
    const victim = join(folder, 'victim');
    await writeFile(victim, 'as it was');
    await symlink(victim, join(folder, 'a.yaml.aeraki-new'));
    await writeFileWhole(folder, 'a.yaml', 'new');
    assert.equal(await readFile(victim, 'utf8'), 'as it was');
    assert.equal(await readFile(join(folder, 'a.yaml'), 'utf8'), 'new');
    assert.deepEqual((await readdir(folder)).sort(), ['a.yaml', 'victim']);
  });

  it('what a killed run left is written over', async () => {
    await writeFile(join(folder, 'b.yaml.aeraki-new'), 'half');
    await writeFileWhole(folder, 'b.yaml', 'whole');
    assert.equal(await readFile(join(folder, 'b.yaml'), 'utf8'), 'whole');
    assert.ok(!(await readdir(folder)).includes('b.yaml.aeraki-new'));
  });

  it('folders that are not there are made', async () => {
    await writeFileWhole(folder, 'shop/c.yaml', 'text');
    assert.equal(await readFile(join(folder, 'shop/c.yaml'), 'utf8'), 'text');
  });

  it('a pipe in the place of a file is said, not waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    await assert.rejects(readIfThere(folder, 'pipe.yaml'), /pipe\.yaml: it is not a regular file/);
  });
});
