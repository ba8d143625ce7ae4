import type { Gateway } from '../../../model/istio.js';
import type { Resource } from '../../../model/resource.js';
import { isMetaProtocol } from '../../../translate/shared/port-name.js';
import { items } from '../../webhook/rule.js';
import type { AnalysisRule } from '../rule.js';
import { severityOutside } from './outside.js';

/** The gateways that a MetaRouter names are there, and one of their metaprotocol servers has a destination's port. */
export const gateway: AnalysisRule = {
  codes: ['AER0327', 'AER0328'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const ports = new Set(
        (router.object.spec?.routes ?? []).flatMap(({ route = [] }) =>
          route.flatMap(({ destination }) => destination?.port?.number ?? []),
        ),
      );
      for (const [entry, pointer] of items(router.object.spec?.gateways, '/spec/gateways')) {
        const name = entry.includes('/') ? entry : `${router.namespace}/${entry}`;
        const found = index.gatewaysByName.get(name);
        if (found === undefined) {
          const severity = severityOutside(index, name.split('/')[0] ?? '');
          report('AER0327', router, pointer, { gateway: name }, { severity });
          continue;
        }
        const servers = metaServerPorts(found);
        if (servers.some((port) => ports.has(port))) continue;
        const has =
          servers.length === 0 ? 'no metaprotocol server' : `metaprotocol servers on port ${servers.join(', ')}`;
        const wanted =
          ports.size === 0
            ? 'no destination of a route names a port'
            : `the routes go to port ${[...ports].join(', ')}`;
        report('AER0328', router, pointer, { gateway: name, has, wanted });
      }
    }
  },
};

function metaServerPorts(found: Resource<Gateway>): readonly number[] {
  return (found.object.spec?.servers ?? []).flatMap(({ port }) =>
    port?.number !== undefined && isMetaProtocol(port.name ?? '') ? [port.number] : [],
  );
}
