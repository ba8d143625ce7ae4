import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { built, folder, root, run } from './program.js';

const examples = join(root, 'examples', 'dubbo.yaml');

/** Runs `translate -o name` in a folder with this `.aeraki.yaml`. */
async function inFolder(settings: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const { path, remove } = await folder({ '.aeraki.yaml': settings });
  mkdirSync(join(path, 'deep', 'er'), { recursive: true });
  try {
    return await run(['translate', examples, ...args], { cwd: join(path, 'deep', 'er'), env });
  } finally {
    remove();
  }
}

const namespaceOf = (stdout: string): string | undefined => /^envoyfilter\/([^/]+)\//.exec(stdout)?.[1];

describe('a settings file that is none', () => {
  before(async function () {
    this.timeout(120_000);
    await built();
  });
  for (const [what, make] of [
    ['a FIFO', 'mkfifo .aeraki.yaml'],
    ['a device', 'ln -s /dev/zero .aeraki.yaml'],
    ['a folder', 'mkdir .aeraki.yaml'],
    ['too large', 'truncate -s 3G .aeraki.yaml'],
  ] as const) {
    it(`${what}: is said, and nothing waits for it`, async () => {
      const { path, remove } = await folder({ 'a.yaml': '' });
      try {
        execFileSync('sh', ['-c', make], { cwd: path });
        const { code, stderr } = await run(['validate', 'a.yaml'], { cwd: path });
        assert.match(stderr, /\[AER0080\]/);
        assert.strictEqual(code, 65);
      } finally {
        remove();
      }
    });
  }
});

