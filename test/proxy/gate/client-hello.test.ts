import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { connect } from 'node:tls';
import { sniff } from '../../../src/proxy/gate/client-hello.js';
import { seeded } from '../fixture.js';

/** What Node's own TLS sends first. */
async function hello(options: { servername?: string; ALPNProtocols?: string[] }): Promise<Buffer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const octets = new Promise<Buffer>((resolve) => {
    server.once('connection', (socket) => socket.once('data', (chunk: Buffer) => resolve(chunk) ?? socket.destroy()));
  });
  const address = server.address() as { port: number };
  const client = connect({ host: '127.0.0.1', port: address.port, ...options }).on('error', () => {});
  const found = await octets;
  client.destroy();
  server.close();
  return found;
}

describe('the first octets of a connection', () => {
  it('are read as the ClientHello that a TLS library sends', async () => {
    const octets = await hello({ servername: 'outbound_.20880_.v1_.orders.shop', ALPNProtocols: ['istio', 'h2'] });
    const known = { serverName: 'outbound_.20880_.v1_.orders.shop', alpn: ['istio', 'h2'] };
    assert.deepStrictEqual(sniff(octets), known);
    for (let length = 0; length < octets.length; length++) assert.equal(sniff(octets.subarray(0, length)), 'more');
    // Cut into records of eleven octets, as RFC 8446 5.1 allows.
    const records: Buffer[] = [];
    for (let at = 5; at < octets.length; at += 11) {
      const part = octets.subarray(at, at + 11);
      records.push(Buffer.from([22, 3, 1, 0, part.length]), part);
    }
    assert.deepStrictEqual(sniff(Buffer.concat(records)), known);
    assert.deepStrictEqual(sniff(await hello({})), { serverName: undefined, alpn: [] });
  });

  it('are clear where they are no TLS, whatever they are', () => {
    for (const text of [
      'GET / HTTP/1.1',
      '\xda\xbb\xc2\0',
      '\x16\x09',
      '\x16\x03\x01\0\0',
      '\x16\x03\x01\0\x04\x02\0\0\0',
    ]) {
      assert.equal(sniff(Buffer.from(text, 'latin1')), 'clear', text);
    }
    assert.equal(sniff(Buffer.alloc(0)), 'more');
  });

  it('never raise, however they are spoilt', async () => {
    const octets = await hello({ servername: 'orders.shop', ALPNProtocols: ['istio'] });
    const random = seeded(17);
    for (let round = 0; round < 5_000; round++) {
      const spoilt = Buffer.from(octets);
      for (let change = 0; change < 3; change++)
        spoilt[Math.floor(random() * spoilt.length)] = Math.floor(random() * 256);
      sniff(spoilt.subarray(0, Math.floor(random() * (spoilt.length + 1))));
    }
  });
});
