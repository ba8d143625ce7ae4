import assert from 'node:assert/strict';
import type { Validation } from '../../src/validate/results.js';
import { built, folder, run } from './program.js';
import { resultOf } from './result-schemas.js';

const router = (name: string, host: string, more = ''): string => `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: ${name}, namespace: shop}
spec: {hosts: [${host}], routes: [{route: [{destination: {host: ${host}}}]}]${more}}
`;
const service = `apiVersion: v1
kind: Service
metadata: {name: a, namespace: shop}
spec: {clusterIP: 10.0.0.1, selector: {app: a}, ports: [{name: tcp-metaprotocol-dubbo, port: 20880}]}
`;
const host = 'a.shop.svc.cluster.local';

describe('aeraki validate', function () {
  this.timeout(180_000);
  before(() => built());

  interface Run {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }

  async function validate(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Run> {
    const place = await folder(files);
    try {
      return await run(['validate', ...args], { cwd: place.path });
    } finally {
      place.remove();
    }
  }

  const fine = { 'r.yaml': router('m', host), 's.yaml': service };
  const wrong = { 'r.yaml': router('m', host, ', exportTos: []'), 's.yaml': service };

  it('says nothing on standard output when all is well, and the summary on standard error', async () => {
    const { code, stdout, stderr } = await validate(fine, '.');
    assert.deepStrictEqual(
      { code, stdout, stderr },
      {
        code: 0,
        stdout: '',
        stderr: '2 files: 2 valid, 0 invalid, 0 skipped; 0 errors, 0 warnings.\n',
      },
    );
  });

  it('prints findings with their place and ends with 79', async () => {
    const { code, stdout } = await validate(wrong, '.');
    assert.equal(code, 79);
    assert.match(
      stdout,
      /^Error \[AER0101\] \(MetaRouter shop\/m r\.yaml:4:\d+\) The field "exportTos" .* Did you mean "exportTo"\?/,
    );
  });

  it('prints one JSON value of the promised shape', async () => {
    const files = {
      ...wrong,
      't.yaml': '{{ if .Values.x }}\nkind: x\n',
      'u.yaml': 'kind: Pod\napiVersion: v1\n---\n# nothing\n',
    };
    const { code, stdout } = await validate(files, '.', '-o', 'json');
    assert.equal(code, 65);
    const { summary, results } = resultOf('validate', stdout) as Validation;
    assert.deepStrictEqual(summary, {
      files: 4,
      resources: 4,
      valid: 1,
      invalid: 2,
      skipped: 1,
      errors: 2,
      warnings: 0,
    });
    assert.deepStrictEqual(
      results.map(({ file, status }) => `${file} ${status}`),
      ['r.yaml invalid', 's.yaml valid', 't.yaml invalid', 'u.yaml skipped'],
    );
  });

  it('fails at the chosen threshold and shows what is above the other', async () => {
    const lonely = { 'r.yaml': router('m', host) };
    assert.equal((await validate(lonely, '.')).code, 0);
    assert.equal((await validate(lonely, '.', '--failure-threshold', 'warning')).code, 79);
    const hidden = await validate(lonely, '.', '--output-threshold', 'error', '--failure-threshold', 'warning');
    assert.deepStrictEqual([hidden.code, hidden.stdout], [79, '']);
  });

  it('knows the context and does not judge it', async () => {
    const files = {
      'r.yaml': router('m', host),
      'tree/s.yaml': service,
      'tree/bad.yaml': router('bad', host, ', x: 1'),
      'tree/r.yaml': router('m', 'other'),
    };
    const { code, stdout } = await validate(
      files,
      'r.yaml',
      '--context-path',
      'tree',
      '--failure-threshold',
      'warning',
    );
    assert.equal(code, 0, stdout);
    const twice = await validate(
      { ...files, 'tree/bad.yaml': router('second', host) },
      'r.yaml',
      '--context-path',
      '.',
      '--context-path',
      'tree',
    );
    assert.equal(twice.code, 0, twice.stdout);
    assert.equal((await validate(files, 'r.yaml', '--context-path', 'nowhere')).code, 65);
  });

  it('suppresses by flag and annotation, and refuses what it cannot read', async () => {
    const lonely = { 'r.yaml': router('m', host) };
    const warn = ['--failure-threshold', 'warning'];
    assert.equal((await validate(lonely, '.', ...warn, '-S', 'AER0301=MetaRouter m.shop')).code, 0);
    assert.equal((await validate(lonely, '.', ...warn, '-S', 'AER0301=MetaRouter x.shop')).code, 79);
    const annotated = {
      'r.yaml': router('m', host).replace(
        'namespace: shop',
        'namespace: shop, annotations: {aeraki.io/suppress: "AER0301"}',
      ),
    };
    assert.equal((await validate(annotated, '.', ...warn)).code, 0);
    const { code, stderr } = await validate(lonely, '.', '-S', 'AER0301');
    assert.equal(code, 64);
    assert.match(stderr, /The suppression AER0301 is not CODE=KIND/);
  });

  it('runs only the chosen layers', async () => {
    const files = { 'r.yaml': router('m', 'a_b', ', x: 1') };
    const codes = async (...args: string[]): Promise<string[]> =>
      [...new Set((await validate(files, '.', ...args)).stdout.match(/AER\d{4}/g) ?? [])].sort();
    assert.deepStrictEqual(await codes('--schema-only'), ['AER0101']);
    assert.deepStrictEqual(await codes('--layers', 'schema'), ['AER0101']);
    assert.deepStrictEqual(await codes('--layers', 'webhook'), ['AER0202']);
    assert.deepStrictEqual(await codes('--layers', 'analysis'), ['AER0301']);
    assert.deepStrictEqual(await codes('--layers', 'schema,analysis'), ['AER0101', 'AER0301']);
    assert.equal((await validate(files, '.', '--layers', 'other')).code, 64);
    assert.equal((await validate(files, '.', '--schema-only', '--layers', 'schema')).code, 64);
  });

  it('never prints a password', async () => {
    const redis = `apiVersion: redis.aeraki.io/v1alpha1
kind: RedisService
metadata: {name: r, namespace: shop}
spec: {host: [${host}], settings: {auth: {plain: {password: 4711081500, username: [4711081500]}}}}
---
apiVersion: v1
kind: Secret
metadata: {name: s}
data: {password: 4711081500%%%}
`;
    for (const format of ['log', 'json', 'yaml', 'junit', 'sarif', 'github']) {
      const { code, stdout, stderr } = await validate({ 'r.yaml': redis }, '.', '-o', format);
      assert.equal(code, 79);
      assert.doesNotMatch(stdout + stderr, /4711081500(?!\])/, format);
    }
  });

  it('lists schemas, prints one, and the setting of an editor', async () => {
    assert.match((await run(['schema'])).stdout, /^KIND +API VERSIONS\n/);
    const schema = JSON.parse((await run(['schema', 'metarouter'])).stdout) as { title: string };
    assert.equal(schema.title, 'MetaRouter');
    const setting = JSON.parse((await run(['schema', '--vscode'])).stdout) as Record<string, Record<string, string[]>>;
    assert.match(Object.keys(setting['yaml.schemas'] ?? {}).join(), /^file:.*\/schemas\/all\.json$/);
    const unknown = await run(['schema', 'MetaRuoter']);
    assert.equal(unknown.code, 64);
    assert.match(unknown.stderr, /Did you mean MetaRouter\?/);
    assert.equal((await run(['schema', '--vscode', 'MetaRouter'])).code, 64);
  });
});
