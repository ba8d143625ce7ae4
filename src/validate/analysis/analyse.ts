import { type Finding, finding, noArguments } from '../../diagnostics/diagnostic.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import { OfKind } from '../../index/of-kind.js';
import type { Resource } from '../../model/resource.js';
import type { TranslateOptions } from '../../translate/options.js';
import { loadReachability } from './reachability/decide.js';
import type { AnalysisContext } from './rule.js';
import { analysisRules } from './rules.js';
import { translationFindings } from './translation.js';

/** What the analysis layer says of all resources together; `resources` are those that the index was built from. */
export async function analyse(
  resources: readonly Resource[],
  index: MeshIndex,
  options: TranslateOptions,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const kinds = new OfKind();
  kinds.update(resources);
  const context: AnalysisContext = {
    index,
    resources,
    ofKind: (kind) => kinds.get(kind),
    options,
    reachability: await loadReachability(index.metaRouters),
    placeOf: ({ source }) => source,
    report: (code, resource, pointer, args = noArguments, place = {}) => {
      findings.push(finding(code, args, { resource, pointer, ...place }));
    },
  };
  for (const rule of analysisRules) rule.check(context);
  findings.push(...translationFindings(index, options, resources));
  return findings;
}
