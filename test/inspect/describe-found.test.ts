import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { built, folder, root, run } from '../cli/program.js';
import { skipOutLoud } from '../real/parts/require-part.js';

const found = join(root, '..', 'shared', 'found', 'rules');

/** What `describe -f FILE` says of each row: the line that matters, or that all is well; `nothing` where no service can be told of. */
const rows: Readonly<Record<string, RegExp | 'nothing'>> = {
  '01': /✗ .*inbound: localRateLimit reaches no pod/,
  '02': /✗ .*service: The API server refuses this: only one of WorkloadSelector or Endpoints/,
  '04': /✗ .*rate limit: .*no cluster/,
  '05': 'nothing',
  '05b': /✗ .*which MetaRouter dubbo\/dubbo-router is for/,
  '06': /✗ .*VirtualService: .*does nothing/,
  '07': /✗ .*MetaRouter: .*"descriptors" is not known.*Write `conditions`/,
  '09': /✗ .*RedisService: .*readPolicy REPLICA does nothing/,
  '10': /✗ redis-cluster.* port name: .*no port that is named tcp-redis\. Name its port 6379/,
  '11': /✗ p6.*port name: .*"tcp-meta-protocol-thrift"/,
  '12': /✗ .*rate limit: .*write outbound\|8081\|\|rate-limit\.istio-system/,
  '14': /^✓/m,
  '15': /✗ .*ignores requestMutation/,
  '16': /^✓ .* 3 remarks$/m,
  '18': /✗ .*inbound: .*exportTo leaves out shop/,
  '19': /✗ .*clusters: .*Did you mean "greeter\.meta-thrift\.svc/,
  '20': /✗ a\.x\.svc.*which MetaRouter x\/a is for/,
  '20b': /✗ .*which MetaRouter x\/d is for/,
  '21': /✗ .*which RedisService redis\/a is for/,
  '22': /^✓ .*2 remarks$/m,
  '23': /^✓/m,
  '24': /✗ .*protocol: .*codec/,
  '27': /^✓/m,
  '28': /✗ .*gateway: .*no destination of a route names a port/,
  '30': 'nothing',
  '31': /^✓/m,
  '32': 'nothing',
};

describe('describe of the found rules', () => {
  before(async function () {
    this.timeout(180_000);
    if (!existsSync(found)) skipOutLoud(this, `${found} is not here`);
    await built();
  });

  it('has every file', () => {
    const numbers = readdirSync(found).map((file) => file.split('-')[0] ?? '');
    assert.deepStrictEqual([...new Set(numbers)].sort(), Object.keys(rows).sort());
  });

  for (const [number, says] of Object.entries(rows)) {
    it(number, async () => {
      const file = readdirSync(found).find((each) => each.startsWith(`${number}-`)) ?? '';
      const { stdout, stderr, code } = await run(['describe', '-f', join(found, file)]);
      if (says === 'nothing') {
        assert.deepStrictEqual([stdout, /No service here/.test(stderr)], ['', true]);
        return;
      }
      assert.match(stdout, says);
      assert.equal(code, stdout.includes('✗') ? 79 : 0);
      const [, host = ''] = /^[✓✗] (\S+)/m.exec(stdout) ?? [];
      const one = await run(['describe', host, '-f', join(found, file)]);
      assert.ok(one.stdout.startsWith(host), 'each line can be asked about by its host');
    });
  }
});

describe('describe --mesh-config', () => {
  before(async function () {
    this.timeout(180_000);
    await built();
  });

  const service = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.example.com]
  addresses: [240.240.0.10]
  ports: [{number: 20880, name: tcp-metaprotocol-dubbo, protocol: TCP}]
  resolution: STATIC
  workloadSelector: {labels: {app: orders}}
`;

  it('is read: what is wrong with it is said, and a file that is not there ends the run', async function () {
    this.timeout(120_000);
    const place = await folder({ 'a.yaml': service, 'mesh.yaml': 'defaultConfig:\n  proxyMetadata: {X: true}\n' });
    try {
      const wrong = await run(['describe', 'a.yaml', '--mesh-config', 'mesh.yaml'], { cwd: place.path });
      assert.match(wrong.stderr, /AER\d+.*mesh\.yaml/);
      const missing = await run(['describe', 'a.yaml', '--mesh-config', 'none.yaml'], { cwd: place.path });
      assert.deepStrictEqual([missing.code, /Cannot read the mesh config none\.yaml/.test(missing.stderr)], [65, true]);
    } finally {
      place.remove();
    }
  });
});
