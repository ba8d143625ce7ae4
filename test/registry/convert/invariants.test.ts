import { deepStrictEqual, ok } from 'node:assert/strict';
import { convertDumps } from '../../../src/registry/convert/convert-dumps.js';
import type { Converted } from '../../../src/registry/convert/converted.js';
import { ConvertMemo } from '../../../src/registry/convert/memo.js';
import { defaultOptions } from '../../../src/registry/convert/options.js';
import type { ConsulDump, ConsulInstance } from '../../../src/registry/dump/dump.js';
import { readDump } from '../../../src/registry/dump/read.js';
import type { StateOptions } from '../../../src/registry/live/client.js';
import { ConsulCatalog } from '../../../src/registry/live/consul-catalog.js';
import type { RegistryState } from '../../../src/registry/model.js';
import { convertConsul } from '../../../src/registry/reference/consul.js';
import { ConsulReader, readConsul } from '../../../src/registry/services/consul.js';
import { DubboTree } from '../../../src/registry/services/dubbo-tree.js';
import { readStates } from '../../../src/registry/services/read.js';
import { Random } from '../../fuzz/random.js';
import { randomNode } from './random-tree.js';

const places = { registry: 'etcd', root: '/dubbo', servicesRoot: '/services' } as const;
const level = 'both' as const;
const options = { ...defaultOptions, root: '/dubbo', level };

type Read = (asked: StateOptions) => RegistryState;

function converted(state: Read, before?: Converted, memo?: ConvertMemo): Converted {
  const named = {
    file: 'registry',
    state,
    get dump(): never {
      throw new Error('the state is there');
    },
  };
  return convertDumps([named], options, before?.entries ?? [], before, memo);
}

/** What is told, without an order; what is made, as it comes. */
function plain({ entries, services, findings }: Converted): unknown {
  return JSON.parse(
    JSON.stringify([entries, services, findings.map(({ code, message }) => `${code} ${message}`).sort()]),
  );
}

