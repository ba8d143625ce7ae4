import type { MetaDestination, MetaRouterSpec } from '../../../model/aeraki.js';
import { isLabel, whyNoDomainName } from '../domain-name.js';
import { items, type Report, type WebhookRule } from '../rule.js';

/** Each route has destinations, each of which is whole; a mirror is checked like one. */
export const destinations: WebhookRule<MetaRouterSpec> = {
  kind: 'MetaRouter',
  check(spec, { report }) {
    for (const [route, pointer] of items(spec.routes, '/spec/routes')) {
      const list = route.route ?? [];
      if (list.length === 0) report('AER0204', route.route === undefined ? pointer : `${pointer}/route`);
      for (const [{ destination }, at] of items(list, `${pointer}/route`)) {
        if (destination === undefined) report('AER0205', at);
        else checkDestination(destination, `${at}/destination`, report);
      }
      if (route.mirror !== undefined) checkDestination(route.mirror, `${pointer}/mirror`, report);
    }
  },
};

function checkDestination({ host, subset, port }: MetaDestination, pointer: string, report: Report): void {
  const why = whyNoDomainName(host ?? '');
  if (why !== undefined) {
    const missing = host === undefined;
    report('AER0202', missing ? pointer : `${pointer}/host`, {
      host: host ?? '',
      why: missing ? 'it is missing' : why,
    });
  }
  if (subset !== undefined && subset !== '' && !isLabel(subset)) report('AER0206', `${pointer}/subset`, { subset });
  if (port === undefined) return;
  const number = port.number ?? 0;
  if (number >= 1 && number <= 65535) return;
  report('AER0207', port.number === undefined ? `${pointer}/port` : `${pointer}/port/number`, {
    found: port.number === undefined ? 'no number' : `${number}`,
  });
}
