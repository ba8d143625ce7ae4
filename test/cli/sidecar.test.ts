import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadAll } from 'js-yaml';
import { built, folder, root, run } from './program.js';
import { resultOf } from './result-schemas.js';

const traffic = join(root, '..', 'shared', 'cases-sidecar', 'traffic');
const input = 'examples/dubbo.yaml';

/** Logs and metrics were written from known calls; the hosts were proved with istiod. */
describe('aeraki sidecar', function () {
  this.timeout(120_000);
  before(built);

  for (const name of readdirSync(traffic)) {
    it(`traffic: ${name}`, async () => {
      const files = readdirSync(join(traffic, name)).map((file) => join(traffic, name, file));
      const logs = files.filter((file) => file.endsWith('.log')).flatMap((file) => ['--access-log', file]);
      const metrics = files.filter((file) => file.endsWith('metrics.json')).flatMap((file) => ['--metrics', file]);
      const { stdout, code } = await run([
        'sidecar',
        join(traffic, name, 'input.yaml'),
        ...logs,
        ...metrics,
        '-o',
        'json',
      ]);
      assert.equal(code, 0);
      const { calls, hosts } = resultOf('sidecar', stdout) as { calls: unknown; hosts: unknown };
      assert.deepStrictEqual({ calls, hosts }, JSON.parse(readFileSync(join(traffic, name, 'expected.json'), 'utf8')));
    });
  }

  it('reads directories, compressed logs and standard input alike', async () => {
    const log = readFileSync(join(root, 'examples/traffic/web-1.shop.log'));
    const { path, remove } = await folder();
    writeFileSync(join(path, 'web-1.shop.log.gz'), gzipSync(log));
    const ways = [
      run(['sidecar', input, '--access-log', 'examples/traffic', '-o', 'json']),
      run(['sidecar', input, '--access-log', path, '-o', 'json']),
      run(['sidecar', input, '--access-log', '-', '--source', 'web.shop', '-o', 'json'], { stdin: log }),
    ];
    const hosts = (await Promise.all(ways)).map(({ stdout }) => (JSON.parse(stdout) as { hosts: unknown }).hosts);
    for (const each of hosts) assert.deepStrictEqual(each, { 'shop/web': ['shop/orders.shop.example.com'] });
    remove();
  });

  it('a hidden call is an error with the line that shows it', async () => {
    const { path, remove } = await folder({
      'sidecar.yaml':
        'apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: default, namespace: shop}\nspec: {egress: [{hosts: ["istio-system/*"]}]}\n',
    });
    const check = ['sidecar', input, '--access-log', 'examples/traffic', '--check'];
    const { stderr, code } = await run([...check, '-f', path]);
    assert.equal(code, 79);
    assert.match(stderr, /AER1306/);
    assert.match(
      stderr,
      /shop\/web calls orders\.shop\.example\.com \(2 times, first at examples\/traffic\/web-1\.shop\.log:1\)/,
    );
    assert.match(stderr, /Add "shop\/orders\.shop\.example\.com"/);
    assert.equal((await run(check)).code, 0);
    remove();
  });

  it('describe --from and translate --for say what a Sidecar hides', async () => {
    const { path, remove } = await folder({
      'sidecar.yaml':
        'apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: web, namespace: shop}\nspec: {workloadSelector: {labels: {app: web}}, egress: [{hosts: ["istio-system/*"]}]}\n',
    });
    const describe = (from: string) => run(['describe', 'orders.shop.example.com', input, '-f', path, '--from', from]);
    const [hidden, seen] = await Promise.all([describe('web.shop'), describe('batch.shop')]);
    assert.equal(hidden.code, 79);
    assert.match(hidden.stdout, /shop\/web does not see it \(by Sidecar shop\/web\)/);
    assert.match(seen.stdout, /shop\/batch sees it \(no Sidecar counts for it\)/);
    const translate = async (workload: string) => {
      const { stdout } = await run([
        'translate',
        input,
        '-f',
        path,
        '-o',
        'name',
        '--to',
        'envoyfilter',
        '--for',
        workload,
      ]);
      return stdout.trim().split('\n').filter(Boolean);
    };
    assert.deepStrictEqual(await translate('web.shop'), []);
    assert.match((await translate('batch.shop')).join(), /outbound/);
    assert.match((await translate('orders.shop')).join(), /inbound/);
    remove();
  });

  it('says what is wrong with the evidence', async () => {
    assert.equal((await run(['sidecar', input])).code, 64);
    assert.equal((await run(['sidecar', input, '--access-log', 'nowhere.log'])).code, 65);
    assert.equal((await run(['sidecar', input, '--metrics', input])).code, 65);
    const format = await run(['sidecar', input, '--access-log', 'examples/traffic', '--log-format', '%START_TIME%']);
    assert.equal(format.code, 64);
    assert.match(format.stderr, /UPSTREAM_CLUSTER/);
    const device = await run(['sidecar', input, '--access-log', '/dev/zero']);
    assert.equal(device.code, 65);
    assert.match(device.stderr, /\/dev\/zero is a device/);
    const files = await folder({ 'web-1.shop.log': 'no access log\n', 'long-1.shop.log': 'x'.repeat(3 << 20) });
    const { code, stderr } = await run(['sidecar', input, '--access-log', files.path]);
    files.remove();
    assert.equal(code, 0);
    assert.equal(stderr.match(/AER1328\] \S+-1\.shop\.log has 1 line, and none is/g)?.length, 2, stderr);
  });

  it('reads lines as the mesh config has them written, and keeps what the proxy itself calls', async () => {
    const mesh = {
      accessLogFormat: '%START_TIME% to=%UPSTREAM_CLUSTER% from=%DOWNSTREAM_REMOTE_ADDRESS%\n',
      extensionProviders: [
        { name: 'spans', zipkin: { service: 'infra/zipkin.infra.svc.cluster.local', port: 9411 } },
        { name: 'lines', envoyHttpAls: { service: 'als.infra.svc.cluster.local', port: 9000 } },
        { name: 'other', zipkin: { service: 'other.infra.svc.cluster.local', port: 9411 } },
        { name: 'gone', envoyExtAuthzHttp: { service: 'gone.infra.svc.cluster.local', port: 80 } },
        {
          name: 'file',
          envoyFileAccessLog: { path: '/dev/stdout', logFormat: { labels: { c: '%UPSTREAM_CLUSTER%' } } },
        },
      ],
      defaultProviders: { accessLogging: ['lines'] },
    };
    const named = (kind: string, namespace: string, name: string) => ({ kind, metadata: { namespace, name } });
    const tracing = (app: string, provider: string) => ({
      apiVersion: 'telemetry.istio.io/v1',
      ...named('Telemetry', 'shop', provider),
      spec: { selector: { matchLabels: { app } }, tracing: [{ providers: [{ name: provider }] }] },
    });
    const objects = [
      { apiVersion: 'v1', ...named('ConfigMap', 'istio-system', 'istio'), data: { mesh: JSON.stringify(mesh) } },
      ...['zipkin', 'als', 'other'].map((name) => ({
        ...{ apiVersion: 'v1', ...named('Service', 'infra', name) },
        spec: { clusterIP: '10.0.0.9', ports: [{ name: 'http', port: 9411 }] },
      })),
      ...[tracing('web', 'spans'), tracing('batch', 'other')],
      {
        ...{ apiVersion: 'security.istio.io/v1', ...named('AuthorizationPolicy', 'shop', 'ask') },
        spec: { action: 'CUSTOM', provider: { name: 'gone' }, rules: [{}] },
      },
    ];
    const { path, remove } = await folder({
      'mesh.yaml': objects
        .slice(0, 1)
        .map((each) => JSON.stringify(each))
        .join(''),
      'rules.yaml': objects
        .slice(1)
        .map((each) => JSON.stringify(each))
        .join('\n---\n'),
      'web-1.shop.log': [
        '2026-01-01T10:00:00.000Z to=outbound|20880||orders.shop.example.com from=10.0.0.5:1',
        '2026-01-01T11:00:00.000Z to=outbound|20880||orders.shop.example.com from=10.0.0.5:1',
        '2026-01-01T12:00:00.000Z to=outbound|20880||orders.shop.example.com from=10.0.0.5:1',
        '{"c":"outbound|20880||orders.shop.example.com"}',
      ].join('\n'),
    });
    const log = ['--access-log', join(path, 'web-1.shop.log')];
    const rules = [input, join(path, 'rules.yaml')];
    const inInput = await run(['sidecar', ...rules, join(path, 'mesh.yaml'), ...log]);
    const byFlag = await run(['sidecar', ...rules, '--mesh-config', join(path, 'mesh.yaml'), ...log]);
    const without = await run(['sidecar', ...rules, ...log]);
    remove();
    assert.equal(inInput.stdout, byFlag.stdout);
    const [sidecar] = loadAll(inInput.stdout) as { metadata: { annotations: unknown }; spec: { egress: unknown } }[];
    assert.deepStrictEqual(sidecar?.spec.egress, [
      {
        hosts: [
          'infra/als.infra.svc.cluster.local',
          'infra/zipkin.infra.svc.cluster.local',
          'istio-system/*',
          'shop/orders.shop.example.com',
        ],
      },
    ]);
    assert.deepStrictEqual(sidecar?.metadata.annotations, {
      'aeraki.io/evidence': '4 calls to 1 host, last at 2026-01-01T12:00:00.000Z',
    });
    assert.match(without.stderr, /AER1328/);
  });

  it('a table shows the Sidecars that would be made', async () => {
    const flags = ['--per', 'namespace', '--keep', 'pay/ledger', '--keep-namespace', 'infra', '-o', 'table'];
    const { stdout } = await run(['sidecar', input, '--access-log', 'examples/traffic', ...flags]);
    const rows = stdout.trimEnd().split('\n');
    assert.deepStrictEqual(
      rows.map((row) => row.split(/ {2,}/)),
      [
        ['SIDECAR', 'EGRESS HOST'],
        ['shop/default', 'infra/*'],
        ['shop/default', 'pay/ledger'],
        ['shop/default', 'shop/orders.shop.example.com'],
      ],
    );
  });

  it('says when nothing is left of the evidence', async () => {
    const with_ = (...flags: string[]) => run(['sidecar', input, '--access-log', 'examples/traffic', ...flags]);
    const [late, rare, left] = await Promise.all([
      with_('--since', '2026-01-02T00:00:00Z', '--calls'),
      with_('--min-count', '3'),
      with_('--since', '2026-01-01T00:00:02Z', '--calls'),
    ]);
    assert.match(late.stderr, /AER1329\] 3 lines are older than --since, and 0 calls/);
    assert.match(rare.stderr, /AER1329\] 0 lines are older than --since, and 1 call was/);
    assert.doesNotMatch(left.stderr, /AER1329/);
    assert.match(left.stdout, /20880 +1\n$/);
  });

  it('draws who calls whom', async () => {
    const draw = (format: string) => run(['sidecar', input, '--access-log', 'examples/traffic', '-o', format]);
    assert.match((await draw('dot')).stdout, /"shop\/web" -> "orders\.shop\.example\.com"/);
    assert.match((await draw('mermaid')).stdout, /n0\["shop\/web"\] -->\|"dubbo ×2"\| n1/);
    const page = (await draw('html')).stdout;
    assert.match(page, /<td data-name="State" class="s1">seen and allowed<\/td>/);
    assert.doesNotMatch(page, /<script|https?:/);
  });
});
