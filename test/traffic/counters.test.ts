import assert from 'node:assert/strict';
import { readCounters } from '../../src/traffic/counters.js';

describe('traffic: counters of a proxy', () => {
  it('requests, else connections; only outbound clusters of the mesh', () => {
    const status = (name: string, ...stats: object[]) => ({ name, host_statuses: [{ stats }] });
    const answer = {
      cluster_statuses: [
        status(
          'outbound|80||a.shop.svc.cluster.local',
          { name: 'rq_total', value: '12' },
          { name: 'cx_total', value: '3' },
        ),
        status('outbound|20880|v1|orders.example.com', { name: 'rq_total' }, { name: 'cx_total', value: '2' }),
        status('outbound|81||never.shop.svc.cluster.local', { name: 'rq_total' }),
        status('inbound|80||', { name: 'rq_total', value: '5' }),
        status('xds-grpc', { name: 'rq_total', value: '5' }),
      ],
    };
    assert.deepStrictEqual(readCounters(answer), [
      { host: 'a.shop.svc.cluster.local', port: 80, count: 12 },
      { host: 'orders.example.com', port: 20880, count: 2 },
    ]);
    for (const other of [undefined, 1, [], { configs: [] }]) assert.equal(readCounters(other), undefined);
  });
});
