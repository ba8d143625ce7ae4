import type { EnvoyFilter } from '../model/envoy.js';
import { yamlChunks } from '../output/yaml.js';
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
  const filters = translation.envoyFilters.filter((filter) => isAbout(filter, hosts));
  const services = translation.virtualServices.filter(({ spec }) =>
    ((spec as { readonly hosts?: readonly string[] }).hosts ?? []).some((host) => hosts.has(host)),
  );
  const objects = [...filters, ...services];
  if (objects.length === 0) return '# The rules of this file come to no object in the mesh.\n';
  return [...yamlChunks(objects)].join('');
}

/** `aeraki-outbound-HOST-…-PORT`, `aeraki-inbound-HOST-…`: the name of the filter tells its service. */
function isAbout({ metadata }: EnvoyFilter, hosts: ReadonlySet<string>): boolean {
  const rest = /^aeraki-(?:in|out)bound-(.*)$/.exec(metadata.name)?.[1];
  if (rest === undefined) return false;
  for (let end = rest.lastIndexOf('-'); end > 0; end = rest.lastIndexOf('-', end - 1)) {
    if (hosts.has(rest.slice(0, end))) return true;
  }
  return hosts.has(rest);
}
