import { checkDestination } from '../destination.js';
import { checkHostForm } from '../egress-host.js';
import { type IstioRule, items, type Report } from '../rule.js';
import { unixPrefix, whyNoSocket } from '../values/address.js';
import { whyNoFqdn } from '../values/domain.js';
import { checkSelector } from '../values/labels.js';
import { checkListenerPort } from './port.js';
import type { Egress, SidecarSpec } from './spec.js';

/** AER1168, AER1103, AER1104: whom it is for, and that it says something. */
export const sidecarReach: IstioRule<SidecarSpec> = {
  kind: 'Sidecar',
  check(spec, { report }) {
    const { workloadSelector: selector, egress = [], ingress = [], outboundTrafficPolicy: policy } = spec;
    if (selector !== undefined) checkSelector(selector.labels, '/spec/workloadSelector/labels', report);
    if (egress.length + ingress.length === 0 && (policy ?? spec.inboundConnectionPool) === undefined) {
      report('AER1168', '/spec', { why: 'the Sidecar says nothing', cure: 'Add egress, or remove it' });
    }
    if (policy?.egressProxy === undefined) return;
    const pointer = '/spec/outboundTrafficPolicy/egressProxy';
    const { egressProxy: proxy, mode } = policy;
    if (mode !== 'ALLOW_ANY') {
      const cure = 'Write mode: ALLOW_ANY, or remove egressProxy';
      report('AER1168', pointer, { why: 'an egressProxy is for ALLOW_ANY only', cure }, { at: 'key' });
      return;
    }
    const why = whyNoFqdn(proxy.host ?? '');
    if (why !== undefined) report('AER1101', `${pointer}/host`, { host: proxy.host ?? '', why });
    if (proxy.port === undefined) {
      report('AER1168', pointer, { why: 'the egressProxy has no port', cure: 'Add port.number' });
    } else checkDestination(proxy, pointer, report);
  },
};

/** AER1168, AER1169, AER1101, AER1112: what it lets its workloads reach. */
export const sidecarEgress: IstioRule<SidecarSpec> = {
  kind: 'Sidecar',
  check(spec, { resource, report }) {
    const listeners = items(spec.egress, '/spec/egress');
    const ports = new Set<number>();
    const sockets = new Set<string>();
    for (const [index, [listener, pointer]] of listeners.entries()) {
      const { port, bind = '', hosts = [] } = listener;
      if (port === undefined) {
        if (index < listeners.length - 1) {
          const why = 'a listener without a port is for all that is left, and comes last';
          report('AER1168', pointer, { why, cure: 'Move it to the end' });
        }
      } else {
        checkEgressPort(listener, pointer, report);
        const { number = 0 } = port;
        if (number === 0 ? sockets.has(bind) : ports.has(number)) {
          const why = number === 0 ? 'two listeners have the same socket' : `two listeners have the port ${number}`;
          report('AER1168', `${pointer}/port`, { why, cure: 'Write their hosts into one listener' });
        }
        if (number === 0) sockets.add(bind);
        else ports.add(number);
      }
      if (hosts.length === 0) {
        report('AER1168', pointer, { why: 'a listener has no hosts', cure: 'Add hosts, like "./*"' });
      }
      for (const [host, at] of items(hosts, `${pointer}/hosts`)) checkHostForm(host, at, report, { isGateway: false });
      checkRepeated(hosts, `${pointer}/hosts`, resource.namespace, report);
    }
  },
};

function checkEgressPort(
  { port = {}, bind = '', captureMode = 'DEFAULT' }: Egress,
  pointer: string,
  report: Report,
): void {
  checkListenerPort(port, bind, pointer, report, true);
  if ((port.number ?? 0) !== 0) return;
  const why = bind.startsWith(unixPrefix) ? whyNoSocket(bind.slice(unixPrefix.length)) : 'the port 0 is for a socket';
  if (why !== undefined) report('AER1113', `${pointer}/bind`, { address: bind, why });
  if (captureMode === 'IPTABLES') {
    const cure = 'Write NONE, or remove captureMode';
    report('AER1168', `${pointer}/captureMode`, { why: 'traffic to a socket is not captured', cure });
  }
}

/** Warnings: a host that an earlier one of its namespace covers, and `*\/*` beside others. */
function checkRepeated(hosts: readonly string[], at: string, own: string, report: Report): void {
  const byNamespace = new Map<string, Set<string>>();
  const warning = { severity: 'warning' } as const;
  for (const [host, pointer] of items(hosts, at)) {
    const slash = host.indexOf('/');
    if (slash === -1 || host.startsWith('~')) continue;
    const namespace = host.slice(0, slash) === '.' ? own : host.slice(0, slash);
    const name = host.slice(slash + 1);
    const names = byNamespace.get(namespace) ?? new Set();
    if (name === '*' ? names.size > 0 : names.has(name) || names.has('*')) {
      const why = `"${host}" and an earlier host are the same, or one contains the other`;
      report('AER1168', pointer, { why, cure: 'Remove the narrower one' }, warning);
    }
    byNamespace.set(namespace, names.add(name));
  }
  if (byNamespace.get('*')?.has('*') && byNamespace.size > 1) {
    report('AER1168', at, { why: '"*/*" is every host already', cure: 'Remove the others, or "*/*"' }, warning);
  }
}
