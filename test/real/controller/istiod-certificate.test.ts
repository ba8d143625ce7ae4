import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:tls';
import { credentials } from '@grpc/grpc-js';
import { IstiodCertificate } from '../../../src/istiod/certificate.js';
import type { TlsMaterial, TlsTold } from '../../../src/xds/certificates.js';
import { discover } from '../../../src/xds/client.js';
import { createRouteServer } from '../../../src/xds/server.js';
import type { ApiServer } from '../parts/apiserver.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import { type IstiodIdentity, istiodIdentity } from '../parts/istiod-identity.js';
import { requirePart } from '../parts/require-part.js';
import { Running, startCluster, until } from './running.js';

/** Whether a route server says anything to who shows this. Whom it shows itself as is another test's. */
function isLetIn(port: number, { cert, key }: TlsMaterial): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, cert, key, rejectUnauthorized: false, ALPNProtocols: ['h2'] });
    const end = (is: boolean): void => {
      socket.destroy();
      resolve(is);
    };
    socket.once('data', () => end(true));
    for (const event of ['error', 'close']) socket.once(event, () => end(false));
  });
}

/** The route server with a certificate of the mesh, signed by a real istiod. */
describe('a controller whose certificate istiod signs', function () {
  this.timeout(240_000);
  let server: ApiServer | undefined;
  let istiod: Istiod | undefined;
  let identity: IstiodIdentity;
  let running: Running | undefined;
  const certificates: IstiodCertificate[] = [];
  const told: TlsTold[] = [];
  const certificate = (token: string, lifetime: number): IstiodCertificate => {
    assert.ok(istiod);
    const made = new IstiodCertificate({
      endpoint: { address: istiod.secureXds, tls: true, ca: identity.ca, token, serverName: 'istiod.istio-system.svc' },
      ...{ lifetime, every: 50, told: (each) => told.push(each), backOff: { least: 100, most: 500 } },
    });
    certificates.push(made);
    made.start();
    return made;
  };

  before(async function () {
    requirePart(this, 'istiod');
    server = await startCluster(this);
    istiod = await startIstiod(server);
    identity = await istiodIdentity(server);
  });
  after(async () => {
    for (const each of certificates) await each.stop();
    running?.kill('SIGKILL');
    await identity?.remove();
    await istiod?.stop();
    await server?.stop();
  });

  it('shows the identity of its service account, and asks proxies for theirs', async () => {
    assert.ok(server && istiod);
    running = new Running(
      await server.kubeconfig(),
      ...['--tls-istiod', istiod.secureXds, '--istiod-server-name', 'istiod.istio-system.svc'],
      ...['--istiod-ca', identity.ca, '--istiod-token', identity.token],
    );
    const { address } = await running.line(({ event }) => event === 'serving');
    const [host = '', port = ''] = String(address).split(':');
    const proxy = certificate(await identity.tokenOf('shop', 'sidecar'), 3_600);
    await proxy.begun;
    const { cert, key } = proxy.live.material ?? {};
    const shake = (own: object): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect({
          ...{ host, port: Number(port), ca: readFileSync(identity.ca), ALPNProtocols: ['h2'], ...own },
          // A name of the mesh is no DNS name; Envoy looks at the root alone here, as the reference's bootstrap says.
          checkServerIdentity: () => undefined,
        });
        const end = (what: string): void => {
          socket.destroy();
          resolve(what);
        };
        socket.once('data', () => end(socket.getPeerX509Certificate()?.subjectAltName ?? ''));
        socket.once('error', (error) => end(`error ${error.message}`));
        socket.once('close', () => end('closed'));
      });
    assert.equal(await shake({ cert, key }), 'URI:spiffe://cluster.local/ns/istio-system/sa/aeraki');
    assert.doesNotMatch(await shake({}), /spiffe/);
    // Who has proved to be of one namespace is not served as a proxy of another one.
    const ask = async (namespace: string): Promise<string> => {
      const channel = credentials.createSsl(readFileSync(identity.ca), key, cert, {
        checkServerIdentity: () => undefined,
      });
      const stop = new AbortController();
      try {
        const nodeId = `sidecar~10.0.0.1~a.${namespace}~${namespace}.svc.cluster.local`;
        const options = { server: String(address), credentials: channel, delta: false, nodeId, signal: stop.signal };
        for await (const { resources } of discover({ ...options, type: 'rds', names: [] }))
          return `${resources.length}`;
        return 'ended';
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      } finally {
        stop.abort();
      }
    };
    assert.equal(await ask('shop'), '0');
    assert.match(await ask('bank'), /a certificate of namespace shop asks as a proxy of bank/);
    assert.equal(await running.stop(), 0);
  });

  it('is renewed before it ends, with another key', async () => {
    const short = certificate(identity.token, 8);
    await short.begun;
    const first = short.live.material;
    assert.ok(first);
    const second = await until(
      () => short.live.material !== first && short.live.material,
      20,
      () => JSON.stringify(told),
    );
    assert.notDeepEqual(second.key, first.key);
    const [before, now] = [new X509Certificate(first.cert), new X509Certificate(second.cert)];
    assert.ok(Date.parse(now.validTo) > Date.parse(before.validTo));
    assert.ok(Date.now() < Date.parse(before.validTo) + 1_000, 'it was renewed too late');
    assert.ok(now.checkIssued(new X509Certificate(readFileSync(identity.ca))));
    await short.stop();
  });

  it('follows the roots of the mesh while they change: whoever has a certificate of either is let in', async () => {
    assert.ok(server && istiod);
    const { admin } = server;
    const root = '/api/v1/namespaces/istio-system/configmaps/istio-ca-root-cert';
    const old = readFileSync(identity.ca, 'utf8');
    const own = certificate(identity.token, 3_600);
    const proxy = certificate(await identity.tokenOf('shop', 'sidecar'), 3_600);
    await Promise.all([own.begun, proxy.begun]);
    const routes = createRouteServer({ tls: own.live });
    const port = await routes.start('127.0.0.1:0');
    const [first, before] = [own.live.material, proxy.live.material];
    assert.ok(first && before);
    try {
      assert.equal(await isLetIn(port, before), true);
      // Another root: as when the one before it comes to its end.
      await istiod.crash();
      assert.equal((await admin.call('DELETE', '/api/v1/namespaces/istio-system/secrets/istio-ca-secret')).status, 200);
      await istiod.restart();
      const fresh = await until(
        async () => {
          const { body } = await admin.call('GET', root);
          const pem = (body as { data?: Record<string, string> }).data?.['root-cert.pem'] ?? '';
          return pem !== '' && !old.includes(pem.trim()) && pem;
        },
        90,
        () => istiod?.output() ?? '',
      );
      writeFileSync(identity.ca, `${old}\n${fresh}`);
      const [second, after] = await Promise.all(
        [own, proxy].map((each) =>
          until(
            () =>
              each.live.material?.cert.equals(each === own ? first.cert : before.cert) === false && each.live.material,
            90,
            () => JSON.stringify(told),
          ),
        ),
      );
      assert.ok(second && after);
      const signedBy = (pem: string, { cert }: { readonly cert: Buffer }): boolean =>
        new X509Certificate(cert).checkIssued(new X509Certificate(pem)) &&
        new X509Certificate(cert).verify(new X509Certificate(pem).publicKey);
      assert.ok(signedBy(fresh, second) && signedBy(fresh, after) && signedBy(old, before));
      for (const each of [before, after]) assert.equal(await isLetIn(port, each), true);
      // In the end the old one is gone.
      writeFileSync(identity.ca, fresh);
      await until(
        async () => !(await isLetIn(port, before)),
        90,
        () => JSON.stringify(told),
      );
      const last = await until(
        () => !proxy.live.material?.cert.equals(after.cert) && proxy.live.material,
        90,
        () => JSON.stringify(told),
      );
      assert.equal(await isLetIn(port, last), true);
    } finally {
      await routes.stop(0);
      await Promise.all([own.stop(), proxy.stop()]);
    }
  });

  it('is waited for where istiod gives none: nobody is served, and why is said once', async () => {
    assert.ok(server && istiod);
    const other = await identity.tokenOf('istio-system', 'aeraki', 'somebody-else');
    const waiting = new Running(
      await server.kubeconfig(),
      ...['--tls-istiod', istiod.secureXds, '--istiod-server-name', 'istiod.istio-system.svc', '--no-leader-elect'],
      ...['--istiod-ca', identity.ca, '--istiod-token', other],
    );
    try {
      const said = await waiting.line(({ event, level }) => event === 'tls' && level === 'warning');
      assert.match(said.message, /No certificate of istiod .*no proxy is served until there is one/);
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      assert.equal(waiting.lines.filter(({ event }) => event === 'tls').length, 1);
      assert.ok(!waiting.lines.some(({ event }) => event === 'serving'));
      assert.equal(await waiting.stop(), 0);
    } finally {
      waiting.kill('SIGKILL');
    }
  });
});
