import { escapePointer } from '../../../diagnostics/pointer.js';
import type { MetaRouteMatch, MetaRouter } from '../../../model/aeraki.js';
import type { Resource } from '../../../model/resource.js';
import { items } from '../../webhook/rule.js';
import { codecsOf } from '../references/services.js';
import type { AnalysisContext, AnalysisRule } from '../rule.js';
import { type Codecs, canProduce, codecWords } from './codecs.js';

/** Attributes in conditions and descriptors that no codec of the service can produce. */
export const codecAttributes: AnalysisRule = {
  codes: ['AER0313', 'AER0314'],
  byEntry: true,
  check(context) {
    for (const router of context.index.metaRouters) {
      const codecs = codecsOf(router.object.spec?.hosts?.[0] ?? '', context.index);
      if (codecs.size === 0) continue;
      const spec = router.object.spec ?? {};
      for (const [{ match }, pointer] of items(spec.routes, '/spec/routes')) {
        checkMatch(match, pointer, router, codecs, context);
      }
      const local = '/spec/localRateLimit/conditions';
      for (const [{ match }, pointer] of items(spec.localRateLimit?.conditions, local)) {
        checkMatch(match, pointer, router, codecs, context);
      }
      checkMatch(spec.globalRateLimit?.match, '/spec/globalRateLimit', router, codecs, context);
      checkDescriptors(router, codecs, context);
    }
  },
};

function checkMatch(
  match: MetaRouteMatch | undefined,
  parent: string,
  router: Resource,
  codecs: Codecs,
  { report }: AnalysisContext,
): void {
  for (const [attribute, condition] of Object.entries(match?.attributes ?? {})) {
    // A condition without exact, prefix or regex is passed over.
    if (Object.keys(condition).length === 0 || canProduce(codecs, attribute)) continue;
    const pointer = `${parent}/match/attributes/${escapePointer(attribute)}`;
    report('AER0313', router, pointer, { attribute, codecs: codecWords(codecs) }, { at: 'key' });
  }
}

function checkDescriptors(router: Resource<MetaRouter>, codecs: Codecs, { report }: AnalysisContext): void {
  const { descriptors } = router.object.spec?.globalRateLimit ?? {};
  for (const [{ property = '' }, at] of items(descriptors, '/spec/globalRateLimit/descriptors')) {
    if (property === '' || canProduce(codecs, property)) continue;
    report('AER0314', router, `${at}/property`, { attribute: property, codecs: codecWords(codecs) });
  }
}
