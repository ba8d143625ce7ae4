import type { MeshIndex } from '../../index/mesh-index.js';
import type { Resource } from '../../model/resource.js';
import { SidecarListeners } from '../../scope/hidden.js';
import { buildMesh } from '../../scope/scope.js';
import { meshSettings } from '../../scope/settings.js';

/** The listeners that Sidecars leave to proxies; undefined where there is no Sidecar, so that it costs nothing then. */
export function sidecarListeners(
  resources: readonly Resource[],
  rootNamespace: string,
  services: MeshIndex['services'],
): SidecarListeners | undefined {
  if (!resources.some(({ kind }) => kind === 'Sidecar')) return undefined;
  // Of the mesh config only the root namespace and Istio's defaults count here.
  const settings = meshSettings(
    resources.filter(({ kind }) => kind !== 'ConfigMap' && kind !== 'IstioOperator'),
    rootNamespace,
    clusterDomainOf(services),
    () => undefined,
  );
  return new SidecarListeners(buildMesh(resources, settings));
}

/** As the hosts of Services have it. */
function clusterDomainOf(services: MeshIndex['services']): string {
  const [host = ''] = services.find(({ synthetic }) => synthetic)?.hosts ?? [];
  return host.split('.svc.')[1] ?? 'cluster.local';
}
