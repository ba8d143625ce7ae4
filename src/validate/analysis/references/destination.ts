import type { MetaDestination, MetaRouter } from '../../../model/aeraki.js';
import type { Resource } from '../../../model/resource.js';
import { items } from '../../webhook/rule.js';
import type { AnalysisContext, AnalysisRule } from '../rule.js';
import { namespaceOfHost, severityOutside } from './outside.js';
import { hostHint, metaPortsOf } from './services.js';
import { hasSubset } from './subsets.js';

/** The host, port and subset of every destination and mirror of a MetaRouter exist, so that there is such a cluster. */
export const destination: AnalysisRule = {
  codes: ['AER0304', 'AER0305', 'AER0306'],
  byEntry: true,
  check(context) {
    for (const router of context.index.metaRouters) {
      const own = router.object.spec?.hosts?.[0] ?? '';
      // Without a port of its own a destination has that of the service, each of which makes a configuration.
      const ports = metaPortsOf(own, context.index).map(({ port }) => port.number);
      for (const [route, pointer] of items(router.object.spec?.routes, '/spec/routes')) {
        for (const [entry, at] of items(route.route, `${pointer}/route`)) {
          if (entry.destination !== undefined) check(entry.destination, `${at}/destination`, router, ports, context);
        }
        if (route.mirror !== undefined) check(route.mirror, `${pointer}/mirror`, router, ports, context);
      }
    }
  },
};

function check(
  { host = '', subset, port }: MetaDestination,
  pointer: string,
  router: Resource<MetaRouter>,
  servicePorts: readonly number[],
  { index, options, report }: AnalysisContext,
): void {
  if (host === '') return;
  const services = index.servicesByHost.get(host);
  const namespace = namespaceOfHost(host, router.namespace);
  if (services === undefined && host === router.object.spec?.hosts?.[0]) {
    // The MetaRouter's own host: there is a finding about it already.
  } else if (services === undefined) {
    const hint = hostHint(host, router.namespace, index, options.clusterDomain);
    report('AER0304', router, `${pointer}/host`, { host, hint }, { severity: severityOutside(index, namespace) });
  } else {
    const numbers = services.flatMap(({ ports }) => ports.map(({ number }) => number));
    const wanted = port?.number ? [port.number] : servicePorts;
    const missing = wanted.filter((each) => !numbers.includes(each)).join(', ');
    if (missing !== '') {
      const own = port?.number ? '' : ', which is that of the service, as this destination names none';
      const known = numbers.length === 0 ? 'no ports' : [...new Set(numbers)].join(', ');
      report('AER0305', router, port?.number ? `${pointer}/port/number` : pointer, { host, port: missing, own, known });
    }
  }
  if (subset === undefined || subset === '') return;
  const found = hasSubset(host, subset, namespace, index);
  // Of a host that is not there at all the subsets are not worth a second finding.
  if (found.has || (services === undefined && found.rules === 0)) return;
  const severity = found.rules > 0 ? 'warning' : severityOutside(index, namespace);
  report('AER0306', router, `${pointer}/subset`, { host, subset, known: found.known }, { severity });
}
