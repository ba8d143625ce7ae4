import { ok, rejects, strictEqual } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import library, { type Client } from 'node-zookeeper-client';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { EtcdRegistry } from '../../../src/registry/live/etcd.js';
import { built, run } from '../../cli/program.js';
import { freePort, temporaryFolder } from '../parts/place.js';
import { type StartedProcess, startProcess } from '../parts/process.js';
import { partProgram, requirePart } from '../parts/require-part.js';
import { startZooKeeper, type ZooKeeper } from '../parts/zookeeper.js';
import { providerName } from './dubbo-names.js';

const key = `/dubbo/com.shop.api.OrderService/providers/${providerName('10.1.0.1:20880')}`;

describe('registry: a real etcd with TLS that wants a certificate of its clients', function () {
  this.timeout(120_000);
  let folder: { path: string; remove(): Promise<void> };
  let etcd: StartedProcess;
  let port = 0;
  before(async function () {
    for (const part of ['etcd', 'openssl'] as const) requirePart(this, part);
    await built();
    folder = await temporaryFolder('etcd-tls');
    certificates(folder.path);
    port = await freePort();
    const url = `https://127.0.0.1:${port}`;
    const peer = `http://127.0.0.1:${await freePort()}`;
    etcd = await startProcess(
      partProgram('etcd'),
      [
        ...['--data-dir', join(folder.path, 'data'), '--listen-client-urls', url, '--advertise-client-urls', url],
        ...['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer, '--initial-cluster', `default=${peer}`],
        ...['--cert-file', file('server.pem'), '--key-file', file('server.key')],
        ...['--client-cert-auth', '--trusted-ca-file', file('ca.pem')],
      ],
      { name: 'etcd with TLS', ready: (output) => /serving client requests|ready to serve/.test(output) },
    );
  });
  after(async () => {
    await etcd?.stop();
    await folder?.remove();
  });
  const file = (name: string): string => join(folder.path, name);

  it('is read with the authority and a certificate, and refused without, with a cure', async () => {
    const own = { ca: pem('ca.pem'), cert: pem('client.pem'), key: pem('client.key') };
    const client = registry(own);
    try {
      strictEqual((await client.read()).kvs?.length, 0);
    } finally {
      await client.close();
    }
    for (const wrong of [{}, { ca: own.ca }]) {
      const other = registry(wrong);
      await rejects(other.read()).finally(() => other.close());
    }
    const url = `etcd+https://127.0.0.1:${port}`;
    const flags = ['--ca', file('ca.pem'), '--cert', file('client.pem'), '--key', file('client.key')];
    const fine = await run(['registry', 'list', url, ...flags]);
    strictEqual(fine.code, 0, JSON.stringify(fine));
    ok(!/DEP\d|Warning:/.test(fine.stderr), fine.stderr);
    const bare = await run(['registry', 'list', url]);
    strictEqual(bare.code, 1, JSON.stringify(bare));
    ok(/AER1203.*--ca/s.test(bare.stderr), bare.stderr);
    const plain = await run(['registry', 'list', `etcd://127.0.0.1:${port}`]);
    strictEqual(plain.code, 1);
    ok(/etcd\+https/.test(plain.stderr), plain.stderr);
  });

  const pem = (name: string): string => readFileSync(file(name), 'utf8');

  function registry(more: { ca?: string; cert?: string; key?: string }): EtcdRegistry {
    const settings = { root: '/dubbo', timeout: 5000, datacenters: [], namespaces: [], groups: [] };
    const result = parseConnection(`etcd+https://127.0.0.1:${port}`, settings);
    ok('connection' in result);
    return new EtcdRegistry({ ...result.connection, ...more });
  }
});

describe('registry: a real ZooKeeper whose nodes only one user may read (digest)', function () {
  this.timeout(120_000);
  let zookeeper: ZooKeeper;
  before(async function () {
    requirePart(this, 'zookeeper');
    await built();
    zookeeper = await startZooKeeper();
    const writer = library.createClient(`127.0.0.1:${zookeeper.port}`, {
      ...{ sessionTimeout: 10_000, spinDelay: 200, retries: 5 },
    }) as Client & Writer;
    writer.connect();
    await new Promise<void>((resolve) => void writer.once('connected', () => resolve()));
    const done = (resolve: () => void, reject: (error: Error) => void) => (error: Error | null) =>
      error ? reject(error) : resolve();
    await new Promise<void>((resolve, reject) => writer.mkdirp(key, Buffer.from(''), done(resolve, reject)));
    const rights = [readableBy('reader', 'hunter2')];
    await new Promise<void>((resolve, reject) => writer.setACL(dirname(key), rights, -1, done(resolve, reject)));
    writer.close();
  });
  after(() => zookeeper?.stop());

  it('is read with user and password from a file, and is no empty registry without', async () => {
    const { path, remove } = await temporaryFolder('password');
    const secret = join(path, 'password');
    writeFileSync(secret, 'hunter2\n');
    try {
      const url = `zookeeper://127.0.0.1:${zookeeper.port}`;
      const fine = await run(['registry', 'export', url, '--username', 'reader', '--password-file', secret]);
      strictEqual(fine.code, 0, JSON.stringify(fine));
      ok(/address: 10\.1\.0\.1/.test(fine.stdout), fine.stdout);
      ok(!`${fine.stdout}${fine.stderr}`.includes('hunter2'));
      const other = await run(['registry', 'export', url]);
      strictEqual(other.code, 1, JSON.stringify(other));
      ok(/AER1203.*--username/s.test(other.stderr), other.stderr);
    } finally {
      await remove();
    }
  });
});

/** All rights for one user, as ZooKeeper writes them: of user and password it keeps the SHA-1, base64. */
function readableBy(user: string, password: string): unknown {
  const { ACL, Id, Permission } = library as unknown as Rights;
  const sum = createHash('sha1').update(`${user}:${password}`).digest('base64');
  return new ACL(Permission.ALL, new Id('digest', `${user}:${sum}`));
}

interface Rights {
  readonly ACL: new (permission: number, id: unknown) => unknown;
  readonly Id: new (scheme: string, id: string) => unknown;
  readonly Permission: { readonly ALL: number };
}

interface Writer {
  mkdirp(path: string, data: Buffer, callback: (error: Error | null) => void): void;
  setACL(path: string, acls: unknown, version: number, callback: (error: Error | null) => void): void;
}

/** An authority, a server at 127.0.0.1 and a client, as PEM files. */
function certificates(folder: string): void {
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const request = ['req', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  openssl(...request, '-x509', '-subj', '/CN=authority', '-keyout', 'ca.key', '-out', 'ca.pem');
  writeFileSync(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n');
  for (const name of ['server', 'client']) {
    openssl(...request.slice(0, 4), '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
    openssl('x509', '-req', '-in', `${name}.csr`, ...signed, '-out', `${name}.pem`);
  }
}
