import { checkExportTo } from '../export-to.js';
import { checkGatewayNames } from '../gateway-names.js';
import { isFromGatewayApi } from '../metadata.js';
import { entries, type IstioRule, items } from '../rule.js';
import type { VirtualServiceSpec } from '../spec.js';
import { isAddress } from '../values/address.js';
import { hostsOverlap, whyNoGatewayDomain, whyNoWildcardDomain } from '../values/domain.js';
import { isJwtClaim } from './headers.js';

/** Whether it is for gateways only: `mesh` is not among them, and there are some. */
export function isForGateways({ gateways = [] }: VirtualServiceSpec): boolean {
  return gateways.length > 0 && !gateways.includes('mesh');
}

/** AER1101, AER1135, AER1136: the hosts. */
export const virtualServiceHosts: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, { report }) {
    const hosts = items(spec.hosts, '/spec/hosts');
    const forGateways = isForGateways(spec);
    const hasSni = (spec.tls ?? []).some(({ match = [] }) => match.some(({ sniHosts = [] }) => sniHosts.length > 0));
    let sound = true;
    for (const [host, pointer] of hosts) {
      const why = forGateways ? whyNoGatewayDomain(host, hasSni) : whyNoWildcardDomain(host);
      if (why !== undefined && isAddress(host)) continue;
      if (why !== undefined) report('AER1101', pointer, { host, why });
      else if (!forGateways && host === '*') report('AER1135', pointer);
      else continue;
      sound = false;
    }
    if (!sound) return;
    for (const [second, [host, pointer]] of hosts.entries()) {
      const first = hosts.slice(0, second).find(([other]) => hostsOverlap(other, host));
      if (first !== undefined) report('AER1136', pointer, { host, other: first[0] });
    }
  },
};

/** AER1131, AER1132, AER1133, AER1137, AER1102: what it is for. */
export const virtualServiceReach: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, context) {
    const { report } = context;
    const { hosts = [], gateways = [], http = [], tls = [], tcp = [] } = spec;
    if (hosts.length === 0) {
      for (const field of ['gateways', 'tls', 'tcp'] as const) {
        if ((spec[field] ?? []).length > 0) report('AER1131', `/spec/${field}`, { field }, { at: 'key' });
      }
    }
    checkGatewayNames(gateways, '/spec/gateways', report, isFromGatewayApi(context, 'route'));
    if (http.length + tls.length + tcp.length === 0) report('AER1137', '/spec');
    checkExportTo(spec.exportTo, context);
  },
};

/** AER1134: only a gateway verifies tokens before it routes. */
export const jwtClaims: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, { report }) {
    if (isForGateways(spec)) return;
    for (const [{ match }, route] of items(spec.http, '/spec/http')) {
      for (const [each, at] of items(match, `${route}/match`)) {
        for (const field of ['headers', 'withoutHeaders'] as const) {
          for (const [name, , pointer] of entries(each[field], `${at}/${field}`)) {
            if (isJwtClaim(name)) report('AER1134', pointer, { name }, { at: 'key' });
          }
        }
      }
    }
  },
};
