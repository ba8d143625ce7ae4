import { fits } from '../model/labels.js';
import { inboundPorts } from './clusters.js';
import { outboundListeners } from './listeners.js';
import { type Mesh, scopeOf } from './scope.js';
import { field } from './settings.js';
import type { Workload } from './sidecar.js';

interface Named {
  readonly metadata: { readonly namespace: string };
  readonly spec: unknown;
}

/**
 * Whether an EnvoyFilter changes the proxy of a workload: it is in the root namespace or in the workload's, its selector
 * fits, and some patch finds what it looks for in what the scope gives to that proxy.
 */
export function reachOf(mesh: Mesh, workload: Workload): (filter: Named) => boolean {
  const scope = scopeOf(mesh, workload);
  const outbound = outboundListeners(scope);
  const names = new Set(outbound.map(({ name }) => name));
  const ports = new Set(outbound.map(({ port }) => port));
  const inbound = new Set(inboundPorts(mesh, scope, workload).flatMap(({ number, target }) => [number, target]));
  const hosts = new Set(scope.services.map(({ host }) => host));

  const applies = (patch: unknown): boolean => {
    const match = field(patch, 'match');
    const listener = field(match, 'listener');
    const service = field(field(match, 'cluster'), 'service');
    if (typeof service === 'string') return hosts.has(service);
    if (listener === undefined) return true;
    const port = Number(field(field(listener, 'filterChain'), 'destinationPort') ?? field(listener, 'portNumber') ?? 0);
    if (field(match, 'context') === 'SIDECAR_INBOUND') return port === 0 || inbound.has(port);
    const name = field(listener, 'name');
    if (name === 'virtualInbound') return port === 0 || inbound.has(port);
    return typeof name === 'string' ? names.has(name) : port === 0 || ports.has(port);
  };
  return ({ metadata, spec }) => {
    if (metadata.namespace !== mesh.settings.rootNamespace && metadata.namespace !== workload.namespace) return false;
    const labels = field(field(spec, 'workloadSelector'), 'labels') as Readonly<Record<string, string>> | undefined;
    if (labels !== undefined && !fits(labels, workload.labels)) return false;
    const patches = field(spec, 'configPatches');
    return Array.isArray(patches) && patches.some(applies);
  };
}

/** The route configurations that filters ask for by name. */
export function askedRoutes(filters: readonly unknown[]): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        if (key === 'routeConfigName' && typeof each === 'string') found.add(each);
        else walk(each);
      }
    }
  };
  walk(filters);
  return found;
}
