import { codecFacts } from '../../../match/codecs.js';
import { items } from '../../webhook/rule.js';
import { codecsOf } from '../references/services.js';
import type { AnalysisRule } from '../rule.js';
import { shortName } from './codecs.js';

/** Mutations that every codec of the service ignores. */
export const codecMutations: AnalysisRule = {
  codes: ['AER0318'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const codecs = codecsOf(router.object.spec?.hosts?.[0] ?? '', index);
      if (codecs.size === 0 || [...codecs].some((name) => codecFacts(name).mutates !== false)) continue;
      const codec = [...codecs].map(shortName).join(', ');
      for (const [route, pointer] of items(router.object.spec?.routes, '/spec/routes')) {
        for (const field of ['requestMutation', 'responseMutation'] as const) {
          if (route[field]?.length) report('AER0318', router, `${pointer}/${field}`, { field, codec }, { at: 'key' });
        }
      }
    }
  },
};
