import { chosenProtocol } from '../ports/chosen.js';
import type { AnalysisRule } from '../rule.js';
import { openHosts } from './open-services.js';

/**
 * A DubboAuthorizationPolicy is enforced by the inbound filters of the native Dubbo services of its namespace; where
 * there are none it does nothing.
 */
export const policyWithoutService: AnalysisRule = {
  codes: ['AER0335'],
  check({ index, report }) {
    const namespaces = new Set(
      index.services.filter((service) => chosenProtocol(service) === 'dubbo').map(({ namespace }) => namespace),
    );
    const served = new Set(index.services.map(({ namespace }) => namespace));
    for (const [namespace, policies] of index.dubboPolicies) {
      if (namespaces.has(namespace)) continue;
      const hosts = openHosts(namespace, index);
      const open = hosts.length === 0 ? '' : `: ${hosts.join(', ')} by MetaProtocol, which every caller may use`;
      const cure =
        hosts.length === 0
          ? 'Move it to the namespace of such a service, or name the port so'
          : 'Name the port tcp-dubbo (a MetaRouter then does nothing), or guard it by Istio’s AuthorizationPolicy';
      for (const policy of policies) {
        const severity = served.has(namespace) ? 'warning' : 'info';
        report('AER0335', policy, '', { namespace, open, cure }, { severity });
      }
    }
  },
};
