import type { AnalysisRule } from '../rule.js';
import { namespaceOfHost, severityOutside } from './outside.js';

/** The cluster of the rate-limit service is there: else every request is refused (data-plane.md, Global rate limit). */
export const rateLimitService: AnalysisRule = {
  codes: ['AER0326'],
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const cluster = router.object.spec?.globalRateLimit?.rateLimitService ?? '';
      if (cluster === '') continue;
      const pointer = '/spec/globalRateLimit/rateLimitService';
      const parts = /^outbound\|(\d+)\|[^|]*\|([^|]+)$/.exec(cluster);
      if (parts === null) {
        // A cluster of the proxy's bootstrap has a name of its own, which no resource shows.
        report(
          'AER0326',
          router,
          pointer,
          { cluster, why: 'it has not the form outbound|PORT||HOST' },
          { severity: 'info' },
        );
        continue;
      }
      const [, port = '', host = ''] = parts;
      const services = index.servicesByHost.get(host);
      if (services === undefined) {
        const severity = severityOutside(index, namespaceOfHost(host, router.namespace));
        report('AER0326', router, pointer, { cluster, why: `no service has the host ${host}` }, { severity });
      } else if (!services.some(({ ports }) => ports.some(({ number }) => number === Number(port)))) {
        report('AER0326', router, pointer, { cluster, why: `${host} has no port ${port}` });
      }
    }
  },
};
