import assert from 'node:assert/strict';
import { openDump } from '../../src/inspect/dump.js';
import { statusOfControlPlane } from '../../src/inspect/sync/control-plane.js';
import { statusOfDump } from '../../src/inspect/sync/dump.js';
import { syncTable } from '../../src/inspect/sync/sync.js';

const envoy = 'type.googleapis.com/envoy.admin.v3';
const dumpOf = (...configs: readonly object[]) => openDump('dump', Buffer.from(JSON.stringify({ configs })));

describe('the state of a proxy', () => {
  it('is stale where something is refused or warming, whatever else is in use', () => {
    const dump = dumpOf(
      { '@type': `${envoy}.BootstrapConfigDump`, bootstrap: { node: { id: 'sidecar~1.2.3.4~a.shop~shop.svc.x' } } },
      {
        '@type': `${envoy}.ListenersConfigDump`,
        dynamic_listeners: [
          { name: 'good', active_state: { listener: { name: 'good' } } },
          { name: 'bad', error_state: { details: 'no such filter' }, active_state: { listener: { name: 'bad' } } },
          { name: 'slow', warming_state: { listener: { name: 'slow' } } },
        ],
      },
      { '@type': `${envoy}.ClustersConfigDump`, dynamic_warming_clusters: [{ cluster: { name: 'c' } }] },
    );
    const findings: Parameters<typeof statusOfDump>[1] = [];
    const { name, types } = statusOfDump(dump, findings);
    assert.equal(name, 'a.shop');
    assert.deepEqual(types.LDS, { state: 'STALE', note: '1 refused, 1 warming' });
    assert.deepEqual(types.CDS, { state: 'STALE', note: '1 warming' });
    assert.deepEqual(types.RDS, { state: 'NOT SENT', note: '' });
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['AER0608'],
    );
  });

  it('stays open for what is not in a part of a dump', () => {
    const part = { '@type': `${envoy}.ClustersConfigDump.DynamicCluster`, cluster: { name: 'c' }, version_info: '1' };
    const { types } = statusOfDump(dumpOf(part), []);
    assert.deepEqual(Object.keys(types), ['CDS']);
  });
});

describe('the state of proxies, as control planes say it', () => {
  it('is read from syncz: sent and acknowledged are the same, or not', () => {
    const [proxy] =
      statusOfControlPlane(
        [
          {
            cluster_id: 'Kubernetes',
            proxy: 'a.shop',
            istio_version: '1.20.0',
            cluster_sent: 'n1',
            cluster_acked: 'n1',
            listener_sent: 'n2',
            listener_acked: 'n1',
            route_sent: 'n3',
          },
        ],
        'istiod-1',
      ) ?? [];
    assert.deepEqual(syncTable(proxy ? [proxy] : []).rows, [
      ['a.shop', 'Kubernetes', 'SYNCED', 'STALE', 'NOT SENT', 'STALE', 'NOT SENT', 'istiod-1', '1.20.0'],
    ]);
  });

  it('is read from what istioctl prints as JSON', () => {
    const type = 'type.googleapis.com/envoy.config';
    const resources = [
      {
        node: { id: 'router~1.2.3.4~gw.edge~edge.svc.x', metadata: { CLUSTER_ID: 'c1', ISTIO_VERSION: '1.26.0' } },
        genericXdsConfigs: [
          { typeUrl: `${type}.cluster.v3.Cluster`, configStatus: 'SYNCED' },
          { typeUrl: `${type}.route.v3.RouteConfiguration`, configStatus: 'ERROR' },
          { typeUrl: `${type}.listener.v3.Listener`, configStatus: 'NOT_SENT' },
        ],
      },
    ];
    const [proxy] = statusOfControlPlane({ resources }, 'x') ?? [];
    assert.equal(proxy?.name, 'gw.edge');
    assert.deepEqual(
      [proxy?.types.CDS?.state, proxy?.types.RDS, proxy?.types.LDS?.state],
      ['SYNCED', { state: 'STALE', note: 'refused' }, 'NOT SENT'],
    );
  });

  it('is read from the clients of rds serve', () => {
    const resource = (state: string) => ({ name: state, current: null, accepted: null, refused: null, state });
    const states = (...all: readonly string[]) =>
      statusOfControlPlane([{ client: '1.2.3.4:5#1', node: null, resources: all.map(resource) }], 'rds')?.[0]?.types
        .AERAKI;
    assert.deepEqual(states('accepted'), { state: 'SYNCED', note: '' });
    assert.deepEqual(states('accepted', 'missing'), { state: 'SYNCED', note: '1 not served' });
    assert.deepEqual(states('missing'), { state: 'NOT SENT', note: '1 not served' });
    assert.deepEqual(states('accepted', 'refused', 'waiting'), {
      state: 'STALE',
      note: '1 refused, 1 not accepted yet',
    });
    assert.deepEqual(states(), { state: 'IGNORED', note: '' });
  });

  it('is not made up from other JSON', () => {
    for (const other of [null, 1, {}, [1], [{ name: 'x' }], { resources: [{}] }]) {
      assert.equal(statusOfControlPlane(other, 'x'), undefined, JSON.stringify(other));
    }
    assert.deepEqual(statusOfControlPlane([], 'x'), []);
  });
});
