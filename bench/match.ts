/**
 * How fast routes are chosen and tests are run. `npx tsx bench/match.ts` prints the figures and fails below the goals:
 * 500,000 decisions a second over 50 routes without regular expressions, 10,000 cases over 500 routes in a second (of
 * CPU where the machine has other work).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attributesOf } from '../src/match/attributes.js';
import { compileRoutes } from '../src/match/routes.js';
import type { HeaderMatcher } from '../src/model/envoy.js';
import { toYamlStream } from '../src/output/yaml.js';

const ROUTES = 50;
const GOAL_DECISIONS = 500_000;
const TEST_ROUTES = 500;
const TEST_CASES = 10_000;
const GOAL_TEST_MS = 1000;

/** Three matchers a route, as in a busy MetaRouter: an interface, a method and a user. */
function matchers(index: number, pattern: boolean): readonly HeaderMatcher[] {
  return [
    { name: 'interface', exactMatch: 'com.example.shop.OrderService' },
    index % 2 === 0
      ? { name: 'method', exactMatch: `method${index}` }
      : { name: 'method', prefixMatch: `method${index}` },
    pattern
      ? { name: 'user', safeRegexMatch: { googleRe2: {}, regex: '^u[0-9]+$' } }
      : { name: 'user', presentMatch: true },
  ];
}

function decisionsPerSecond(pattern: boolean): number {
  const { pick } = compileRoutes({
    name: 'orders_20880',
    routes: Array.from({ length: ROUTES }, (_, index) => ({
      name: `r${index}`,
      match: { metadata: matchers(index, pattern) },
      route: { cluster: 'outbound|20880||orders' },
    })),
  });
  const requests = Array.from({ length: 200 }, (_, index) =>
    attributesOf({
      // Made anew, as a codec makes it: not the very string of the rule.
      interface: ['com', 'example', 'shop', 'OrderService'].join('.'),
      method: `method${index % (ROUTES + 10)}`,
      user: `u${index}`,
      group: 'default',
    }),
  );
  let best = 0;
  let checksum = 0;
  for (let round = 0; round < 10; round++) {
    // CPU time, which another busy process does not lengthen; on a quiet machine it is the wall's.
    const start = process.cpuUsage();
    for (let times = 0; times < 500; times++) for (const request of requests) checksum += pick(request);
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    best = Math.max(best, (500 * requests.length) / seconds);
  }
  if (checksum === 0) throw new Error('nothing was decided');
  return best;
}

/** Ten services with fifty routes each, and cases that go around all of them. */
function writeTest(folder: string): void {
  const hosts = Array.from({ length: 10 }, (_, index) => `s${index}.shop.svc.cluster.local`);
  const rules = hosts.flatMap((host, at) => [
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      metadata: { name: `s${at}`, namespace: 'shop' },
      spec: {
        hosts: [host],
        addresses: [`240.240.1.${at + 1}`],
        ports: [{ number: 20880, name: 'tcp-metaprotocol-dubbo', protocol: 'TCP' }],
        resolution: 'STATIC',
        workloadSelector: { labels: { app: `s${at}` } },
      },
    },
    {
      apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
      kind: 'MetaRouter',
      metadata: { name: `s${at}`, namespace: 'shop' },
      spec: {
        hosts: [host],
        routes: Array.from({ length: TEST_ROUTES / hosts.length }, (_, index) => ({
          name: `r${index}`,
          match: { attributes: { method: { exact: `m${index}` }, user: { prefix: 'u' } } },
          route: [{ destination: { host, subset: `v${index % 3}` } }],
        })),
      },
    },
  ]);
  const cases = Array.from({ length: TEST_CASES }, (_, index) => ({
    name: `case ${index}`,
    host: hosts[index % hosts.length],
    attributes: { method: `m${Math.floor(index / hosts.length) % 50}`, user: `u${index}` },
    expect: { route: `r${Math.floor(index / hosts.length) % 50}` },
  }));
  writeFileSync(join(folder, 'rules.yaml'), toYamlStream(rules));
  const lines = cases.map(
    ({ name, host, attributes, expect }) =>
      `    - name: ${name}\n      host: ${host}\n      attributes:\n        method: ${attributes.method}\n        user: ${attributes.user}\n      expect:\n        route: ${expect.route}\n`,
  );
  const head =
    'apiVersion: aeraki.io/v1alpha1\nkind: RouteTest\nmetadata:\n  name: bench\nspec:\n  rules: [rules.yaml]\n  cases:\n';
  writeFileSync(join(folder, 'test.yaml'), head + lines.join(''));
}

interface Times {
  readonly wall: number;
  /** User and system time of the process, which another busy process does not lengthen. */
  readonly cpu: number;
}

/** Milliseconds of the best of three runs of the built program, start-up included. */
function testTimes(): Times {
  const folder = mkdtempSync(join(tmpdir(), 'aeraki-bench-'));
  try {
    writeTest(folder);
    const program = join(import.meta.dirname, '..', 'bin', 'run.js');
    const command = 'TIMEFORMAT="%R %U %S"; time "$0" "$1" test "$2" > "$2.out"';
    const runs = Array.from({ length: 3 }, (): Times => {
      const file = join(folder, 'test.yaml');
      const { stderr } = spawnSync('bash', ['-c', command, process.execPath, program, file], { encoding: 'utf8' });
      const [wall = 0, user = 0, system = 0] = stderr.trim().split(' ').map(Number);
      const output = readFileSync(`${file}.out`, 'utf8');
      if (!output.includes(`${TEST_CASES} passed`))
        throw new Error(`not all cases passed: ${output.slice(-200)}${stderr}`);
      return { wall: wall * 1000, cpu: (user + system) * 1000 };
    });
    return { wall: Math.min(...runs.map(({ wall }) => wall)), cpu: Math.min(...runs.map(({ cpu }) => cpu)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const plain = decisionsPerSecond(false);
const patterns = decisionsPerSecond(true);
const test = testTimes();
const round = (value: number): string => Math.round(value).toLocaleString('en');
process.stdout.write(
  [
    `decisions over ${ROUTES} routes, no regular expressions: ${round(plain)} a second of CPU (goal ${round(GOAL_DECISIONS)})`,
    `decisions over ${ROUTES} routes, one regular expression each: ${round(patterns)} a second of CPU`,
    `aeraki test, ${round(TEST_CASES)} cases over ${TEST_ROUTES} routes: ${round(test.wall)} ms with start-up (goal ${GOAL_TEST_MS}), ${round(test.cpu)} ms of CPU`,
    '',
  ].join('\n'),
);
process.exitCode = plain >= GOAL_DECISIONS && Math.min(test.wall, test.cpu) <= GOAL_TEST_MS ? 0 : 1;
