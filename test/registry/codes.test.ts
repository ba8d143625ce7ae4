import { deepStrictEqual, ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntryDirectory } from '../../src/command/registry/entry-files.js';
import { load } from '../../src/load/load.js';
import { checkRules } from '../../src/registry/check/check.js';
import { convertDumps, statesOf } from '../../src/registry/convert/convert-dumps.js';
import { type ConvertOptions, defaultOptions } from '../../src/registry/convert/options.js';
import type { Dump } from '../../src/registry/dump/dump.js';
import { readDump } from '../../src/registry/dump/read.js';
import { folder } from '../cli/program.js';
import { zookeeperDump } from './dumps.js';

const host = 'com.shop.api.orderservice';
const provider = zookeeperDump(['10.1.0.1:20880', {}]);

function consulDump(Port: number, meta: Readonly<Record<string, string>> = {}): Dump {
  const instance = { Node: 'n', ServiceID: 'w', ServiceAddress: '10.1.0.1', ServicePort: Port, ServiceMeta: meta };
  return { registry: 'consul', catalogServices: { web: [] }, catalogService: { web: [instance] } };
}

function codes(dump: Dump, more: Partial<ConvertOptions> = {}): readonly string[] {
  const options = { ...defaultOptions, root: '/dubbo', level: 'both' as const, ...more };
  return convertDumps([{ dump, file: 'registry' }], options).findings.map(({ code }) => code);
}

/** Each finding of the registry that no other test raises, from what raises it. */
describe('registry: findings', () => {
  it('AER1201: a file that is no dump', () => {
    ok('problem' in readDump('{"registry": "telephone book"}'));
    ok('problem' in readDump('{"registry": "consul", "catalogServices": []}'));
  });

  it('AER1209: an entry whose name is none of a file', async () => {
    const place = await folder();
    try {
      const entry = {
        apiVersion: 'v1',
        kind: 'ServiceEntry',
        metadata: { name: '../up', namespace: 'shop' },
        spec: {},
      };
      const { findings } = await new EntryDirectory(place.path).write([entry], { prune: true, maxDeletes: '30%' });
      deepStrictEqual(
        findings.map(({ code }) => code),
        ['AER1209'],
      );
    } finally {
      place.remove();
    }
  });

  it('AER1221: no address that can be reached', () => {
    ok(codes(zookeeperDump(['0.0.0.0:20880', {}])).includes('AER1221'));
  });

  it('AER1233, AER1234: a real port 80, a protocol that nobody says', () => {
    const found = codes(consulDump(80), { defaultPort: true });
    ok(found.includes('AER1233') && found.includes('AER1234'), found.join());
  });

  it('AER1239: an entry of this registry whose service is gone', () => {
    const [old] = convertDumps([{ dump: provider, file: '' }], {
      ...defaultOptions,
      root: '/dubbo',
      level: 'both',
    }).entries;
    ok(old !== undefined);
    ok(codes({ registry: 'zookeeper', nodes: [], existing: [old] }).includes('AER1239'));
  });

  it('AER1237, AER1253: an entry of a person is left alone, or completed when that is asked for, by its own ports', () => {
    const hand = {
      ...{
        apiVersion: 'networking.istio.io/v1',
        kind: 'ServiceEntry',
        metadata: { name: 'orders', namespace: 'shop' },
      },
      spec: {
        hosts: [host],
        ports: [{ name: 'tcp-metaprotocol-mine', number: 9000 }],
        resolution: 'STATIC',
        addresses: ['240.240.0.1'],
      },
    };
    const dump: Dump = { ...provider, existing: [hand] };
    ok(codes(dump).includes('AER1237'));
    const options = { ...defaultOptions, root: '/dubbo', level: 'both' as const, complete: true };
    const { entries, findings } = convertDumps([{ dump, file: '' }], options);
    ok(findings.some(({ code }) => code === 'AER1253'));
    const [entry] = entries;
    deepStrictEqual(entry?.metadata, hand.metadata);
    deepStrictEqual({ ...entry?.spec, endpoints: undefined }, { ...hand.spec, endpoints: undefined });
    deepStrictEqual(
      entry?.spec?.endpoints?.map(({ address, ports }) => [address, { ...ports }]),
      [['10.1.0.1', { 'tcp-metaprotocol-mine': 20880 }]],
    );
    // What it has itself is its own.
    const full = { ...hand, spec: { ...hand.spec, endpoints: [{ address: '10.9.9.9' }] } };
    ok(codes({ ...provider, existing: [full] }, { complete: true }).includes('AER1237'));
  });

  it('AER1241, AER1243, AER1245, AER1246, AER1247: rules and registry beside each other', async () => {
    const consumer = encodeURIComponent(
      'consumer://10.1.9.9/x?interface=com.shop.api.OrderService&application=web&version=9',
    );
    const nodes = [
      ...('nodes' in provider ? (provider.nodes ?? []) : []),
      { path: `/dubbo/com.shop.api.OrderService/consumers/${consumer}` },
    ];
    const dump: Dump = { registry: 'zookeeper', nodes };
    const options = { ...defaultOptions, root: '/dubbo', level: 'both' as const };
    const { entries } = convertDumps([{ dump, file: '' }], options);
    const place = await folder();
    const file = join(place.path, 'rules.yaml');
    writeFileSync(
      file,
      `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: other, namespace: shop, labels: {manager: aeraki, registry: dubbo2istio}}
spec:
  hosts: [${host}]
  ports: [{name: tcp-metaprotocol-dubbo, number: 20880}]
  endpoints: [{address: 10.1.0.7, ports: {tcp-metaprotocol-dubbo: 20880}, labels: {registryName: default}}]
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders, namespace: shop}
spec:
  hosts: [${host}]
  routes: [{name: r, route: [{destination: {host: ${host}, port: {number: 1}}}]}]
`,
    );
    const { resources } = await load([file], { namespace: 'default', exclude: [] });
    place.remove();
    const states = statesOf({ dump, file: '' }, options);
    const found = new Set(checkRules({ entries, states, resources, file: '' }).map(({ code }) => code as string));
    for (const code of ['AER1241', 'AER1243', 'AER1245', 'AER1246', 'AER1247'])
      ok(found.has(code), `${code}: ${[...found].join()}`);
  });
});
