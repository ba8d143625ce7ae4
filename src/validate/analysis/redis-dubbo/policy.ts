import { protocols } from '../../../translate/protocols.js';
import { parsePortName } from '../../../translate/shared/port-name.js';
import type { AnalysisRule } from '../rule.js';

const withGenerator: ReadonlySet<string> = new Set(protocols.map(({ name }) => name));

/**
 * A DubboAuthorizationPolicy is enforced by the inbound filters of the native Dubbo services of its namespace; where
 * there are none it does nothing.
 */
export const policyWithoutService: AnalysisRule = {
  codes: ['AER0335'],
  check({ index, report }) {
    const namespaces = new Set(
      index.services
        .filter(({ ports }) => {
          const chosen = ports.map(({ name }) => parsePortName(name).l7).find((l7) => withGenerator.has(l7));
          return chosen === 'dubbo';
        })
        .map(({ namespace }) => namespace),
    );
    const served = new Set(index.services.map(({ namespace }) => namespace));
    for (const [namespace, policies] of index.dubboPolicies) {
      if (namespaces.has(namespace)) continue;
      for (const policy of policies) {
        const severity = served.has(namespace) ? 'warning' : 'info';
        report('AER0335', policy, '', { namespace }, { severity });
      }
    }
  },
};