describe('registry: what holds for any state of a registry', function () {
  this.timeout(120_000);
  it('bit by bit, with all that is remembered, comes to what a conversion from scratch comes to', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const random = new Random(seed);
      const next = (end: number): number => random.below(end);
      const tree = new DubboTree(places);
      const kept = new Set<string>();
      const memo = new ConvertMemo();
      let before: Converted | undefined;
      for (let turn = 0; turn < 25; turn++) {
        for (let times = next(turn === 0 ? 30 : 3); times >= 0; times--) {
          const path =
            next(3) === 0 ? ([...kept][next(Math.max(1, kept.size))] ?? randomNode(random)) : randomNode(random);
          if (kept.delete(path)) tree.delete(path);
          else tree.put(kept.add(path) && path, '');
        }
        const fresh = new DubboTree(places);
        for (const path of kept) fresh.put(path, '');
        const wanted = converted((asked) => fresh.state(asked), before);
        const given = converted((asked) => tree.state(asked), before, memo);
        deepStrictEqual(plain(given), plain(wanted), `seed ${seed}, turn ${turn}`);
        before = given;
      }
    }
  });

  it('does not depend on the order of the nodes, and is the same once it is there', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = new Random(seed);
      const next = (end: number): number => random.below(end);
      const paths = [...new Set(Array.from({ length: 5 + next(60) }, () => randomNode(random)))];
      const shuffled = paths.map((path) => [next(1000), path] as const).sort(([a], [b]) => a - b);
      for (const registry of ['zookeeper', 'etcd'] as const) {
        const dumpOf = (all: readonly string[]) =>
          registry === 'zookeeper'
            ? { registry, nodes: all.map((path) => ({ path })) }
            : { registry, kvs: all.map((key) => ({ key })) };
        const read = (all: readonly string[]): Read => {
          const [state] = readStates(dumpOf(all), { root: '/dubbo', level });
          ok(state);
          return () => state;
        };
        const first = converted(read(paths));
        deepStrictEqual(plain(converted(read(shuffled.map(([, path]) => path)))), plain(first), `seed ${seed}`);
        const again = convertDumps([{ dump: dumpOf(paths), file: 'registry' }], options, first.entries);
        deepStrictEqual(JSON.parse(JSON.stringify(again.entries)), JSON.parse(JSON.stringify(first.entries)));
        const names = first.entries.map(({ metadata }) => `${metadata?.namespace}/${metadata?.name}`);
        deepStrictEqual(names.length, new Set(names).size);
        for (const { metadata, spec } of first.entries) {
          ok(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/.test(metadata?.name ?? ''), metadata?.name);
          for (const { labels = {} } of spec?.endpoints ?? []) {
            ok(!Object.values(labels).includes('s3cret') && !('timestamp' in labels), JSON.stringify(labels));
          }
        }
      }
    }
  });

  it('an entry that is there already is the same entry, also of registries that give it no annotation', () => {
    const port = { $: 8080, '@enabled': 'true' };
    const web = { Node: 'n', ServiceID: 'w', ServiceName: 'web', ServiceAddress: '10.0.0.1', ServicePort: 8080 };
    for (const dump of [
      { registry: 'consul', catalogServices: { web: [] }, catalogService: { web: [web] }, health: {} },
      { registry: 'eureka', applications: [{ name: 'WEB', instance: [{ ipAddr: '10.0.0.1', status: 'UP', port }] }] },
      {
        registry: 'nacos',
        services: [
          { namespaceId: '', groupName: 'g', name: 'web', hosts: [{ ip: '10.0.0.1', port: 8080, metadata: {} }] },
        ],
      },
    ]) {
      const read = readDump(JSON.stringify(dump));
      ok('dump' in read, JSON.stringify(read));
      const named = { dump: read.dump, file: 'registry' };
      const first = convertDumps([named], options);
      deepStrictEqual(first.entries.length, 1);
      const again = convertDumps([named], options, first.entries);
      // Key by key as well: a file is written again when its text is another.
      deepStrictEqual(JSON.stringify(again.entries), JSON.stringify(first.entries), dump.registry);
    }
  });

  it('Consul part by part, in any order and health, comes to what the whole comes to', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = new Random(seed);
      const next = (end: number): number => random.below(end);
      const catalog = new ConsulCatalog();
      const reader = new ConsulReader();
      const nodes = new Map<string, ConsulInstance[]>();
      let checks: { Node: string; CheckID: string; ServiceID: string; Status: string }[] = [];
      for (let turn = 0; turn < 30; turn++) {
        const Node = `n${next(4)}`;
        const instances = Array.from({ length: next(6) }, (_, at): ConsulInstance => {
          const name = ['orders', 'stock', '__proto__', 'consul'][next(4)] ?? '';
          return {
            ...{ Node, Address: `10.0.0.${Node.slice(1)}`, ServiceID: `${name}-${at}`, ServiceName: name },
            ...{ ServicePort: 80 + next(2), ServiceTags: [`zone|${next(2)}`] },
          };
        });
        nodes.set(Node, instances);
        catalog.put(
          Node,
          instances.map((each) => ({ ...each })),
        );
        if (next(5) === 0) {
          catalog.keep(new Set(['n0', 'n1', 'n2']));
          nodes.delete('n3');
        }
        if (next(2) === 0) {
          const of = { Node: `n${next(4)}`, CheckID: 'c', Status: next(2) === 0 ? 'critical' : 'warning' };
          checks = [...checks.slice(-2), { ...of, ServiceID: next(3) === 0 ? '' : `orders-${next(3)}` }];
          catalog.putChecks('critical', checks);
        }
        const whole = new ConsulCatalog();
        for (const [name, list] of [...nodes].reverse()) whole.put(name, list);
        whole.putChecks('critical', checks);
        const [now, fresh]: readonly ConsulDump[] = [catalog.dump(), whole.dump()];
        deepStrictEqual(JSON.stringify(now), JSON.stringify(fresh), `seed ${seed}, turn ${turn}`);
        ok(now && fresh);
        const plainState = (state: RegistryState): string => JSON.stringify(state.services);
        deepStrictEqual(plainState(reader.read(now, 'default')), plainState(readConsul(fresh, 'default')));
        ok(catalog.dump() === now, 'nothing changed, and it is another dump');
      }
    }
  });

  it('a name that every object of JavaScript has is a name like any other', () => {
    const names = ['__proto__', 'constructor', 'toString', 'orders'];
    const text = JSON.stringify({ registry: 'consul', catalogServices: {}, catalogService: {}, health: {} }).replace(
      '"catalogServices":{}',
      `"catalogServices":{${names.map((name) => `"${name}":[]`).join()}}`,
    );
    const read = readDump(text);
    ok('dump' in read && read.dump.registry === 'consul');
    deepStrictEqual(
      readConsul(read.dump, 'default').services.map(({ name, instances }) => [name, instances]),
      names.map((name) => [name, []]),
    );
    deepStrictEqual(convertConsul(read.dump).length, names.length);
  });
});
