import { deepStrictEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../../../src/diagnostics/catalogue.js';
import type { Entry } from '../../../src/diagnostics/entry.js';
import { convertDumps } from '../../../src/registry/convert/convert-dumps.js';
import type { Converted } from '../../../src/registry/convert/converted.js';
import { defaultOptions } from '../../../src/registry/convert/options.js';
import type { Dump } from '../../../src/registry/dump/dump.js';
import { readDump } from '../../../src/registry/dump/read.js';
import { nacosDump, zookeeperDump } from '../dumps.js';

const folder = fileURLToPath(new URL('../../../../shared/cases-registry', import.meta.url));

function shared(name: string): Dump {
  const read = readDump(readFileSync(`${folder}/${name}/input.json`, 'utf8'));
  ok('dump' in read, JSON.stringify(read));
  return read.dump;
}

/** Entries as `namespace/name host port:name… → address:port…`. */
function summary({ entries }: Converted): readonly string[] {
  return entries.map(({ metadata, spec }) => {
    const ports = (spec?.ports ?? []).map(({ number, name }) => `${number}:${name}`).join(' ');
    const endpoints = (spec?.endpoints ?? []).map(
      ({ address, ports: own }) => `${address}:${[...new Set(Object.values(own ?? {}))].join('+')}`,
    );
    return `${metadata?.namespace}/${spec?.hosts?.[0]} ${ports} ${spec?.resolution} → ${endpoints.join(' ') || 'none'}`;
  });
}

const dubbo = '20880:tcp-metaprotocol-dubbo STATIC';
const order = 'com.shop.api.orderservice';

/** Defect by defect (registry.md, section 6): a state, what is made of it, and the code that says so. */
const table: readonly (readonly [
  defect: string,
  dump: () => Dump,
  code: string | undefined,
  entries: readonly string[],
])[] = [
  [
    'D-R4 the real port 80',
    () => shared('consul-port-80-no-default-port'),
    undefined,
    ['istio-system/orders 80:http-80 STATIC → 10.1.0.1:80'],
  ],
  [
    'D-R5 external',
    () => shared('consul-external'),
    'AER1231',
    ['istio-system/orders 8080:tcp-8080 STATIC → 10.1.0.1:8080'],
  ],
  [
    'D-R5 external is "false"',
    () => shared('consul-external-false'),
    undefined,
    ['istio-system/orders 8080:tcp-8080 STATIC → 10.1.0.1:8080'],
  ],
  [
    'D-R5 one of two',
    () => shared('consul-external-one-of-two'),
    'AER1231',
    [
      'istio-system/orders 8080:tcp-8080 STATIC → 10.1.0.1:8080',
      'istio-system/orders-https-external 443:https-443 DNS → api.example.com:443',
    ],
  ],
  [
    'D-R6 two protocols on one port',
    () => shared('consul-two-protocols-one-port'),
    'AER1235',
    [
      'istio-system/orders 8080:grpc-8080 STATIC → 10.1.0.2:8080',
      'istio-system/orders-http 8080:http-8080 STATIC → 10.1.0.1:8080',
    ],
  ],
  [
    'D-R6 only one says it',
    () => shared('consul-protocol-on-one'),
    undefined,
    ['istio-system/orders 8080:http-8080 STATIC → 10.1.0.1:8080 10.1.0.2:8080'],
  ],
  [
    'D-R7 unhealthy',
    () => shared('consul-unhealthy'),
    'AER1218',
    ['istio-system/orders 8080:tcp-8080 STATIC → 10.1.0.1:8080'],
  ],
  ['D-R8 port 0', () => shared('consul-port-0'), 'AER1220', []],
  ['D-R8 a port that is too large', () => shared('consul-port-large'), 'AER1220', []],
  [
    'D-R9 capitals',
    () => shared('consul-name-upper'),
    undefined,
    ['istio-system/orders-api 8080:tcp-8080 STATIC → 10.1.0.1:8080'],
  ],
  [
    'D-R10 tags that are no labels',
    () => shared('consul-tags-bad-labels'),
    'AER1224',
    ['istio-system/orders 8080:tcp-8080 STATIC → 10.1.0.1:8080'],
  ],
  [
    'D-R11 a host name',
    () => shared('consul-address-host-name'),
    'AER1222',
    ['istio-system/orders 8080:tcp-8080 DNS → orders.internal:8080'],
  ],
  [
    'D-R12 the registry itself',
    () => shared('consul-consul-itself'),
    'AER1229',
    ['istio-system/orders 8080:tcp-8080 STATIC → 10.1.0.1:8080'],
  ],
  [
    'D-R12 sidecars',
    () => shared('consul-sidecar-proxy'),
    'AER1229',
    ['istio-system/orders 8080:tcp-8080 STATIC → 10.1.0.1:8080'],
  ],
  [
    'D-R12 no selector',
    () => shared('consul-protocol-tcp-metaprotocol-dubbo'),
    'AER1230',
    ['istio-system/orders 8080:tcp-metaprotocol-dubbo-8080 STATIC → 10.1.0.1:8080'],
  ],
  [
    'D-R13 the order of ports',
    () => shared('consul-two-ports'),
    'AER1251',
    ['istio-system/orders 8080:tcp-8080 8081:tcp-8081 STATIC → 10.1.0.1:8080 10.1.0.2:8081'],
  ],
  [
    'D-R14 the last provider goes',
    () => shared('zookeeper-steps-remove-last'),
    'AER1236',
    [`shop/${order} ${dubbo} → none`],
  ],
  [
    'D-R15 another version',
    () => shared('zookeeper-steps-version-changes'),
    'AER1210',
    [`shop/${order}-2-0-0 ${dubbo} → 10.1.0.1:20880`],
  ],
  [
    'D-R16 no namespace',
    () => shared('zookeeper-no-namespace'),
    'AER1213',
    [`istio-system/${order} ${dubbo} → 10.1.0.1:20880`],
  ],
  [
    'D-R17 two ports',
    () => shared('zookeeper-two-ports'),
    'AER1216',
    [`shop/${order} ${dubbo} → 10.1.0.1:20880 10.1.0.2:20881`],
  ],
  [
    'D-R18 the port of the entry',
    () => shared('zookeeper-existing-port'),
    'AER1250',
    [`shop/${order} 20990:tcp-metaprotocol-dubbo STATIC → 10.1.0.1:20990`],
  ],
  ['D-R19 by hand', () => shared('zookeeper-existing-by-hand'), 'AER1237', []],
  [
    'D-R20 one host for two',
    () => zookeeperDump(['10.1.0.1:20880', { group: 'a', version: 'b' }], ['10.1.0.2:20880', { group: 'a-b' }]),
    'AER1212',
    [],
  ],
  [
    'D-R20 two nodes, one interface',
    () => shared('zookeeper-interfaces-share-host'),
    undefined,
    [`shop/com.shop.api.stock ${dubbo} → 10.1.0.1:20880 10.1.0.9:20880`],
  ],
  [
    'D-R21 an inner class',
    () => shared('zookeeper-inner-class'),
    'AER1211',
    [`shop/com.shop.api.outer-inner ${dubbo} → 10.1.0.1:20880`],
  ],
  [
    'D-R21 a namespace that is none',
    () => shared('zookeeper-namespace-not-a-label'),
    'AER1214',
    [`istio-system/${order} ${dubbo} → 10.1.0.1:20880`],
  ],
  [
    'D-R22 parameters named ip and port',
    () => shared('zookeeper-reserved-keys'),
    undefined,
    [`shop/${order} ${dubbo} → 10.1.0.1:20880`],
  ],
  [
    'D-R22 credentials',
    () => zookeeperDump(['user:hunter2@10.1.0.1:20880', {}]),
    undefined,
    [`shop/${order} ${dubbo} → 10.1.0.1:20880`],
  ],
  [
    'D-R22 IPv6',
    () => zookeeperDump(['[2001:db8::1]:20880', {}]),
    undefined,
    [`shop/${order} ${dubbo} → 2001:db8::1:20880`],
  ],
  [
    'D-R22 an equals sign and a question mark in a value',
    () => zookeeperDump(['10.1.0.1:20880', { note: 'a=b?c' }]),
    undefined,
    [`shop/${order} ${dubbo} → 10.1.0.1:20880`],
  ],
  ['D-R22 garbage', () => ({ registry: 'zookeeper', nodes: [{ path: '/dubbo/com.A/providers/%zz' }] }), 'AER1202', []],
  ['D-R23 a port out of range', () => shared('zookeeper-port-65536'), 'AER1220', []],
  ['D-R24 disabled', () => shared('zookeeper-settings'), 'AER1219', [`shop/${order} ${dubbo} → none`]],
  [
    'D-R24 a token',
    () => zookeeperDump(['10.1.0.1:20880', { token: 'hunter2' }]),
    'AER1223',
    [`shop/${order} ${dubbo} → 10.1.0.1:20880`],
  ],
  [
    'D-R25 Triple beside Dubbo',
    () => shared('zookeeper-triple-and-dubbo'),
    'AER1217',
    [`shop/${order} ${dubbo} → 10.1.0.2:20880`, `shop/${order}-tri 50051:http2-tri STATIC → 10.1.0.1:50051`],
  ],
  [
    'D-R25 Triple in Nacos',
    () => shared('nacos-triple'),
    undefined,
    [`shop/${order} 50051:http2-tri STATIC → 10.1.0.1:50051`],
  ],
  [
    'D-R26 by application',
    () => shared('zookeeper-application-level'),
    'AER1227',
    [`shop/${order} ${dubbo} → 10.1.0.1:20880`],
  ],
  [
    'D-R26 Triple by application',
    () => shared('zookeeper-real-dubbo-3.3.6-instance'),
    'AER1227',
    ['shop/com.shop.api.orders-eu-1-0-0 21990:http2-tri STATIC → 192.0.2.2:21990'],
  ],
  ['D-R26 an application without interfaces', () => shared('nacos-application-level'), 'AER1228', []],
  [
    'D-R27 a consumer',
    () => shared('nacos-consumer-with-namespace'),
    'AER1232',
    [`shop/${order} ${dubbo} → 10.1.0.1:20880`],
  ],
  ['D-R27 unhealthy', () => shared('nacos-unhealthy'), 'AER1218', [`shop/${order} ${dubbo} → 10.1.0.2:20880`]],
  [
    'D-R28 two Nacos groups',
    () => shared('nacos-same-interface-two-groups'),
    'AER1252',
    [`shop/${order}.g1 ${dubbo} → 10.1.0.1:20880`, `shop/${order}.g2 ${dubbo} → 10.1.0.2:20880`],
  ],
  [
    'D-R30 twice the same',
    () => nacosDump(['10.1.0.1', {}], ['10.1.0.1', { timestamp: '2' }]),
    'AER1225',
    [`shop/${order} ${dubbo} → 10.1.0.1:20880`],
  ],
  [
    'D-R30 selectors',
    () => shared('zookeeper-selector-differs'),
    'AER1226',
    [`shop/${order} ${dubbo} → 10.1.0.1:20880 10.1.0.2:20880`],
  ],
  [
    'D-R31 another namespace',
    () => shared('zookeeper-existing-other-namespace'),
    'AER1238',
    [`shop/${order} ${dubbo} → 10.1.0.1:20880`],
  ],
  ['D-R31 two namespaces', () => shared('zookeeper-two-namespaces'), 'AER1215', []],
];

describe('registry: what is made in place of a defect', () => {
  for (const [defect, dump, code, entries] of table) {
    it(defect, () => {
      const result = convertDumps([{ dump: dump(), file: 'registry' }], {
        ...defaultOptions,
        root: '/dubbo',
        level: 'both',
      });
      const found = result.findings.map((each) => each.code as string);
      if (code !== undefined) ok(found.includes(code), `no ${code} among ${found.join(', ')}`);
      const made = summary(result);
      if (entries.length > 0 || !['AER1212', 'AER1215'].includes(code ?? '')) deepStrictEqual(made, entries);
      const text = JSON.stringify(result);
      ok(!text.includes('hunter2'), 'a secret came out');
    });
  }

  it('gives the same, whatever the order of the registry', () => {
    const one = zookeeperDump(['10.1.0.1:20880', { group: 'a', version: 'b' }], ['10.1.0.2:20880', { group: 'a-b' }]);
    ok(one.registry === 'zookeeper' && one.nodes !== undefined);
    const other: Dump = { ...one, nodes: [...one.nodes].reverse() };
    const options = { ...defaultOptions, root: '/dubbo', level: 'both' as const };
    const entries = (dump: Dump) => convertDumps([{ dump, file: '' }], options).entries;
    deepStrictEqual(entries(one), entries(other));
    deepStrictEqual(new Set(entries(one).map(({ spec }) => spec?.hosts?.[0])).size, 2);
  });

  it('keeps the port of a service while some provider has it', () => {
    const options = { ...defaultOptions, root: '/dubbo', level: 'both' as const };
    const one = zookeeperDump(['10.1.0.2:20881', {}]);
    const two = zookeeperDump(['10.1.0.1:20880', {}], ['10.1.0.2:20881', {}], ['10.1.0.3:20880', {}]);
    const first = convertDumps([{ dump: one, file: '' }], options);
    const next = convertDumps([{ dump: two, file: '' }], options, [], first);
    deepStrictEqual(next.entries[0]?.spec?.ports?.[0]?.number, 20881);
    const restarted = convertDumps([{ dump: two, file: '' }], options, first.entries);
    deepStrictEqual(restarted.entries[0]?.spec?.ports?.[0]?.number, 20881);
    const last = convertDumps([{ dump: zookeeperDump(['10.1.0.1:20880', {}]), file: '' }], options, [], next);
    deepStrictEqual(last.entries[0]?.spec?.ports?.[0]?.number, 20880);
  });

  it('names a defect of the reference in the catalogue for every code that stands for one', () => {
    for (const [, , code] of table) {
      const entry = code === undefined ? undefined : (catalogue as Readonly<Record<string, Entry>>)[code];
      if (entry !== undefined) ok(/^D-R\d+$/.test(entry.defect ?? ''), String(code));
    }
  });
});
