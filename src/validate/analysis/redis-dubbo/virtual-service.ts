import type { MeshService } from '../../../index/mesh-index.js';
import { items } from '../../webhook/rule.js';
import { chosenProtocol } from '../ports/chosen.js';
import { severityOutside } from '../references/outside.js';
import { hasSubset } from '../references/subsets.js';
import type { AnalysisContext, AnalysisRule } from '../rule.js';

/**
 * The VirtualService of a native Dubbo or Thrift service: its destinations' subsets are those of the service, and their
 * hosts and ports are not looked at (translation.md section 8).
 */
export const nativeVirtualService: AnalysisRule = {
  codes: ['AER0306', 'AER0338'],
  byEntry: true,
  check(context) {
    for (const service of context.index.services) {
      const chosen = chosenProtocol(service);
      if (chosen === 'dubbo' || chosen === 'thrift') check(service, context);
    }
  },
};

function check(service: MeshService, { index, report }: AnalysisContext): void {
  const host = service.hosts[0] ?? '';
  const rule = index.virtualServicesByHost.get(host)?.[0];
  for (const [entry, pointer] of items(rule?.object.spec?.http, '/spec/http')) {
    for (const [{ destination }, at] of items(entry.route, `${pointer}/route`)) {
      if (rule === undefined || destination === undefined) continue;
      const { host: wanted = '', subset = '' } = destination;
      const same = wanted === host || host.startsWith(`${wanted}.${rule.namespace}.svc.`);
      if (!same) report('AER0338', rule, `${at}/destination/host`, { host, found: wanted });
      if (subset === '') continue;
      const found = hasSubset(host, subset, service.namespace, index);
      if (found.has) continue;
      const severity = found.rules > 0 ? 'warning' : severityOutside(index, service.namespace);
      report('AER0306', rule, `${at}/destination/subset`, { host, subset, known: found.known }, { severity });
    }
  }
}
