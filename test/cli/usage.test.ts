import assert from 'node:assert/strict';
import { built, folder, run } from './program.js';

const router = (extra: string): string =>
  `apiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: MetaRouter\nmetadata: {name: orders, namespace: shop}\nspec:\n  hosts: [orders.shop.example.com]\n${extra}`;

describe('exit codes and messages', () => {
  before(async function () {
    this.timeout(120_000);
    await built();
  });

  const usage: readonly (readonly [what: string, args: readonly string[], message: RegExp])[] = [
    ['no input', ['translate'], /^Error: No input\. Name a file or a directory, or - for standard input\.\n/],
    ['an unknown command', ['translat'], /unknown command "translat"\. Did you mean "translate"\?/],
    ['an unknown command after help', ['help', 'nonsense'], /unknown command "nonsense"/],
    ['an unknown flag', ['translate', 'examples/dubbo.yaml', '--fixd'], /unknown flag --fixd\. Did you mean --fixed\?/],
    ['an unknown value of a flag', ['translate', 'examples/dubbo.yaml', '-o', 'xml'], /to be one of: yaml, json, name/],
    ['a flag without its value', ['translate', 'examples/dubbo.yaml', '--to'], /--to expects one of these values/],
    [
      'a flag given twice',
      ['translate', 'examples/dubbo.yaml', '-o', 'yaml', '-o', 'json'],
      /--output can only be specified once/,
    ],
    [
      'flags that exclude each other',
      ['translate', 'examples/dubbo.yaml', '--check', 'a', '--output-dir', 'b'],
      /--check/,
    ],
    [
      'an address that is none',
      ['translate', 'examples/dubbo.yaml', '--address', 'a=b'],
      /--address a=b is not HOST=IP/,
    ],
    ['standard input twice', ['translate', '-', '-f', '-'], /can be read only once/],
    ['watching standard input', ['translate', '-', '--watch'], /--watch cannot watch standard input/],
    ['an unknown code', ['explain', 'AER9999'], /There is no code AER9999/],
    ['an unknown kind', ['explain', 'MetaRuter'], /Did you mean MetaRouter\?/],
    ['an unknown field', ['explain', 'MetaRouter.spec.rotes'], /no field "rotes"\. Did you mean routes\?/],
    ['an unknown shell', ['completion', 'tcsh'], /to be one of: bash, zsh, fish, powershell/],
    ['a missing argument', ['completion'], /Missing 1 required arg/],
  ];
  for (const [what, args, message] of usage) {
    it(`${what} is a usage error: 64, said on standard error, nothing on standard output`, async () => {
      const { code, stdout, stderr } = await run(args);
      assert.match(stderr, message);
      assert.deepStrictEqual({ code, stdout }, { code: 64, stdout: '' });
      assert.doesNotMatch(stderr, /\n\s+at /, 'a stack trace');
    });
  }

  const inputs: readonly (readonly [what: string, text: string, code: number, message: RegExp])[] = [
    ['nothing at all', '', 0, /^Warning \[AER0054\] \(<stdin>\) /],
    ['comments only', '# nothing\n---\n# here\n', 0, /^$/],
    [
      'a kind that is not ours',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n',
      0,
      /1 document passed over; --verbose lists/,
    ],
    ['no YAML', 'a: [\n', 65, /^Error \[AER0004\] \(<stdin>:\d+:\d+\) /],
    ['a Helm template', '{{ if .Values.on }}\nkind: Service\n{{ end }}\n', 65, /^Error \[AER0004\]/],
    [
      'an unknown Aeraki kind',
      'apiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: MetaRuter\nmetadata: {name: a}\n',
      79,
      /AER0014.*MetaRouter/,
    ],
    [
      'a field of the wrong type',
      router('  routes: 1\n'),
      79,
      /^Error \[AER0102\] \(MetaRouter shop\/orders <stdin>:6:11\) /,
    ],
    [
      'an unknown field',
      router('  rotes: []\n'),
      79,
      /^Error \[AER0101\] \(MetaRouter shop\/orders <stdin>:6:3\) .*Did you mean "routes"/m,
    ],
    [
      'what the webhook would refuse',
      router('  routes: [{route: [{destination: {host: a}, weight: 50}, {destination: {host: b}, weight: 60}]}]\n'),
      79,
      /^Error \[AER02\d\d\] \(MetaRouter shop\/orders /m,
    ],
  ];
  for (const [what, text, code, message] of inputs) {
    it(`${what} on standard input ends with ${code}`, async () => {
      const result = await run(['translate', '-'], { stdin: text });
      assert.match(result.stderr, message);
      assert.deepStrictEqual({ code: result.code, stdout: result.stdout }, { code, stdout: '' });
    });
  }

  it('a path that is not there is 65, and the rest is translated all the same', async () => {
    const { code, stdout, stderr } = await run(['translate', 'nowhere.yaml', 'examples', '-o', 'name']);
    assert.match(stderr, /^Error \[AER0002\] \(nowhere\.yaml\) /);
    assert.match(stdout, /^envoyfilter\/istio-system\/aeraki-inbound-orders/);
    assert.strictEqual(code, 65);
  });

  it('of several codes the one that counts wins: 65 before 79', async () => {
    const bad = `${router('  routes: 1\n')}---\na: [\n`;
    assert.strictEqual((await run(['translate', '-'], { stdin: bad })).code, 65);
  });

  it('a mesh config that cannot be read is 65', async () => {
    const { code, stderr } = await run(['translate', 'examples/dubbo.yaml', '--mesh-config', 'nowhere.yaml']);
    assert.match(stderr, /Cannot read the mesh config nowhere\.yaml/);
    assert.strictEqual(code, 65);
  });

  it('an output directory that cannot be written is 1', async () => {
    const { path, remove } = await folder({ file: '' });
    try {
      const { code, stderr } = await run(['translate', 'examples/dubbo.yaml', '--output-dir', `${path}/file/below`]);
      assert.match(stderr, /^Error: Cannot write to .*file\/below/);
      assert.strictEqual(code, 1);
    } finally {
      remove();
    }
  });

  it('a cluster that cannot be reached is 1, with a diagnostic', async () => {
    const { code, stdout, stderr } = await run(['translate', '--context', 'nowhere', '-c', 'nowhere.yaml']);
    assert.match(stderr, /^Error \[AER07\d\d\] /);
    assert.deepStrictEqual({ code, stdout }, { code: 1, stdout: '' });
  });

  it('help is no error, wherever it is asked for', async () => {
    for (const args of [
      [],
      ['--help'],
      ['-h'],
      ['help'],
      ['help', 'translate'],
      ['translate', '--help'],
      ['translate', '--nonsense', '-h'],
    ]) {
      const { code, stdout, stderr } = await run(args);
      assert.deepStrictEqual({ args, code, stderr }, { args, code: 0, stderr: '' });
      assert.match(stdout, /USAGE\n {2}\$ aeraki/);
    }
  });

  it('flags before the command are taken, as by kubectl', async () => {
    const before = await run(['--root-namespace', 'mesh', '--fixed', 'translate', 'examples/dubbo.yaml', '-o', 'name']);
    const behind = await run(['translate', 'examples/dubbo.yaml', '-o', 'name', '--root-namespace', 'mesh', '--fixed']);
    assert.match(before.stdout, /^envoyfilter\/mesh\//);
    assert.deepStrictEqual(before, behind);
  });

  it('an error nobody thought of is one line, and a stack only with AERAKI_DEBUG', async () => {
    const cwd = await folder({ '.aeraki.yaml/file': '' });
    try {
      const plain = await run(['version'], { cwd: cwd.path });
      assert.match(plain.stderr, /^Error \[AER0080\] \(\.aeraki\.yaml\) Cannot read the settings/);
      assert.doesNotMatch(plain.stderr, /\n\s+at /);
    } finally {
      cwd.remove();
    }
  });
});
