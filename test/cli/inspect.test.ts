import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built, folder, root, run } from './program.js';
import { resultOf } from './result-schemas.js';

const dump = 'examples/sidecar.dump';
const rules = 'examples/dubbo.yaml';

describe('proxy-config', () => {
  before(function () {
    this.timeout(120_000);
    return built();
  });

  it('shows the same under its aliases', async () => {
    const texts = await Promise.all(
      [
        ['proxy-config', 'routes'],
        ['proxy-config', 'route'],
        ['proxy-config', 'r'],
        ['pc', 'routes'],
        ['pc', 'r'],
      ].map((words) => run([...words, '--file', dump])),
    );
    assert.match(texts[0]?.stdout ?? '', /^NAME +VHOST NAME +DOMAINS +MATCH +VIRTUAL SERVICE +DESTINATION +VERSION\n/);
    for (const { code, stdout } of texts) assert.deepEqual([code, stdout], [0, texts[0]?.stdout]);
    for (const words of [
      ['pc', 'listener'],
      ['pc', 'l'],
      ['pc', 'cluster'],
      ['pc', 'c'],
      ['pc', 'ep'],
      ['pc', 'b'],
      ['pc', 'a'],
    ]) {
      assert.equal((await run([...words, '-f', dump])).code, 0, words.join(' '));
    }
  });

  it('reads standard input, and prints JSON that is an array of raw objects', async () => {
    const bytes = readFileSync(join(root, dump));
    const { code, stdout } = await run(['pc', 'listeners', '-f', '-', '-o', 'json'], { stdin: bytes });
    const objects = JSON.parse(stdout) as readonly { readonly name: string }[];
    assert.equal(code, 0);
    assert.ok(Array.isArray(objects) && objects.every(({ name }) => typeof name === 'string'));
    const whole = JSON.parse((await run(['pc', 'all', '-f', dump, '-o', 'json'])).stdout) as readonly object[];
    assert.equal(whole.length, (JSON.parse(String(bytes)) as { readonly configs: readonly object[] }).configs.length);
  });

  it('filters rows and objects alike', async () => {
    const rows = async (...flags: string[]) => (await run(['pc', ...flags, '-f', dump])).stdout.split('\n').length - 2;
    assert.equal(await rows('clusters', '--subset', 'v1'), 1);
    assert.equal(await rows('clusters', '--fqdn', 'nothing'), 0);
    assert.equal(await rows('listeners', '--port', '20880'), 1);
    assert.equal(await rows('listeners', '--type', 'metaprotocol', '--address', '240.240.0.10'), 1);
    assert.equal(await rows('routes', '--name', 'orders.shop.example.com_20880'), 2);
    const { stdout } = await run(['pc', 'c', '--subset', 'v1', '-f', dump, '-o', 'json']);
    assert.equal((JSON.parse(stdout) as readonly object[]).length, 1);
  });

  it('ends with 65 for what cannot be read, and shows the rest', async () => {
    const text = readFileSync(join(root, dump), 'utf8');
    const cut = await run(['pc', 'clusters', '-f', '-'], { stdin: text.slice(0, Math.floor(text.length * 0.9)) });
    assert.equal(cut.code, 65);
    assert.match(cut.stdout, /outbound/);
    assert.match(cut.stderr, /^Error \[AER0604\] \(<stdin>:\d+:\d+\) The dump is cut off after \d+ bytes/m);
    assert.equal((await run(['pc', 'r', '-f', '-'], { stdin: 'kind: Pod' })).code, 65);
    assert.equal((await run(['pc', 'r', '-f', 'no-such-file.json'])).code, 65);
  });

  it('ends with 64 without a source, with two, and with a target that is none', async () => {
    for (const words of [
      [],
      ['pod', '-f', dump],
      ['x/y'],
      ['--admin-address', 'nonsense'],
      ['-f', dump, '-l', 'a=b'],
    ]) {
      const { code, stdout, stderr } = await run(['pc', 'r', ...words]);
      assert.deepEqual([code, stdout], [64, ''], stderr);
    }
  });

  it('ends with 1 when the cluster or the port is not there, without a stack', async () => {
    const none = await run(['pc', 'r', 'demo', '--kubeconfig', '/no/such/file']);
    assert.equal(none.code, 1);
    assert.match(none.stderr, /^Error \[AER0701\] Cannot use the kubeconfig: \/no\/such\/file is not there/);
    const port = await run(['pc', 'r', '--admin-address', '127.0.0.1:1']);
    assert.equal(port.code, 1);
    assert.match(port.stderr, /^Error \[AER0711\] Cannot read \/config_dump from 127\.0\.0\.1:1: connection refused/);
    assert.ok(!/^ {4}at /m.test(none.stderr + port.stderr));
  });
});

