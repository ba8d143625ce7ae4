import type { ConnectionPool } from './destination-rule/spec.js';
import type { Report } from './rule.js';
import { checkDuration, checkReadable, milliseconds } from './values/duration.js';

/** AER1157, AER1163, AER1111: a connection pool of a DestinationRule or a Sidecar. */
export function checkConnectionPool(pool: ConnectionPool | undefined, pointer: string, report: Report): void {
  if (pool === undefined) return;
  const { http, tcp } = pool;
  if (http === undefined && tcp === undefined) report('AER1157', pointer, { what: 'connectionPool' });
  if (http !== undefined) checkHttp(http, `${pointer}/http`, report);
  if (tcp !== undefined) checkTcp(tcp, `${pointer}/tcp`, report);
}

function checkHttp(http: NonNullable<ConnectionPool['http']>, pointer: string, report: Report): void {
  const counts = [
    ...(['http1MaxPendingRequests', 'http2MaxRequests', 'maxRequestsPerConnection'] as const),
    ...(['maxRetries', 'maxConcurrentStreams'] as const),
  ];
  for (const field of counts) checkCount(http[field], `${pointer}/${field}`, report);
  checkDuration(http.idleTimeout, `${pointer}/idleTimeout`, report);
  if (http.h2UpgradePolicy === 'UPGRADE' && http.useClientProtocol === true) {
    report('AER1163', `${pointer}/useClientProtocol`, {
      why: 'UPGRADE of h2UpgradePolicy and useClientProtocol exclude each other',
      cure: 'Remove one of them',
    });
  }
  const keepAlive = http.http2KeepAlive;
  if (keepAlive === undefined) return;
  for (const field of ['interval', 'timeout'] as const) {
    const at = `${pointer}/http2KeepAlive`;
    if (keepAlive[field] === undefined) {
      report('AER1163', at, { why: `http2KeepAlive has no ${field}`, cure: `Add ${field}, like 10s` });
    }
    checkDuration(keepAlive[field], `${at}/${field}`, report);
  }
}

function checkTcp(tcp: NonNullable<ConnectionPool['tcp']>, pointer: string, report: Report): void {
  checkCount(tcp.maxConnections, `${pointer}/maxConnections`, report);
  checkDuration(tcp.connectTimeout, `${pointer}/connectTimeout`, report);
  checkDuration(tcp.maxConnectionDuration, `${pointer}/maxConnectionDuration`, report);
  // 0 switches it off.
  const check = milliseconds(tcp.idleTimeout ?? '0') === 0n ? checkReadable : checkDuration;
  check(tcp.idleTimeout, `${pointer}/idleTimeout`, report);
  checkDuration(tcp.tcpKeepalive?.time, `${pointer}/tcpKeepalive/time`, report);
  checkDuration(tcp.tcpKeepalive?.interval, `${pointer}/tcpKeepalive/interval`, report);
}

function checkCount(count: number | undefined, pointer: string, report: Report): void {
  if (count === undefined || count >= 0) return;
  report('AER1163', pointer, { why: `${count} is negative`, cure: 'Write a number from 0, or remove it' });
}
