/**
 * `aeraki translate` at scale: ServiceEntries with as many MetaRouters, in one file, to YAML. Beside it, in the same run,
 * what nobody can do without: js-yaml reads the same file and writes what it read. Peak memory by GNU time.
 *
 * Run: npm run build && npx tsx bench/translate.ts [services …]   (5000 and 20000 unless told)
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const rounds = 5;
const root = join(import.meta.dirname, '..');
const place = mkdtempSync(join(tmpdir(), 'aeraki-bench-'));

interface Measured {
  readonly seconds: number;
  /** Processor time of all threads, in seconds. */
  readonly processor: number;
  readonly megabytes: number;
}

/** @param selector left out, every service has a warning (D16), which costs its place and a line on standard error */
const documents = (index: number, selector: boolean): string => {
  const host = `service-${index}.shop.svc.cluster.local`;
  const routes = [1, 2, 3].map(
    (version) => `  - name: v${version}
    match:
      attributes:
        interface:
          exact: org.apache.dubbo.samples.basic.api.DemoService
        method:
          exact: method${version}
    route:
    - destination:
        host: ${host}
        subset: v${version}
`,
  );
  return `apiVersion: networking.istio.io/v1beta1
kind: ServiceEntry
metadata:
  name: service-${index}
  namespace: shop
  annotations:
    interface: org.apache.dubbo.samples.basic.api.DemoService
spec:
  hosts:
  - ${host}
  addresses:
  - 240.240.${index >> 8}.${index & 255}
  location: MESH_INTERNAL${selector ? `\n  workloadSelector:\n    labels:\n      app: service-${index}` : ''}
  resolution: STATIC
  ports:
  - name: tcp-metaprotocol-dubbo
    number: 20880
    protocol: TCP
    targetPort: 20880
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata:
  name: router-${index}
  namespace: shop
spec:
  hosts:
  - ${host}
  routes:
${routes.join('')}---
`;
};

function measure(args: readonly string[], result: string): Measured {
  const report = join(place, 'time');
  const out = openSync(result, 'w');
  const begin = process.hrtime.bigint();
  const { status } = spawnSync('/usr/bin/time', ['-o', report, '-f', '%U %S %M', process.execPath, ...args], {
    stdio: ['ignore', out, 'ignore'],
  });
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  closeSync(out);
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  const text = spawnSync('tail', ['-n', '1', report], { encoding: 'utf8' }).stdout;
  const [user = 0, system = 0, kilobytes = 0] = text.trim().split(' ').map(Number);
  return { seconds, processor: user + system, megabytes: kilobytes / 1024 };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const baseline = `const {loadAll,dump}=require('js-yaml');for(const d of loadAll(require('fs').readFileSync(process.argv[1],'utf8')))process.stdout.write(dump(d)+'---\\n')`;
const counts = process.argv.slice(2).map(Number);
const firstTimes: number[] = [];
try {
  for (const count of counts.length === 0 ? [5_000, 20_000] : counts) {
    const file = join(place, `${count}.yaml`);
    const input = openSync(file, 'w');
    for (let index = 0; index < count; index += 1) writeSync(input, documents(index, true));
    closeSync(input);
    const warned = join(place, `${count}-warned.yaml`);
    const second = openSync(warned, 'w');
    for (let index = 0; index < count; index += 1) writeSync(second, documents(index, false));
    closeSync(second);
    const result = join(place, 'out.yaml');
    const ways: readonly (readonly [string, readonly string[]])[] = [
      ['aeraki translate', [join(root, 'bin', 'run.js'), 'translate', file]],
      ['with a warning for each', [join(root, 'bin', 'run.js'), 'translate', warned]],
      ['js-yaml reads and writes', ['-e', baseline, file]],
    ];
    const runs = ways.map((): Measured[] => []);
    for (let round = 0; round < rounds; round += 1) {
      ways.forEach(([, args], index) => {
        runs[index]?.push(measure(args, result));
      });
    }
    console.log(`${count} ServiceEntries and ${count} MetaRouters, ${(statSync(file).size / 1e6).toFixed(1)} MB`);
    ways.forEach(([name], index) => {
      const own = runs[index] ?? [];
      const seconds = own.map((run) => run.seconds);
      if (index === 0) firstTimes.push(median(seconds));
      console.log(
        `  ${name.padEnd(26)}${median(seconds).toFixed(2)} s (least ${Math.min(...seconds).toFixed(2)} s)` +
          `, ${median(own.map((run) => run.processor)).toFixed(2)} s of processor, ${median(own.map((run) => run.megabytes)).toFixed(0)} MB`,
      );
    });
  }
  const [small, large] = firstTimes;
  if (small !== undefined && large !== undefined) {
    console.log(`the larger against the smaller: ${(large / small).toFixed(2)} × the time`);
  }
} finally {
  rmSync(place, { recursive: true });
}
