import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { KeyObject } from 'node:crypto';
import { newKeys } from '../../../src/certificate/keys.js';
import { certificateRequest } from '../../../src/proxy/mesh/identity/csr.js';
import { refusalOfNames } from '../../../src/proxy/tls/names.js';

describe('the identity of a workload', () => {
  it('is asked for as OpenSSL reads it', async () => {
    const uri = `spiffe://cluster.local/ns/${'a-long-namespace'.repeat(10)}/sa/orders`;
    const keys = await newKeys();
    const request = await certificateRequest(uri, keys);
    const text = execFileSync('openssl', ['req', '-verify', '-noout', '-text'], {
      input: request,
      stdio: 'pipe',
    }).toString();
    assert.match(text, /X509v3 Subject Alternative Name: critical\s+URI:spiffe:/);
    assert.ok(text.includes(`URI:${uri}`));
    assert.match(text, /ecdsa-with-SHA256/);
    const public_ = execFileSync('openssl', ['req', '-pubkey', '-noout'], { input: request, stdio: 'pipe' }).toString();
    assert.equal(public_, KeyObject.from(keys.publicKey).export({ type: 'spki', format: 'pem' }));
  });

  it('is what the names of a certificate say, each as it was matched', () => {
    const names = 'URI:spiffe://cluster.local/ns/shop/sa/orders, DNS:orders.shop, URI:"spiffe://a/b, c"';
    const taken = (kind: 'exact' | 'prefix' | 'suffix' | 'contains' | 'regex', value: string) =>
      refusalOfNames(names, [{ kind, value }]) === undefined;
    assert.ok(taken('exact', 'spiffe://cluster.local/ns/shop/sa/orders'));
    assert.ok(taken('exact', 'spiffe://a/b, c'));
    assert.ok(taken('prefix', 'spiffe://cluster.local/'));
    assert.ok(taken('suffix', '/orders'));
    assert.ok(taken('contains', '/shop/'));
    assert.ok(taken('regex', 'orders\\..*'));
    assert.ok(!taken('regex', 'orders'));
    // A name that only looks like one inside of another.
    assert.ok(!taken('exact', 'spiffe://a/b'));
    assert.ok(!taken('exact', 'c'));
    assert.equal(refusalOfNames(undefined, []), undefined);
    assert.match(refusalOfNames(undefined, [{ kind: 'exact', value: 'x' }]) ?? '', /is of nobody, not of exact x/);
  });
});
