import { checkPort } from '../destination.js';
import { checkGatewayNames } from '../gateway-names.js';
import { type IstioRule, items, type Report } from '../rule.js';
import type { L4Match, VirtualServiceSpec } from '../spec.js';
import { isAddress, isSubnet } from '../values/address.js';
import { isWithin, whyNoGatewayDomain, whyNoWildcardDomain } from '../values/domain.js';
import { checkLabels } from '../values/labels.js';
import { isForGateways } from './hosts.js';
import { checkDestinations } from './routes.js';

/** AER1153, AER1154, AER1101, AER1110, AER1107, AER1105, AER1132 and those of destinations: TLS routes. */
export const tlsRoutes: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, context) {
    const { report } = context;
    for (const [route, pointer] of items(spec.tls, '/spec/tls')) {
      const matches = items(route.match, `${pointer}/match`);
      if (matches.length === 0) {
        report('AER1153', pointer, { why: 'a TLS route has no match', cure: 'Add match.sniHosts' });
      }
      for (const [match, at] of matches) {
        const hosts = items(match.sniHosts, `${at}/sniHosts`);
        if (hosts.length === 0) {
          report('AER1153', at, { why: 'a match of a TLS route has no sniHosts', cure: 'Add the host of the service' });
        }
        for (const [host, place] of hosts) checkSni(host, spec, place, report);
        checkL4(match, at, report);
      }
      checkTargets(route.route, 'TLS', pointer, report);
      checkDestinations(route.route, `${pointer}/route`, context);
    }
  },
};

/** The like for TCP routes. */
export const tcpRoutes: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, context) {
    const { report } = context;
    for (const [route, pointer] of items(spec.tcp, '/spec/tcp')) {
      for (const [match, at] of items(route.match, `${pointer}/match`)) checkL4(match, at, report);
      checkTargets(route.route, 'TCP', pointer, report);
      checkDestinations(route.route, `${pointer}/route`, context);
    }
  },
};

function checkTargets(list: readonly unknown[] = [], protocol: string, pointer: string, report: Report): void {
  if (list.length > 0) return;
  report('AER1153', pointer, { why: `a ${protocol} route has no destination`, cure: 'Add route.destination' });
}

function checkSni(host: string, spec: VirtualServiceSpec, pointer: string, report: Report): void {
  const why = isForGateways(spec) ? whyNoGatewayDomain(host, true) : whyNoWildcardDomain(host);
  if (why !== undefined && isAddress(host)) {
    const text = 'an IP address is no server name, and most clients send none';
    report('AER1154', pointer, { host, why: text, cure: 'Write a name' }, { severity: 'warning' });
  } else if (why !== undefined) report('AER1101', pointer, { host, why });
  else if (!(spec.hosts ?? []).some((other) => isWithin(host, other))) {
    report('AER1154', pointer, {
      host,
      why: 'it is none of the hosts of this VirtualService',
      cure: 'Add it to spec.hosts, or write one of those',
    });
  }
}

function checkL4(match: L4Match, pointer: string, report: Report): void {
  for (const [subnet, at] of items(match.destinationSubnets, `${pointer}/destinationSubnets`)) {
    if (!isSubnet(subnet)) report('AER1110', at, { found: subnet });
  }
  if ((match.port ?? 0) !== 0) checkPort(match.port, `${pointer}/port`, report);
  checkLabels(match.sourceLabels, `${pointer}/sourceLabels`, report);
  checkGatewayNames(match.gateways, `${pointer}/gateways`, report);
}
