import type { Resource } from '../model/resource.js';
import { excludes, fullName, type ImportedHosts, importsRule } from './host.js';
import { ageOf, compare, isExportedTo, setOf } from './mesh-service.js';
import type { MeshSettings } from './settings.js';

interface Destination {
  readonly host?: string;
  readonly subset?: string;
  readonly port?: { readonly number?: number };
}

interface Route {
  readonly match?: readonly { readonly sourceNamespace?: string }[];
  readonly route?: readonly { readonly destination?: Destination }[];
  readonly mirror?: Destination;
  readonly mirrors?: readonly { readonly destination?: Destination }[];
}

interface Spec {
  readonly hosts?: readonly string[];
  readonly gateways?: readonly string[];
  readonly exportTo?: readonly string[];
  readonly http?: readonly Route[];
  readonly tcp?: readonly Route[];
  readonly tls?: readonly Route[];
}

/** A VirtualService that acts on sidecars, its hosts written out. */
export interface MeshRule {
  readonly resource: Resource;
  readonly hosts: readonly string[];
  readonly exportTo: ReadonlySet<string>;
}

/** The VirtualServices of the gateway `mesh` (also by default), oldest first. */
export function meshRules(resources: readonly Resource[], settings: MeshSettings): readonly MeshRule[] {
  return resources
    .filter(({ kind }) => kind === 'VirtualService')
    .sort((a, b) => compare(ageOf(a), ageOf(b)) || compare(a.name, b.name) || compare(a.namespace, b.namespace))
    .flatMap((resource) => {
      const spec = specOf(resource);
      const gateways = spec.gateways ?? [];
      if (gateways.length > 0 && !gateways.includes('mesh')) return [];
      // One without hosts is a delegate: it acts through the one that names it.
      if ((spec.hosts ?? []).length === 0) return [];
      const exportTo =
        (spec.exportTo ?? []).length === 0 ? settings.virtualServiceExportTo : setOf(spec.exportTo ?? []);
      const hosts = (spec.hosts ?? []).map((host) => fullName(host, resource.namespace, settings.clusterDomain));
      return [{ resource, hosts, exportTo }];
    });
}

/** Those that a Sidecar of `namespace` imports: of its own namespace first, then those exported to it. */
export function importedRules(
  rules: readonly MeshRule[],
  namespace: string,
  byNamespace: ReadonlyMap<string, ImportedHosts>,
): readonly MeshRule[] {
  const visible = rules.filter(({ resource, exportTo }) => isExportedTo(exportTo, resource.namespace, namespace));
  const everywhere = visible.filter(({ exportTo }) => exportTo.has('*'));
  const narrow = visible.filter(({ exportTo }) => !exportTo.has('*'));
  return [...narrow, ...everywhere].filter(({ resource, hosts }) => {
    const imports = [byNamespace.get(resource.namespace), byNamespace.get('*')].flatMap((each) => each ?? []);
    const left = hosts.filter((host) => !imports.some((each) => excludes(each, host)));
    return imports.some((each) => left.some((host) => importsRule(each, host)));
  });
}

/**
 * Where a rule leads for a workload of `namespace`: hosts, each with the ports that are named; 0 among them: one
 * destination names none, so all ports count.
 */
export function ruleDestinations(
  { resource }: MeshRule,
  namespace: string,
  settings: MeshSettings,
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  const spec = specOf(resource);
  const add = (destination: Destination | undefined) => {
    if (destination?.host === undefined) return;
    const host = fullName(destination.host, resource.namespace, settings.clusterDomain);
    const ports = found.get(host) ?? new Set();
    found.set(host, ports.add(destination.port?.number ?? 0));
  };
  for (const route of spec.http ?? []) {
    const named = (route.match ?? []).flatMap(({ sourceNamespace }) => sourceNamespace ?? []);
    if (named.length > 0 && !matchesSource(route, namespace)) continue;
    for (const { destination } of route.route ?? []) add(destination);
    add(route.mirror);
    for (const { destination } of route.mirrors ?? []) add(destination);
  }
  for (const route of [...(spec.tcp ?? []), ...(spec.tls ?? [])]) {
    for (const { destination } of route.route ?? []) add(destination);
  }
  return found;
}

/** The last match that names a source namespace decides, unless an earlier one names ours. */
function matchesSource(route: Route, namespace: string): boolean {
  let matches = true;
  for (const { sourceNamespace } of route.match ?? []) {
    if (sourceNamespace === undefined || sourceNamespace === '') continue;
    if (sourceNamespace === namespace) return true;
    matches = false;
  }
  return matches;
}

function specOf(resource: Resource): Spec {
  return (resource.object.spec ?? {}) as Spec;
}
