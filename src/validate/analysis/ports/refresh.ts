import { isMetaProtocol } from '../../../translate/shared/port-name.js';
import type { AnalysisRule } from '../rule.js';
import { chosenProtocol } from './chosen.js';

/**
 * What the reference's event handlers pass over: they look for ports named `tcp-metaprotocol…`, where the generator
 * takes any first word and any case, and of a VirtualService at its first host.
 */
export const refresh: AnalysisRule = {
  codes: ['AER0349', 'AER0350'],
  byEntry: true,
  check({ index, report }) {
    for (const service of index.services) {
      for (const { name, pointer } of service.ports) {
        if (!isMetaProtocol(name) || name.startsWith('tcp-metaprotocol')) continue;
        const words = name.split('-').slice(2);
        report('AER0349', service.resource, `${pointer}/name`, {
          name,
          meant: ['tcp-metaprotocol', ...words].join('-'),
        });
      }
      const chosen = chosenProtocol(service);
      const [host = ''] = service.hosts;
      const rule = chosen === 'dubbo' || chosen === 'thrift' ? index.virtualServicesByHost.get(host)?.[0] : undefined;
      const [first = ''] = rule?.object.spec?.hosts ?? [];
      if (rule === undefined || first === host) continue;
      const at = rule.object.spec?.hosts?.indexOf(host) ?? 0;
      report('AER0350', rule, `/spec/hosts/${at}`, { host, first });
    }
  },
};
