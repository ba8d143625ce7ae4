import { codecFacts } from '../../../match/codecs.js';
import { items } from '../../webhook/rule.js';
import { codecsOf } from '../references/services.js';
import type { AnalysisRule } from '../rule.js';

/** A mutation of the response, which no release of the proxy applies (filters/router/router_impl.cc). */
export const responseMutation: AnalysisRule = {
  codes: ['AER0809'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const codecs = codecsOf(router.object.spec?.hosts?.[0] ?? '', index);
      // Of codecs that ignore every mutation AER0318 speaks.
      if (codecs.size > 0 && [...codecs].every((name) => codecFacts(name).mutates === false)) continue;
      for (const [route, pointer] of items(router.object.spec?.routes, '/spec/routes')) {
        if (route.responseMutation?.length) report('AER0809', router, `${pointer}/responseMutation`, {}, { at: 'key' });
      }
    }
  },
};
