import { yamlChunks } from '../output/yaml.js';
import { aboutHosts } from './about-hosts.js';
import type { Workspace } from './workspace.js';

/**
 * What the rules of a file come to in the mesh, as YAML: the generated objects that name a host of the file. Undefined
 * where the file names none.
 */
export async function translated(workspace: Workspace, name: string): Promise<string | undefined> {
  const hosts = new Set<string>();
  for (const resource of workspace.resourcesIn(name)) {
    if (resource.kind === 'RouteTest') continue;
    for (const { kind, symbol } of workspace.symbols.in(resource)) if (kind === 'host') hosts.add(symbol);
  }
  if (hosts.size === 0) return undefined;
  const { translation } = await workspace.effects();
  const { envoyFilters, virtualServices } = aboutHosts(translation, hosts);
  const objects = [...envoyFilters, ...virtualServices];
  if (objects.length === 0) return '# The rules of this file come to no object in the mesh.\n';
  return [...yamlChunks(objects)].join('');
}
