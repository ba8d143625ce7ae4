import { escapePointer } from '../../../diagnostics/pointer.js';
import { qualifiedHost } from '../../../index/host.js';
import { attributeName } from '../../../match/attributes.js';
import { items } from '../../webhook/rule.js';
import { codecsOf } from '../references/services.js';
import type { AnalysisRule } from '../rule.js';
import { hashNames } from './hash-names.js';

const REQUEST_ID = 'x-request-id';

/** Routes and hash policies that ask about x-request-id, which is made after both (router_impl.cc). */
export const requestId: AnalysisRule = {
  codes: ['AER0814'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      for (const [{ match }, pointer] of items(router.object.spec?.routes, '/spec/routes')) {
        for (const name of Object.keys(match?.attributes ?? {})) {
          if (attributeName(name) !== REQUEST_ID) continue;
          const at = `${pointer}/match/attributes/${escapePointer(name)}`;
          report('AER0814', router, at, { what: 'this condition' }, { at: 'key' });
        }
      }
    }
    for (const service of index.services) {
      const host = service.hosts[0] ?? '';
      if (codecsOf(host, index).size === 0) continue;
      const rule = index.destinationRulesByHost.get(qualifiedHost(host, service.namespace))?.[0];
      for (const { name, pointer } of rule === undefined ? [] : hashNames(rule)) {
        if (rule === undefined || attributeName(name) !== REQUEST_ID) continue;
        report('AER0814', rule, pointer, { what: 'the hash' });
      }
    }
  },
};
