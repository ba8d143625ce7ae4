import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { bin, built, cleanEnvironment, root, run } from './program.js';
import { onTerminal, runOnTerminal } from './pseudo-terminal.js';
import { resultOf } from './result-schemas.js';

describe('streams', () => {
  before(async function () {
    this.timeout(120_000);
    await built();
  });

  it('-o json is one JSON value and its diagnostics are not said again on standard error', async () => {
    const stdin =
      'apiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: MetaRouter\nmetadata: {name: a}\nspec: {hosts: 1}\n';
    const { code, stdout, stderr } = await run(['translate', '-', '-o', 'json'], { stdin });
    const { diagnostics } = resultOf('translate', stdout) as {
      diagnostics: { code: string; line: number; column: number }[];
    };
    assert.deepStrictEqual(
      diagnostics.map(({ code, line, column }) => ({ code, line, column })),
      [{ code: 'AER0102', line: 4, column: 15 }],
    );
    assert.deepStrictEqual({ code, stderr }, { code: 79, stderr: '' });
  });

  it('says which host of --service or --address no service has', async () => {
    const args = ['translate', 'examples/dubbo.yaml', '--service', 'misspelt.example.com', '--address', 'b.c=10.0.0.1'];
    const { code, stdout, stderr } = await run(args);
    assert.deepStrictEqual({ code, stdout }, { code: 0, stdout: '' });
    assert.match(stderr, /^No service of the input has the host misspelt\.example\.com, which --service names\./m);
    assert.match(stderr, /^No service of the input has the host b\.c, which --address names\./m);
  });

  it('-o json promises its shape, with --to as without', async () => {
    const all = resultOf('translate', (await run(['translate', 'examples/dubbo.yaml', '-o', 'json'])).stdout) as Record<
      string,
      unknown[]
    >;
    const some = resultOf(
      'translate',
      (await run(['translate', 'examples/dubbo.yaml', '-o', 'json', '--to', 'rds'])).stdout,
    ) as typeof all;
    assert.deepStrictEqual(some, { ...all, envoyFilters: [], virtualServices: [] });
    assert.ok(all.envoyFilters?.length && all.routeConfigurations?.length && all.metaRouteConfigurations?.length);
  });

  it('-o yaml holds what -o json holds, and says where the routes are', async () => {
    const json = JSON.parse((await run(['translate', 'examples/dubbo.yaml', '-o', 'json'])).stdout);
    const { stdout, stderr } = await run(['translate', 'examples/dubbo.yaml']);
    const documents = parseAllDocuments(stdout).map((document) => document.toJS());
    assert.deepStrictEqual(documents, [...json.envoyFilters, ...json.virtualServices]);
    assert.match(stderr, /^1 route configuration served over RDS not shown; add --to rds/);
    const routes = await run(['translate', 'examples/dubbo.yaml', '--to', 'rds']);
    const [route] = parseAllDocuments(routes.stdout).map((document) => document.toJS());
    const type = 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration';
    assert.deepStrictEqual(route, { '@type': type, ...json.routeConfigurations[0] });
    assert.strictEqual(routes.stderr, '');
  });

  it('version and explain promise their shapes', async () => {
    resultOf('version', (await run(['version', '-o', 'json'])).stdout);
    resultOf('explain', (await run(['explain', '--list', '-o', 'json'])).stdout);
    resultOf('explain', (await run(['explain', 'aer0001', '-o', 'json'])).stdout);
    resultOf('explain', (await run(['explain', 'metarouter.spec.routes.match', '-o', 'json'])).stdout);
  });

  it('a large result arrives whole through a pipe whose reader is slow', async () => {
    const input = await manyServices(400);
    const child = spawn(process.execPath, [bin, 'translate', '-', '-o', 'json'], {
      env: cleanEnvironment(),
      timeout: 30_000,
    });
    child.stdin.end(input);
    child.stdout.pause();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stdout.resume();
    const code = await new Promise((resolve) => child.on('close', resolve));
    const text = Buffer.concat(parts).toString();
    assert.ok(text.length > 500_000, `only ${text.length} characters`);
    assert.strictEqual(JSON.parse(text).envoyFilters.length, 800);
    assert.strictEqual(code, 0);
  });

  it('a reader that goes away ends it quietly', async () => {
    const child = spawn(process.execPath, [bin, 'translate', '-'], { env: cleanEnvironment(), timeout: 30_000 });
    child.stdin.end(await manyServices(400));
    const stderr: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => stderr.push(part));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.doesNotMatch(Buffer.concat(stderr).toString(), /EPIPE|Error| at /);
    assert.strictEqual(code, 0);
  });

  it('is coloured on a terminal only, and as --color, NO_COLOR and TERM say', async function () {
    const sequence = '\u001b[';
    const args = ['translate', 'nowhere.yaml'];
    assert.ok(!(await run(args)).stderr.includes(sequence));
    assert.ok((await run([...args, '--color', 'always'])).stderr.includes(sequence));
    assert.ok((await run(args, { env: { AERAKI_COLOR: 'always' } })).stderr.includes(sequence));
    assert.ok((await runOnTerminal(this, args)).includes(sequence));
    assert.ok(!(await runOnTerminal(this, args, { NO_COLOR: '1' })).includes(sequence));
    assert.ok(!(await runOnTerminal(this, args, { TERM: 'dumb' })).includes(sequence));
    assert.ok(!(await runOnTerminal(this, [...args, '--color', 'never'])).includes(sequence));
  });

  it('escape sequences in names never reach the terminal', async () => {
    const name = '"evil\\u001b]0;title\\u0007\\u009b31m"';
    const stdin = `apiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: MetaRouter\nmetadata: {name: ${name}}\nspec: {hosts: 1}\n`;
    for (const output of ['yaml', 'json', 'name']) {
      const { stdout, stderr } = await run(['translate', '-', '-o', output], { stdin });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get out
      assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      assert.match(stdout + stderr, /evil\\u001b/);
    }
    const entry = (await readFile(join(root, 'examples', 'dubbo.yaml'), 'utf8')).replaceAll(
      'orders.shop.example.com',
      '"a\\e[31m\\x9b.example.com"',
    );
    for (const output of ['yaml', 'json', 'name']) {
      const { stdout, stderr } = await run(['translate', '-', '-o', output], { stdin: entry });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get out
      assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });

  it('the same input gives the same bytes', async () => {
    const results = await Promise.all([1, 2, 3].map(() => run(['translate', 'examples/dubbo.yaml', '-o', 'json'])));
    assert.strictEqual(new Set(results.map(({ stdout }) => stdout)).size, 1);
  });

  it('shows progress on a terminal, and only when it takes long', async function () {
    const short = await runOnTerminal(this, ['translate', 'examples/dubbo.yaml', '-o', 'name']);
    assert.doesNotMatch(short, /reading|translating/);
    // A pipe whose other end takes its time.
    const folder = await mkdtemp(join(tmpdir(), 'aeraki-slow-'));
    try {
      const pipe = join(folder, 'slow.yaml');
      execFileSync('mkfifo', [pipe]);
      const writer = spawn('sh', ['-c', `sleep 3; cat examples/dubbo.yaml > '${pipe}'`], { cwd: root });
      const { code, text } = await onTerminal(this, ['translate', pipe, '-o', 'name']);
      writer.kill();
      assert.equal(code, 0, text);
      assert.match(text, /reading/);
      assert.match(text, /envoyfilter\/istio-system\/aeraki-outbound/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

async function manyServices(number: number): Promise<string> {
  const example = await readFile(join(root, 'examples', 'dubbo.yaml'), 'utf8');
  return Array.from({ length: number }, (_, index) =>
    example
      .replaceAll('orders.shop.example.com', `orders-${index}.shop.example.com`)
      .replaceAll('name: orders\n', `name: orders-${index}\n`)
      .replace('240.240.0.10', `10.0.${index >> 8}.${index & 255}`),
  ).join('---\n');
}
