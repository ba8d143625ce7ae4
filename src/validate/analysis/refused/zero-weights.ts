import { items } from '../../webhook/rule.js';
import type { AnalysisRule } from '../rule.js';

/** Weights that are all 0: the proxy has nothing to choose by, and refuses the configuration. */
export const zeroWeights: AnalysisRule = {
  codes: ['AER0321'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      for (const [{ route = [] }, pointer] of items(router.object.spec?.routes, '/spec/routes')) {
        if (route.length > 1 && route.every(({ weight = 0 }) => weight === 0)) {
          report('AER0321', router, `${pointer}/route`);
        }
      }
    }
  },
};
