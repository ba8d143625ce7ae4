import { scopeOf, scopeOfSidecar } from '../../../scope/scope.js';
import { ruleGraph } from '../../../sidecar/closure.js';
import { serviceFor } from '../../../traffic/calls.js';
import type { AnalysisRule } from '../rule.js';
import { meshWithSidecars, namespacesOf } from './scope.js';

/** What istiod does not bring into a scope by itself: destinations of Aeraki's rules, and rate-limit services of servers. */
export const hiddenDestinations: AnalysisRule = {
  codes: ['AER1307', 'AER1308'],
  check(context) {
    const mesh = meshWithSidecars(context);
    if (mesh === undefined) return;
    const { resources, report } = context;
    const graph = ruleGraph(resources, mesh);
    for (const sidecar of mesh.sidecars) {
      const told = new Set<string>();
      for (const namespace of namespacesOf(mesh, sidecar)) {
        const scope = scopeOfSidecar(mesh, sidecar, namespace);
        const seen = new Set(scope.services.map(({ host }) => host));
        for (const [host, targets] of graph.destinations) {
          if (!seen.has(host)) continue;
          for (const target of targets) {
            const service = serviceFor(mesh, target, namespace);
            if (seen.has(target) || service === undefined || told.has(target)) continue;
            told.add(target);
            const args = { host, target, source: `namespace ${namespace}`, entry: `${service.namespace}/${target}` };
            report('AER1307', sidecar, '/spec/egress', args, { at: 'key' });
          }
        }
      }
    }
    for (const [host, limits] of graph.limits) {
      for (const { namespace, selector } of mesh.byHost.get(host) ?? []) {
        if (selector === undefined) continue;
        const scope = scopeOf(mesh, { name: '', namespace, labels: selector });
        const seen = new Set(scope.services.map((service) => service.host));
        for (const target of limits) {
          const service = serviceFor(mesh, target, namespace);
          if (scope.sidecar === undefined || service === undefined || seen.has(target)) continue;
          const args = { host, target, entry: `${service.namespace}/${target}` };
          report('AER1308', scope.sidecar, '/spec/egress', args, { at: 'key' });
        }
      }
    }
  },
};
