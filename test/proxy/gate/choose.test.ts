import assert from 'node:assert/strict';
import { chooseChain, type Incoming } from '../../../src/proxy/gate/choose.js';
import type { ChainMatch } from '../../../src/proxy/gate/config.js';

const incoming = (more: Partial<Incoming> = {}): Incoming => ({
  destination: { host: '10.0.0.6', port: 20880 },
  source: { host: '10.0.0.5', port: 40000 },
  transport: 'raw_buffer',
  serverName: undefined,
  alpn: [],
  ...more,
});

/** The place of the chain that is taken. */
function chosen(matches: readonly ChainMatch[], more?: Partial<Incoming>): number | undefined {
  return chooseChain(
    matches.map((match, at) => ({ match, at })),
    incoming(more),
  )?.at;
}

// The rules are those of Envoy's documentation of FilterChainMatch: the order of the criteria, and no way back.
describe('the choice of a filter chain', () => {
  it('takes the chain of the port before one for all ports, and does not come back', () => {
    assert.equal(chosen([{}, { destinationPort: 20880 }]), 1);
    assert.equal(chosen([{}, { destinationPort: 20881 }]), 0);
    assert.equal(chosen([{}, { destinationPort: 20880, transport: 'tls' }]), undefined);
  });

  it('tells TLS from clear text, and then the protocols that are offered', () => {
    const chains: ChainMatch[] = [
      { transport: 'tls', alpn: ['istio', 'istio-peer-exchange'] },
      { transport: 'tls' },
      { transport: 'raw_buffer' },
    ];
    assert.equal(chosen(chains), 2);
    assert.equal(chosen(chains, { transport: 'tls', alpn: ['h2', 'istio'] }), 0);
    assert.equal(chosen(chains, { transport: 'tls', alpn: ['h2'] }), 1);
    assert.equal(chosen([{ alpn: ['h2'] }], { transport: 'tls' }), undefined);
  });

  it('takes the longest block of addresses', () => {
    const chains: ChainMatch[] = [
      { destinations: [{ address: '10.0.0.0', bits: 8 }] },
      {
        destinations: [
          { address: '0.0.0.0', bits: 0 },
          { address: '10.0.0.0', bits: 24 },
        ],
      },
      {},
    ];
    assert.equal(chosen(chains), 1);
    assert.equal(chosen(chains, { destination: { host: '10.1.0.1', port: 1 } }), 0);
    assert.equal(chosen(chains, { destination: { host: '11.1.0.1', port: 1 } }), 1);
    assert.equal(chosen(chains, { destination: { host: '::1', port: 1 } }), 2);
  });

  it('takes a name in full before one with a star, and the longer before the shorter', () => {
    const chains: ChainMatch[] = [
      { serverNames: ['*.com'] },
      { serverNames: ['*.shop.com'] },
      { serverNames: ['a.shop.com'] },
    ];
    const named = (serverName: string) => chosen(chains, { transport: 'tls', serverName });
    assert.deepStrictEqual(['A.shop.com', 'b.shop.com', 'shop.com', 'com', 'x.org'].map(named), [
      2,
      1,
      0,
      undefined,
      undefined,
    ]);
  });

  it('looks at where a connection comes from last', () => {
    const chains: ChainMatch[] = [
      { sourceType: 'SAME_IP_OR_LOOPBACK' },
      { sources: [{ address: '10.0.0.5', bits: 32 }], sourcePorts: [40000] },
      { sources: [{ address: '10.0.0.0', bits: 8 }] },
    ];
    assert.equal(chosen(chains), 1);
    assert.equal(chosen(chains, { source: { host: '10.0.0.9', port: 1 } }), 2);
    assert.equal(chosen(chains, { source: { host: '127.0.0.1', port: 1 } }), 0);
  });
});
