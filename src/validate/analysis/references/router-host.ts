import { items } from '../../webhook/rule.js';
import type { AnalysisRule } from '../rule.js';
import { namespaceOfHost, severityOutside } from './outside.js';
import { hostHint, metaPortsOf } from './services.js';

/**
 * A MetaRouter is for a service that is there, that Aeraki knows by this host, and that has a metaprotocol port. One
 * for a gateway works without a service of that name.
 */
export const routerHost: AnalysisRule = {
  codes: ['AER0301', 'AER0302', 'AER0303'],
  check({ index, options, report }) {
    for (const router of index.metaRouters) {
      const { hosts, gateways = [] } = router.object.spec ?? {};
      if (gateways.length > 0) continue;
      for (const [host, pointer] of items(hosts, '/spec/hosts')) {
        if (host === '') continue;
        if (index.servicesByFirstHost.has(host)) {
          if (metaPortsOf(host, index).length === 0) report('AER0302', router, pointer, { host });
          continue;
        }
        const [known] = index.servicesByHost.get(host) ?? [];
        if (known !== undefined) {
          report('AER0303', router, pointer, { host, first: known.hosts[0] ?? '' });
          continue;
        }
        const severity = severityOutside(index, namespaceOfHost(host, router.namespace));
        const hint = hostHint(host, router.namespace, index, options.clusterDomain);
        report('AER0301', router, pointer, { host, hint }, { severity });
      }
    }
  },
};
