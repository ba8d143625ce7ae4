import { SidecarListeners } from '../../../scope/hidden.js';
import { namespacesOf } from '../../../translate/place.js';
import { hiddenArgs } from '../../../translate/placement/findings.js';
import { portKind } from '../../../translate/placement/protocol.js';
import { parsePortName } from '../../../translate/shared/port-name.js';
import { hasGenerator } from '../ports/chosen.js';
import type { AnalysisRule } from '../rule.js';
import { meshWithSidecars } from './scope.js';

/** Outbound filters whose listener no proxy has that they reach, because of a Sidecar. Said once for a Sidecar and service. */
export const unreachedFilters: AnalysisRule = {
  codes: ['AER1183'],
  check(context) {
    const mesh = meshWithSidecars(context);
    if (mesh === undefined) return;
    const { index, options, report } = context;
    const sidecars = new SidecarListeners(mesh);
    const { rootNamespace } = options;
    for (const service of index.services) {
      const [host] = service.hosts;
      if (host === undefined) continue;
      const ports = service.ports.filter(
        (port) => hasGenerator(parsePortName(port.name).l7) && portKind(service, port) === 'tcp',
      );
      if (ports.length === 0) continue;
      const told = new Set<unknown>();
      for (const namespace of namespacesOf(service, { index, options })) {
        const reach = namespace === rootNamespace ? undefined : namespace;
        for (const { number: port } of ports) {
          const sought = { host, namespace: service.namespace, port, byAddress: true };
          const sidecar = sidecars.missing(reach, sought);
          if (sidecar === undefined || told.has(sidecar)) continue;
          told.add(sidecar);
          report('AER1183', sidecar, '/spec/egress', hiddenArgs(service, port, sidecar), { at: 'key' });
        }
      }
    }
  },
};