describe('settings', () => {
  before(async function () {
    this.timeout(120_000);
    await built();
  });

  it('flag before environment before .aeraki.yaml before default', async () => {
    const file = 'root-namespace: from-file\ntranslate:\n  output: name\n';
    const env = { AERAKI_ROOT_NAMESPACE: 'from-environment' };
    assert.strictEqual(namespaceOf((await inFolder('', ['-o', 'name'])).stdout), 'istio-system');
    assert.strictEqual(namespaceOf((await inFolder(file)).stdout), 'from-file');
    assert.strictEqual(namespaceOf((await inFolder(file, [], env)).stdout), 'from-environment');
    assert.strictEqual(namespaceOf((await inFolder(file, ['--root-namespace', 'from-flag'], env)).stdout), 'from-flag');
  });

  it('a key under the command wins over one at the top', async () => {
    const { stdout } = await inFolder(
      'output: json\nroot-namespace: top\ntranslate: {output: name, root-namespace: own}\n',
    );
    assert.strictEqual(namespaceOf(stdout), 'own');
  });

  it('--root-namespace defaults to --istioNamespace, also from the environment', async () => {
    const { stdout } = await inFolder('', ['-o', 'name'], { AERAKI_ISTIO_NAMESPACE: 'mesh' });
    assert.strictEqual(namespaceOf(stdout), 'mesh');
  });

  it('lists by comma in the environment, as lists in the file', async () => {
    const kinds = (stdout: string): number =>
      new Set(stdout.split('\n').flatMap((line) => line.split('/')[0] || [])).size;
    const environment = await inFolder('', ['-o', 'name'], { AERAKI_TO: 'envoyfilter,rds' });
    const file = await inFolder('translate: {output: name, to: [envoyfilter, rds]}\n');
    assert.strictEqual(kinds(environment.stdout), 2);
    assert.strictEqual(environment.stdout, file.stdout);
  });

  it('a switch that is on can be turned off', async () => {
    const { stderr, code } = await inFolder('allocate-addresses: no\nfixed: yes\n', ['-o', 'name']);
    assert.deepStrictEqual({ stderr, code }, { stderr: '', code: 0 });
  });

  it('a glob with a slash is meant from the folder of the file, wherever the command runs', async () => {
    const text = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`;
    const files = { 'rules/old/a.yaml': text('a'), 'rules/b.yaml': text('b'), 'old/c.yaml': text('c') };
    const inTree = Object.entries({ ...files, '.aeraki.yaml': 'exclude: [./rules/old/*.yaml]\n' });
    const { path, remove } = await folder(Object.fromEntries(inTree.map(([name, each]) => [`t (1)/${name}`, each])));
    try {
      const tree = join(path, 't (1)');
      for (const [cwd, named, read] of [
        ['.', '.', ['b', 'c']],
        ['.', 'rules', ['b']],
        ['rules', '.', ['b']],
        ['rules', 'old', []],
        ['rules/old', '.', []],
        ['rules', '../old', ['c']],
        ['old', tree, ['b', 'c']],
      ] as const) {
        const { stdout } = await run(['validate', named, '-o', 'json'], { cwd: join(tree, cwd) });
        const { results } = JSON.parse(stdout) as { results: { name: string; kind: string }[] };
        const names = results.filter(({ kind }) => kind === 'ConfigMap').map(({ name }) => name);
        assert.deepEqual(names.sort(), read, `${cwd} ${named}`);
      }
    } finally {
      remove();
    }
  });

  it('a value that only other commands take does nothing here', async () => {
    const { stdout, code } = await inFolder('output: text\n');
    assert.match(stdout, /^apiVersion:/);
    assert.strictEqual(code, 0);
  });

  const mistakes: readonly (readonly [what: string, file: string, code: number, message: RegExp])[] = [
    [
      'an unknown key',
      'fixd: true\n',
      64,
      /^Error \[AER0081\] \(\S*\.aeraki\.yaml:1:1\) Unknown setting "fixd"\. Did you mean "fixed"\?/,
    ],
    [
      'an unknown key of a command',
      'translate:\n  output: name\n  fixd: true\n',
      64,
      /^Error \[AER0081\] \(\S*:3:3\) /,
    ],
    ['a wrong value', 'fixed: sometimes\n', 64, /^Error \[AER0082\] \(\S*:1:8\) .*true or false/],
    ['a wrong choice', 'translate:\n  output: xml\n', 64, /^Error \[AER0082\] \(\S*:2:11\) .*yaml, json, name/],
    ['no YAML', 'fixed: [\n', 65, /^Error \[AER0080\] \(\S*:\d+:\d+\) /],
    ['no mapping', '- fixed\n', 65, /^Error \[AER0080\] .*not a mapping/],
    ['a key twice', 'fixed: true\nfixed: false\n', 65, /^Error \[AER0080\] \(\S*:2:1\) /],
    ['a mistake for another command', 'version: {output: xml}\n', 64, /^Error \[AER0082\]/],
  ];
  for (const [what, file, code, message] of mistakes) {
    it(`${what} in the file is a diagnostic with its line, and nothing is done`, async () => {
      const result = await inFolder(file);
      assert.match(result.stderr, message);
      assert.deepStrictEqual({ code: result.code, stdout: result.stdout }, { code, stdout: '' });
    });
  }

  it('all mistakes of the file are said at once', async () => {
    const { stderr } = await inFolder('fixd: true\ntranslate:\n  outptu: name\n');
    assert.strictEqual(stderr.trim().split('\n').length, 2);
  });

  it('a wrong value in the environment is a usage error that names the variable', async () => {
    for (const [name, value] of [
      ['AERAKI_OUTPUT', 'xml'],
      ['AERAKI_FIXED', 'maybe'],
    ] as const) {
      const { code, stderr } = await inFolder('', [], { [name]: value });
      assert.match(stderr, new RegExp(`^Error: environment variable ${name}: "${value}" is not a value`));
      assert.strictEqual(code, 64);
    }
  });

  it('the shipped schema agrees with the program', async () => {
    const schema = JSON.parse(await readFile(join(root, 'schemas', 'aeraki-settings.json'), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const [, file, code] of mistakes.filter(([, , code]) => code === 64)) {
      assert.strictEqual(validate(parse(file)), false, `${code}: ${file}`);
    }
    assert.strictEqual(validate(parse('root-namespace: a\noutput: json\ntranslate: {to: [rds], fixed: true}\n')), true);
  });
});
