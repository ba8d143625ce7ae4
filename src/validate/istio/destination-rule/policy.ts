import { checkConnectionPool } from '../connection-pool.js';
import { items, type Report } from '../rule.js';
import { isAddress, isPort } from '../values/address.js';
import { whyNoFqdn } from '../values/domain.js';
import { checkDuration, checkReadable } from '../values/duration.js';
import { checkClientTls } from './client-tls.js';
import { checkLoadBalancer } from './load-balancer.js';
import type { OutlierDetection, PortPolicy, TrafficPolicy } from './spec.js';

export interface PolicyContext {
  readonly namespace: string;
  readonly report: Report;
  /** The like, for the parts whose warnings istiod drops. */
  readonly errors: Report;
}

/** AER1157, AER1163 and what stands in its parts. istiod looks no further where it is empty or contradicts itself. */
export function checkTrafficPolicy(policy: TrafficPolicy | undefined, pointer: string, context: PolicyContext): void {
  if (policy === undefined) return;
  const { namespace, report, errors } = context;
  const ports = items(policy.portLevelSettings, `${pointer}/portLevelSettings`);
  const { tunnel, proxyProtocol, retryBudget } = policy;
  if (!hasPart(policy) && ports.length === 0 && !(tunnel ?? proxyProtocol ?? retryBudget)) {
    report('AER1157', pointer, { what: 'trafficPolicy' });
    return;
  }
  if (tunnel !== undefined && proxyProtocol !== undefined) {
    report('AER1163', `${pointer}/tunnel`, {
      why: 'tunnel and proxyProtocol exclude each other',
      cure: 'Keep one of them',
    });
    return;
  }
  checkReadable(retryBudget?.budgetInterval, `${pointer}/retryBudget/budgetInterval`, report);
  checkParts(policy, pointer, namespace, report);
  for (const [port, at] of ports) {
    if (port.port === undefined) report('AER1163', at, { why: 'it is for no port', cure: 'Add port.number' });
    if (hasPart(port)) checkParts(port, at, namespace, errors);
    else report('AER1157', at, { what: 'policy of a port' });
  }
  if (tunnel !== undefined) checkTunnel(tunnel, `${pointer}/tunnel`, report);
}

function hasPart({ connectionPool, loadBalancer, outlierDetection, tls }: PortPolicy): boolean {
  return (connectionPool ?? loadBalancer ?? outlierDetection ?? tls) !== undefined;
}

function checkParts(policy: PortPolicy, pointer: string, namespace: string, report: Report): void {
  const { connectionPool, loadBalancer, outlierDetection, tls } = policy;
  if (outlierDetection !== undefined) checkOutliers(outlierDetection, `${pointer}/outlierDetection`, report);
  checkConnectionPool(connectionPool, `${pointer}/connectionPool`, report);
  if (loadBalancer !== undefined) {
    checkLoadBalancer(loadBalancer, outlierDetection !== undefined, `${pointer}/loadBalancer`, report);
  }
  if (tls !== undefined) checkClientTls(tls, namespace, `${pointer}/tls`, report);
}

/** AER1161, AER1111, AER1156: outlier detection. */
function checkOutliers(outlier: OutlierDetection, pointer: string, report: Report): void {
  checkDuration(outlier.baseEjectionTime, `${pointer}/baseEjectionTime`, report);
  checkDuration(outlier.interval, `${pointer}/interval`, report);
  if ((outlier.consecutiveErrors ?? 0) !== 0) {
    const names = { field: 'consecutiveErrors', better: 'consecutive5xxErrors or consecutiveGatewayErrors' };
    report('AER1156', `${pointer}/consecutiveErrors`, names, { at: 'key', severity: 'warning' });
  }
  if (outlier.splitExternalLocalOriginErrors !== true && (outlier.consecutiveLocalOriginFailures ?? 0) > 0) {
    report('AER1161', `${pointer}/consecutiveLocalOriginFailures`, {
      why: 'local failures are counted apart only with splitExternalLocalOriginErrors',
      cure: 'Write splitExternalLocalOriginErrors: true, or remove it',
    });
  }
  for (const field of ['maxEjectionPercent', 'minHealthPercent'] as const) {
    const value = outlier[field] ?? 0;
    if (value >= 0 && value <= 100) continue;
    report('AER1161', `${pointer}/${field}`, { why: `${value} is no percentage`, cure: 'Write 0–100' });
  }
}

function checkTunnel(tunnel: NonNullable<TrafficPolicy['tunnel']>, pointer: string, report: Report): void {
  const { protocol = '', targetHost = '', targetPort = 0 } = tunnel;
  if (protocol !== '' && protocol !== 'CONNECT' && protocol !== 'POST') {
    report('AER1163', `${pointer}/protocol`, { why: `"${protocol}" makes no tunnel`, cure: 'Write CONNECT or POST' });
  }
  const why = whyNoFqdn(targetHost);
  if (why !== undefined && !isAddress(targetHost)) {
    report('AER1163', `${pointer}/targetHost`, {
      why: `"${targetHost}" is no host: ${why}`,
      cure: 'Write a full name',
    });
  }
  if (!isPort(targetPort)) report('AER1107', `${pointer}/targetPort`, { found: targetPort });
}
