import { qualifiedHost } from '../../../index/host.js';
import { parsePortName } from '../../../translate/shared/port-name.js';
import { items } from '../../webhook/rule.js';
import { chosenProtocol } from '../ports/chosen.js';
import type { AnalysisRule } from '../rule.js';

const lost: Readonly<Record<string, string>> = {
  tls: 'the connection to it is not encrypted, and a password travels in the clear',
  connectionPool: 'Aeraki sets its own limits (see RedisDestination)',
  outlierDetection: 'no endpoint is ejected',
};

/** Aeraki replaces the cluster of a Redis service by one of its own (translation.md section 11, Cluster). */
export const redisDestinationRule: AnalysisRule = {
  codes: ['AER0347'],
  byEntry: true,
  check({ index, report }) {
    for (const service of index.services) {
      if (chosenProtocol(service) !== 'redis') continue;
      if (!service.ports.some(({ name }) => parsePortName(name).l7 === 'redis')) continue;
      const host = service.hosts[0] ?? '';
      for (const rule of index.destinationRulesByHost.get(qualifiedHost(host, service.namespace)) ?? []) {
        const policies = [
          [rule.object.spec?.trafficPolicy, '/spec/trafficPolicy'] as const,
          ...items(rule.object.spec?.subsets, '/spec/subsets').map(
            ([{ trafficPolicy }, at]) => [trafficPolicy, `${at}/trafficPolicy`] as const,
          ),
        ];
        for (const [policy, at] of policies) {
          for (const [field, effect] of Object.entries(lost)) {
            if (policy === undefined || !Object.hasOwn(policy, field)) continue;
            report('AER0347', rule, `${at}/${field}`, { field, host, effect }, { at: 'key' });
          }
        }
      }
    }
  },
};
