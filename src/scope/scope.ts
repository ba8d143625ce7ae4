/**
 * Which services a proxy sees, computed as istiod does (../../docs/sidecars.md). A service that is not in the scope of
 * a proxy has no listener, no cluster and no route there, so a filter of Aeraki's finds nothing to act on.
 */
import type { Resource } from '../model/resource.js';
import { excludes, type ImportedHosts, importsService, isWildcard } from './host.js';
import { isExportedTo, type MeshService, meshServices } from './mesh-service.js';
import { type MeshSettings, type OutboundPolicy, policyOf } from './settings.js';
import { type EgressListener, orderedSidecars, sidecarOf, sidecarSpec, type Workload } from './sidecar.js';
import { importedRules, type MeshRule, meshRules, ruleDestinations } from './virtual-service.js';

/** What all proxies of a mesh share: built once. */
export interface Mesh {
  readonly settings: MeshSettings;
  readonly services: readonly MeshService[];
  readonly rules: readonly MeshRule[];
  readonly sidecars: readonly Resource[];
  readonly byHost: ReadonlyMap<string, readonly MeshService[]>;
  readonly byNamespace: ReadonlyMap<string, readonly MeshService[]>;
  /** Those whose host is a wildcard, by namespace. */
  readonly wildcards: ReadonlyMap<string, readonly MeshService[]>;
  /** Where each service stands in `services`. */
  readonly order: ReadonlyMap<MeshService, number>;
  /** By namespace, in their order. */
  readonly sidecarsByNamespace: ReadonlyMap<string, readonly Resource[]>;
  /** Scopes that were computed: those of a Sidecar and a namespace are the same for all its workloads. */
  readonly scopes: Map<string, Scope>;
}

export interface EgressScope {
  readonly listener: EgressListener;
  readonly services: readonly MeshService[];
  readonly rules: readonly MeshRule[];
}

export interface Scope {
  readonly namespace: string;
  /** The Sidecar that counts; undefined when none does. */
  readonly sidecar: Resource | undefined;
  readonly outboundPolicy: OutboundPolicy;
  /** One for each host, ports cut to those that are imported. */
  readonly services: readonly MeshService[];
  readonly egress: readonly EgressScope[];
}

export function buildMesh(resources: readonly Resource[], settings: MeshSettings): Mesh {
  const services = meshServices(resources, settings);
  const sidecars = orderedSidecars(resources);
  return {
    settings,
    services,
    byHost: grouped(services, ({ host }) => host),
    byNamespace: grouped(services, ({ namespace }) => namespace),
    wildcards: grouped(
      services.filter(({ host }) => isWildcard(host)),
      ({ namespace }) => namespace,
    ),
    order: new Map(services.map((service, at) => [service, at])),
    rules: meshRules(resources, settings),
    sidecars,
    sidecarsByNamespace: grouped(sidecars, ({ namespace }) => namespace),
    scopes: new Map(),
  };
}

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [item]);
    else same.push(item);
  }
  return groups;
}

/** The scope of a workload. Computed once for each Sidecar and namespace. */
export function scopeOf(mesh: Mesh, workload: Workload): Scope {
  const { rootNamespace } = mesh.settings;
  const sidecar = sidecarOf(
    workload,
    mesh.sidecarsByNamespace.get(workload.namespace) ?? [],
    mesh.sidecarsByNamespace.get(rootNamespace) ?? [],
  );
  return scopeOfSidecar(mesh, sidecar, workload.namespace);
}

/** The scope that a Sidecar (or none) gives to the workloads of a namespace. */
export function scopeOfSidecar(mesh: Mesh, sidecar: Resource | undefined, namespace: string): Scope {
  const key = `${namespace}\n${sidecar === undefined ? '' : `${sidecar.namespace}\n${sidecar.name}`}`;
  const known = mesh.scopes.get(key);
  if (known !== undefined) return known;
  const spec = sidecar === undefined ? {} : sidecarSpec(sidecar);
  const listeners = (spec.egress ?? []).length === 0 ? [{ hosts: ['*/*'] }] : (spec.egress ?? []);
  const egress = listeners.map((listener) => egressScope(mesh, listener, namespace));
  const scope: Scope = {
    namespace,
    sidecar,
    outboundPolicy: policyOf(spec.outboundTrafficPolicy, mesh.settings.outboundPolicy),
    services: union(mesh, egress, namespace),
    egress,
  };
  mesh.scopes.set(key, scope);
  return scope;
}

function egressScope(mesh: Mesh, listener: EgressListener, namespace: string): EgressScope {
  const imports = importsOf(listener.hosts ?? [], namespace);
  const port = portOf(listener);
  const services: MeshService[] = [];
  for (const service of candidates(mesh, imports)) {
    if (!isExportedTo(service.exportTo, service.namespace, namespace)) continue;
    const both = [imports.get(service.namespace), imports.get('*')].flatMap((hosts) => hosts ?? []);
    if (both.some((hosts) => excludes(hosts, service.host))) continue;
    const fits = both.some((hosts) => importsService(hosts, service.host));
    const cut = fits ? cutTo(service, port === undefined ? undefined : new Set([port])) : undefined;
    if (cut !== undefined) services.push(cut);
  }
  // Of equals what is exported to this namespace by name comes before what is exported to all.
  const isPublic = ({ exportTo }: MeshService) => exportTo.has('*');
  services.sort((a, b) => Number(isPublic(a)) - Number(isPublic(b)));
  return { listener, services: onePerHost(services, namespace), rules: importedRules(mesh.rules, namespace, imports) };
}

