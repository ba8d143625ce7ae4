import type { Code } from '../../../diagnostics/catalogue.js';
import type { Severity } from '../../../diagnostics/entry.js';
import type { MeshService } from '../../../index/mesh-index.js';
import type { Resource } from '../../../model/resource.js';
import { parsePortName } from '../../../translate/shared/port-name.js';
import { namespaceOfHost, severityOutside } from '../references/outside.js';
import { hostHint } from '../references/services.js';
import type { AnalysisContext, AnalysisRule } from '../rule.js';

/** RedisServices and RedisDestinations are for a Redis service of their own namespace (translation.md section 11). */
export const redisHost: AnalysisRule = {
  codes: ['AER0333', 'AER0334'],
  byEntry: true,
  check(context) {
    for (const service of context.index.redisServices) {
      for (const [index, host] of (service.object.spec?.host ?? []).entries()) {
        check(host, service, `/spec/host/${index}`, context);
      }
    }
    for (const rule of context.index.redisDestinations) {
      if (rule.object.spec?.host !== undefined) check(rule.object.spec.host, rule, '/spec/host', context);
    }
  },
};

function check(host: string, resource: Resource, pointer: string, { index, options, report }: AnalysisContext): void {
  if (host === '') return;
  const services = index.servicesByHost.get(host) ?? [];
  const say = (code: Code, args: Readonly<Record<string, string>>, severity?: Severity): void => {
    report(code, resource, pointer, { kind: resource.kind, host, ...args }, severity === undefined ? {} : { severity });
  };
  const [elsewhere] = services;
  if (elsewhere === undefined) {
    const hint = hostHint(host, resource.namespace, index, options.clusterDomain);
    say('AER0333', { hint }, severityOutside(index, namespaceOfHost(host, resource.namespace)));
    return;
  }
  const here = services.filter(({ namespace }) => namespace === resource.namespace);
  if (here.length === 0) {
    say('AER0334', {
      why: `its service is in the namespace ${elsewhere.namespace}, and only rules of that namespace count`,
      cure: `Move it to ${elsewhere.namespace}.`,
    });
  } else if (!here.some(({ ports }) => ports.some(({ name }) => parsePortName(name).l7 === 'redis'))) {
    say('AER0334', { why: 'the service has no port that is named tcp-redis', cure: portCure(here) });
  }
}

const redisPort = 6379;

/** The port that is most likely Redis: the only one, the one of Redis' own number, or the one that says so. */
function portCure(services: readonly MeshService[]): string {
  const ports = services.flatMap((service) => service.ports);
  const [only] = ports;
  const likely =
    ports.length === 1 ? only : ports.find(({ number, name }) => number === redisPort || name.includes('redis'));
  if (likely === undefined) return 'Name its Redis port tcp-redis.';
  const now = likely.name === '' ? 'which has no name' : `which is named ${likely.name}`;
  return `Name its port ${likely.number}, ${now}, tcp-redis.`;
}
