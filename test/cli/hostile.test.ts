import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { fetchAdminDump } from '../../src/cluster/config-dump.js';
import { parseDuration } from '../../src/envoy/duration/parse.js';
import { pace } from '../pace.js';
import { built, folder, run } from './program.js';

const router = (spec: string, name = 'm'): string =>
  `apiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: MetaRouter\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  hosts: [a.b]\n${spec}`;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get out
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

describe('hostile input', function () {
  this.timeout(180_000);
  before(() => built());

  describe('costs a moment', () => {
    /** Runs `validate` and gives its output; how long it may take is a multiple of an ordinary run. */
    async function validate(text: string): Promise<{ readonly stdout: string; readonly code: number | null }> {
      const ordinary = performance.now();
      await run(['validate', '-'], { stdin: router('  routes: []\n') });
      const once = performance.now() - ordinary;
      const began = performance.now();
      const { stdout, code, signal } = await run(['validate', '-'], { stdin: text });
      const took = performance.now() - began;
      assert.strictEqual(signal, null);
      // An ordinary run takes 150 ms.
      assert.ok(took < 40 * once, `${took} ms, where an ordinary run takes ${once} ms`);
      return { stdout, code };
    }

    it('60 routes with expressions that are hard to tell apart, and the rest of the run is not harmed', async () => {
      const routes = Array.from(
        { length: 60 },
        (_, at) =>
          `    - name: r${at}\n      match: {attributes: {m: {regex: ".*(a|b){0,500}c${at}.*[a-z]{10,100}.*"}}}\n      route: [{destination: {host: a.b}}]\n`,
      );
      const again = routes.join('').replaceAll('name: r', 'name: s');
      const twice = `${router(`  routes:\n${routes.join('')}`)}---\n${router(`  routes:\n${again}`, 'other')}`;
      const { stdout, code } = await validate(twice);
      assert.strictEqual(code, 0);
      assert.match(stdout, /\[AER0312\]/);
      assert.match(stdout, /MetaRouter shop\/other .*\[?AER0301|AER0301\] \(MetaRouter shop\/other/);
    });

    it('100,000 unknown fields: a thousand are listed, the others counted', async () => {
      const fields = Array.from({ length: 100_000 }, (_, at) => `  field${at}: 1\n`).join('');
      const { stdout, code } = await validate(router(`${fields}  routes: []\n`));
      assert.strictEqual(code, 79);
      assert.strictEqual(stdout.match(/\[AER0101\]/g)?.length, 1_000);
      assert.match(stdout, /"field999" is not known in spec\. Nor are 99000 more fields, which are not listed\./);
    });

    it('durations of 200,000 and a million digits', async () => {
      const base = pace();
      const began = performance.now();
      for (const text of ['9'.repeat(1_000_000), `1.${'9'.repeat(1_000_000)}`, '1ns'.repeat(300_000)])
        assert.match(parseDuration(`${text}s`).reason ?? '', /characters, which no duration needs|longer than/);
      assert.ok(performance.now() - began < 5 * base);
      assert.deepStrictEqual(parseDuration(`${'0'.repeat(900)}5s`), { nanoseconds: 5_000_000_000n });
      const { stdout } = await validate(
        router(
          `  localRateLimit: {tokenBucket: {fillInterval: ${'9'.repeat(200_000)}s, maxTokens: 1, tokensPerFill: 1}}\n`,
        ),
      );
      // What is wrong is quoted only so far that a person knows it again.
      assert.match(stdout, /9{500}… \(200003 characters\)/);
      assert.ok(stdout.length < 10_000, `${stdout.length} characters`);
    });
  });

  describe('starts no line of its own', () => {
    const names = ['a\\n::error file=x::owned', 'b\\u009b31m', 'c\\u202e', 'd\\r::error::x', 'e\\u2028::error::x'];
    const input = names.map((name) => router('  routs: []\n', `"${name}"`)).join('---\n');
    const wrongLine = /^\s*::error (?!file=<stdin>)|^\s*::error::x|^\s*::error file=x/m;

    for (const output of ['junit', 'log', 'json', 'yaml', 'sarif', 'github']) {
      it(`validate -o ${output}`, async () => {
        const { stdout, stderr } = await run(['validate', '-', '-o', output], { stdin: input });
        assert.doesNotMatch(stdout + stderr, control);
        assert.doesNotMatch(stdout, wrongLine);
      });
    }

    it('test -o junit', async () => {
      const place = await folder({
        'tests.yaml': `apiVersion: aeraki.io/v1alpha1\nkind: RouteTest\nmetadata: {name: t}\nspec:\n  rules: [rules.yaml]\n  tests:\n    - name: "x\\n::error::x\\x9b\\u202e"\n      host: a.b\n      attributes: {method: "y\\n::error::x"}\n      expect: {route: "z\\n::error::x"}\n`,
        'rules.yaml': router('  routes: []\n'),
      });
      try {
        const { stdout, stderr } = await run(['test', place.path, '-o', 'junit']);
        assert.doesNotMatch(stdout + stderr, control);
        assert.doesNotMatch(stdout, wrongLine);
        assert.match(stdout, /<testsuites/);
      } finally {
        place.remove();
      }
    });

    it('usage errors', async () => {
      const evil = 'x\n::error::owned\u009b31m\u202e';
      for (const args of [
        ['translate', '-o', evil, 'a.yaml'],
        ['translate', `--output=${evil}`, 'a.yaml'],
        ['validate', '--layers', `schema,${evil}`, 'a.yaml'],
        ['validate', `--${evil}`, 'a.yaml'],
        ['validate', evil],
        ['validate', '-S', evil, 'a.yaml'],
        [evil],
        ['rds', evil],
        ['explain', evil],
        ['rds', 'serve', '--listen', evil, 'a.yaml'],
        ['rds', 'get', '--server', evil],
        ['pc', 'routes', '--admin-address', evil],
        ['pc', 'routes', '-f', evil],
        ['decode', evil],
        ['completion', evil],
        ['version', evil],
        ['route', 'a.yaml', '--attribute', evil, '--host', evil],
      ]) {
        const { stdout, stderr, code } = await run(args);
        assert.notStrictEqual(code, 0, args.join(' '));
        assert.doesNotMatch(stdout + stderr, control, args.join(' '));
        assert.doesNotMatch(stdout + stderr, /^\s*::/m, args.join(' '));
      }
      const { stderr } = await run(['translate', 'a.yaml'], { env: { AERAKI_OUTPUT: evil } });
      assert.doesNotMatch(stderr, control);
      assert.doesNotMatch(stderr, /^\s*::/m);
    });
  });

  it('a proxy that accepts a connection and says nothing, or goes on for ever, is given up', async () => {
    for (const drip of [false, true]) {
      const timers: NodeJS.Timeout[] = [];
      const server = createServer((socket) => {
        socket.on('error', () => undefined).resume();
        if (!drip) return;
        socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n');
        timers.push(setInterval(() => socket.write(' '), 100));
      }).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const { port } = server.address() as { port: number };
      try {
        await assert.rejects(fetchAdminDump(`127.0.0.1:${port}`, { idle: 500, total: 1500 }), (error: Error) => {
          assert.match(JSON.stringify(error), /it did not answer in time/);
          return true;
        });
      } finally {
        for (const timer of timers) clearInterval(timer);
        server.close();
      }
    }
  });

  it('a dump, a mesh config and an input that never end are refused', async () => {
    for (const args of [
      ['pc', 'routes', '-f', '/dev/zero'],
      ['translate', '-', '--mesh-config', '/dev/zero'],
      ['route', '--dump', '/dev/zero', '--host', 'a.b'],
      ['validate', '/dev/zero'],
    ]) {
      const { code, stderr, stdout, signal } = await run(args);
      assert.strictEqual(signal, null, args.join(' '));
      assert.match(stderr + stdout, /larger than 511 MB|511 MB/, args.join(' '));
      assert.strictEqual(code, 65, args.join(' '));
    }
  });
});
