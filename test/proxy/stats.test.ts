import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import type { RequestLog } from '../../src/proxy/config.js';
import { Histogram } from '../../src/proxy/stats/histogram.js';
import { everything, statsText } from '../../src/proxy/stats/print.js';
import { ProxyStats } from '../../src/proxy/stats/proxy-stats.js';
import { Stats } from '../../src/proxy/stats/registry.js';
import { ordersListener, requestLog } from './request-log.js';

const prefix = `meta_protocol.dubbo.${ordersListener.statPrefix}`;

/** What is counted of some requests, by the last part of the name. */
function counted(...requests: readonly Partial<RequestLog>[]): Readonly<Record<string, number>> {
  const stats = new Stats(() => 0);
  const proxy = new ProxyStats(stats);
  for (const request of requests) proxy.observe(requestLog(request));
  const used = stats.read().counters.filter(({ value }) => value > 0);
  return Object.fromEntries(used.map(({ name, value }) => [name.replace(`${prefix}.`, ''), value]));
}

describe('the statistics of the proxy', () => {
  const cluster = 'cluster.outbound|20880|v2|orders.shop.svc.cluster.local';

  it('counts a request and its answer', () => {
    deepStrictEqual(counted({}, {}), {
      [`${cluster}.upstream_rq_total`]: 2,
      ...{ request: 2, request_decoding_success: 2, request_twoway: 2 },
      ...{ response: 2, response_decoding_success: 2, response_success: 2 },
    });
  });

  it('counts an exception of the server apart from an error of the proxy', () => {
    const exception = counted({ failed: true, responseCode: 1 });
    deepStrictEqual([exception.response, exception.response_error, exception.response_business_exception], [1, 1, 1]);
    strictEqual(exception.local_response_error, undefined);
    const none = { responseCode: 1, cluster: undefined, upstream: undefined, route: undefined };
    const noRoute = counted({ ...none, responseFlags: 'NR', responseCodeDetails: 'route_not_found' });
    deepStrictEqual(noRoute, { request: 1, request_decoding_success: 1, request_twoway: 1, local_response_error: 1 });
  });

  it('counts what a server and a client do wrong', () => {
    const details = { responseCode: 1, responseCodeDetails: 'x' };
    strictEqual(counted({ ...details, responseFlags: 'UPE' }).response_decoding_error, 1);
    strictEqual(counted({ ...details, responseFlags: 'UT' })[`${cluster}.upstream_rq_timeout`], 1);
    strictEqual(counted({ ...details, responseFlags: 'UF,UH' })[`${cluster}.upstream_cx_connect_fail`], 1);
    strictEqual(counted({ ...details, responseFlags: 'UC' })[`${cluster}.upstream_cx_destroy_with_active_rq`], 1);
    const gone = counted({ ...details, responseFlags: 'DC' });
    deepStrictEqual([gone.cx_destroy_remote_with_active_rq, gone.local_response_error], [1, undefined]);
  });

  it('counts one-way requests and streams as such, without an answer for the former', () => {
    deepStrictEqual(counted({ kind: 'one-way' }), {
      [`${cluster}.upstream_rq_total`]: 1,
      ...{ request: 1, request_decoding_success: 1, request_oneway: 1 },
    });
    strictEqual(counted({ kind: 'stream' }).request_event, 1);
  });

  it('has everything at 0 before the first request, and what was told besides', () => {
    const stats = new Stats(() => 0);
    const proxy = new ProxyStats(stats);
    proxy.register(ordersListener);
    ok(statsText(stats, everything).includes(`${prefix}.request: 0\n`));
    ok(statsText(stats, everything).includes(`${prefix}.request_time_ms: No recorded values\n`));
    proxy.localLimit('orders.shop.svc.cluster.local', true);
    proxy.localLimit('orders.shop.svc.cluster.local', false);
    proxy.rds(ordersListener.routeConfigName, 'update_rejected');
    proxy.unreadable(ordersListener);
    const text = statsText(stats, { ...everything, usedOnly: true });
    strictEqual(
      text,
      [
        `${prefix}.rds.${ordersListener.routeConfigName}.update_rejected: 1\n`,
        `${prefix}.request_decoding_error: 1\n`,
        'meta_protocol.orders.shop.svc.cluster.local.local_rate_limit.ok: 1\n',
        'meta_protocol.orders.shop.svc.cluster.local.local_rate_limit.rate_limited: 1\n',
      ].join(''),
    );
  });
});

describe('a histogram', () => {
  it('keeps quantiles to two digits, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 }),
        (values) => {
          const histogram = new Histogram(() => 0);
          for (const value of values) histogram.record(value);
          const sorted = [...values].sort((one, other) => one - other);
          const summary = histogram.summary();
          const [least, greatest] = [summary[0]?.cumulative ?? -1, summary.at(-1)?.cumulative ?? -1];
          ok(Math.abs(least / (sorted[0] ?? 1) - 1) <= 0.11, `${least} for ${sorted[0]}`);
          ok(Math.abs(greatest / (sorted.at(-1) ?? 1) - 1) <= 0.11, `${greatest} for ${sorted.at(-1)}`);
          const median = summary[2]?.cumulative ?? -1;
          const below = sorted.filter((value) => value <= median * 1.11).length;
          ok(below >= values.length / 2, `median ${median}`);
          strictEqual(histogram.count, values.length);
        },
      ),
    );
  });

  it('tells the last interval from all', () => {
    let time = 0;
    const histogram = new Histogram(() => time);
    histogram.record(100);
    strictEqual(histogram.summary()[2]?.interval, undefined);
    time = 5_000;
    strictEqual(histogram.summary()[0]?.interval, 100);
    histogram.record(7);
    time = 10_000;
    strictEqual(histogram.summary()[0]?.interval, 7);
    strictEqual(histogram.summary()[9]?.cumulative, 110);
    time = 60_000;
    strictEqual(histogram.summary()[0]?.interval, undefined);
  });

  it('counts values at or below a bound, and takes 0', () => {
    const histogram = new Histogram(() => 0);
    for (const value of [0, 0.4, 1, 5, 5, 250, 251]) histogram.record(value);
    deepStrictEqual(
      [0.5, 1, 5, 10, 250, 500].map((bound) => histogram.upTo(bound)),
      [2, 3, 5, 5, 7, 7],
    );
    strictEqual(histogram.sum, 512.4);
  });
});
