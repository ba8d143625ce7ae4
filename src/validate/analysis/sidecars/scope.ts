import { parseYaml } from '../../../load/parse-yaml.js';
import type { Resource } from '../../../model/resource.js';
import { buildMesh, type Mesh } from '../../../scope/scope.js';
import { meshSettings } from '../../../scope/settings.js';
import { sidecarSpec } from '../../../scope/sidecar.js';
import { items } from '../../webhook/rule.js';
import type { AnalysisContext } from '../rule.js';

/** The mesh as istiod sees it; undefined where no Sidecar is among the resources, so that it costs nothing then. */
export function meshWithSidecars(context: AnalysisContext): Mesh | undefined {
  if (context.ofKind('Sidecar').length === 0) return undefined;
  const { resources, options } = context;
  const settings = meshSettings(resources, options.rootNamespace, options.clusterDomain, parseYaml);
  return buildMesh(resources, settings);
}

/** Each egress host of a Sidecar as `namespace/name`, with its place. */
export function egressHosts(
  sidecar: Resource,
): readonly (readonly [namespace: string, name: string, pointer: string])[] {
  return items(sidecarSpec(sidecar).egress, '/spec/egress').flatMap(([listener, pointer]) =>
    items(listener.hosts, `${pointer}/hosts`).flatMap(([host, at]) => {
      const slash = host.indexOf('/');
      return slash === -1 ? [] : [[host.slice(0, slash), host.slice(slash + 1), at] as const];
    }),
  );
}

/** The namespaces that a Sidecar acts in: its own, or as the default of the mesh all that have none of their own. */
export function namespacesOf(mesh: Mesh, sidecar: Resource): readonly string[] {
  const { rootNamespace } = mesh.settings;
  if (sidecar.namespace !== rootNamespace || sidecarSpec(sidecar).workloadSelector !== undefined) {
    return [sidecar.namespace];
  }
  const own = new Set(
    mesh.sidecars.filter((each) => sidecarSpec(each).workloadSelector === undefined).map(({ namespace }) => namespace),
  );
  const all = new Set(mesh.services.map(({ namespace }) => namespace));
  return [...all].filter((namespace) => namespace === rootNamespace || !own.has(namespace));
}
