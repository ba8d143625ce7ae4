import type { AnalysisRule } from '../rule.js';

/** Envoy looks at a read policy in Redis clusters only (redis_proxy, ReadPolicy); elsewhere it goes to any host. */
export const readPolicy: AnalysisRule = {
  codes: ['AER0342'],
  byEntry: true,
  check({ index, report }) {
    for (const service of index.redisServices) {
      const policy = service.object.spec?.settings?.readPolicy ?? 'MASTER';
      if (policy === 'MASTER') continue;
      const hosts = (service.object.spec?.host ?? []).filter((host) => index.servicesByHost.has(host));
      // The clusters that its routes lead to; without routes its own hosts.
      const targets = (service.object.spec?.redis ?? []).flatMap(({ route }) => route?.host ?? []);
      const plain = (targets.length > 0 ? targets : hosts).find((host) => {
        const [rule] = index.redisDestinationsByHost.get(`${service.namespace}/${host}`) ?? [];
        return rule?.object.spec?.trafficPolicy?.connectionPool?.redis?.mode !== 'CLUSTER';
      });
      if (plain !== undefined) report('AER0342', service, '/spec/settings/readPolicy', { policy, host: plain });
    }
  },
};
