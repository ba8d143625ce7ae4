import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { built, folder, run } from './program.js';

describe('aeraki init', () => {
  let place: { path: string; remove: () => void };

  before(async function () {
    this.timeout(120_000);
    await built();
  });
  beforeEach(async () => {
    place = await folder();
  });
  afterEach(() => place.remove());

  const here = (...args: readonly string[]) => run(args, { cwd: place.path });
  const read = (path: string): string => readFileSync(join(place.path, path), 'utf8');

  for (const protocol of ['dubbo', 'thrift', 'redis', 'trpc', 'private'])
    for (const [variant, rules] of [
      ['kustomize', 'rules'],
      ['helm', 'chart/rules'],
    ] as const)
      it(`${protocol}, ${variant}: passes validate, translate and test`, async () => {
        const made = await here('init', protocol, '.', '--variant', variant);
        assert.deepStrictEqual([made.code, made.stderr], [0, '']);
        for (const words of [
          ['validate', rules],
          ['translate', rules],
          ['test', 'tests'],
        ]) {
          const { code, stdout, stderr } = await here(...words);
          assert.strictEqual(code, 0, `${words.join(' ')}: ${stdout}${stderr}`);
        }
        const files = readdirSync(place.path, { recursive: true, withFileTypes: true }).filter((entry) =>
          entry.isFile(),
        );
        // No placeholder is left in any.
        for (const file of files)
          assert.doesNotMatch(readFileSync(join(file.parentPath, file.name), 'utf8'), /__[A-Z]+__/, file.name);
      });

  it('what kubectl kustomize makes of the overlay passes too', async function () {
    const kubectl = await promisify(execFile)('kubectl', ['version', '--client']).catch(() => undefined);
    if (kubectl === undefined) this.skip();
    await here('init', 'dubbo', '.', '--variant', 'kustomize');
    const { code, stdout } = await here('translate', '-k', 'rules/overlays/production', '-o', 'name');
    assert.deepStrictEqual([code, stdout.split('\n').length - 1], [0, 3]);
  });

  it('never changes a file that is there, and says so', async () => {
    writeFileSync(join(place.path, 'README.md'), 'mine');
    const first = await here('init');
    assert.match(first.stdout, /^kept {5}README\.md {2}\(was there already\)$/m);
    assert.strictEqual(read('README.md'), 'mine');
    writeFileSync(join(place.path, 'rules/orders.yaml'), 'mine too');
    const again = await here('init');
    assert.deepStrictEqual([again.code, /created/.test(again.stdout)], [0, false]);
    assert.strictEqual(read('rules/orders.yaml'), 'mine too');
  });

  it('follows no link out of its folder, and then writes nothing', async () => {
    mkdirSync(join(place.path, 'away'));
    mkdirSync(join(place.path, 'project'));
    symlinkSync('../away', join(place.path, 'project', 'tests'));
    const { code, stderr } = await here('init', 'dubbo', 'project');
    assert.deepStrictEqual([code, /symbolic link/.test(stderr)], [1, true]);
    assert.deepStrictEqual(
      [readdirSync(join(place.path, 'away')), readdirSync(join(place.path, 'project'))],
      [[], ['tests']],
    );
  });

  it('a file in the way of the folder is an error that says what to do', async () => {
    writeFileSync(join(place.path, 'shop'), '');
    const { code, stderr } = await here('init', 'dubbo', 'shop');
    assert.strictEqual(code, 1);
    assert.match(stderr, /^Error: Cannot write to shop: .*Name another directory/);
  });

  it('a place where nothing can be made is an error at once, whatever makes the folder', async function () {
    if (process.platform !== 'linux') this.skip();
    for (const args of [
      ['init', 'dubbo', '/proc/aeraki/shop'],
      ['init', 'examples', '/proc/aeraki'],
      ['translate', 'examples/dubbo.yaml', '--output-dir', '/proc/aeraki'],
      ['registry', 'sync', 'examples/registry/zookeeper.json', '--output-dir', '/proc/aeraki'],
      ['test', '--generate', 'examples/dubbo.yaml', '--output-file', '/proc/aeraki/test.yaml'],
    ]) {
      const { code, signal, stderr } = await run(args);
      assert.deepStrictEqual([args[0], code, signal], [args[0], 1, null], stderr);
      assert.match(
        stderr,
        /^Error: .*\/proc\/aeraki.*: (?:the file system is read-only|nothing can be made there)\. /m,
      );
    }
  });

  it('an unknown protocol is a usage error that lists those there are', async () => {
    const { code, stderr } = await here('init', 'dubo');
    assert.deepStrictEqual([code, /dubbo, thrift, redis, trpc, private, examples/.test(stderr)], [64, true]);
    assert.deepStrictEqual(readdirSync(place.path), []);
  });
});
