import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { built, cleanEnvironment, root } from './program.js';

/** A run of each command that prints on standard output without a server. */
const printing: Readonly<Record<string, readonly string[]>> = {
  completion: ['bash'],
  decode: ['examples/dubbo.pcap'],
  describe: ['orders.shop.example.com', 'examples/dubbo.yaml'],
  diff: ['examples/dubbo.yaml', '--dump', 'examples/sidecar.dump', '-o', 'json'],
  explain: ['AER0001'],
  'proxy-config:all': ['-f', 'examples/sidecar.dump'],
  'proxy-config:bootstrap': ['-f', 'examples/sidecar.dump', '-o', 'json'],
  'proxy-config:clusters': ['-f', 'examples/sidecar.dump'],
  'proxy-config:endpoints': ['-f', 'examples/sidecar.dump', '-o', 'json'],
  'proxy-config:listeners': ['-f', 'examples/sidecar.dump'],
  'proxy-config:routes': ['-f', 'examples/sidecar.dump'],
  'rds:bootstrap': ['--server', 'aeraki:15010', '--for', 'metaprotocol', '--namespace', 'shop'],
  route: ['examples/dubbo.yaml', '--host', 'orders.shop.example.com', '--attribute', 'method=pay'],
  schema: [],
  test: ['examples/tests'],
  translate: ['examples/dubbo.yaml'],
  validate: ['examples/dubbo.yaml', '-o', 'junit'],
  version: [],
};

describe('standard output that cannot be written', () => {
  let full: number;
  before(async function () {
    this.timeout(180_000);
    await built();
    full = openSync('/dev/full', 'w');
  });
  after(() => closeSync(full));

  const toFull = (args: readonly string[]): Promise<{ code: unknown; stderr: string }> =>
    new Promise((resolve) => {
      const quoted = ['bin/run.js', ...args].map((word) => `'${word}'`).join(' ');
      const child = execFile(
        'sh',
        ['-c', `exec '${process.execPath}' ${quoted} >/dev/full`],
        { cwd: root, env: cleanEnvironment(), timeout: 60_000 },
        (error, _stdout, stderr) => resolve({ code: error?.code ?? 0, stderr }),
      );
      child.stdin?.end();
    });
  const line = /^Error: standard output cannot be written: no space is left on the device\. Check where .*\.$/m;

  it('is one clear line and exit 1, whatever the command', async function () {
    this.timeout(180_000);
    const lines = Object.entries(printing).map(([id, args]) => [...id.split(':'), ...args]);
    for (const args of [...lines, [], ['--version'], ['--help'], ['help', 'translate'], ['__complete', 'tr']]) {
      const { code, stderr } = await toFull(args);
      assert.deepStrictEqual({ args, code }, { args, code: 1 }, stderr);
      assert.match(stderr, line);
      assert.doesNotMatch(stderr, /^\s+at |node:|chunks/m);
    }
  });

  it('ends a server as clearly', async () => {
    const { code, stderr } = await toFull(['rds', 'get', '--server', '127.0.0.1:1', '-o', 'json']);
    assert.doesNotMatch(stderr, /^\s+at |node:|chunks/m);
    assert.strictEqual(code, 1);
  });
});
