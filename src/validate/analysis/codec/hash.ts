import { qualifiedHost } from '../../../index/host.js';
import { items } from '../../webhook/rule.js';
import { codecsOf } from '../references/services.js';
import type { AnalysisRule } from '../rule.js';
import { canProduce, codecWords } from './codecs.js';

/** A consistent-hash policy by an attribute that the codec cannot produce sends everything to one endpoint. */
export const hashAttribute: AnalysisRule = {
  codes: ['AER0336', 'AER0337'],
  byEntry: true,
  check({ index, report }) {
    for (const service of index.services) {
      const host = service.hosts[0] ?? '';
      const codecs = codecsOf(host, index);
      const rule =
        codecs.size === 0 ? undefined : index.destinationRulesByHost.get(qualifiedHost(host, service.namespace))?.[0];
      if (rule === undefined) continue;
      const policies = [
        [rule.object.spec?.trafficPolicy, '/spec/trafficPolicy'] as const,
        ...items(rule.object.spec?.subsets, '/spec/subsets').map(
          ([{ trafficPolicy }, at]) => [trafficPolicy, `${at}/trafficPolicy`] as const,
        ),
      ];
      for (const [policy, at] of policies) {
        const hash = policy?.loadBalancer?.consistentHash;
        if (hash === undefined) continue;
        const pointer = `${at}/loadBalancer/consistentHash`;
        const header = hash.httpHeaderName ?? '';
        if (header === '') report('AER0336', rule, pointer, { host });
        else if (!canProduce(codecs, header)) {
          report('AER0337', rule, `${pointer}/httpHeaderName`, { attribute: header, host, codecs: codecWords(codecs) });
        }
      }
    }
  },
};
