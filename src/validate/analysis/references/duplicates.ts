import type { Code } from '../../../diagnostics/catalogue.js';
import type { Resource } from '../../../model/resource.js';
import type { AnalysisContext, AnalysisRule } from '../rule.js';

/** Of several rules of one kind for one host only one works; the others are named. */
export const duplicates: AnalysisRule = {
  codes: ['AER0307', 'AER0308', 'AER0309', 'AER0310'],
  check(context) {
    const { index } = context;
    each('AER0307', index.metaRoutersByHost, 'first', '/spec/hosts', context);
    each('AER0308', index.redisServicesByHost, 'last', '/spec/host', context);
    each('AER0309', index.redisDestinationsByHost, 'first', '/spec/host', context);
    each('AER0310', index.destinationRulesByHost, 'first', '/spec/host', context);
  },
};

function each(
  code: Code,
  byHost: ReadonlyMap<string, readonly Resource[]>,
  counts: 'first' | 'last',
  pointer: string,
  { report, placeOf }: AnalysisContext,
): void {
  for (const [key, resources] of byHost) {
    const winner = counts === 'first' ? resources[0] : resources.at(-1);
    if (winner === undefined || resources.length < 2) continue;
    const host = key.slice(key.indexOf('/') + 1);
    for (const resource of resources) {
      if (resource === winner) continue;
      const { file, line } = placeOf(winner);
      report(code, resource, at(resource, pointer, host), {
        host,
        winner: `${winner.namespace}/${winner.name}`,
        where: `${file}:${line}`,
      });
    }
  }
}

/** The host itself where the field is a list. */
function at(resource: Resource, pointer: string, host: string): string {
  const field = (resource.object.spec as Readonly<Record<string, unknown>> | undefined)?.[
    pointer.replace('/spec/', '')
  ];
  const index = Array.isArray(field) ? field.indexOf(host) : -1;
  return index < 0 ? pointer : `${pointer}/${index}`;
}
