import { readdirSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from '../parts/kube-client.js';
import { kinds, type Random, valid } from './generate.js';

const fixtures = 'test/golden/validate';
const group = 'networking.istio.io/';
const judged: ReadonlySet<string> = new Set([
  ...['ServiceEntry', 'VirtualService', 'DestinationRule', 'Gateway', 'Sidecar', 'WorkloadEntry'],
]);

/** Values of each type that one rule or another looks at. */
const texts = [
  ...[
    '',
    '*',
    '*.',
    '*.shop',
    '*shop',
    '*-a.b',
    'a',
    'a.b',
    'a.b.',
    '.a',
    'a..b',
    '1',
    'a.1',
    '1.2.3.4',
    '1.2.3',
    '::1',
  ],
  ...['10.0.0.0/8', '10.0.0.0/33', 'fd00::/8', 'unix:///run/x', 'unix://x', 'unix://@x', 'unix:///x/', 'orders.shop'],
  ...[
    './a.b',
    '*/*',
    '*/a.b',
    'ns/a',
    'ns/*',
    '~/*',
    'Ns_/a.b',
    '/a',
    'a/',
    '~',
    '.',
    'mesh',
    'shop/entry',
    'entry.shop',
  ],
  ...[
    '1s',
    '1ms',
    '0.5ms',
    '0s',
    '-1s',
    '1.0005s',
    '1h',
    'a_b',
    'A-b',
    `${'x'.repeat(64)}`,
    `${'x'.repeat(63)}.a`,
    'é',
  ],
  ...[
    '%A%',
    '%',
    '%%',
    '%A(b)%',
    '%A(["b"])%',
    '100%',
    '\u0001',
    'host',
    ':authority',
    ':path',
    'x-user',
    'x user',
    'Host',
  ],
  ...[
    'TCP',
    'tcp',
    'HTTP',
    'http2',
    'HTTPS',
    'TLS',
    'UDP',
    'GRPC-Web',
    'mongo',
    'X',
    '5xx',
    '5xx,reset',
    '503',
    '5xx, a',
  ],
  ...[
    '@request.auth.claims.a',
    '@request.auth.claims[a][b]',
    '[a',
    '(',
    'a+',
    '(?=a)',
    '\\1',
    'GET',
    'get',
    'UNAVAILABLE',
  ],
  ...['outbound_.80_._.a.b', 'outbound_.x_._.a', 'a/b/c', 'a/*', 'a/b/*', 'a//b', 'topology.istio.io/subzone', 'key*'],
  ...[
    'configmap://shop/ca',
    'configmap://x',
    'configmap://pay/ca',
    'kubernetes://a',
    '127.0.0.1:80',
    ':80',
    '[::1]:80',
  ],
];
const numbers = [0, 1, -1, 2, 79, 80, 100, 101, 199, 200, 302, 400, 600, 601, 65535, 65536, 20880, 65537, 5000011];

type Fields = Record<string, unknown>;

/** Objects near those of the fixtures of the layer, and such as the schemas alone allow; the same for the same seed. */
export function istioObjects(count: number, random: Random): readonly KubeObject[] {
  const seeds = seedObjects();
  const schemas = kinds().filter(({ apiVersion, kind }) => apiVersion.startsWith(group) && judged.has(kind));
  return Array.from({ length: count }, (_, index) => {
    const metadata = { name: `o${index}`, namespace: 'shop' };
    if (random.chance(0.15)) {
      const { kind, apiVersion, schema } = random.pick(schemas);
      const spec: unknown = JSON.parse(JSON.stringify(valid(schema.properties?.spec ?? {}, random), plain));
      return { apiVersion, kind, metadata, spec };
    }
    const seed = structuredClone(random.pick(seeds));
    const others = seeds.filter(({ kind }) => kind === seed.kind);
    for (let i = 1 + random.below(3); i > 0; i--)
      change(seed.spec as Fields, random.pick(others).spec as Fields, random);
    return { ...seed, metadata: { ...seed.metadata, ...metadata } };
  });
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'text' in value ? Number((value as Fields).text) : value;
}

function seedObjects(): readonly KubeObject[] {
  return fixtureObjects().filter(({ kind }) => judged.has(kind));
}

/** The objects of Istio in the fixtures of the layer. */
export function fixtureObjects(): readonly KubeObject[] {
  return readdirSync(fixtures)
    .filter((code) => code.startsWith('AER11'))
    .flatMap((code) => ['raises', 'clean'].map((name) => `${fixtures}/${code}/${name}.yaml`))
    .flatMap((file) => parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as KubeObject))
    .filter(({ apiVersion }) => apiVersion.startsWith(group));
}

/** One change at a random place: another value of the type, a field or item that goes or comes twice, one of another. */
function change(spec: Fields, other: Fields, random: Random): void {
  const holders = holdersOf(spec);
  const holder = random.pick(holders);
  const keys = Object.keys(holder);
  if (keys.length === 0 || random.chance(0.25)) {
    const [key, value] = random.pick(Object.entries(other));
    spec[key] = structuredClone(value);
    return;
  }
  const key = random.pick(keys);
  const value = holder[key];
  if (random.chance(0.15)) remove(holder, key);
  else if (Array.isArray(value) && value.length > 0) value.push(structuredClone(random.pick(value)));
  else if (typeof value === 'string') holder[key] = random.pick(texts);
  else if (typeof value === 'number') holder[key] = random.pick(numbers);
  else if (typeof value === 'boolean') holder[key] = !value;
  else if (isLabels(value)) value[random.pick(texts)] = random.pick(texts);
}

function remove(holder: Fields, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function isLabels(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => typeof each === 'string') &&
    Object.keys(value).length > 0
  );
}

function holdersOf(value: unknown): readonly Fields[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Fields, ...Object.values(value).flatMap(holdersOf)];
}
