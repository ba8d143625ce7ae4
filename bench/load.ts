/**
 * Documents a second: our loader beside js-yaml and `yaml` alone, on 5,000 ServiceEntries and 5,000 MetaRouters of about
 * 40 lines in one file. Run: npx tsx bench/load.ts [documents]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsYaml from 'js-yaml';
import { LineCounter, parseAllDocuments } from 'yaml';
import { load } from '../src/load/load.js';

const count = Number(process.argv[2] ?? 10_000);
const rounds = 5;

function serviceEntry(index: number): string {
  const ports = [20880, 20881, 20882].flatMap((port) => [
    `  - name: tcp-metaprotocol-dubbo-${port}`,
    `    number: ${port}`,
    '    protocol: TCP',
    `    targetPort: ${port}`,
  ]);
  const endpoints = [1, 2, 3].flatMap((host) => [
    `  - address: 10.${index >> 8}.${index & 255}.${host}`,
    '    labels:',
    `      version: v${host}`,
    '    ports:',
    '      tcp-metaprotocol-dubbo-20880: 20880',
  ]);
  return [
    'apiVersion: networking.istio.io/v1beta1',
    'kind: ServiceEntry',
    'metadata:',
    `  name: service-${index}`,
    '  namespace: shop',
    '  annotations:',
    `    interface: org.example.Service${index}`,
    'spec:',
    '  hosts:',
    `  - service-${index}.shop.svc.cluster.local`,
    '  addresses:',
    `  - 240.240.${index >> 8}.${index & 255}`,
    '  location: MESH_INTERNAL',
    '  resolution: STATIC',
    '  ports:',
    ...ports,
    '  endpoints:',
    ...endpoints,
    '',
  ].join('\n');
}

function metaRouter(index: number): string {
  const routes = [1, 2, 3].flatMap((version) => [
    `  - name: v${version}`,
    '    match:',
    '      attributes:',
    '        method:',
    `          exact: method${version}`,
    '    route:',
    '    - destination:',
    `        host: service-${index}.shop.svc.cluster.local`,
    `        subset: v${version}`,
    '      weight: 100',
  ]);
  return [
    'apiVersion: metaprotocol.aeraki.io/v1alpha1',
    'kind: MetaRouter',
    'metadata:',
    `  name: router-${index}`,
    '  namespace: shop',
    'spec:',
    '  hosts:',
    `  - service-${index}.shop.svc.cluster.local`,
    '  routes:',
    ...routes,
    '',
  ].join('\n');
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

const half = Math.ceil(count / 2);
const text = Array.from({ length: half }, (_, index) => `${serviceEntry(index)}---\n${metaRouter(index)}`).join(
  '---\n',
);
const directory = mkdtempSync(join(tmpdir(), 'aeraki-bench-'));
const file = join(directory, 'all.yaml');
writeFileSync(file, text);
const ways: Readonly<Record<string, () => unknown>> = {
  'aeraki load': () => load([file], { namespace: 'default', exclude: [] }),
  'js-yaml alone': () => jsYaml.loadAll(text),
  'yaml alone, with positions': () => parseAllDocuments(text, { lineCounter: new LineCounter() }),
};
try {
  const [first] = Object.keys(ways);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const kept = await ways[first ?? '']?.();
  const cold = performance.now() - start;
  const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
  console.log(`${half * 2} documents, ${text.split('\n').length} lines, ${(text.length / 1e6).toFixed(1)} MB`);
  console.log(
    `first run of ${first}: ${cold.toFixed(0)} ms, ${grown.toFixed(0)} MB more resident memory${kept ? '' : '!'}`,
  );
  const times = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(ways)) {
      const began = performance.now();
      await run();
      times.get(name)?.push(performance.now() - began);
    }
  }
  for (const [name, values] of times) {
    const time = median(values);
    console.log(`${name}: ${time.toFixed(0)} ms, ${((half * 2 * 1000) / time).toFixed(0)} documents a second`);
  }
} finally {
  rmSync(directory, { recursive: true });
}
