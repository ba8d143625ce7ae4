/**
 * `aeraki validate --schema-only` beside kubeconform with the same schema, paired in one run: 2,000 files with 10,000
 * MetaRouters of 40 lines; the default mode on as many with two mistakes each; and a single small file beside `node -e 0`. Prints the figures side by side, and ends with 1
 * when a bound is not kept (seconds hang on the machine, so --strict asks for them too).
 *
 * Run: npm run build && npx tsx bench/validate.ts [--strict]. kubeconform is built once with Go, into the cache folder.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const version = 'v0.8.0';
const files = 2000;
const perFile = 5;
const rounds = 5;

const root = join(import.meta.dirname, '..');
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'aeraki', `kubeconform-${version}`);
const place = mkdtempSync(join(tmpdir(), 'aeraki-bench-'));

interface Measured {
  readonly seconds: number;
  /** Processor time of all threads. */
  readonly processor: number;
  readonly megabytes: number;
  readonly status: number | null;
}

/** Runs a program under GNU time, which knows its peak memory. */
function measure(program: string, args: readonly string[]): Measured {
  const report = join(place, 'time');
  const begin = process.hrtime.bigint();
  const { status } = spawnSync('/usr/bin/time', ['-o', report, '-f', '%U %S %M', program, ...args], {
    stdio: 'ignore',
  });
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const text = spawnSync('tail', ['-n', '1', report], { encoding: 'utf8' }).stdout;
  const [user = 0, system = 0, kilobytes = 0] = text.trim().split(' ').map(Number);
  return { seconds, processor: user + system, megabytes: kilobytes / 1024, status };
}

function metaRouter(index: number): string {
  const host = `service-${index}.shop-${index % 50}.svc.cluster.local`;
  return `---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata:
  name: router-${index}
  namespace: shop-${index % 50}
  labels:
    app: service-${index}
spec:
  hosts:
    - ${host}
  routes:
    - name: vip
      match:
        attributes:
          method:
            exact: pay
          user:
            prefix: vip-
      route:
        - destination:
            host: ${host}
            subset: v2
            port:
              number: 20880
          weight: 80
        - destination:
            host: ${host}
            subset: v1
          weight: 20
    - name: rest
      route:
        - destination:
            host: ${host}
            subset: v1
  localRateLimit:
    tokenBucket:
      fillInterval: 1s
      maxTokens: ${(index % 100) + 1}
      tokensPerFill: 10
`;
}

/** A field that is not known, and a number that is a text. */
function withTwoMistakes(router: string): string {
  return router.replace('attributes:', 'atributes:').replace('weight: 80', 'weight: "80"');
}

function kubeconform(): string | undefined {
  const program = join(cache, 'kubeconform');
  if (existsSync(program)) return program;
  const env = { ...process.env, GOBIN: cache };
  const built = spawnSync('go', ['install', `github.com/yannh/kubeconform/cmd/kubeconform@${version}`], {
    env,
    stdio: 'inherit',
  });
  return built.status === 0 ? program : undefined;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function row(name: string, runs: readonly Measured[]): string {
  const cells = [
    median(runs.map((run) => run.seconds)),
    median(runs.map((run) => run.processor)),
    median(runs.map((run) => run.megabytes)),
  ];
  return `${name.padEnd(34)}${cells.map((cell, index) => cell.toFixed(index === 2 ? 0 : 2).padStart(12)).join('')}\n`;
}

try {
  const tree = join(place, 'tree');
  mkdirSync(tree);
  for (let file = 0; file < files; file++) {
    const text = Array.from({ length: perFile }, (_, index) => metaRouter(file * perFile + index)).join('');
    writeFileSync(join(tree, `file-${String(file).padStart(4, '0')}.yaml`), text);
  }
  const broken = join(place, 'broken');
  mkdirSync(broken);
  for (let file = 0; file < files; file++) {
    const text = Array.from({ length: perFile }, (_, index) => withTwoMistakes(metaRouter(file * perFile + index)));
    writeFileSync(join(broken, `file-${String(file).padStart(4, '0')}.yaml`), text.join(''));
  }
  const small = join(place, 'small.yaml');
  writeFileSync(small, metaRouter(1));
  const schemas = join(place, 'schemas');
  mkdirSync(schemas);
  copyFileSync(join(root, 'schemas/metarouter.json'), join(schemas, 'metarouter-metaprotocol.aeraki.io-v1alpha1.json'));

  const other = kubeconform();
  const location = `${schemas}/{{ .ResourceKind }}-{{ .Group }}-{{ .ResourceAPIVersion }}.json`;
  const bin = join(root, 'bin/run.js');
  const ours: Measured[] = [];
  const whole: Measured[] = [];
  const theirs: Measured[] = [];
  const mistaken: Measured[] = [];
  const one: Measured[] = [];
  const nothing: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(measure(process.execPath, [bin, 'validate', tree, '--schema-only']));
    if (other !== undefined) theirs.push(measure(other, ['-n', '4', '-schema-location', location, tree]));
    whole.push(measure(process.execPath, [bin, 'validate', tree, '--layers', 'schema,webhook']));
    mistaken.push(measure(process.execPath, [bin, 'validate', broken]));
    one.push(measure(process.execPath, [bin, 'validate', small, '--schema-only']));
    nothing.push(measure(process.execPath, ['-e', '0']));
  }
  const right = [...ours, ...theirs, ...whole, ...one].every(({ status }) => status === 0);
  // What finds mistakes ends with 79.
  const found = mistaken.every(({ status }) => status === 79);
  process.stdout.write(
    `${''.padEnd(34)}${['seconds', 'processor s', 'MB'].map((head) => head.padStart(12)).join('')}\n`,
  );
  process.stdout.write(row('aeraki validate --schema-only', ours));
  process.stdout.write(row('aeraki, schema and webhook', whole));
  process.stdout.write(
    other === undefined ? 'kubeconform could not be built (Go is needed)\n' : row('kubeconform -n 4', theirs),
  );
  process.stdout.write(row('aeraki, 20,000 mistakes', mistaken));
  process.stdout.write(row('aeraki, one small file', one));
  process.stdout.write(row('node -e 0', nothing));

  const seconds = median(ours.map((run) => run.seconds));
  // Each round is a pair, so that what else the machine does weighs on both.
  const against = median(ours.map((run, index) => run.seconds / (theirs[index]?.seconds ?? Number.NaN)));
  const start = median(one.map((run, index) => run.seconds / (nothing[index]?.seconds ?? Number.NaN)));
  const memory = median(ours.map((run) => run.megabytes));
  const bounds: readonly (readonly [string, number, number, boolean])[] = [
    ['times kubeconform', against, 0.5, other !== undefined],
    ['times node -e 0', start, 3, true],
    ['MB', memory, 150, true],
    [
      's of processor for 20,000 mistakes',
      median(mistaken.map((run) => run.processor)),
      1.2,
      process.argv.includes('--strict'),
    ],
    ['seconds', seconds, 0.45, process.argv.includes('--strict')],
  ];
  let kept = right && found;
  for (const [unit, value, most, counts] of bounds) {
    const ok = !counts || value <= most;
    kept &&= ok;
    process.stdout.write(`${value.toFixed(2)} ${unit} (at most ${most})${ok ? '' : ' — NOT KEPT'}\n`);
  }
  process.exitCode = kept ? 0 : 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}
