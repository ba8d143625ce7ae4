import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { bin, built, cleanEnvironment, folder, root, run } from './program.js';
import { resultOf } from './result-schemas.js';

const example = join(root, 'examples', 'dubbo.yaml');

async function filesBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
}

describe('translate --output-dir and --check', () => {
  let place: { path: string; remove: () => void };
  let out: string;

  before(async function () {
    this.timeout(120_000);
    await built();
  });
  beforeEach(async () => {
    place = await folder();
    out = join(place.path, 'out');
  });
  afterEach(() => place.remove());

  it('writes a file per object and a manifest with their names', async () => {
    const { code, stdout, stderr } = await run(['translate', example, '--output-dir', out]);
    assert.deepStrictEqual({ code, stdout }, { code: 0, stdout: '' });
    assert.match(stderr, /3 files, 3 written, 0 removed\.$/m);
    const files = [
      'envoyfilter/istio-system/aeraki-inbound-orders.shop.example.com-20880.yaml',
      'envoyfilter/istio-system/aeraki-outbound-orders.shop.example.com-240.240.0.10-20880.yaml',
      'routeconfiguration/orders.shop.example.com_20880.yaml',
    ];
    assert.deepStrictEqual(await filesBelow(out), ['.aeraki-manifest', ...files]);
    const manifest = await readFile(join(out, '.aeraki-manifest'), 'utf8');
    assert.deepStrictEqual(manifest.trim().split('\n').slice(1), files);
    const json = JSON.parse((await run(['translate', example, '-o', 'json'])).stdout);
    assert.deepStrictEqual(parse(await readFile(join(out, files[0] ?? ''), 'utf8')), json.envoyFilters[0]);
  });

  it('removes what the last run made and this one does not, and nothing else', async () => {
    await run(['translate', example, '--output-dir', out]);
    const mine = join(out, 'envoyfilter', 'istio-system', 'mine.yaml');
    await writeFile(mine, 'mine');
    const { stderr } = await run(['translate', '-', '--output-dir', out], { stdin: '' });
    assert.match(stderr, /0 files, 0 written, 3 removed\./);
    assert.deepStrictEqual(await filesBelow(out), ['.aeraki-manifest', 'envoyfilter/istio-system/mine.yaml']);
  });

  it('touches no file outside, whatever a manifest says', async () => {
    await writeFile(join(place.path, 'precious.yaml'), 'mine');
    await mkdir(join(out, 'routeconfiguration'), { recursive: true });
    const lines = [
      '../precious.yaml',
      'routeconfiguration/../../precious.yaml',
      `${place.path}/precious.yaml`,
      'envoyfilter/../../precious.yaml',
    ];
    await writeFile(join(out, '.aeraki-manifest'), lines.join('\n'));
    const { code } = await run(['translate', example, '--output-dir', out]);
    assert.strictEqual(code, 0);
    assert.ok(existsSync(join(place.path, 'precious.yaml')));
  });

  it('follows no link out of the directory', async () => {
    await mkdir(join(place.path, 'elsewhere'));
    await mkdir(out);
    await symlink(join(place.path, 'elsewhere'), join(out, 'envoyfilter'));
    const { code, stderr } = await run(['translate', example, '--output-dir', out]);
    assert.match(stderr, /is a symbolic link/);
    assert.strictEqual(code, 1);
    assert.deepStrictEqual(await filesBelow(join(place.path, 'elsewhere')), []);
  });

  it('follows no link that was planted where it writes aside', async () => {
    const precious = join(place.path, 'precious.yaml');
    await writeFile(precious, 'mine');
    const made = 'routeconfiguration/orders.shop.example.com_20880.yaml';
    await mkdir(join(out, 'routeconfiguration'), { recursive: true });
    for (const name of [`${made}.aeraki-new`, '.aeraki-manifest.aeraki-new', '.aeraki-new'])
      await symlink(precious, join(out, name));
    const { code, stderr } = await run(['translate', example, '--output-dir', out]);
    assert.deepStrictEqual({ code, text: await readFile(precious, 'utf8') }, { code: 0, text: 'mine' }, stderr);
    await symlink(precious, join(out, 'planted'));
    // A manifest cannot name another place to tidy up either.
    for (const line of ['# being written: planted', '# being written: ../precious.yaml'])
      await writeFile(join(out, '.aeraki-manifest'), `${line}\n`);
    await run(['translate', example, '--output-dir', out]);
    assert.ok(existsSync(precious) && existsSync(join(out, 'planted')));
  });

  it('a run that was killed leaves nothing that a later one does not remove', async function () {
    this.timeout(120_000);
    const text = await readFile(example, 'utf8');
    const many = Array.from({ length: 400 }, (_, index) =>
      text.replaceAll('orders', `orders-${index}`).replaceAll('240.240.0.10', `10.0.${index >> 8}.${index & 255}`),
    ).join('---\n');
    const child = spawn(process.execPath, [bin, 'translate', '-', '--output-dir', out], {
      env: cleanEnvironment(),
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdin.end(many);
    const below = join(out, 'envoyfilter', 'istio-system');
    while (child.exitCode === null && !(existsSync(below) && readdirSync(below).length > 20))
      await new Promise((resolve) => setTimeout(resolve, 1));
    child.kill('SIGKILL');
    await ended;
    assert.ok((await filesBelow(out)).length < 1200, 'it was killed half-way');
    await run(['translate', example, '--output-dir', out]);
    assert.strictEqual((await filesBelow(out)).length, 4);
    await run(['translate', '-', '--output-dir', out], { stdin: '' });
    assert.deepStrictEqual(await filesBelow(out), ['.aeraki-manifest']);
  });

  it('waits for nobody at a FIFO in the place of the manifest or of a file', async () => {
    await mkdir(join(out, 'routeconfiguration'), { recursive: true });
    const manifest = join(out, '.aeraki-manifest');
    const made = join(out, 'routeconfiguration', 'orders.shop.example.com_20880.yaml');
    for (const path of [manifest, made]) {
      execFileSync('mkfifo', [path]);
      for (const flag of ['--output-dir', '--check']) {
        const { code, stderr } = await run(['translate', example, flag, out]);
        assert.match(stderr, /^Error: Cannot read .*: it is not a regular file\. Remove it/m);
        assert.strictEqual(code, 1);
      }
      execFileSync('rm', [path]);
    }
  });

  it('a name cannot act as a path', async () => {
    const text = (await readFile(example, 'utf8')).replaceAll('orders.shop.example.com', '../../../etc/x');
    await run(['translate', '-', '--output-dir', out], { stdin: text });
    assert.deepStrictEqual(
      await filesBelow(place.path).then((files) => files.filter((file) => !file.startsWith('out/'))),
      [],
    );
    const files = await filesBelow(out);
    assert.ok(
      files.some((file) => file.includes('%2F')),
      files.join('\n'),
    );
  });

  it('--check is content with what --output-dir wrote, and lists what differs, is missing or is stale', async () => {
    await run(['translate', example, '--output-dir', out]);
    const same = await run(['translate', example, '--check', out]);
    assert.deepStrictEqual({ code: same.code, stdout: same.stdout }, { code: 0, stdout: '' });
    const changed = await run(['translate', example, '--check', out, '--fixed', '--root-namespace', 'mesh']);
    assert.strictEqual(changed.code, 79);
    assert.match(changed.stdout, /^missing envoyfilter\/mesh\/aeraki-inbound/m);
    assert.match(changed.stdout, /^stale {3}envoyfilter\/istio-system\/aeraki-inbound/m);
    await writeFile(join(out, 'routeconfiguration', 'orders.shop.example.com_20880.yaml'), 'changed');
    const differs = await run(['translate', example, '--check', out, '-o', 'json']);
    const { files } = resultOf('translate-check', differs.stdout) as { files: unknown };
    assert.deepStrictEqual(files, [
      { path: 'routeconfiguration/orders.shop.example.com_20880.yaml', status: 'differs' },
    ]);
    assert.strictEqual(differs.code, 79);
  });

  it('does not touch what has not changed', async () => {
    await run(['translate', example, '--output-dir', out]);
    const { stderr } = await run(['translate', example, '--output-dir', out]);
    assert.match(stderr, /3 files, 0 written, 0 removed\./);
  });

  it('a very long host still makes a file, and another one another', async () => {
    const host = (last: string): string =>
      `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${last}`;
    const text = await readFile(example, 'utf8');
    const two = ['one', 'two'].map((last) =>
      text.replaceAll('orders.shop.example.com', host(last)).replaceAll('name: orders\n', `name: ${last}\n`),
    );
    const { code } = await run(['translate', '-', '--output-dir', out], { stdin: two.join('---\n') });
    const files = await filesBelow(out);
    assert.strictEqual(files.filter((file) => file.startsWith('routeconfiguration/')).length, 2);
    assert.ok(code === 0 || code === 79);
  });
});
