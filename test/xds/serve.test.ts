import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { credentials } from '@grpc/grpc-js';
import { bin, built, folder, run } from '../cli/program.js';
import { makeCertificates } from './certificates.js';
import { routeNameOf, rulesOf } from './rules.js';
import { type Serving, startServe, until } from './serve.js';
import { openDelta, openSotw, paths } from './stream.js';

const a = routeNameOf('a');
const b = routeNameOf('b');

describe('aeraki rds', function () {
  this.timeout(120_000);
  let files: Awaited<ReturnType<typeof folder>>;
  let serving: Serving | undefined;
  const file = (name: string) => join(files.path, name);

  before(() => built());
  beforeEach(async () => {
    files = await folder({ 'a.yaml': rulesOf('a', 'v1'), 'b.yaml': rulesOf('b', 'v1') });
  });
  afterEach(async () => {
    await serving?.stop();
    serving = undefined;
    files.remove();
  });

  const start = async (...args: string[]) => {
    serving = await startServe(args);
    return serving;
  };
  const get = (server: Serving, ...args: string[]) =>
    run(['rds', 'get', '--server', `127.0.0.1:${server.port}`, ...args]);

  describe('serve --watch', () => {
    /** Subscribes to everything and gives the names that each change brings and takes. */
    async function subscribe(server: Serving) {
      const stream = openDelta(server.port);
      stream.send({});
      const first = await stream.next();
      return {
        first: first.resources.map(({ name }) => name),
        next: async () => {
          const { resources, removedResources } = await stream.next();
          return [resources.map(({ name }) => name), removedResources];
        },
        silence: stream.silence,
        close: () => stream.close(),
      };
    }

    for (const poll of [[], ['--poll']]) {
      it(`follows edits, replacement by renaming, new, removed and returning files and folders ${poll.join('')}`, async () => {
        const stream = await subscribe(await start(files.path, '--watch', ...poll));
        assert.deepEqual(stream.first, [a, b]);
        await writeFile(file('a.yaml'), rulesOf('a', 'v2'));
        assert.deepEqual(await stream.next(), [[a], []]);
        await writeFile(file('.a.yaml.swp'), rulesOf('a', 'v3'));
        renameSync(file('.a.yaml.swp'), file('a.yaml'));
        assert.deepEqual(await stream.next(), [[a], []]);
        await writeFile(file('a.yaml'), rulesOf('a', 'v4'));
        assert.deepEqual(await stream.next(), [[a], []]);
        unlinkSync(file('b.yaml'));
        assert.deepEqual(await stream.next(), [[], [b]]);
        await mkdir(file('sub'));
        await writeFile(file('sub/b.yaml'), rulesOf('b', 'v5'));
        assert.deepEqual(await stream.next(), [[b], []]);
        rmSync(file('sub'), { recursive: true });
        assert.deepEqual(await stream.next(), [[], [b]]);
        stream.close();
      });
    }

    it('follows a folder that is taken away and comes back, as a checkout does', async () => {
      await mkdir(file('rules'));
      await writeFile(file('rules/c.yaml'), rulesOf('c', 'v1'));
      const stream = await subscribe(await start(file('rules'), '--watch'));
      const c = routeNameOf('c');
      rmSync(file('rules'), { recursive: true });
      await until(() => /AER0503/.test(serving?.stderr() ?? ''), 20_000);
      await stream.silence();
      await mkdir(file('rules'));
      await writeFile(file('rules/c.yaml'), rulesOf('c', 'v2'));
      assert.deepEqual(await stream.next(), [[c], []]);
      await writeFile(file('rules/c.yaml'), rulesOf('c', 'v3'));
      assert.deepEqual(await stream.next(), [[c], []]);
      stream.close();
    });

    it('makes one change of many edits at once', async () => {
      const stream = await subscribe(await start(files.path, '--watch'));
      await Promise.all(['a', 'b', 'c', 'd'].map((name) => writeFile(file(`${name}.yaml`), rulesOf(name, 'v9'))));
      const [names] = await stream.next();
      assert.deepEqual(names, ['a', 'b', 'c', 'd'].map(routeNameOf));
      await stream.silence(300);
      stream.close();
    });

    const broken: [string, string, RegExp][] = [
      ['that is no YAML', 'kind: [', /a\.yaml:\d+/],
      [
        'with a resource of the wrong shape',
        rulesOf('a', 'v2').replace('routes: [', 'routes: {x: [').replace(/\]\n$/, ']}\n'),
        /MetaRouter/,
      ],
      [
        'with a route without a destination',
        rulesOf('a', 'v2').replace(/destination: \{[^}]*\}/, 'weight: 100'),
        /AER0205/,
      ],
    ];
    for (const [what, text, words] of broken) {
      it(`keeps the routes of an edit ${what}, says why, takes what is right, and goes on after the cure`, async () => {
        const server = await start(files.path, '--watch');
        const stream = await subscribe(server);
        await writeFile(file('a.yaml'), text);
        await writeFile(file('b.yaml'), rulesOf('b', 'v2'));
        await until(() => /AER0503/.test(server.stderr()), 20_000, server.stderr);
        assert.match(server.stderr(), words);
        assert.deepEqual(await stream.next(), [[b], []]);
        await stream.silence(200);
        await writeFile(file('a.yaml'), rulesOf('a', 'v2'));
        assert.deepEqual(await stream.next(), [[a], []]);
        assert.match(server.stderr(), /in order again/);
        stream.close();
      });
    }

    const refused: [string, (good: string) => string, RegExp][] = [
      ['an unknown field in a match', (good) => good.replace('destination:', 'destinatoin:'), /AER0101/],
      ['a misspelt field of a weight', (good) => good.replace('{destination:', '{weigth: 90, destination:'), /AER0101/],
      ['what only the webhook refuses', (good) => good.replace(/host: [^,}]+/, 'host: ""'), /AER02\d\d/],
      ['a misspelt kind', (good) => good.replace('kind: Service', 'kind: Servcie').replace('v2', 'v1'), /AER0032/],
      ['a misspelt group', (good) => good.replace('metaprotocol.aeraki', 'metaprotocl.aeraki'), /AER0033/],
    ];
    for (const [what, spoil, code] of refused) {
      it(`never serves ${what}`, async () => {
        const server = await start(files.path, '--watch');
        const stream = await subscribe(server);
        await writeFile(file('a.yaml'), spoil(rulesOf('a', 'v2')));
        await until(() => /AER0503/.test(server.stderr()), 20_000, server.stderr);
        assert.match(server.stderr(), code);
        await stream.silence(200);
        stream.close();
      });
    }

    it('keeps what an emptied file had until SIGHUP confirms it, or all of it with --accept-removals', async () => {
      const server = await start(files.path, '--watch');
      const stream = await subscribe(server);
      await writeFile(file('a.yaml'), '');
      await until(() => /AER0035/.test(server.stderr()), 20_000, server.stderr);
      assert.match(server.stderr(), /a\.yaml lost 2 of 2 objects[\s\S]*kill -HUP \d+/);
      await stream.silence(200);
      server.process.kill('SIGHUP');
      assert.deepEqual(await stream.next(), [[], [a]]);
      assert.match(server.stderr(), /AER0036/);
      stream.close();
      await server.stop();
      await writeFile(file('a.yaml'), rulesOf('a', 'v1'));
      const other = await subscribe(await start(files.path, '--watch', '--accept-removals'));
      await writeFile(file('a.yaml'), '# nothing\n');
      assert.deepEqual(await other.next(), [[], [a]]);
      other.close();
    });

    it('looks at the files at intervals when the system refuses to watch them, and says so', async function () {
      // A user namespace of its own in which no watch may be made.
      const refuse = 'echo 0 > /proc/sys/user/max_inotify_watches || exit 77; exec "$@"';
      const command = ['unshare', '--user', '--map-root-user', 'sh', '-c', refuse, 'sh', process.execPath];
      try {
        serving = await startServe([files.path, '--watch'], command);
      } catch (error) {
        if (process.env.CI) throw error;
        console.error(`      skipped: no user namespaces here (${String(error).split('\n')[0]})`);
        this.skip();
      }
      await until(() => /AER0504/.test(serving?.stderr() ?? ''), 20_000);
      const stream = await subscribe(serving);
      await writeFile(file('a.yaml'), rulesOf('a', 'v2'));
      assert.deepEqual(await stream.next(), [[a], []]);
      stream.close();
    });
  });

  describe('serve', () => {
    it('prints one line of JSON for every connect, subscription, ack and nack', async () => {
      const server = await start(files.path);
      const stream = openSotw(server.port, paths.ads);
      stream.send({ resourceNames: [a], node: { id: 'n\u001b[31m' } });
      const { nonce, versionInfo } = await stream.next();
      stream.send({ resourceNames: [a], responseNonce: nonce, versionInfo });
      await server.event({ event: 'ack' });
      stream.send({ resourceNames: [b], responseNonce: nonce, versionInfo });
      const two = await stream.next();
      stream.send({ resourceNames: [b], responseNonce: two.nonce, versionInfo, errorDetail: { message: 'no\n"x"' } });
      await server.event({ event: 'nack' });
      stream.close();
      await server.event({ event: 'disconnect' });
      const node = 'n\u001b[31m';
      const { client } = server.events[0] as { client: string };
      assert.match(client, /^127\.0\.0\.1:\d+#1$/);
      const event = (event: string, rest: object) => ({
        event,
        client,
        node,
        resources: [],
        version: null,
        error: null,
        ...rest,
      });
      assert.deepEqual(server.events.slice(0, -1), [
        event('connect', { node: null }),
        event('subscribe', { resources: [a] }),
        event('ack', { resources: [a], version: versionInfo }),
        event('unsubscribe', { resources: [a] }),
        event('subscribe', { resources: [b] }),
        event('nack', { resources: [b], version: two.versionInfo, error: 'no\n"x"' }),
      ]);
    });

    it('ends streams with UNAVAILABLE on SIGTERM, and itself with 0', async () => {
      const server = await start(files.path);
      const stream = openSotw(server.port);
      stream.send({ resourceNames: [a] });
      await stream.next();
      const ended = stream.ended();
      assert.equal(await server.stop(), 0);
      const error = await ended;
      assert.deepEqual([error?.code, error?.details], [14, 'the server is stopping']);
      stream.close();
    });

    it('serves over TLS, and with a client authority only to clients that it signed', async () => {
      const tls = makeCertificates();
      try {
        const args = ['--tls-cert', tls.serverCert, '--tls-key', tls.serverKey, '--tls-client-ca', tls.ca];
        const server = await start(files.path, ...args);
        const own = ['--tls-cert', tls.clientCert, '--tls-key', tls.clientKey];
        const good = await get(server, a, '--tls-ca', tls.ca, ...own, '-o', 'json');
        assert.equal(good.code, 0, good.stderr);
        assert.equal(JSON.parse(good.stdout)[0].name, a);
        assert.equal(good.stderr, '');
        const refused: [string[], RegExp][] = [
          [[], /Check the address, and the TLS flags/],
          [
            ['--tls-ca', tls.ca],
            /the server wants a certificate \(--tls-cert, --tls-key\)|ECONNRESET|EPIPE|Failed to connect/,
          ],
          [['--tls', ...own], /: (self-signed certificate in certificate chain|unable to [a-z ]+)\./],
          [['--tls-ca', tls.ca, ...own, '--tls-server-name', 'other'], /: Hostname\/IP does not match/],
        ];
        for (const [bad, words] of refused) {
          const { code, stdout, stderr } = await get(server, a, ...bad, '--timeout', '20000');
          assert.deepEqual([code, stdout.trim()], [1, ''], stderr);
          assert.match(stderr, words);
          assert.doesNotMatch(stderr, /Deprecat|\d{4}-\d\d-\d\dT|openssl/);
        }
        const secure = credentials.createSsl(
          readFileSync(tls.ca),
          readFileSync(tls.clientKey),
          readFileSync(tls.clientCert),
        );
        const stream = openDelta(server.port, paths.deltaRds, secure);
        stream.send({ resourceNamesSubscribe: [b] });
        assert.equal((await stream.next()).resources[0]?.name, b);
        stream.close();
      } finally {
        tls.remove();
      }
    });

    it('says what is wrong with its command line, its files and its addresses', async () => {
      const taken = createServer();
      await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
      const address = taken.address() as { port: number };
      const cases: [string[], number, RegExp][] = [
        [[], 64, /No input/],
        [[files.path, '--listen', 'nonsense'], 64, /--listen nonsense is not HOST:PORT/],
        [[files.path, '--admin', 'nonsense'], 64, /--admin nonsense/],
        [[files.path, '--tls-cert', 'x'], 64, /--tls-key/],
        [['-', '--watch'], 64, /standard input/],
        [[files.path, '--poll'], 64, /--watch/],
        [[file('nothing')], 65, /AER0002/],
        [[files.path, '--tls-cert', file('a.yaml'), '--tls-key', file('none')], 65, /TLS files/],
        [[files.path, '--listen', `127.0.0.1:${address.port}`, '--admin', 'off'], 1, /in use/],
        [[files.path, '--listen', '127.0.0.1:0', '--admin', `127.0.0.1:${address.port}`], 1, /in use/],
      ];
      for (const [args, code, words] of cases) {
        const result = await run(['rds', 'serve', ...args]);
        assert.equal(result.code, code, `${args.join(' ')}: ${result.stderr}`);
        assert.match(result.stderr, words);
        assert.equal(result.stdout, '');
      }
      taken.close();
    });
  });

  describe('get and watch', () => {
    it('print what there is, in either form, and fail for what there is not', async () => {
      const server = await start(files.path);
      const expected = JSON.parse((await run(['translate', files.path, '-o', 'json'])).stdout).routeConfigurations;
      for (const form of [[], ['--delta']]) {
        const all = await get(server, '-o', 'json', ...form);
        const plain = JSON.parse(all.stdout).map(({ '@type': type, ...rest }: Record<string, unknown>) => {
          assert.equal(type, 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration');
          return rest;
        });
        assert.deepEqual(plain, expected);
        const some = await get(server, b, 'none', '--timeout', '3000', ...form);
        assert.equal(some.code, 1);
        assert.match(some.stderr, /has no rds resource none/);
        assert.match(some.stdout, new RegExp(`^name: ${b}$`, 'm'));
        assert.doesNotMatch(some.stdout, new RegExp(a));
      }
      const other = await get(server, '--type', 'cds', '--timeout', '300');
      assert.deepEqual([other.code, other.stdout.trim()], [1, '']);
      assert.equal((await run(['rds', 'get', '--server', '127.0.0.1:1'])).code, 1);
      assert.equal((await run(['rds', 'get', '--server', 'nonsense'])).code, 64);
    });

    it('keep printing changes, also of a server that was restarted', async () => {
      const server = await start(files.path, '--watch');
      const { spawn } = await import('node:child_process');
      for (const form of [[], ['--delta']]) {
        const args = [bin, 'rds', 'watch', '--server', `127.0.0.1:${serving?.port}`, '-o', 'json', ...form];
        const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
        let out = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          out += text;
        });
        const lines = () =>
          out
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line));
        await until(() => lines().length === 1, 20_000);
        await writeFile(file('a.yaml'), rulesOf('a', `v2${form.length}`));
        await until(() => lines().length === 2, 20_000);
        assert.deepEqual(
          lines()[1].resources.map(({ name }: { name: string }) => name),
          [a],
        );
        const { port } = serving as Serving;
        await serving?.stop();
        serving = await startServe([files.path, '--watch', '--listen', `127.0.0.1:${port}`]);
        await serving.event({ event: 'subscribe' });
        await writeFile(file('b.yaml'), rulesOf('b', `v3${form.length}`));
        await until(() => lines().length === 3, 20_000);
        assert.deepEqual(
          lines()[2].resources.map(({ name }: { name: string }) => name),
          [b],
        );
        const closed = new Promise((resolve) => child.once('close', resolve));
        child.kill('SIGINT');
        assert.equal(await closed, 0);
      }
      assert.equal(server.process.exitCode, 0);
    });
  });
});
