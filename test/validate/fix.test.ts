import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { bin, built, cleanEnvironment, folder, run } from '../cli/program.js';
import { skipOutLoud } from '../real/parts/require-part.js';

const head = (name: string): string =>
  `apiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: MetaRouter\nmetadata: {name: ${name}, namespace: shop}\nspec:\n`;

describe('validate --fix', function () {
  this.timeout(180_000);
  before(() => built());

  async function fix(
    text: string,
    name = 'a.yaml',
  ): Promise<{ readonly after: string; readonly stdout: string; readonly code: number | null }> {
    const place = await folder({ [name]: text });
    try {
      const { stdout, code } = await run(['validate', '--layers', 'schema,webhook', '--fix', name], {
        cwd: place.path,
      });
      return { after: readFileSync(join(place.path, name), 'utf8'), stdout, code };
    } finally {
      place.remove();
    }
  }

  it('corrects misspelt fields, also below each other, and keeps comments, quotes and layout', async () => {
    const before = `# about it\r\n${head('m').replaceAll('\n', '\r\n')}  hosts: [a.b]  # one\r\n  'rotues':\r\n    - "nmae": x   # why\r\n      route: [{destinaton: {host: a.b}}]\r\n`;
    const { after, stdout, code } = await fix(before);
    assert.equal(
      after,
      before.replace("'rotues'", "'routes'").replace('"nmae"', '"name"').replace('destinaton', 'destination'),
    );
    assert.equal(code, 0);
    assert.match(stdout, /^--- a\.yaml\n\+\+\+ a\.yaml\n@@ /);
    assert.match(stdout, /^-\s+'rotues':$/m);
    assert.match(stdout, /^\+\s+'routes':$/m);
  });

  it('halves weights that make twice 100', async () => {
    const before = `${head('m')}  hosts: [a.b]\n  routes:\n    - route:\n        - {destination: {host: a.b}, weight: 150} # most\n        - {destination: {host: a.b}, weight: 50}\n`;
    const { after } = await fix(before);
    assert.equal(after, before.replace('150', '75').replace('weight: 50', 'weight: 25'));
  });

  it('writes deprecated spellings anew, in JSON too', async () => {
    const object = {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: 'd' },
      spec: { host: 'h', trafficPolicy: { loadBalancer: { simple: 'LEAST_CONN', warmupDurationSecs: '5s' } } },
    };
    const { after } = await fix(JSON.stringify(object, undefined, 2), 'a.json');
    const loadBalancer = { simple: 'LEAST_REQUEST', warmup: { duration: '5s' } };
    assert.deepStrictEqual(JSON.parse(after), { ...object, spec: { host: 'h', trafficPolicy: { loadBalancer } } });
  });

  const kept: readonly (readonly [string, string])[] = [
    [
      'weights that do not divide',
      '  hosts: [a.b]\n  routes:\n    - route:\n        - {destination: {host: a.b}, weight: 151}\n        - {destination: {host: a.b}, weight: 49}\n',
    ],
    ['a field whose right name is there already', '  hosts: [a.b]\n  host: [a.b]\n'],
    ['a value that does not fit', '  host: a.b\n'],
    ['a field with no candidate', '  hosts: [a.b]\n  somethingElse: 1\n'],
    ['two fields that would become one', '  hostss: [a.b]\n  hots: [a.b]\n'],
  ];
  for (const [what, spec] of kept) {
    it(`leaves ${what}`, async () => {
      const before = head('m') + spec;
      const { after, code } = await fix(before);
      assert.equal(after, before);
      assert.equal(code, 79);
    });
  }

  it('leaves what is suppressed, and touches nothing without --fix', async () => {
    const text = `${head('m').replace('namespace: shop', 'namespace: shop, annotations: {aeraki.io/suppress: AER0101}')}  hosts: [a.b]\n  rotues: []\n  localRateLimit: {tokenBucket: {fillInterval: 1s, maxTokens: 1, tokensPerFill: 1}}\n`;
    assert.equal((await fix(text)).after, text);
    const place = await folder({ 'a.yaml': text });
    writeFileSync(join(place.path, 'a.yaml'), `${head('m')}  rotues: []\n`);
    await run(['validate', 'a.yaml'], { cwd: place.path });
    assert.equal(readFileSync(join(place.path, 'a.yaml'), 'utf8'), `${head('m')}  rotues: []\n`);
    place.remove();
  });

  describe('and the file', () => {
    const wrong = `${head('m')}  hosts: [a.b]\n  rotues: []\n`;
    const right = wrong.replace('rotues', 'routes');
    /** Large enough that writing takes more than one call. */
    const large = (text: string): string => text + '# padding padding padding padding\n'.repeat(60_000);
    let place: { path: string; remove: () => void };
    let file: string;
    beforeEach(async () => {
      place = await folder({ 'a.yaml': wrong });
      file = join(place.path, 'a.yaml');
    });
    afterEach(() => place.remove());

    const fixHere = (...more: readonly string[]) =>
      run(['validate', '--layers', 'schema', '--fix', 'a.yaml', ...more], { cwd: place.path });
    /** The same through a shell, which can set limits. */
    const fixIn = (shell: string, cwd = place.path) =>
      spawnSync(
        'bash',
        ['-c', `${shell} exec '${process.execPath}' '${bin}' validate --layers schema --fix a.yaml b.yaml`],
        {
          cwd,
          env: cleanEnvironment(),
          encoding: 'utf8',
        },
      );

    it('keeps its mode', async () => {
      chmodSync(file, 0o640);
      await fixHere();
      assert.deepStrictEqual([readFileSync(file, 'utf8'), statSync(file).mode & 0o7777], [right, 0o640]);
    });

    it('keeps the link that leads to it, and its other names', async () => {
      mkdirSync(join(place.path, 'real'));
      const real = join(place.path, 'real', 'x.yaml');
      const another = (text: string): string => text.replace('name: m', 'name: other');
      writeFileSync(real, another(wrong));
      symlinkSync('real/x.yaml', join(place.path, 'b.yaml'));
      linkSync(file, join(place.path, 'other.txt'));
      await run(['validate', '--layers', 'schema', '--fix', 'a.yaml', 'b.yaml'], { cwd: place.path });
      assert.ok(lstatSync(join(place.path, 'b.yaml')).isSymbolicLink());
      const [one, other] = ['a.yaml', 'other.txt'].map((name) => join(place.path, name)) as [string, string];
      assert.strictEqual(statSync(one).ino, statSync(other).ino);
      for (const path of [one, other]) assert.strictEqual(readFileSync(path, 'utf8'), right);
      assert.strictEqual(readFileSync(real, 'utf8'), another(right));
      assert.deepStrictEqual(readdirSync(place.path).sort(), ['a.yaml', 'b.yaml', 'other.txt', 'real']);
    });

    it('stands as it was when the limit on the size of files is reached, and the others are corrected', () => {
      writeFileSync(file, large(wrong));
      writeFileSync(join(place.path, 'b.yaml'), wrong.replace('name: m', 'name: other'));
      const { status, stderr, stdout } = fixIn('ulimit -f 100;');
      assert.match(
        stderr,
        /^Error: a\.yaml cannot be rewritten: the file would be larger than is allowed\. It stands/m,
      );
      assert.strictEqual(status, 1);
      assert.strictEqual(readFileSync(file, 'utf8'), large(wrong));
      assert.strictEqual(readFileSync(join(place.path, 'b.yaml'), 'utf8'), right.replace('name: m', 'name: other'));
      assert.match(stdout, /^--- b\.yaml$/m);
      assert.deepStrictEqual(readdirSync(place.path).sort(), ['a.yaml', 'b.yaml']);
    });

    it('stands as it was when the disk is full', function () {
      const disk = join(place.path, 'disk');
      mkdirSync(disk);
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12k', 'tmpfs', disk]).status !== 0)
        skipOutLoud(this, 'a full disk needs a tmpfs, which only root can mount');
      try {
        writeFileSync(join(disk, 'a.yaml'), wrong);
        writeFileSync(join(disk, 'b.yaml'), '# '.padEnd(4096, 'x'));
        spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'rest')}`, 'bs=1k']);
        const { status, stderr } = fixIn('', disk);
        assert.match(stderr, /^Error: a\.yaml cannot be rewritten: no space is left on the device\./m);
        assert.strictEqual(status, 1);
        assert.strictEqual(readFileSync(join(disk, 'a.yaml'), 'utf8'), wrong);
        assert.deepStrictEqual(readdirSync(disk).sort(), ['a.yaml', 'b.yaml', 'rest']);
      } finally {
        execFileSync('umount', [disk]);
      }
    });

    it('is whole at every moment, whenever the program is killed', async function () {
      this.timeout(120_000);
      const [old, fresh] = [large(wrong), large(right)];
      for (let round = 0; round < 8; round++) {
        writeFileSync(file, old);
        const child = spawn(process.execPath, [bin, 'validate', '--layers', 'schema', '--fix', 'a.yaml'], {
          cwd: place.path,
          env: cleanEnvironment(),
          stdio: 'ignore',
        });
        const ended = new Promise((resolve) => child.on('close', resolve));
        // Killed as soon as something is written, in later rounds a little later.
        const names = () => readdirSync(place.path).length;
        while (names() === 1 && child.exitCode === null && statSync(file).size === old.length) {
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
        await new Promise((resolve) => setTimeout(resolve, round / 2));
        child.kill('SIGKILL');
        await ended;
        const text = readFileSync(file, 'utf8');
        assert.ok(text === old || text === fresh, `${text.length} characters`);
        for (const name of readdirSync(place.path)) if (name !== 'a.yaml') execFileSync('rm', [join(place.path, name)]);
      }
    });

    it('is not written where it may not be', async function () {
      if (process.getuid?.() === 0) {
        // Root may write anything; a read-only mount stops it too.
        if (spawnSync('mount', ['--bind', '-o', 'ro', place.path, place.path]).status !== 0) this.skip();
        spawnSync('mount', ['-o', 'remount,ro,bind', place.path]);
      } else chmodSync(file, 0o444);
      try {
        const { code, stderr } = await fixHere();
        assert.match(
          stderr,
          /^Error: a\.yaml cannot be rewritten: (permission denied|the file system is read-only)\./m,
        );
        assert.strictEqual(code, 1);
      } finally {
        if (process.getuid?.() === 0) spawnSync('umount', [place.path]);
      }
    });
  });
});
