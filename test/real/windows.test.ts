import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, cpSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, built, cleanEnvironment, folder, root, run } from '../cli/program.js';
import { requirePart } from './parts/require-part.js';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const example = readFileSync(join(root, 'examples', 'dubbo.yaml'), 'utf8');
/** With the line ends that an editor there writes. */
const broken = example.replace('exact: pay', 'exakt: pay').replaceAll('\n', '\r\n');

/**
 * The package on Windows' own Node, which wine starts: paths, line ends, the environment and the disk are those of Windows,
 * beside the same on this system. Node's streams want pipes of Windows that wine has not, so all output goes to files.
 */
describe('the package on Windows, by wine', function () {
  this.timeout(600_000);
  let node = '';
  let place: Awaited<ReturnType<typeof folder>>;

  before(async function () {
    node = requirePart(this, 'windows');
    await built();
    place = await folder({
      'rules/shop/broken.yaml': broken,
      'rules/not ours/other.yaml': 'spec: {',
      '.aeraki.yaml': 'exclude: ["rules/not ours/**"]\n',
    });
    cpSync(join(root, 'examples'), join(place.path, 'examples'), { recursive: true });
  });
  after(() => place?.remove());

  const here = (...args: readonly string[]) => run(args, { cwd: place.path });
  const windows = (...args: readonly string[]) => script(bin, args);
  /** `program` is started by Windows' Node, with a path as wine shows it. */
  async function script(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
    const files = ['out', 'err'].map((name) => join(place.path, `std${name}`));
    const [out, err] = files.map((path) => openSync(path, 'w'));
    const child = spawn(node, [`Z:${program.replaceAll('/', '\\')}`, ...args], {
      cwd: place.path,
      env: cleanEnvironment({ ...env, HOME: place.path, WINEPREFIX: join(place.path, 'wine') }),
      stdio: ['ignore', out, err],
    });
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    for (const each of [out, err]) closeSync(each as number);
    const [stdout = '', stderr = ''] = files.map((path) => readFileSync(path, 'utf8'));
    return { code, stdout, stderr };
  }

  it('is Windows indeed', async () => {
    const { stdout } = await windows('--help');
    assert.match(stdout, / win32-x64 node-v22/);
  });

  it('prints what it prints elsewhere, byte for byte', async () => {
    for (const args of [
      ['translate', 'examples/dubbo.yaml'],
      ['describe', 'orders.shop.example.com', 'examples'],
      ['diff', 'examples/dubbo.yaml', 'examples'],
      ['decode', 'examples/orders.bin'],
      ['registry', 'check', 'examples/registry/zookeeper.json', 'examples/registry/rules.yaml'],
      ['explain', 'AER0101'],
      ['schema', 'metarouter'],
      ['handbook', '01'],
      ['validate', 'missing.yaml'],
      ['nonsense'],
      // These are read by others, whatever the system: they have slashes.
      ['validate', 'rules', '-o', 'github'],
      ['validate', 'rules', '-o', 'sarif'],
      ['test', 'examples', '-o', 'junit'],
    ]) {
      const [there, own] = [await windows(...args), await here(...args)];
      assert.deepEqual([there.code, there.stdout, there.stderr], [own.code, own.stdout, own.stderr], args.join(' '));
    }
  });

  it('names files as Windows does, and takes them so', async () => {
    const native = (text: string) => text.replaceAll('rules/shop/broken.yaml', 'rules\\shop\\broken.yaml');
    const own = await here('validate', 'rules');
    assert.match(own.stdout, /AER0101.* rules\/shop\/broken\.yaml:55:/);
    for (const path of ['rules', 'rules\\shop\\broken.yaml', 'rules/shop/broken.yaml', 'rules\\shop']) {
      const there = await windows('validate', path);
      assert.equal(there.code, own.code, path);
      assert.equal(
        there.stdout.replace('.\\rules', 'rules').replaceAll('/', '\\'),
        native(own.stdout).replaceAll('/', '\\'),
      );
    }
  });

  it('names them with slashes in JUnit', async () => {
    const { stdout } = await windows('validate', 'rules', '-o', 'junit');
    assert.match(stdout, /<testsuite name="rules\/shop\/broken\.yaml"/);
    assert.match(stdout, / file="rules\/shop\/broken\.yaml"/);
  });

  it('keeps line ends where it mends, and writes the same folders', async () => {
    for (const name of ['there.yaml', 'own.yaml']) writeFileSync(join(place.path, name), broken);
    await windows('validate', '--fix', 'there.yaml');
    await here('validate', '--fix', 'own.yaml');
    const mended = readFileSync(join(place.path, 'there.yaml'), 'utf8');
    assert.equal(mended, readFileSync(join(place.path, 'own.yaml'), 'utf8'));
    assert.equal(mended, example.replaceAll('\n', '\r\n'));
    for (const [name, of] of [
      ['there', windows],
      ['own', here],
    ] as const) {
      const dump = 'examples/registry/zookeeper.json';
      assert.equal((await of('registry', 'export', dump, '--output-dir', `entries-${name}`)).code, 0);
      assert.equal((await of('init', 'dubbo', `started-${name}`)).code, 0);
    }
    assert.deepEqual(tree('entries-there'), tree('entries-own'));
    assert.deepEqual(tree('started-there'), tree('started-own'));
  });

  function tree(name: string): readonly (readonly [string, string])[] {
    const top = join(place.path, name);
    const files = readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    assert.ok(files.length > 1, name);
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
    return paths.map((path) => [path.slice(top.length), readFileSync(path, 'utf8')]);
  }

  it('is what the Action runs there: globs, and annotations with slashes', async () => {
    const paths = 'rules/**/*.yaml\n!rules/not ours/**';
    const { code, stdout } = await script(join(root, 'script', 'action.mjs'), ['github'], { INPUT_PATHS: paths });
    assert.equal(code, 79, stdout);
    assert.match(stdout, /^::error file=rules\/shop\/broken\.yaml,line=55,col=\d+,title=AER0101::/m);
    assert.doesNotMatch(stdout, /other\.yaml/);
  });
});
