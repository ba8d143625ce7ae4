import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { credentials, status } from '@grpc/grpc-js';
import { heard, knownOf, type Reporter } from '../../../src/controller/sidecars/reports.js';
import { buildMesh } from '../../../src/scope/scope.js';
import { meshSettings } from '../../../src/scope/settings.js';
import { findWorkloads } from '../../../src/traffic/workloads.js';
import { makeCertificates } from '../../xds/certificates.js';
import { clusterOf, host, Learning, shop } from './mesh.js';
import { resourceOf } from './resource.js';

describe('controller: who may say who calls whom (L14)', function () {
  this.timeout(120_000);
  const resources = shop().map(resourceOf);
  const mesh = buildMesh(
    resources,
    meshSettings(resources, 'istio-system', 'cluster.local', () => undefined),
  );
  const known = knownOf(mesh, findWorkloads(resources));
  const entry = { cluster: `outbound|8080||${host('orders')}`, from: '10.0.0.2', to: undefined };
  const said = (reporter: Partial<Reporter>, more: object = {}) =>
    heard({ ...entry, ...more }, { address: '10.0.0.1', namespace: undefined, ...reporter }, known);

  it('counts what a workload says for itself, whatever it says of others', () => {
    const own = { workload: 'shop/web', host: host('orders') };
    assert.deepEqual(said({}), own);
    assert.deepEqual(said({ namespace: 'shop' }), own);
  });

  it('lets gateways of the root namespace alone speak for others', () => {
    const other = { workload: 'shop/orders', host: host('orders') };
    assert.deepEqual(said({ address: '127.0.0.1' }), other);
    assert.deepEqual(said({ address: '10.9.9.9', namespace: 'istio-system' }), other);
  });

  it('counts nothing of an address that nobody has, nor of a certificate of another namespace or of none', () => {
    assert.equal(said({ address: '10.9.9.9' }), 'unknown');
    assert.equal(said({ namespace: 'other' }), 'not-its-own');
    assert.equal(said({ namespace: '' }), 'not-its-own');
    assert.equal(said({ address: '127.0.0.1' }, { from: '203.0.113.1' }), 'unknown');
  });

  it('takes only what is a call of a service of the mesh', () => {
    for (const cluster of [
      '',
      'inbound|8080||',
      'BlackHoleCluster',
      'PassthroughCluster',
      'outbound|80||',
      'outbound|80||made.up.example',
      'x|y',
    ]) {
      assert.equal(said({}, { cluster }), 'not-a-call', cluster);
    }
    const past = { cluster: 'PassthroughCluster', to: { address: '10.96.1.3', port: 20880 } };
    assert.deepEqual(said({}, past), { workload: 'shop/web', host: host('pay') });
    assert.equal(said({}, { ...past, to: { address: '10.96.1.3', port: 1 } }), 'not-a-call');
  });

  it('asks for a certificate of the mesh where the route server does, and one without a namespace says nothing', async () => {
    const files = makeCertificates();
    const tls = { tls: { cert: files.serverCert, key: files.serverKey, clientCa: files.ca } };
    const learning = await new Learning(clusterOf(shop()), {}, { tls }).start();
    try {
      await learning.shows('web', 'istio-system/*');
      const ca = readFileSync(files.ca);
      for (const stranger of [credentials.createInsecure(), credentials.createSsl(ca)]) {
        await assert.rejects(learning.report([entry], stranger), { code: status.UNAVAILABLE });
      }
      const [key, certificate] = [readFileSync(files.clientKey), readFileSync(files.clientCert)];
      await learning.report([entry], credentials.createSsl(ca, key, certificate));
      await learning.until('it is judged', () => learning.sidecars.counts['not-its-own'] === 1);
      assert.equal(learning.hosts('orders')?.includes(`shop/${host('orders')}`), false);
    } finally {
      await learning.stop();
      files.remove();
    }
  });

  it('sends whoever reports to the replica that writes', async () => {
    let leads = false;
    const learning = await new Learning(clusterOf(shop()), {}, { mayWrite: () => leads }).start();
    try {
      await assert.rejects(learning.report([entry]), { code: status.UNAVAILABLE });
      leads = true;
      learning.sidecars.lead();
      await learning.report([entry]);
      await learning.shows('orders', `shop/${host('orders')}`);
    } finally {
      await learning.stop();
    }
  });
});