/** `ns/host` of a listener by namespace, `.` written out. */
function importsOf(hosts: readonly string[], namespace: string): ReadonlyMap<string, ImportedHosts> {
  const imports = new Map<string, { exact: Set<string>; all: string[]; excluded: string[] }>();
  for (const each of hosts) {
    const [from = '', host, ...rest] = each.split('/');
    if (host === undefined || rest.length > 0) continue;
    const isExclusion = from.length > 1 && from.startsWith('~');
    const named = isExclusion ? from.slice(1) : from;
    const key = named === '.' ? namespace : named;
    const entry = imports.get(key) ?? { exact: new Set<string>(), all: [], excluded: [] };
    imports.set(key, entry);
    if (isExclusion) {
      entry.excluded.push(host);
      continue;
    }
    if (!isWildcard(host)) entry.exact.add(host);
    // An exact host finds only itself, so only a wildcard has to be tried against every service.
    entry.all.push(host);
  }
  return imports;
}

/** Services that can fit, in the order of all: a scope costs what it names, not what the mesh has. */
function candidates(mesh: Mesh, imports: ReadonlyMap<string, ImportedHosts>): Iterable<MeshService> {
  if (imports.get('*')?.all.some(isWildcard) === true) return mesh.services;
  const found = new Set<MeshService>();
  for (const [namespace, { all }] of imports) {
    const own = mesh.byNamespace.get(namespace) ?? [];
    // A wildcard may be the name of a ServiceEntry too, and any other name fits it.
    for (const service of all.some(isWildcard) ? own : (mesh.wildcards.get(namespace) ?? [])) found.add(service);
    for (const host of all) {
      for (const service of mesh.byHost.get(host) ?? []) found.add(service);
    }
  }
  if (imports.has('*')) for (const wild of mesh.wildcards.values()) for (const service of wild) found.add(service);
  return [...found].sort((a, b) => (mesh.order.get(a) ?? 0) - (mesh.order.get(b) ?? 0));
}

/** A port that services have to have; a listener for an HTTP proxy has none. */
function portOf({ port }: EgressListener): number | undefined {
  if (port?.number === undefined || port.number === 0) return undefined;
  return port.protocol?.toUpperCase() === 'HTTP_PROXY' ? undefined : port.number;
}

/** A service with those of its ports that are wanted; undefined when it has none of them. */
function cutTo(service: MeshService, wanted: ReadonlySet<number> | undefined): MeshService | undefined {
  if (wanted === undefined || wanted.size === 0 || wanted.has(0)) return service;
  const ports = service.ports.filter(({ number }) => wanted.has(number));
  if (ports.length === 0) return undefined;
  return ports.length === service.ports.length ? service : { ...service, ports };
}

/** Of a host that several namespaces have, the services of one: the own, else the one that came first. */
function onePerHost(services: readonly MeshService[], namespace: string): readonly MeshService[] {
  const chosen = new Map<string, string>();
  for (const { host, namespace: of } of services) {
    if (!chosen.has(host) || of === namespace) chosen.set(host, of);
  }
  return services.filter(({ host, namespace: of }) => chosen.get(host) === of);
}

/** What the listeners import together, then the destinations of the rules that they import. */
function union(mesh: Mesh, egress: readonly EgressScope[], namespace: string): readonly MeshService[] {
  const added = new Map<string, MeshService>();
  const add = (service: MeshService | undefined) => {
    if (service === undefined) return;
    const before = added.get(service.host);
    added.set(service.host, before === undefined ? service : merged(before, service));
  };
  for (const { listener, services, rules } of egress) {
    for (const service of services) add(service);
    const port = portOf(listener);
    for (const rule of rules) {
      for (const [host, ports] of ruleDestinations(rule, namespace, mesh.settings)) {
        const service = destination(mesh, host, namespace);
        if (service !== undefined) add(cutTo(service, port === undefined ? ports : new Set([port])));
      }
    }
  }
  return [...added.values()];
}

/** The service that a rule's destination means: of the own namespace, else of the first by name that shows it. */
function destination(mesh: Mesh, host: string, namespace: string): MeshService | undefined {
  const same = mesh.byHost.get(host) ?? [];
  const own = same.find((service) => service.namespace === namespace);
  if (own !== undefined) return own;
  const visible = same.filter(({ exportTo, namespace: of }) => isExportedTo(exportTo, of, namespace));
  return visible.reduce<MeshService | undefined>(
    (first, each) => (first === undefined || each.namespace < first.namespace ? each : first),
    undefined,
  );
}

/** Two imports of one host: the first counts, with the ports of others that are like it. */
function merged(before: MeshService, service: MeshService): MeshService {
  if (before === service || !isAlike(before, service)) return before;
  const missing = service.ports.filter(({ number }) => !before.ports.some((port) => port.number === number));
  return missing.length === 0 ? before : { ...before, ports: [...before.ports, ...missing] };
}

/** istiod puts services of one host together only where nothing but their ports differs. */
function isAlike(a: MeshService, b: MeshService): boolean {
  if (a.resource === b.resource) return true;
  if (a.namespace !== b.namespace || a.registry !== b.registry || a.resolution !== b.resolution) return false;
  const rest = ({ exportTo, selector, resource }: MeshService) =>
    JSON.stringify([[...exportTo].sort(), sortedEntries(selector), sortedEntries(resource.object.metadata?.labels)]);
  return rest(a) === rest(b);
}

function sortedEntries(labels: Readonly<Record<string, string>> | undefined): readonly (readonly [string, string])[] {
  return Object.entries(labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
