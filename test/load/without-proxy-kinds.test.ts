import assert from 'node:assert/strict';
import { load } from '../../src/load/load.js';
import { withoutProxyKinds } from '../../src/load/without-proxy-kinds.js';

const text = `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: redis-1, namespace: redis}
---
apiVersion: v1
kind: Service
metadata: {name: redis, namespace: redis}
`;

describe('kinds that only aeraki proxy reads', () => {
  it('are skipped for the other commands, with the reason, and the rest stays', async () => {
    const stdin = () => Promise.resolve(new TextEncoder().encode(text));
    const { documents, resources } = withoutProxyKinds(await load(['-'], { namespace: 'default', exclude: [], stdin }));
    assert.deepStrictEqual(
      documents.map(({ status }) => status),
      ['skipped', 'resource'],
    );
    const [first] = documents;
    assert.ok(first?.status === 'skipped');
    assert.deepStrictEqual(first.id, { kind: 'EndpointSlice', namespace: 'redis', name: 'redis-1' });
    assert.match(first.reason, /only aeraki proxy/);
    assert.deepStrictEqual(
      resources.map(({ kind }) => kind),
      ['Service'],
    );
  });
});
