/** A stranger's tree (test/hostile/tree), with settings that would have a program of its choice run. */
import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { built, type Ended, folder, type RunOptions, root, run } from './program.js';

interface Tree {
  readonly path: string;
  readonly canary: string;
  run(args: readonly string[], options?: RunOptions): Promise<Ended>;
  /** What ran. */
  ran(): string;
}

/** Copies the tree, puts these files into it, and takes it away after `use`. */
async function inTree(files: Readonly<Record<string, string>>, use: (tree: Tree) => Promise<void>): Promise<void> {
  const place = await folder();
  const path = join(place.path, 'tree');
  const canary = join(place.path, 'canary');
  try {
    cpSync(join(root, 'test', 'hostile', 'tree'), path, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
    await use({
      path,
      canary,
      run: (args, options = {}) =>
        run(args, { cwd: path, ...options, env: { CANARY: canary, XDG_CONFIG_HOME: place.path, ...options.env } }),
      ran: () => (existsSync(canary) ? readFileSync(canary, 'utf8') : ''),
    });
  } finally {
    place.remove();
  }
}

const capture = Buffer.from('dabb0200000000000000000000000000', 'hex');

/** Every command that can reach a cluster, or take a codec. */
const commands: readonly (readonly string[])[] = [
  ['validate', '.'],
  ['translate', '.'],
  ['describe', '.'],
  ['route', '.', '--host', 'a.example.com'],
  ['test', 'routes.test.yaml'],
  ['diff', 'rules.yaml'],
  ['pc', 'routes', 'some-pod'],
  ['proxy-config', 'all', 'some-pod'],
  ['rds', 'serve', '.', '--listen', '127.0.0.1:0', '--admin', 'off'],
  ['rds', 'get'],
  ['decode', '-'],
  ['proxy', 'rules.yaml', '--admin', 'off'],
];

describe("a stranger's tree", function () {
  this.timeout(120_000);
  before(() => built());

  it('the traps are real: both run where the command line names them', async () => {
    await inTree({}, async (tree) => {
      await tree.run(['validate', '.', '--kubeconfig', 'kc.yaml', '--context', 'evil']);
      assert.match(tree.ran(), /the kubeconfig ran/);
      await tree.run(['decode', '-', '--codec', 'mine=./evil.mjs'], { stdin: capture });
      assert.match(tree.ran(), /the codec ran/);
    });
  });

  const settings: readonly (readonly [what: string, text: string])[] = [
    ['a kubeconfig and a context', 'kubeconfig: ./kc.yaml\ncontext: evil\n'],
    ['a kubeconfig alone', 'kubeconfig: kc.yaml\n'],
    ['a codec', 'codec: mine=./evil.mjs\n'],
    ['codecs in a list', 'codec: [mine=./evil.mjs]\n'],
    [
      'everything under the names of commands',
      ['validate', 'translate', 'describe', 'route', 'test', 'diff', 'proxy', 'decode']
        .map((name) => `${name}: {kubeconfig: kc.yaml, context: evil}\n`)
        .concat('proxy-config: {kubeconfig: kc.yaml}\nrds: {serve: {context: evil, kubeconfig: kc.yaml}}\n')
        .join(''),
    ],
    ['an alias', 'color: &k auto\nkubeconfig: kc.yaml\ncontext: *k\n'],
    ['a merge key', 'validate: &v {kubeconfig: kc.yaml}\ndecode: {<<: *v}\n'],
    ['a tag', '!!map {!!str kubeconfig: !!str kc.yaml, "context": evil}\n'],
    ['an escape', '"kubeconfi\\u0067": kc.yaml\ncontext: evil\n'],
  ];
  for (const [number, [what, text]] of settings.entries()) {
    it(`${what} in .aeraki.yaml runs nothing`, async () => {
      await inTree({ '.aeraki.yaml': text }, async (tree) => {
        // Every form of the file for two commands, every command for two forms.
        const tried = [0, 2].includes(number)
          ? commands
          : commands.filter(([name]) => /validate|decode/.test(name ?? ''));
        for (const args of tried) {
          const { code, stderr, stdout } = await tree.run(args, { stdin: capture });
          assert.match(stderr, /^Error \[AER0083\] \(\.aeraki\.yaml:\d+:\d+\) .* on the command line/m, args.join(' '));
          assert.deepStrictEqual({ args, code, stdout }, { args, code: 64, stdout: '' });
        }
        assert.strictEqual(tree.ran(), '');
      });
    });
  }

  it('neither the environment nor the own settings run a codec module; both may name a document', async () => {
    await inTree({}, async (tree) => {
      const refused = await tree.run(['decode', '-'], { stdin: capture, env: { AERAKI_CODEC: 'mine=./evil.mjs' } });
      assert.match(refused.stderr, /^Error \[AER0084\] environment variable AERAKI_CODEC: .*--codec/);
      mkdirSync(join(tree.path, '..', 'aeraki'));
      writeFileSync(join(tree.path, '..', 'aeraki', 'config.yaml'), `codec: mine=${tree.path}/evil.mjs\n`);
      const own = await tree.run(['decode', '-'], { stdin: capture });
      assert.match(own.stderr, /^Error \[AER0084\] \S*aeraki\/config\.yaml:1: /);
      assert.deepStrictEqual([refused.code, own.code, tree.ran()], [64, 64, '']);
      const document = { AERAKI_CODEC: 'mine=./missing.yaml' };
      writeFileSync(join(tree.path, '..', 'aeraki', 'config.yaml'), '');
      const { stderr } = await tree.run(['decode', '-'], { stdin: capture, env: document });
      assert.match(stderr, /AER0002.*missing\.yaml/);
    });
  });

  it('nothing outside the tree is read: not by a path, not by a link on its way, not by a link as the file', async () => {
    const outside = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio}\ndata: {mesh: "secret: [" }\n';
    const paths = ['../outside.yaml', '/etc/hostname', 'link.yaml', 'up/outside.yaml', '.git/config'];
    await inTree({ '../outside.yaml': outside }, async (tree) => {
      symlinkSync('../outside.yaml', join(tree.path, 'link.yaml'));
      symlinkSync('..', join(tree.path, 'up'));
      mkdirSync(join(tree.path, '.git'));
      writeFileSync(join(tree.path, '.git', 'config'), '');
      for (const path of paths) {
        writeFileSync(join(tree.path, '.aeraki.yaml'), `mesh-config: ${path}\n`);
        const { code, stderr, stdout } = await tree.run(['translate', 'rules.yaml']);
        assert.match(stderr, /^Error \[AER0086\] \(\.aeraki\.yaml:1:14\)/, path);
        assert.deepStrictEqual({ path, code, stdout }, { path, code: 64, stdout: '' });
      }
      writeFileSync(join(tree.path, '.aeraki.yaml'), 'context-path: [rules.yaml, ../outside.yaml]\n');
      assert.match((await tree.run(['validate', 'rules.yaml'])).stderr, /AER0086/);
    });
    await inTree({ '../outside.yaml': 'password: [hunter2' }, async (tree) => {
      symlinkSync('../outside.yaml', join(tree.path, '.aeraki.yaml'));
      const { code, stderr } = await tree.run(['validate', 'rules.yaml']);
      assert.match(stderr, /^Error \[AER0080\] .*a link that leads out of the tree/);
      assert.doesNotMatch(stderr, /hunter2/);
      assert.strictEqual(code, 65);
    });
  });

  it('paths in the tree are taken from the folder of the file', async () => {
    await inTree({ '.aeraki.yaml': 'context-path: rules.yaml\nmesh-config: missing.yaml\n' }, async (tree) => {
      mkdirSync(join(tree.path, 'deep'));
      const { stderr } = await tree.run(['translate', join('..', 'rules.yaml')], { cwd: join(tree.path, 'deep') });
      assert.match(stderr, /\.\.\/missing\.yaml/);
    });
  });

  it('the search ends at the root of the repository', async () => {
    await inTree({ '../.aeraki.yaml': 'fixd: true\n' }, async (tree) => {
      assert.match((await tree.run(['validate', 'rules.yaml'])).stderr, /AER0081/);
      for (const make of [
        () => writeFileSync(join(tree.path, '.git'), 'gitdir: x'),
        () => mkdirSync(join(tree.path, '.hg')),
      ]) {
        make();
        assert.strictEqual((await tree.run(['validate', 'rules.yaml'])).stderr.includes('AER0081'), false);
      }
    });
  });

  it('a pipe, a device, a directory and a huge file as settings are one diagnostic, at once', async () => {
    const { execFileSync } = await import('node:child_process');
    const makes: readonly (readonly [reason: RegExp, make: (path: string) => void])[] = [
      [/not a regular file/, (path) => execFileSync('mkfifo', [path])],
      [/a directory/, (path) => mkdirSync(path)],
      [/longer than 1 MB/, (path) => writeFileSync(path, 'a'.repeat(2 << 20))],
      [/leads out of the tree/, (path) => symlinkSync('/dev/zero', path)],
      [/ENOENT|no such file/, (path) => symlinkSync('nowhere', path)],
    ];
    for (const [reason, make] of makes) {
      await inTree({}, async (tree) => {
        make(join(tree.path, '.aeraki.yaml'));
        const { code, stderr } = await tree.run(['validate', 'rules.yaml']);
        assert.match(stderr, reason);
        assert.match(stderr, /^Error \[AER0080\] /);
        assert.strictEqual(code, 65);
      });
    }
  });

  it('a test names no rules outside its tree, unless the command line does too', async () => {
    const named = (...rules: readonly string[]) =>
      readFileSync(join(root, 'test', 'hostile', 'tree', 'routes.test.yaml'), 'utf8').replace(
        '[rules.yaml]',
        JSON.stringify(rules),
      );
    await inTree({ '../secret/token.yaml': 'token: [S3CRET\n' }, async (tree) => {
      mkdirSync(join(tree.path, '.git'));
      mkdirSync(join(tree.path, 'rules'));
      writeFileSync(join(tree.path, '.git', 'config.yaml'), 'token: [S3CRET\n');
      symlinkSync('../../secret/token.yaml', join(tree.path, 'rules', 'link.yaml'));
      const secret = join(tree.path, '..', 'secret', 'token.yaml');
      for (const path of [
        secret,
        '../secret',
        'rules/link.yaml',
        '.git',
        '/dev/zero',
        '/proc/self/environ',
        '/',
        '..',
      ]) {
        writeFileSync(join(tree.path, 'routes.test.yaml'), named('rules.yaml', path));
        const { code, stdout, stderr } = await tree.run(['test', 'routes.test.yaml']);
        assert.match(stdout + stderr, /^Error \[AER0816\] .*routes\.test\.yaml:5:\d+/m, path);
        assert.doesNotMatch(stdout + stderr, /S3CRET|PATH=/, path);
        assert.strictEqual(code, 79, path);
      }
      writeFileSync(join(tree.path, 'routes.test.yaml'), named('rules.yaml', '../secret'));
      const trusted = await tree.run(['test', 'routes.test.yaml', '../secret']);
      assert.doesNotMatch(trusted.stderr, /AER0816/);
      assert.strictEqual(trusted.code, 65, 'what it names is read, and cannot be parsed');
      // Standard input, too, is named by the command line alone.
      writeFileSync(join(tree.path, 'routes.test.yaml'), named('-'));
      const { stdout, stderr } = await tree.run(['test', 'routes.test.yaml'], { stdin: 'a: [' });
      assert.match(stdout + stderr, /AER0002.* \.\/-\./);
    });
    // In no repository the layout with tests beside the rules works from anywhere.
    await inTree({}, async (tree) => {
      mkdirSync(join(tree.path, 'tests'));
      writeFileSync(join(tree.path, 'tests', 'a.yaml'), named('../rules.yaml'));
      const { stderr } = await tree.run(['test', join(tree.path, 'tests')], { cwd: root });
      assert.doesNotMatch(stderr, /AER0816/);
    });
  });

  it("another's file, and a file in another's folder, is not read", async function () {
    if (process.geteuid?.() !== 0) this.skip();
    const { chownSync } = await import('node:fs');
    await inTree({ '.aeraki.yaml': 'fixd: true\n', '../.aeraki.yaml': 'fixd: true\n' }, async (tree) => {
      const clean = async (): Promise<void> => {
        const { code, stderr } = await tree.run(['validate', 'rules.yaml']);
        assert.match(stderr, /^Warning \[AER0085\] .*tree\/\.aeraki\.yaml/);
        assert.doesNotMatch(stderr, /AER0081/);
        assert.strictEqual(code, 0);
      };
      chownSync(join(tree.path, '.aeraki.yaml'), 1234, 1234);
      await clean();
      chownSync(join(tree.path, '.aeraki.yaml'), 0, 0);
      chownSync(tree.path, 1234, 1234);
      chmodSync(tree.path, 0o777);
      await clean();
    });
  });

  it("the user's own file may hold every flag, and the nearer one counts", async () => {
    await inTree({ '.aeraki.yaml': 'translate: {output: name}\n' }, async (tree) => {
      const config = join(tree.path, '..', 'aeraki');
      mkdirSync(config);
      cpSync(join(tree.path, 'kc.yaml'), join(config, 'kc.yaml'));
      writeFileSync(join(config, 'config.yaml'), 'output: json\ntranslate: {output: yaml}\n');
      const examples = join(root, 'examples');
      assert.match((await tree.run(['translate', examples])).stdout, /^envoyfilter\//);
      assert.match((await tree.run(['validate', examples])).stdout, /^\{/);
      writeFileSync(join(config, 'config.yaml'), 'kubeconfig: kc.yaml\ncontext: evil\n');
      await tree.run(['validate', 'rules.yaml']);
      assert.match(tree.ran(), /the kubeconfig ran/, 'relative to the folder of the file');
      const inHome = await tree.run(['validate', 'rules.yaml'], {
        env: { XDG_CONFIG_HOME: 'relative', HOME: join(tree.path, '..') },
      });
      assert.strictEqual(inHome.code, 0, 'a relative XDG_CONFIG_HOME is void');
      mkdirSync(join(tree.path, '..', '.config', 'aeraki'), { recursive: true });
      writeFileSync(join(tree.path, '..', '.config', 'aeraki', 'config.yaml'), 'validate: {outptu: json}\n');
      const wrong = await tree.run(['validate', 'rules.yaml'], {
        env: { XDG_CONFIG_HOME: undefined, HOME: join(tree.path, '..') },
      });
      assert.match(wrong.stderr, /^Error \[AER0081\] \(\S*\.config\/aeraki\/config\.yaml:1:12\) .*"output"/);
    });
  });
});
