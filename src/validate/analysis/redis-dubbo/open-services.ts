import { isMetaProtocol, parsePortName } from '../../../translate/shared/port-name.js';
import { chosenProtocol } from '../ports/chosen.js';
import type { AnalysisRule } from '../rule.js';

/** Policies are enforced by the native Dubbo filter: a MetaProtocol service beside it stays open to everybody. */
export const openServices: AnalysisRule = {
  codes: ['AER0351'],
  check({ index, report }) {
    for (const [namespace, policies] of index.dubboPolicies) {
      const open = openHosts(namespace, index);
      // Without a native service the policy does nothing at all, which AER0335 says.
      const native = index.services.some((each) => each.namespace === namespace && chosenProtocol(each) === 'dubbo');
      if (open.length === 0 || !native) continue;
      for (const policy of policies) report('AER0351', policy, '', { namespace, hosts: open.join(', ') });
    }
  },
};

/** The hosts of a namespace that speak Dubbo by MetaProtocol. */
export function openHosts(namespace: string, index: Parameters<AnalysisRule['check']>[0]['index']): readonly string[] {
  return index.services
    .filter((service) => service.namespace === namespace)
    .filter(({ ports }) =>
      ports.some(({ name }) => isMetaProtocol(name) && parsePortName(name).application === 'dubbo'),
    )
    .flatMap(({ hosts }) => hosts.slice(0, 1));
}
