import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { ProxyStats } from '../../src/proxy/stats/proxy-stats.js';
import { StrictDecoder } from '../proto/decode.js';
import { Admin, host } from './admin.js';
import { requestLog } from './request-log.js';

describe('the admin port of the proxy', function () {
  this.timeout(120_000);
  let admin: Admin;
  beforeEach(async () => {
    admin = await Admin.start();
  });
  afterEach(() => admin.stop());

  it("prints clusters and listeners in Envoy's two forms", async () => {
    const { body } = await admin.get('/clusters');
    for (const line of [
      `outbound|20880|v1|${host}::[::1]:20882::rq_total::5`,
      `outbound|20880|v1|${host}::127.0.0.1:20881::health_flags::healthy`,
      `outbound|20880|v2|${host}::127.0.0.1:20883::health_flags::/failed_outlier_check`,
      `outbound|20880|none|${host}::added_via_api::true`,
    ]) {
      ok(body.includes(`${line}\n`), line);
    }
    const decoder = new StrictDecoder();
    const json = JSON.parse((await admin.get('/clusters?format=json')).body);
    decoder.decode('envoy.admin.v3.Clusters', json);
    strictEqual(json.cluster_statuses.length, 4);
    strictEqual((await admin.get('/listeners')).body, '127.0.0.1_45000::127.0.0.1:45000\n');
    const listeners = JSON.parse((await admin.get('/listeners?format=json')).body);
    decoder.decode('envoy.admin.v3.Listeners', listeners);
    deepStrictEqual(listeners.listener_statuses[0].local_address, {
      socket_address: { address: '127.0.0.1', port_value: 45_000 },
    });
    const info = JSON.parse((await admin.get('/server_info')).body);
    decoder.decode('envoy.admin.v3.ServerInfo', info);
    strictEqual(info.state, 'LIVE');
  });

  it('is ready when it is, and says what it is otherwise', async () => {
    deepStrictEqual([(await admin.get('/ready')).status, (await admin.get('/ready')).body], [200, 'LIVE\n']);
    admin.state = 'DRAINING';
    deepStrictEqual([(await admin.get('/ready')).status, (await admin.get('/ready')).body], [503, 'DRAINING\n']);
  });

  it('prints statistics as text, JSON and for Prometheus, filtered and by type', async () => {
    const proxy = new ProxyStats(admin.stats);
    proxy.follow({ listeners: () => [], clusters: () => admin.clusters });
    proxy.observe(requestLog({ cluster: `outbound|20880|v2|${host}` }));
    const prefix = `meta_protocol.dubbo.outbound|20880||${host}`;
    const { body } = await admin.get(`/stats?filter=${encodeURIComponent('^meta_protocol')}&usedonly`);
    strictEqual(
      body,
      [
        ...['request', 'request_decoding_success', 'request_twoway', 'response', 'response_decoding_success'],
        'response_success',
      ]
        .map((name) => `${prefix}.${name}: 1\n`)
        .join('') +
        `${prefix}.request_time_ms: P0(nan,12) P25(nan,12.25) P50(nan,12.5) P75(nan,12.75) P90(nan,12.9) P95(nan,12.95) P99(nan,12.99) P99.5(nan,12.995) P99.9(nan,12.999) P100(nan,13)\n`,
    );
    const json = JSON.parse((await admin.get('/stats?format=json&filter=membership&type=Gauges')).body);
    deepStrictEqual(
      json.stats.find(({ name }: { name: string }) => name.includes('|v2|') && name.endsWith('healthy')),
      {
        name: `cluster.outbound|20880|v2|${host}.membership_healthy`,
        value: 0,
      },
    );
    const summary = JSON.parse((await admin.get('/stats?format=json&type=Histograms')).body);
    deepStrictEqual(summary.stats[0].histograms.supported_quantiles, [0, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 100]);
    const metrics = await admin.get('/stats/prometheus');
    match(metrics.type, /^text\/plain; version=0\.0\.4/);
    ok(
      metrics.body.includes(
        `# TYPE envoy_cluster_upstream_rq_total counter\nenvoy_cluster_upstream_rq_total{envoy_cluster_name="outbound|20880|none|${host}"} 0\n`,
      ),
      metrics.body,
    );
    match(metrics.body, /_request_time_ms_bucket\{le="10"\} 0\n.*_bucket\{le="25"\} 1\n/);
    for (const [path, status] of [
      ['/stats?filter=(', 400],
      ['/stats?type=Nonsense', 400],
      ['/stats?format=xml', 400],
    ] as const) {
      strictEqual((await admin.get(path)).status, status, path);
    }
  });

  it('changes nothing, and answers no other host name than its own', async () => {
    strictEqual((await admin.get('/stats', { method: 'POST' })).status, 405);
    deepStrictEqual(await admin.get('/ready', { method: 'HEAD' }).then(({ status, body }) => [status, body]), [
      200,
      '',
    ]);
    const missing = await admin.get('/quitquitquit');
    deepStrictEqual([missing.status, missing.body.includes('/config_dump')], [404, true]);
    strictEqual((await admin.get('//evil.example/ready')).status, 404);
    strictEqual((await admin.get('/ready', { host: 'evil.example:15000' })).status, 403);
    for (const name of ['localhost:15000', '127.0.0.1', '[::1]:15000']) {
      strictEqual((await admin.get('/ready', { host: name })).status, 200, name);
    }
    match((await admin.get('/')).body, /aeraki proxy-config all --admin-address/);
  });
});
