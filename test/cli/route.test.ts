import assert from 'node:assert/strict';
import { join } from 'node:path';
import { built, folder, root, run } from './program.js';
import { resultOf } from './result-schemas.js';

const shared = join(root, '..', 'shared');
const matchers = join(shared, 'cases', 'feature-metaprotocol-matchers', 'input.yaml');
const HOST = 'orders.shop.svc.cluster.local';

describe('aeraki route', function () {
  this.timeout(120_000);
  before(async function () {
    this.timeout(120_000);
    await built();
  });

  it('says who wins and why not the others', async () => {
    const { stdout, stderr, code } = await run(['route', matchers, '--host', HOST, '--attribute', 'Method=getX']);
    assert.deepStrictEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      [
        `${HOST}:20880`,
        'Route: d',
        `  to outbound|20880|v1|${HOST}`,
        'Other routes:',
        '  a: method is "getX", not exact "pay"',
        '  b: user is absent, not regex "^u[0-9]+$"',
        '  c: trace is absent',
        '',
      ].join('\n'),
    );
  });

  it('draws the decision as a tree', async () => {
    const { stdout } = await run(['route', matchers, '--host', HOST, '--attribute', 'method=pay', '--explain']);
    assert.equal(
      stdout,
      [
        `${HOST}:20880 method="pay"`,
        '├─ a: taken',
        '│  ├─ yes method exact "pay": "pay"',
        `│  └─ to outbound|20880|v1|${HOST}`,
        '├─ b: not reached',
        '├─ c: not reached',
        '└─ d: not reached',
        '',
      ].join('\n'),
    );
  });

  it('prints JSON of the promised shape, also for all ports', async () => {
    const one = await run(['route', matchers, '--host', HOST, '-o', 'json']);
    assert.equal((resultOf('route', one.stdout) as { route: string }).route, 'd');
    const limits = join(shared, 'cases', 'feature-metaprotocol-both-rate-limits-no-route', 'input.yaml');
    resultOf('route', (await run(['route', limits, '--host', HOST, '--attribute', 'method=pay', '-o', 'json'])).stdout);
    const two = join(shared, 'cases', 'feature-metaprotocol-two-ports', 'input.yaml');
    const all = await run(['route', two, '--host', HOST, '--all-ports', '-o', 'json']);
    assert.deepStrictEqual(
      (resultOf('route-all-ports', all.stdout) as { port: number }[]).map(({ port }) => port),
      [9090, 20880],
    );
    const undecided = await run(['route', two, '--host', HOST]);
    assert.equal(undecided.code, 64);
    assert.match(
      undecided.stderr,
      /has the metaprotocol ports 9090, 20880\. Name one of them\. Use --port, or --all-ports\./,
    );
  });

  it('answers no route with 0', async () => {
    const rules = await folder({ 'rules.yaml': routeless });
    try {
      const { code, stdout } = await run(['route', rules.path, '--host', 'a.example.com', '-o', 'json']);
      assert.equal(code, 0);
      assert.equal((resultOf('route', stdout) as { matched: boolean }).matched, false);
    } finally {
      rules.remove();
    }
  });

  it('asks what translate printed, and dumps, as it asks the rules', async () => {
    const ask = ['--host', HOST, '--attribute', 'method=get', '--attribute', 'user=u1', '-o', 'json'];
    const expected = (await run(['route', matchers, ...ask])).stdout;
    for (const flags of [
      ['-o', 'json'],
      ['--to', 'rds'],
    ]) {
      const printed = (await run(['translate', matchers, ...flags])).stdout;
      const files = await folder({ printed });
      try {
        const file = join(files.path, 'printed');
        assert.equal((await run(['route', file, ...ask])).stdout, expected);
        assert.equal((await run(['route', '--dump', file, ...ask])).stdout, expected);
        assert.equal((await run(['route', '--dump', '-', ...ask], { stdin: printed })).stdout, expected);
      } finally {
        files.remove();
      }
    }
    const dump = join(shared, 'dumps', 'sidecar-dubbo.json');
    const { stdout } = await run(['route', '--dump', dump, '--host', 'org.apache.dubbo.samples.basic.api.demoservice']);
    assert.match(stdout, /Route: traffic-spilt\n.*20 of 100\n.*80 of 100\n/);
  });

  it('says what is wrong with the question', async () => {
    const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
      [[matchers], 64, /Missing required flag host/],
      [['--host', HOST], 64, /No input/],
      [[matchers, '--host', 'orders'], 1, /Did you mean orders\.shop\.svc\.cluster\.local\?/],
      [[matchers, '--host', HOST, '--port', '1'], 1, /has no metaprotocol port 1: the rules know port 20880 only/],
      [[matchers, '--host', HOST, '--attribute', 'method'], 64, /is not NAME=VALUE/],
      [[matchers, '--host', HOST, '--attribute', 'a=1', '--attribute', 'A=2'], 64, /given twice/],
      [[matchers, '--host', HOST, '--dump', matchers], 64, /--dump is the whole input/],
      [['--host', HOST, '--dump', 'nowhere.json'], 65, /Cannot read nowhere\.json/],
      [['--host', HOST, '--dump', matchers], 65, /neither a proxy's config dump/],
      [['nowhere', '--host', HOST], 65, /AER0002.*no file or directory nowhere/],
      [
        [join(root, '..', 'shared', 'cases', 'feature-kafka', 'input.yaml'), '--host', HOST],
        1,
        /no metaprotocol service at all/,
      ],
    ];
    for (const [args, code, words] of cases) {
      const ended = await run(['route', ...args]);
      assert.deepStrictEqual([args, ended.code], [args, code]);
      assert.match(ended.stderr, words);
      assert.equal(ended.stdout, '');
    }
  });

  it('warns of an attribute that the codec never makes, and of what the proxy refuses', async () => {
    const thrift = join(shared, 'cases', 'demo-metaprotocol-thrift-traffic-split', 'input.yaml');
    const first = await run(['translate', thrift, '-o', 'name', '--to', 'rds']);
    const [, host = ''] = /^routeconfiguration\/(.*)_\d+$/m.exec(first.stdout) ?? [];
    const { stderr, code } = await run(['route', thrift, '--host', host, '--attribute', 'user=u1']);
    assert.equal(code, 0);
    assert.match(stderr, /AER0802.*never makes the attribute user.*It makes only method\./);
    const empty = join(shared, 'cases', 'feature-metaprotocol-route-without-destination-D13', 'input.yaml');
    const refused = await run(['route', empty, '--host', HOST]);
    assert.equal(refused.code, 79);
    assert.match(refused.stderr, /AER0801/);
  });
});

const routeless = `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: a}
spec:
  hosts: [a.example.com]
  addresses: [240.240.0.1]
  resolution: STATIC
  ports: [{number: 20880, name: tcp-metaprotocol-dubbo, protocol: TCP}]
  workloadSelector: {labels: {app: a}}
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: a}
spec:
  hosts: [a.example.com]
  routes:
    - name: only
      match: {attributes: {method: {exact: pay}}}
      route: [{destination: {host: a.example.com}}]
`;
