import type { RedisTarget } from '../../../model/aeraki.js';
import type { Resource } from '../../../model/resource.js';
import { items } from '../../webhook/rule.js';
import { namespaceOfHost, severityOutside } from '../references/outside.js';
import { hostHint } from '../references/services.js';
import type { AnalysisContext, AnalysisRule } from '../rule.js';

/** The targets of Redis routes and mirrors are services with the port that is named. */
export const redisTarget: AnalysisRule = {
  codes: ['AER0304', 'AER0305'],
  byEntry: true,
  check(context) {
    for (const service of context.index.redisServices) {
      for (const [{ route, mirror }, pointer] of items(service.object.spec?.redis, '/spec/redis')) {
        check(route, `${pointer}/route`, service, context);
        for (const [one, at] of items(mirror, `${pointer}/mirror`)) check(one.route, `${at}/route`, service, context);
      }
    }
  },
};

function check(
  target: RedisTarget | undefined,
  pointer: string,
  resource: Resource,
  { index, options, report }: AnalysisContext,
): void {
  const { host = '', port = 0 } = target ?? {};
  if (host === '') return;
  const services = index.servicesByHost.get(host);
  if (services === undefined) {
    const severity = severityOutside(index, namespaceOfHost(host, resource.namespace));
    const hint = hostHint(host, resource.namespace, index, options.clusterDomain);
    report('AER0304', resource, `${pointer}/host`, { host, hint }, { severity });
    return;
  }
  const numbers = services.flatMap(({ ports }) => ports.map(({ number }) => number));
  // Without a port the control plane looks for one itself.
  if (port === 0 || numbers.includes(port)) return;
  const known = numbers.length === 0 ? 'no ports' : [...new Set(numbers)].join(', ');
  report('AER0305', resource, `${pointer}/port`, { host, port, own: '', known });
}
