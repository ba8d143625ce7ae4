import { nearest } from '../../../diagnostics/nearest.js';
import { isWildcard, isWithin } from '../../../scope/host.js';
import { isExportedTo } from '../../../scope/mesh-service.js';
import type { Mesh } from '../../../scope/scope.js';
import { severityOutside } from '../references/outside.js';
import type { AnalysisRule } from '../rule.js';
import { egressHosts, meshWithSidecars } from './scope.js';

/** Every host that a Sidecar imports finds a service, and none imports everything. */
export const sidecarImports: AnalysisRule = {
  codes: ['AER1301', 'AER1311'],
  check(context) {
    const mesh = meshWithSidecars(context);
    if (mesh === undefined) return;
    const { index, report } = context;
    for (const sidecar of mesh.sidecars) {
      for (const [from, name, pointer] of egressHosts(sidecar)) {
        if (from === '*' && name === '*') report('AER1311', sidecar, pointer);
        // A whole namespace may be empty today, and `.` of the mesh's default is another one for each workload.
        if (name === '*' || from.startsWith('~')) continue;
        const isDefault = sidecar.namespace === mesh.settings.rootNamespace && from === '.';
        const namespace = from === '.' ? sidecar.namespace : from;
        if (isDefault || finds(mesh, namespace, name, sidecar.namespace)) continue;
        const severity = namespace === '*' ? 'warning' : severityOutside(index, namespace);
        const hint = hintFor(mesh, namespace, name);
        const args = { entry: `${from}/${name}`, namespace: sidecar.namespace, hint };
        report('AER1301', sidecar, pointer, args, { severity: hint === '' ? severity : 'warning' });
      }
    }
  },
};

function finds(mesh: Mesh, namespace: string, name: string, viewer: string): boolean {
  const candidates = isWildcard(name) ? mesh.services : (mesh.byHost.get(name) ?? []);
  return candidates.some(
    (service) =>
      (namespace === '*' || service.namespace === namespace) &&
      isWithin(service.host, name) &&
      isExportedTo(service.exportTo, service.namespace, viewer),
  );
}

function hintFor(mesh: Mesh, namespace: string, name: string): string {
  const elsewhere = mesh.byHost.get(name)?.[0];
  if (elsewhere !== undefined && elsewhere.namespace !== namespace) {
    return ` That host is in namespace ${elsewhere.namespace}: did you mean ${elsewhere.namespace}/${name}?`;
  }
  if (elsewhere !== undefined) return ` The service is there, and not exported.`;
  const near = nearest(name, [...mesh.byHost.keys()]);
  const service = near === undefined ? undefined : mesh.byHost.get(near)?.[0];
  return service === undefined ? '' : ` Did you mean ${service.namespace}/${service.host}?`;
}
