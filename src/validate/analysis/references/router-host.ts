import type { MeshService } from '../../../index/mesh-index.js';
import { items } from '../../webhook/rule.js';
import { chosenProtocol } from '../ports/chosen.js';
import type { AnalysisRule } from '../rule.js';
import { namespaceOfHost, severityOutside } from './outside.js';
import { hostHint, metaPortsOf } from './services.js';

/**
 * A MetaRouter is for a service that is there, that Aeraki knows by this host, and that has a metaprotocol port. One
 * for a gateway works without a service of that name.
 */
export const routerHost: AnalysisRule = {
  codes: ['AER0301', 'AER0302', 'AER0303'],
  byEntry: true,
  check({ index, options, report }) {
    for (const router of index.metaRouters) {
      const { hosts, gateways = [] } = router.object.spec ?? {};
      if (gateways.length > 0) continue;
      for (const [host, pointer] of items(hosts, '/spec/hosts')) {
        if (host === '') continue;
        if (index.servicesByFirstHost.has(host)) {
          if (metaPortsOf(host, index).length === 0) {
            report('AER0302', router, pointer, { host, cure: portCure(index.servicesByFirstHost.get(host) ?? []) });
          }
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

/** What makes rules work for a service that has no metaprotocol port: rules of its own kind, or another port name. */
function portCure(services: readonly MeshService[]): string {
  const chosen = services.map(chosenProtocol).find((l7) => l7 !== undefined);
  if (chosen === 'redis') return 'It is Redis: write a RedisService in place of the MetaRouter.';
  if (chosen === 'dubbo' || chosen === 'thrift') {
    return `Its port is native ${chosen}: name it tcp-metaprotocol-${chosen}, or write a VirtualService in place of the MetaRouter.`;
  }
  return 'Name its port tcp-metaprotocol-<application protocol>.';
}