describe('describe', () => {
  it('shows the chain and ends with 0, or 79 when a link is broken', async () => {
    const whole = await run(['describe', 'orders.shop.example.com:20880', rules, '--dump', dump, '-o', 'json']);
    assert.deepEqual([whole.code, whole.stderr], [0, '']);
    resultOf('describe', whole.stdout);
    const text = readFileSync(join(root, rules), 'utf8').replace('subset: v2', 'subset: v3');
    const broken = await run(['describe', 'orders.shop.example.com', '-', '-o', 'json'], { stdin: text });
    assert.equal(broken.code, 79);
    resultOf('describe', broken.stdout);
    assert.match((await run(['describe', 'orders', '-'], { stdin: text })).stdout, /✗ clusters +.*subset v3.*\n +→ /);
  });

  it('needs a host and something to look at', async () => {
    assert.equal((await run(['describe'])).code, 64);
    assert.equal((await run(['describe', 'orders.shop'])).code, 64);
    assert.equal((await run(['describe', 'orders:x:y', rules])).code, 64);
    assert.equal((await run(['describe', 'orders.shop', 'no-such-file.yaml'])).code, 65);
  });
});

describe('diff', () => {
  it('ends with 0 for the same and 1 for another', async () => {
    const same = await run(['diff', rules, '--dump', dump, '-o', 'json']);
    assert.deepEqual([same.code, resultOf('diff', same.stdout)], [0, { different: false, changes: [] }]);
    const text = readFileSync(join(root, rules), 'utf8')
      .replace('weight: 90', 'weight: 80')
      .replace('weight: 10', 'weight: 20');
    const other = await run(['diff', '-', '--dump', dump, '-o', 'json'], { stdin: text });
    assert.equal(other.code, 1);
    const { changes } = resultOf('diff', other.stdout) as {
      readonly changes: readonly { readonly paths: readonly string[] }[];
    };
    assert.deepEqual(
      changes.map(({ paths }) => paths.length),
      [2],
    );
    assert.match(
      (await run(['diff', '-', '--dump', dump], { stdin: text })).stdout,
      /@@ route everybody @@\n {2}- .*: 90\n {2}\+ .*: 80\n/,
    );
  });

  it('ends with 2 for a failure, 64 and 65 as everywhere', async () => {
    assert.equal((await run(['diff', rules, 'some-pod', '--kubeconfig', '/no/such/file'])).code, 2);
    assert.equal((await run(['diff', rules, '--admin-address', '127.0.0.1:1'])).code, 2);
    assert.equal((await run(['diff', rules])).code, 64);
    assert.equal((await run(['diff', rules, '--base', 'no-such-branch'])).code, 64);
    assert.equal((await run(['diff', rules, '--dump', 'no-such-file'])).code, 65);
    assert.equal((await run(['diff', 'no-such-file', '--dump', dump])).code, 65);
    assert.equal((await run(['diff', '-', '--dump', dump], { stdin: 'a: [' })).code, 65);
  });

  it('says nothing of a difference where a side cannot be read, and of the rest only that it is the rest', async () => {
    for (const output of ['text', 'json', 'markdown'])
      for (const words of [
        ['no-such-folder', '--dump', dump],
        ['-', '--dump', dump],
        ['no-such-folder', rules],
        [rules, '-'],
        // No cluster is asked either: what is wrong with the rules shows first.
        ['-f', 'no-such-folder', 'some-pod.shop', '--kubeconfig', '/no/such/file'],
      ]) {
        const { code, stdout, stderr } = await run(['diff', ...words, '-o', output], { stdin: 'a: [' });
        assert.deepEqual([code, stdout], [65, ''], words.join(' '));
        assert.match(stderr, /^Error \[AER000[24]\] /);
      }
    const text = `${readFileSync(join(root, rules), 'utf8')}---\na: [\n`;
    const part = await run(['diff', '-', '--dump', dump], { stdin: text });
    assert.deepEqual([part.code, part.stdout], [65, 'No difference in what could be read.\n']);
    assert.match(part.stderr, /^Error \[AER0004\] /);
    const json = await run(['diff', '-', '--dump', dump, '-o', 'json'], { stdin: text });
    assert.deepEqual(resultOf('diff', json.stdout), { different: false, complete: false, changes: [] });
    const markdown = await run(['diff', '-', '--dump', dump, '-o', 'markdown'], { stdin: text });
    assert.match(markdown.stdout, /Of what could be read/);
  });

  it('compares with a git revision, and touches neither the index nor the working tree', async () => {
    const { path, remove } = await folder();
    try {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
          cwd: path,
          encoding: 'utf8',
        });
      git('init', '-q', '-b', 'main');
      mkdirSync(join(path, 'rules', 'ü b'), { recursive: true });
      const file = join(path, 'rules', 'ü b', 'orders.yaml');
      const text = readFileSync(join(root, rules), 'utf8');
      writeFileSync(file, text);
      git('add', '-A');
      git('commit', '-qm', 'one');
      const diff = (...args: string[]) => run(['diff', ...args], { cwd: path });
      assert.deepEqual([(await diff('rules', '--base', 'HEAD')).stdout], ['No difference.\n']);
      // A service in front of the others must not move their addresses, nor comments and order be differences.
      const late = text.replace(/ {2}addresses:\n {4}- 240\.240\.0\.10\n/, '');
      writeFileSync(file, late);
      git('commit', '-qam', 'two');
      const first = late.slice(0, late.indexOf('---')).replaceAll('orders', 'aaa');
      writeFileSync(join(path, 'rules', 'a.yaml'), `# new\n${first}`);
      const added = await diff('rules', '--base', 'HEAD', '-o', 'json');
      assert.equal(added.code, 1);
      const { changes } = resultOf('diff', added.stdout) as {
        readonly changes: readonly { readonly name: string; readonly change: string }[];
      };
      assert.ok(
        changes.length > 0 && changes.every(({ name, change }) => change === 'added' && name.includes('aaa')),
        added.stdout,
      );
      rmSync(join(path, 'rules'), { recursive: true });
      const removed = await run(['diff', '.', '--base', 'HEAD~1'], { cwd: path });
      assert.match(removed.stdout, /^- EnvoyFilter istio-system\/aeraki-outbound-orders/m);
      assert.equal(git('diff', '--cached', '--name-only'), '');
      assert.equal((await run(['diff', root, '--base', 'HEAD'], { cwd: path })).code, 64);
    } finally {
      remove();
    }
  });

  it('compares two trees, two files, and standard input, in the words of the rules', async () => {
    const text = readFileSync(join(root, rules), 'utf8');
    const directory = mkdtempSync(join(tmpdir(), 'aeraki-diff-'));
    try {
      const after = text.replace(/weight: 90/, 'weight: 80').replace(/weight: 10/, 'weight: 20');
      assert.notEqual(after, text);
      mkdirSync(join(directory, 'after'));
      writeFileSync(join(directory, 'after', 'orders.yaml'), after);
      for (const [second, stdin] of [
        [join(directory, 'after'), ''],
        [join(directory, 'after', 'orders.yaml'), ''],
        ['-', after],
      ] as const) {
        const { code, stdout } = await run(['diff', rules, second], { stdin });
        assert.equal(code, 1);
        assert.match(
          stdout,
          /^~ route \S+ of \S+: v1 90 % → 80 %, v2 10 % → 20 %\n {4}try orders\.shop\.example\.com:20880 /m,
        );
        assert.match(stdout, /\nObjects:\n~ RouteConfiguration /);
      }
      const json = await run(['diff', rules, '-', '-o', 'json'], { stdin: after });
      const { statements } = resultOf('diff', json.stdout) as { statements: { effect: { status: string } }[] };
      assert.deepEqual(
        statements.map(({ effect }) => effect.status),
        ['changed'],
      );
      const markdown = await run(['diff', rules, '-', '-o', 'markdown'], { stdin: after });
      assert.match(markdown.stdout, /^<!-- aeraki diff -->\n### Aeraki: 1 change of the rules, \d objects? changed\n/);
      assert.deepEqual(
        [(await run(['diff', rules, rules])).stdout, (await run(['diff', rules, rules, rules])).code],
        ['No difference.\n', 64],
      );
      // A canary whose subset is gone shows in no object of Aeraki's.
      const lost = await run(['diff', rules, '-'], { stdin: text.replace(/\n +- name: v2\n(?: {6}.*\n)*/, '\n') });
      assert.equal(lost.code, 1);
      assert.match(lost.stdout, /~ DestinationRule \S+: spec\.subsets\.v2 removed .*\n {4}this shows in no object/);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
