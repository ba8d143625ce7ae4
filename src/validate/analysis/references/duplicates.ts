import type { Code } from '../../../diagnostics/catalogue.js';
import { resourceKeys } from '../../../index/build.js';
import type { Resource } from '../../../model/resource.js';
import type { AnalysisContext, AnalysisRule } from '../rule.js';

/** Of several rules of one kind for one host only one works; the others are named. */
export const duplicates: AnalysisRule = {
  codes: ['AER0307', 'AER0308', 'AER0309', 'AER0310'],
  byEntry: true,
  check(context) {
    const { index } = context;
    const { MetaRouter, RedisService, RedisDestination, DestinationRule } = resourceKeys;
    const byHost = MetaRouter.metaRoutersByHost;
    each('AER0307', index.metaRouters, byHost, index.metaRoutersByHost, 'first', '/spec/hosts', context);
    const { redisServices, redisServicesByHost, redisDestinations, redisDestinationsByHost } = index;
    const ofService = RedisService.redisServicesByHost;
    each('AER0308', redisServices, ofService, redisServicesByHost, 'last', '/spec/host', context);
    const ofDestination = RedisDestination.redisDestinationsByHost;
    each('AER0309', redisDestinations, ofDestination, redisDestinationsByHost, 'first', '/spec/host', context);
    const { destinationRules, destinationRulesByHost } = index;
    const ofRule = DestinationRule.destinationRulesByHost;
    each('AER0310', destinationRules, ofRule, destinationRulesByHost, 'first', '/spec/host', context);
  },
};

function each<T extends Resource>(
  code: Code & ('AER0307' | 'AER0308' | 'AER0309' | 'AER0310'),
  all: readonly T[],
  keysOf: (resource: T) => readonly string[],
  byHost: ReadonlyMap<string, readonly Resource[]>,
  counts: 'first' | 'last',
  pointer: string,
  { report, placeOf }: AnalysisContext,
): void {
  for (const resource of all) {
    for (const key of new Set(keysOf(resource))) {
      const rivals = byHost.get(key) ?? [];
      const winner = counts === 'first' ? rivals[0] : rivals.at(-1);
      if (winner === undefined || rivals.length < 2 || winner.object === resource.object) continue;
      const host = key.slice(key.indexOf('/') + 1);
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
