import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bin, built, cleanEnvironment, folder, root, run } from './program.js';
import { resultOf } from './result-schemas.js';

const matchers = join(root, '..', 'shared', 'cases', 'feature-metaprotocol-matchers', 'input.yaml');
const HOST = 'orders.shop.svc.cluster.local';

function testFile(cases: string, rules = 'rules.yaml'): string {
  return `apiVersion: aeraki.io/v1alpha1\nkind: RouteTest\nmetadata: {name: t}\nspec:\n  rules: [${rules}]\n  cases:\n${cases}`;
}

const good = `    - name: pays\n      host: ${HOST}\n      attributes: {method: pay}\n      expect: {route: a}\n`;
const bad = `    - host: ${HOST}\n      attributes: {method: pay}\n      expect: {route: b}\n`;

describe('aeraki test', function () {
  this.timeout(120_000);
  let place: Awaited<ReturnType<typeof folder>>;
  before(async function () {
    this.timeout(120_000);
    await built();
    place = await folder({
      'good.yaml': testFile(good),
      'bad.yaml': testFile(good + bad),
      'tests/deep.yaml': testFile(good, '../rules.yaml'),
    });
    await copyFile(matchers, join(place.path, 'rules.yaml'));
  });
  after(() => place.remove());
  const test = (...args: readonly string[]) => run(['test', ...args], { cwd: place.path });

  it('passes, and tells the coverage', async () => {
    const { code, stdout, stderr } = await test('good.yaml');
    assert.deepStrictEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      [
        'good.yaml',
        '  ok   pays',
        'Not covered:',
        `  ${HOST} b`,
        `  ${HOST} c`,
        `  ${HOST} d`,
        '1 case: 1 passed. Covered: routes 1 of 4 (25 %), matchers 1 of 4 (25 %).',
        '',
      ].join('\n'),
    );
  });

  it('takes rules relative to the test, and more from the command line', async () => {
    assert.equal((await test('tests')).code, 0);
    await writeFile(join(place.path, 'bare.yaml'), testFile(good).replace('  rules: [rules.yaml]\n', ''));
    assert.equal((await test('bare.yaml')).code, 79);
    assert.equal((await test('bare.yaml', 'rules.yaml')).code, 0);
    assert.equal((await test('bare.yaml', '-f', 'rules.yaml')).code, 0);
    // As with every kind, a name stands for one object.
    assert.equal((await test('bare.yaml', 'good.yaml')).code, 79);
    const printed = await run(['translate', 'rules.yaml', '-o', 'json'], { cwd: place.path });
    await writeFile(join(place.path, 'printed.txt'), printed.stdout);
    assert.equal((await test('bare.yaml', 'printed.txt')).code, 0);
  });

  it('fails with the place and the reason', async () => {
    const { code, stdout } = await test('bad.yaml');
    assert.equal(code, 79);
    assert.match(
      stdout,
      / {2}FAIL cases\[1\] \(line 11\)\n {7}route: expected b, got a\n {7}b does not match: method is "pay", not prefix "get"; user is absent/,
    );
    assert.match(stdout, /2 cases: 1 passed, 1 failed/);
  });

  it('prints JSON of the promised shape', async () => {
    const { code, stdout } = await test('bad.yaml', '-o', 'json');
    assert.equal(code, 79);
    const { summary, results } = resultOf('test', stdout) as {
      summary: object;
      results: { file: string; passed: boolean; actual: { route: string } }[];
    };
    assert.deepStrictEqual(summary, { total: 2, passed: 1, failed: 1 });
    assert.deepStrictEqual(
      results.map(({ file, passed, actual }) => [file, passed, actual.route]),
      [
        ['bad.yaml', true, 'a'],
        ['bad.yaml', false, 'a'],
      ],
    );
  });

  it('prints JUnit', async () => {
    const { code, stdout } = await test('bad.yaml', '-o', 'junit');
    assert.equal(code, 79);
    assert.match(
      stdout,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="aeraki test" tests="2" failures="1">/,
    );
    assert.match(
      stdout,
      /<testcase name="cases\[1\]" classname="bad\.yaml" file="bad\.yaml" time="0" line="11">\n {6}<failure message="route: expected b, got a">/,
    );
  });

  it('wants a share of the routes covered', async () => {
    assert.equal((await test('good.yaml', '--min-coverage', '25')).code, 0);
    const { code, stdout } = await test('good.yaml', '--min-coverage', '26');
    assert.equal(code, 79);
    assert.match(stdout, /AER0806.*cover 1 of 4 routes, 25 %; --min-coverage wants 26 %/);
    assert.equal((await test('good.yaml', '--min-coverage', '101')).code, 64);
  });

  it('shows where a test is wrong', async () => {
    const wrong: readonly (readonly [string, number, RegExp])[] = [
      [testFile(good.replace('attributes', 'atributes')), 79, /AER0101.*t\.yaml:9:7.*Did you mean "attributes"\?/],
      [testFile(good.replace('{route: a}', '{route: a, noRoute: true}')), 79, /AER0803.*t\.yaml:10:16/],
      [testFile(good.replace('{method: pay}', '{method: x, Method: pay}')), 0, /AER0804.*t\.yaml:9:31/],
      [testFile(good.replace('{method: pay}', '{method: 7}')), 79, /AER01.*t\.yaml:9:/],
      [testFile(good, 'nowhere'), 65, /AER0002.*nowhere/],
      ['kind: [\n', 65, /AER00/],
      ['# nothing\n', 79, /AER0805/],
    ];
    for (const [text, code, words] of wrong) {
      await writeFile(join(place.path, 't.yaml'), text);
      const ended = await test('t.yaml');
      assert.match(ended.stdout, words);
      assert.equal(ended.code, code, ended.stdout);
    }
  });

  it('shows what happens where nothing is expected', async () => {
    const { code, stdout } = await run(['test', '-', 'rules.yaml'], {
      cwd: place.path,
      stdin: testFile(`    - {name: look, host: ${HOST}}\n`).replace('  rules: [rules.yaml]\n', ''),
    });
    assert.equal(code, 0);
    assert.match(stdout, / {2}ok {3}look\n {7}route d\n {7}to outbound/);
  });

  it('generates a test that passes and covers everything', async () => {
    const { code, stdout, stderr } = await test('--generate', 'rules.yaml');
    assert.deepStrictEqual([code, stderr], [0, '']);
    assert.equal((await test('--generate', 'rules.yaml')).stdout, stdout);
    await writeFile(join(place.path, 'generated.yaml'), stdout);
    const ended = await test('generated.yaml', '--min-coverage', '100');
    assert.equal(ended.code, 0, ended.stdout);
    assert.equal((await test('--generate')).code, 64);
  });

  for (const [protocol, name] of [
    ['native Dubbo', 'e2e-dubbo-virtualservice-method-exact'],
    ['native Thrift', 'e2e-thrift-virtualservice-traffic-splitting'],
    ['Redis', 'demo-redis-routing'],
  ] as const) {
    it(`generates a test of ${protocol} into a file, which finds its rules from any folder`, async () => {
      const rules = `${name}-rules.yaml`;
      const file = join('made', `${name}.yaml`);
      await copyFile(join(root, '..', 'shared', 'cases', name, 'input.yaml'), join(place.path, rules));
      const made = await test('--generate', rules, '--output-file', file);
      assert.deepStrictEqual([made.code, made.stdout, made.stderr], [0, '', '']);
      assert.match(await readFile(join(place.path, file), 'utf8'), /^ {2}- \.\.\//m);
      const ended = await run(['test', join('..', file), '--min-coverage', '100', '-o', 'json'], {
        cwd: join(place.path, 'tests'),
      });
      assert.equal(ended.code, 0, ended.stdout + ended.stderr);
      const { summary } = JSON.parse(ended.stdout) as { readonly summary: { readonly passed: number } };
      assert.ok(summary.passed > 0, ended.stdout);
    });
  }

  it('runs again when a rule changes', async function () {
    this.timeout(120_000);
    const child = spawn(process.execPath, [bin, 'test', 'good.yaml', '--watch'], {
      cwd: place.path,
      env: cleanEnvironment(),
    });
    try {
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
      const until = async (words: RegExp): Promise<void> => {
        const end = Date.now() + 25_000;
        while (!words.test(output)) {
          if (Date.now() > end) throw new Error(`no ${words} in: ${output}`);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      };
      await until(/1 passed/);
      const rules = await readFile(matchers, 'utf8');
      await writeFile(join(place.path, 'rules.yaml'), rules.replace('exact: pay', 'exact: settle'));
      await until(/route: expected a, got d/);
      await writeFile(join(place.path, 'rules.yaml'), rules);
    } finally {
      child.kill();
    }
  });

  it('passes its own example', async () => {
    const { code, stdout } = await run(['test', 'examples/tests', '--min-coverage', '100']);
    assert.equal(code, 0, stdout);
  });
});
