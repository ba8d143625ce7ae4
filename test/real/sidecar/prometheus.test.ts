import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { built, run } from '../../cli/program.js';
import { type Prometheus, startPrometheus } from '../parts/prometheus.js';
import { requirePart } from '../parts/require-part.js';
import { settles } from './traffic.js';

/** Requests and connections a scrape, as Istio's proxies count them. */
const series: readonly (readonly [metric: string, labels: Readonly<Record<string, string>>, each: number])[] = [
  ['istio_requests_total', labels('web', 'orders.shop.example.com', 'dubbo', 'source'), 5],
  // The same calls as their server counts them.
  ['istio_requests_total', labels('web', 'orders.shop.example.com', 'dubbo', 'destination'), 5],
  ['istio_requests_total', labels('unknown', 'orders.shop.example.com', 'dubbo', 'destination'), 1],
  ['istio_tcp_connections_opened_total', labels('batch', 'cache.shop.svc.cluster.local', 'tcp', 'source'), 2],
  // A counter that does not move is no call of these days.
  ['istio_requests_total', labels('idle', 'orders.shop.example.com', 'dubbo', 'source'), 0],
];

describe('aeraki sidecar: a real Prometheus', function () {
  this.timeout(120_000);
  let proxies: Server;
  let prometheus: Prometheus;

  before(async function () {
    requirePart(this, 'prometheus');
    await built();
    let scrapes = 0;
    proxies = createServer((_, response) => {
      scrapes += 1;
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end(series.map(([metric, of, each]) => `${metric}{${text(of)}} ${each * scrapes}\n`).join(''));
    });
    await new Promise<void>((resolve) => proxies.listen(0, '127.0.0.1', resolve));
    prometheus = await startPrometheus((proxies.address() as AddressInfo).port);
  });
  after(async () => {
    await prometheus?.stop();
    proxies?.closeAllConnections();
    await new Promise<void>((resolve) => (proxies ? proxies.close(() => resolve()) : resolve()));
  });

  it('is asked who called whom', async () => {
    const args = ['sidecar', 'examples/dubbo.yaml', '--metrics', prometheus.url, '--range', '1h', '-o', 'json'];
    await settles(async () => {
      const { stdout, code, stderr } = await run(args);
      assert.equal(code, 0, stderr);
      const { calls, hosts, diagnostics } = JSON.parse(stdout) as {
        calls: { source: string; host: string; count: number }[];
        hosts: unknown;
        diagnostics: { code: string }[];
      };
      const pairs = calls.map(({ source, host }) => `${source} ${host}`).sort();
      assert.deepStrictEqual(pairs, ['shop/batch cache.shop.svc.cluster.local', 'shop/web orders.shop.example.com']);
      assert.deepStrictEqual(hosts, { 'shop/batch': [], 'shop/web': ['shop/orders.shop.example.com'] });
      assert.ok(diagnostics.some((each) => each.code === 'AER1317'));
    });
  });

  it('says what it does not answer', async () => {
    const { code, stderr } = await run(['sidecar', 'examples/dubbo.yaml', '--metrics', `${prometheus.url}/elsewhere`]);
    assert.equal(code, 65);
    assert.match(stderr, /answered 404 to \/elsewhere\/api\/v1\/query/);
  });
});

function labels(workload: string, destination: string, protocol: string, reporter: string) {
  return {
    ...{ source_workload: workload, source_workload_namespace: 'shop', source_app: workload },
    ...{ destination_service: destination, request_protocol: protocol, reporter },
  };
}

function text(of: Readonly<Record<string, string>>): string {
  return Object.entries(of)
    .map(([name, value]) => `${name}="${value}"`)
    .join();
}
