import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, folder, root, run } from './program.js';
import { resultOf } from './result-schemas.js';

const example = join(root, 'examples', 'registry', 'zookeeper.json');
const shared = join(root, '..', 'shared', 'cases-registry');

describe('aeraki registry, by the built program', () => {
  before(async function () {
    this.timeout(120_000);
    await built();
  });

  it('prints for scripts what the reference makes of a dump', async () => {
    for (const name of ['zookeeper-steps-remove-last', 'consul-mixed-01', 'etcd-existing-merge']) {
      const { stdout, code } = await run([
        'registry',
        'export',
        join(shared, name, 'input.json'),
        '--as-reference',
        '-o',
        'json',
      ]);
      assert.strictEqual(code, 0);
      assert.deepStrictEqual(JSON.parse(stdout), JSON.parse(readFileSync(join(shared, name, 'expected.json'), 'utf8')));
    }
  });

  it('prints results of the promised shapes', async () => {
    const exported = await run(['registry', 'export', example, '-o', 'json']);
    const result = resultOf('registry-export', exported.stdout) as {
      serviceEntries: unknown[];
      diagnostics: { code: string }[];
    };
    assert.strictEqual(result.serviceEntries.length, 2);
    assert.ok(result.diagnostics.some(({ code }) => code === 'AER1213'));
    resultOf('registry-list', (await run(['registry', 'list', example, '-o', 'json'])).stdout);
    resultOf('registry-list', (await run(['registry', 'show', 'StockService', example, '-o', 'json'])).stdout);
  });

  it('pipes into translate', async () => {
    const exported = await run(['registry', 'export', example]);
    const { stdout, code } = await run(['translate', '-f', '-', '-o', 'name'], { stdin: exported.stdout });
    assert.strictEqual(code, 0, stdout);
    assert.match(stdout, /com\.shop\.api\.orderservice-1-0-0/);
  });

  it('writes only what changed, and leaves files of others alone', async () => {
    const place = await folder({ 'mesh/shop/mine.yaml': 'kind: ServiceEntry\n' });
    try {
      const mesh = join(place.path, 'mesh');
      const write = (file: string, ...more: string[]) =>
        run(['registry', 'export', file, '--output-dir', mesh, ...more]);
      assert.match((await write(example)).stderr, /2 files, 2 written, 0 removed/);
      const order = join(mesh, 'shop', 'aeraki-com-shop-api-orderservice-1-0-0.yaml');
      const before = statSync(order).mtimeMs;
      assert.match((await write(example)).stderr, /2 files, 0 written, 0 removed/);
      const dump = JSON.parse(readFileSync(example, 'utf8')) as { nodes: { path: string }[] };
      const less = join(place.path, 'less.json');
      writeFileSync(less, JSON.stringify({ ...dump, nodes: dump.nodes.filter(({ path }) => !path.includes('Stock')) }));
      assert.match((await write(less)).stderr, /1 file, 0 written, 1 removed/);
      assert.strictEqual(statSync(order).mtimeMs, before);
      assert.strictEqual(readFileSync(join(mesh, 'shop', 'mine.yaml'), 'utf8'), 'kind: ServiceEntry\n');
      const none = join(place.path, 'none.json');
      writeFileSync(none, JSON.stringify({ ...dump, nodes: [] }));
      await write(example);
      const { stderr } = await write(none, '--max-deletes', '1');
      assert.match(stderr, /AER1206/);
      assert.strictEqual(statSync(order).mtimeMs, before);
    } finally {
      place.remove();
    }
  });

  it('is one more source of translate, validate and route', async () => {
    const rules = join(root, 'examples', 'registry', 'rules.yaml');
    const translated = await run(['translate', rules, '--registry', example, '-o', 'name']);
    assert.match(translated.stdout, /routeconfiguration\/com\.shop\.api\.stockservice_20881/);
    assert.strictEqual((await run(['validate', '--registry', example, '-o', 'log'])).code, 0);
    const host = 'com.shop.api.orderservice-1-0-0';
    const routed = await run(['route', rules, '--registry', example, '--host', host]);
    assert.match(routed.stdout, /Route: all/);
    const gone = await run(['translate', rules, '--registry', 'consul://127.0.0.1:1']);
    assert.deepStrictEqual([gone.code, gone.stdout], [1, '']);
    assert.match(gone.stderr, /AER1203/);
  });

  it('compares and checks', async () => {
    const diff = await run(['registry', 'diff', example, '--against-reference', '-o', 'json']);
    assert.strictEqual(diff.code, 79);
    const { changes } = resultOf('registry-diff', diff.stdout) as { changes: { entry: string; change: string }[] };
    assert.deepStrictEqual(
      changes.map(({ entry, change }) => [entry, change]),
      [
        ['istio-system/aeraki-com-shop-api-stockservice', 'added'],
        ['shop/aeraki-com-shop-api-orderservice-1-0-0', 'changed'],
      ],
    );
    const rules = join(root, 'examples', 'registry', 'rules.yaml');
    const check = await run(['registry', 'check', example, '-f', rules, '-o', 'json']);
    assert.strictEqual(check.code, 79);
    const { diagnostics } = resultOf('registry-check', check.stdout) as { diagnostics: { code: string }[] };
    const codes = diagnostics.map(({ code }) => code);
    for (const code of ['AER1242', 'AER1244', 'AER1248']) assert.ok(codes.includes(code), code);
  });

  it('takes rules and registries in any order, and says what is missing', async () => {
    const rules = join(root, 'examples', 'registry', 'rules.yaml');
    for (const command of ['check', 'diff']) {
      const named = await run(['registry', command, example, '-f', rules]);
      for (const words of [
        [example, rules],
        [rules, example],
      ]) {
        const { stdout, code } = await run(['registry', command, ...words]);
        assert.deepEqual([stdout, code], [named.stdout, named.code], `${command} ${words}`);
      }
      const alone = await run(['registry', command, example]);
      assert.equal(alone.code, 64);
      assert.match(alone.stderr, /^Error: Nothing to compare with\. Name files \(-f\)/);
    }
    const place = await folder({ 'rules/a.yaml': readFileSync(rules, 'utf8') });
    try {
      const { code } = await run(['registry', 'check', example, join(place.path, 'rules')]);
      assert.equal(code, (await run(['registry', 'check', example, '-f', rules])).code);
    } finally {
      place.remove();
    }
    // Nothing listens there: it is asked all the same, and the service is not taken for a registry.
    const swapped = await run(['registry', 'show', 'etcd://127.0.0.1:1', 'StockService', '--registry-timeout', '500']);
    assert.equal(swapped.code, 1);
    assert.match(swapped.stderr, /etcd:\/\/127\.0\.0\.1:1/);
    assert.doesNotMatch(swapped.stderr, /is called etcd/);
  });

  it('says what is wrong with a registry, and that nothing was read is no empty registry', async () => {
    const gone = await run(['registry', 'list', 'consul://user:hunter2@127.0.0.1:1/?token=hunter2']);
    assert.strictEqual(gone.code, 1);
    assert.strictEqual(gone.stdout, '');
    assert.match(gone.stderr, /AER1203.*consul:\/\/127\.0\.0\.1:1: nobody listens there/);
    assert.ok(!gone.stderr.includes('hunter2'));
    const wrong = await run(['registry', 'list', 'foo://user:hunter2@x']);
    assert.strictEqual(wrong.code, 64);
    assert.ok(!wrong.stderr.includes('hunter2'));
    const file = await run(['registry', 'list', join(root, 'package.json')]);
    assert.strictEqual(file.code, 65);
    const nothing = await run(['registry', 'list']);
    assert.strictEqual(nothing.code, 64);
  });
});
