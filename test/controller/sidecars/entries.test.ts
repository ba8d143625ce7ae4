import assert from 'node:assert/strict';
import { Entries } from '../../../src/controller/sidecars/entries.js';
import { knownOf } from '../../../src/controller/sidecars/reports.js';
import { buildMesh } from '../../../src/scope/scope.js';
import { meshSettings } from '../../../src/scope/settings.js';
import { findWorkloads } from '../../../src/traffic/workloads.js';
import { host, service, shop } from './mesh.js';
import { resourceOf } from './resource.js';

const from = { address: '10.0.0.1', namespace: undefined };
const known = (...more: Parameters<typeof resourceOf>[0][]) => {
  const resources = [...shop(), ...more].map(resourceOf);
  const settings = meshSettings(resources, 'istio-system', 'cluster.local', () => undefined);
  return () => knownOf(buildMesh(resources, settings), findWorkloads(resources));
};
const call = (name: string) => ({ cluster: `outbound|8080||${host(name)}`, from: '10.0.0.1', to: undefined });

describe('controller: entries of access logs that wait to be judged', () => {
  const learnt = (entries: Entries, against = known()): readonly string[] => {
    const found: string[] = [];
    entries.judge(against, (workload, name) => found.push(`${workload} ${name}`));
    return found;
  };

  it('are so many at most, and one that found no room counts when it is said again', () => {
    const entries = new Entries(2);
    const all = [call('web'), call('orders'), call('pay')];
    assert.equal(entries.take(all, from), true);
    assert.equal(entries.counts.dropped, 1);
    assert.deepEqual(learnt(entries), [`shop/web ${host('web')}`, `shop/web ${host('orders')}`]);
    assert.equal(entries.take(all, from), true);
    assert.deepEqual(learnt(entries), [`shop/web ${host('pay')}`]);
    assert.deepEqual(entries.counts, { learnt: 3, 'not-a-call': 0, unknown: 0, 'not-its-own': 0, dropped: 1 });
  });

  it('are looked at once, and again when services have changed if they counted for nothing', () => {
    const entries = new Entries();
    const all = [call('orders'), call('new')];
    entries.take(all, from);
    assert.deepEqual(learnt(entries), [`shop/web ${host('orders')}`]);
    assert.equal(entries.take(all, from), false);
    entries.hearUnheeded();
    assert.equal(entries.take(all, from), true);
    assert.deepEqual(learnt(entries, known(service('new', 9))), [`shop/web ${host('new')}`]);
    entries.hearUnheeded();
    assert.equal(entries.take(all, from), false);
    entries.hearAll();
    assert.equal(entries.take(all, from), true);
  });

  it('are not kept where a name is longer than any is', () => {
    const entries = new Entries();
    assert.equal(entries.take([call('a'.repeat(1_000))], from), false);
    assert.equal(entries.counts['not-a-call'], 1);
  });
});
