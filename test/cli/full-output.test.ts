import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createConnection } from 'node:net';
import { join } from 'node:path';
import { dubboRequest } from '../codec/dubbo/message.js';
import { bin, built, cleanEnvironment, folder, root } from './program.js';
import { printing, registry } from './runs.js';
import { Watching } from './watching.js';

/** Commands that go on: the same, and they end when the first thing is to be printed. */
const watching: Readonly<Record<string, readonly string[]>> = {
  test: ['examples/tests', '--watch'],
  translate: ['examples/dubbo.yaml', '--watch'],
  validate: ['examples/dubbo.yaml', '--watch', '-o', 'json'],
};

/** Those that ask a server or are one; each has a test of its own below. */
const withServer = [
  'proxy-config:log',
  'proxy-config:stats',
  'rds:get',
  'rds:watch',
  'rds:serve',
  'proxy',
  'lsp',
  'playground',
];

/** They need an API server before they print, and have no test of this yet. */
const withCluster = ['controller:check', 'controller:run', 'controller:status'];

/** Prints nothing on standard output: what it did is said on standard error. */
const silent = ['registry:sync'];

const line = /^Error: standard output cannot be written: no space is left on the device\. Check where .*\.$/m;

/** A command with a full disk behind its standard output. */
class Full {
  stderr = '';
  readonly ended: Promise<number | null>;
  readonly kill: () => void;

  /** @param input what stands on standard input; undefined: nothing, and it is at its end */
  constructor(args: readonly string[], seconds = 60, input?: string) {
    const words = [process.execPath, bin, ...args].map((word) => `'${word}'`).join(' ');
    const child = spawn('sh', ['-c', `exec ${words} >/dev/full`], {
      ...{ cwd: root, env: cleanEnvironment(), timeout: seconds * 1000 },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    if (input === undefined) child.stdin.end();
    else child.stdin.write(input);
    child.stderr.on('data', (part: Buffer) => {
      this.stderr += part.toString();
    });
    this.ended = new Promise((resolve) => child.on('close', (code) => resolve(code)));
    this.kill = () => void child.kill('SIGKILL');
  }

  /** What `pattern` finds in what it says. */
  async says(pattern: RegExp): Promise<readonly string[]> {
    for (let left = 600; left > 0; left--) {
      const found = pattern.exec(this.stderr);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`did not say ${pattern}, but:\n${this.stderr}`);
  }

  /** It ends with one clear line and 1. */
  async fails(): Promise<void> {
    assert.strictEqual(await this.ended, 1, this.stderr);
    assert.match(this.stderr, line);
    assert.doesNotMatch(this.stderr, /^\s+at |node:|chunks/m);
  }
}

describe('standard output that cannot be written', function () {
  this.timeout(180_000);
  const running: (Full | Watching)[] = [];
  const full = (args: readonly string[], input?: string): Full => {
    const one = new Full(args, 60, input);
    running.push(one);
    return one;
  };
  before(built);
  afterEach(() => {
    for (const one of running.splice(0)) {
      if (one instanceof Full) one.kill();
      else one.child.kill('SIGKILL');
    }
  });

  it('is tried with every command that there is', () => {
    const { commands } = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8'));
    const tried = [...Object.keys(printing), ...withServer, ...withCluster, ...silent].sort();
    assert.deepStrictEqual(tried, Object.keys(commands).sort());
  });

  it('is one clear line and exit 1, whatever the command', async () => {
    const tables = [...Object.entries(printing), ...Object.entries(watching)];
    const lines = tables.map(([id, args]) => [...id.split(':'), ...args]);
    for (const args of [...lines, [], ['--version'], ['--help'], ['help', 'translate'], ['__complete', 'tr']]) {
      const one = full(args);
      assert.deepStrictEqual({ args, code: await one.ended }, { args, code: 1 }, one.stderr);
      await one.fails();
    }
  });

  it('ends the language server with its first answer', async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } });
    const server = full(['lsp'], `Content-Length: ${body.length}\r\n\r\n${body}`);
    assert.strictEqual(await server.ended, 1, server.stderr);
    await server.fails();
  });

  it('ends the playground, of which nobody could know where it is', async () => {
    const page = full(['playground', '--listen', '127.0.0.1:0']);
    assert.strictEqual(await page.ended, 1, page.stderr);
    await page.fails();
  });

  it('is no matter to a command that prints nothing', async () => {
    const place = await folder();
    try {
      const one = full(['registry', 'sync', registry, '--output-dir', place.path]);
      assert.strictEqual(await one.ended, 0, one.stderr);
    } finally {
      place.remove();
    }
  });

  const serve = ['rds', 'serve', 'examples/dubbo.yaml', '--listen', '127.0.0.1:0', '--admin', '127.0.0.1:0'];

  it('ends a client of a server', async () => {
    const server = new Watching(serve);
    running.push(server);
    const [, port = ''] =
      /Serving 1 .* on 127\.0\.0\.1:(\d+)/.exec(await server.until(/Serving[\s\S]*Admin/, 60)) ?? [];
    for (const args of [['get'], ['get', '-o', 'json'], ['watch'], ['watch', '-o', 'json', '--delta']]) {
      const [command = '', ...more] = args;
      await full(['rds', command, '--server', `127.0.0.1:${port}`, 'orders.shop.example.com_20880', ...more]).fails();
    }
    await full(['rds', 'get', '--server', '127.0.0.1:1', '-o', 'json']).ended.then((code) =>
      assert.strictEqual(code, 1),
    );
  });

  it('ends what asks an Envoy', async () => {
    const answers: Readonly<Record<string, string>> = {
      '/logging': 'active loggers:\n  admin: info\n  router: info\n',
      '/stats': 'server.live: 1\n',
    };
    const envoy = createServer(({ url = '' }, response) => response.end(answers[url.replace(/\?.*/, '')] ?? ''));
    await new Promise<void>((resolve) => envoy.listen(0, '127.0.0.1', resolve));
    try {
      const address = `127.0.0.1:${(envoy.address() as AddressInfo).port}`;
      for (const command of ['log', 'stats']) await full(['pc', command, '--admin-address', address]).fails();
    } finally {
      envoy.close();
    }
  });

  for (const watch of [[], ['--watch']]) {
    for (const output of [[], ['-o', 'json']]) {
      it(`ends ${['rds serve', ...watch, ...output].join(' ')} when there is something to tell of a client`, async () => {
        const server = full([...serve, ...watch, ...output]);
        const [, port = ''] = await server.says(/Serving 1 .* on 127\.0\.0\.1:(\d+)[\s\S]*Admin/);
        const get = new Watching(['rds', 'get', '--server', `127.0.0.1:${port}`, 'orders.shop.example.com_20880']);
        running.push(get);
        await server.fails();
      });

      it(`ends ${['proxy', ...watch, ...output].join(' ')} with the first request`, async () => {
        const listen = ['--listen', 'orders.shop.example.com=127.0.0.1:0'];
        const proxy = full(['proxy', 'examples/dubbo.yaml', ...listen, ...watch, ...output]);
        const [, port = ''] = await proxy.says(/Listening on 127\.0\.0\.1:(\d+)/);
        const socket = createConnection(Number(port), '127.0.0.1', () => socket.write(dubboRequest({ id: 1n })));
        socket.on('error', () => undefined);
        await proxy.fails();
        socket.destroy();
      });
    }
  }
});
