import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { TlsTold } from '../../src/xds/certificates.js';
import { createRouteServer, type RouteServer } from '../../src/xds/server.js';
import { type Certificates, makeCertificates } from './certificates.js';

/** Shakes hands as a client with the certificate `own`, and trusts `trusted`; what it was shown, or why it came to nothing. */
function shake(port: number, trusted: Certificates, own?: Certificates): Promise<string> {
  const pair = own && { cert: readFileSync(own.clientCert), key: readFileSync(own.clientKey) };
  const ca = readFileSync(trusted.ca);
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, ca, ALPNProtocols: ['h2'], servername: 'localhost', ...pair });
    const end = (what: string): void => {
      socket.destroy();
      resolve(what);
    };
    socket.once('error', (error) => end((error as NodeJS.ErrnoException).code ?? error.message));
    // Of a certificate that it does not take the server says so only after the handshake; HTTP/2 begins with its settings.
    socket.once('data', () => end(socket.getPeerX509Certificate()?.fingerprint256 ?? 'no certificate'));
    socket.once('close', () => end('closed'));
  });
}

describe('TLS files of a route server that runs', function () {
  this.timeout(60_000);
  let folder: string;
  let server: RouteServer;
  let port: number;
  const told: TlsTold[] = [];
  let [first, second]: Certificates[] = [];
  const file = (name: string): string => join(folder, name);
  const put = (from: Certificates, ...names: readonly ('cert' | 'key' | 'ca')[]): void => {
    const paths = { cert: from.serverCert, key: from.serverKey, ca: from.ca };
    for (const name of names) copyFileSync(paths[name], file(name));
  };
  const said = async (count: number): Promise<void> => {
    for (let tries = 0; told.length < count && tries < 400; tries += 1)
      await new Promise((done) => setTimeout(done, 25));
    assert.equal(told.length, count, JSON.stringify(told));
  };

  before(async () => {
    [first, second] = [makeCertificates(), makeCertificates()];
    folder = mkdtempSync(join(tmpdir(), 'aeraki-live-tls-'));
    put(first, 'cert', 'key', 'ca');
    const tls = { cert: file('cert'), key: file('key'), clientCa: file('ca') };
    server = createRouteServer({ tls, tlsTold: (each) => told.push(each), tlsEvery: 20 });
    port = await server.start('127.0.0.1:0');
  });
  after(async () => {
    await server?.stop(0);
    for (const each of [first, second]) each?.remove();
    rmSync(folder, { recursive: true });
  });

  it('are read again: a new certificate is shown, a new authority lets other clients in', async () => {
    assert.ok(first && second);
    const before = await shake(port, first, first);
    assert.match(before, /^[0-9A-F:]{95}$/);
    assert.notEqual(await shake(port, first), before);
    assert.doesNotMatch(await shake(port, first, second), /^[0-9A-F:]{95}$/);
    put(second, 'cert', 'key', 'ca');
    for (let tries = 0; !told.some(({ ok }) => ok) && tries < 400; tries += 1) {
      await new Promise((done) => setTimeout(done, 25));
    }
    const now = await shake(port, second, second);
    assert.match(now, /^[0-9A-F:]{95}$/);
    assert.notEqual(now, before);
    assert.doesNotMatch(await shake(port, second, first), /^[0-9A-F:]{95}$/);
  });

  it('that do not fit together change nothing, and are said once', async () => {
    assert.ok(first && second);
    const count = told.length;
    put(first, 'key');
    await said(count + 1);
    assert.match(told.at(-1)?.message ?? '', /is not that of the certificate.*those from before still are/);
    writeFileSync(file('cert'), 'nothing');
    await said(count + 2);
    assert.match(told.at(-1)?.message ?? '', /holds no certificate/);
    await new Promise((done) => setTimeout(done, 200));
    assert.equal(told.length, count + 2);
    assert.match(await shake(port, second, second), /^[0-9A-F:]{95}$/);
    put(second, 'cert', 'key');
    await new Promise((done) => setTimeout(done, 200));
    assert.equal(told.length, count + 2);
  });
});
