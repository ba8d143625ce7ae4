import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { isOwnHost } from '../../src/xds/admin/host.js';
import { built, folder, root, run } from '../cli/program.js';
import { skipOutLoud } from '../real/parts/require-part.js';
import { type Certificates, makeCertificates } from './certificates.js';
import { type Serving, startServe, until } from './serve.js';
import { openDelta } from './stream.js';

const example = join(root, 'examples', 'dubbo.yaml');

/** The status of a request with this Host header, which fetch would not let us choose. */
function statusFor(admin: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(admin, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });
}

describe('the Host of an admin port', () => {
  const cases: readonly (readonly [host: string | undefined, own: string, answered: boolean])[] = [
    ['127.0.0.1:15014', '127.0.0.1', true],
    ['127.0.0.1', '127.0.0.1', true],
    ['127.1.2.3:80', '127.0.0.1', true],
    ['localhost:15014', '127.0.0.1', true],
    ['LOCALHOST', 'localhost', true],
    ['[::1]:15014', '::1', true],
    [undefined, '127.0.0.1', true],
    ['127.evil.example', '127.0.0.1', false],
    ['127.0.0.1.evil.example:15014', '127.0.0.1', false],
    ['127.0.0.1.', '127.0.0.1', false],
    ['localhost.evil.example', '127.0.0.1', false],
    ['localhost:80:evil.example', 'localhost', false],
    ['[::1].evil.example', '::1', false],
    ['[::2]', '::1', false],
    ['evil.example', 'localhost', false],
    ['', '127.0.0.1', false],
    ['evil.example', '10.0.0.1', true],
    ['anything', '0.0.0.0', true],
  ];
  for (const [host, own, answered] of cases) {
    it(`${host} on ${own}: ${answered ? 'answered' : 'refused'}`, () =>
      assert.strictEqual(isOwnHost(host, own), answered));
  }
});

describe('rds serve and its peers', function () {
  this.timeout(120_000);
  before(() => built());

  describe('a running server', () => {
    let serving: Serving;
    before(async () => {
      serving = await startServe([example]);
    });
    after(() => serving?.stop());

    it('answers no page of another site (DNS rebinding)', async () => {
      for (const page of ['/', '/clients', '/metrics', '/healthz', '/events']) {
        assert.strictEqual(await statusFor(`${serving.admin}${page}`, '127.evil.example'), 403);
      }
      assert.strictEqual(await statusFor(`${serving.admin}/clients`, serving.admin.replace('http://', '')), 200);
    });

    it('keeps and shows a node id, a refusal and a type only up to a length', async () => {
      const id = 'n'.repeat(1_500_000);
      const client = openDelta(serving.port);
      client.send({ node: { id } });
      const response = await client.next();
      client.send({ node: { id }, responseNonce: response.nonce, errorDetail: { message: 'e'.repeat(1_500_000) } });
      await until(() => serving.events.some(({ event }) => event === 'nack'), 20_000);
      const text = JSON.stringify(serving.events);
      assert.ok(text.length < 10_000, `${text.length} characters of events`);
      assert.match(text, /n{300}… \(1500000 characters\)/);
      assert.match(text, /e{300}… \(1500000 characters\)/);
      for (const page of ['/', '/clients']) {
        const body = await (await fetch(`${serving.admin}${page}`)).text();
        assert.ok(body.length < 100_000, `${body.length} characters of ${page}`);
      }
      client.close();
    });

    it('ends a stream whose names take too much', async () => {
      const client = openDelta(serving.port);
      client.send({ resourceNamesSubscribe: ['first'] });
      for (let part = 0; part < 6; part++)
        client.send({
          resourceNamesSubscribe: Array.from({ length: 30 }, (_, at) => `${part}-${at}-`.padEnd(100_000, 'x')),
        });
      const from = serving.events.length;
      await until(
        () => serving.events.slice(Math.max(0, from - 5)).some(({ event }) => event === 'disconnect'),
        30_000,
      );
      client.close();
    });
  });

  it('says who can read an admin page that others reach', async () => {
    const open = await startServe([example, '--admin', '0.0.0.0:0']);
    await until(() => /Everyone who reaches the admin page can read/.test(open.stderr()), 10_000);
    await open.stop();
    const closed = await startServe([example]);
    assert.doesNotMatch(closed.stderr(), /Everyone/);
    await closed.stop();
  });

  describe('TLS files', () => {
    let certificates: Certificates;
    let place: Awaited<ReturnType<typeof folder>>;
    before(async function () {
      try {
        certificates = makeCertificates();
      } catch {
        skipOutLoud(this, 'openssl is not here');
      }
      place = await folder({ 'empty.pem': '', 'text.pem': 'no PEM at all\n' });
      const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
      writeFileSync(join(place.path, 'broken.pem'), broken);
    });
    after(() => {
      certificates?.remove();
      place?.remove();
    });

    const serve = (...tls: readonly string[]) =>
      run(['rds', 'serve', example, '--listen', '127.0.0.1:0', '--admin', 'off', ...tls]);

    it('that make a server which checks nobody, or nothing, are refused with the reason', async () => {
      const { serverCert, serverKey, clientKey } = certificates;
      const at = (name: string) => join(place.path, name);
      const pair = ['--tls-cert', serverCert, '--tls-key', serverKey];
      for (const [tls, says] of [
        [[...pair, '--tls-client-ca', at('empty.pem')], /empty\.pem holds no certificate of an authority/],
        [[...pair, '--tls-client-ca', at('text.pem')], /text\.pem holds no certificate of an authority/],
        [[...pair, '--tls-client-ca', at('broken.pem')], /broken\.pem holds a certificate that cannot be read/],
        [['--tls-cert', serverCert, '--tls-key', clientKey], /the key \S+ is not that of the certificate \S+/],
        [['--tls-cert', at('empty.pem'), '--tls-key', serverKey], /empty\.pem holds no certificate/],
        [['--tls-cert', serverCert, '--tls-key', at('text.pem')], /text\.pem holds no private key/],
      ] as const) {
        const { code, stderr } = await serve(...tls);
        assert.match(stderr, says);
        assert.doesNotMatch(stderr, /--listen/);
        assert.strictEqual(code, 65);
      }
      const asked = await run(['rds', 'get', '--server', '127.0.0.1:1', '--tls-ca', at('empty.pem')]);
      assert.match(asked.stderr, /empty\.pem holds no certificate of an authority/);
    });
  });

  it('rds get does not say of a server that said nothing what it has', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined).resume()).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    try {
      const { code, stderr } = await run(['rds', 'get', '--server', `127.0.0.1:${port}`, '--timeout', '700', 'orders']);
      assert.match(stderr, /sent nothing within 700 ms, so whether it has orders is not known/);
      assert.doesNotMatch(stderr, /has no/);
      assert.strictEqual(code, 1);
    } finally {
      silent.close();
    }
  });
});
