import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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

  it('draws who calls whom', async () => {
    const draw = (format: string) => run(['sidecar', input, '--access-log', 'examples/traffic', '-o', format]);
    assert.match((await draw('dot')).stdout, /"shop\/web" -> "orders\.shop\.example\.com"/);
    assert.match((await draw('mermaid')).stdout, /n0\["shop\/web"\] -->\|"dubbo ×2"\| n1/);
    const page = (await draw('html')).stdout;
    assert.match(page, /<td data-name="State" class="s1">seen and allowed<\/td>/);
    assert.doesNotMatch(page, /<script|https?:/);
  });
});
