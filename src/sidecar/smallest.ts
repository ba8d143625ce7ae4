import type { Resource } from '../model/resource.js';
import { type Mesh, scopeOfSidecar } from '../scope/scope.js';
import { type Call, serviceFor } from '../traffic/calls.js';
import type { MeshWorkload, Workloads } from '../traffic/workloads.js';
import { closure, limitsOf, type RuleGraph } from './closure.js';
import type { ProvidersOf } from './providers.js';

/** What a workload has to see. */
export interface Need {
  /** `namespace/workload`. */
  readonly workload: string;
  readonly namespace: string;
  /** `namespace/host`, sorted: the fewest that keep every call working. */
  readonly hosts: readonly string[];
  /** Hosts that it calls and that no service it may see has. */
  readonly missing: readonly string[];
}

/**
 * For each workload the fewest hosts whose import makes visible all that it calls, what Aeraki's rules make of these
 * calls, the rate-limit services that it asks as a server, and the providers that its proxy calls. Destinations of
 * VirtualServices come by themselves.
 */
export function smallestImports(
  mesh: Mesh,
  workloads: Workloads,
  graph: RuleGraph,
  calls: readonly Call[],
  providersOf: ProvidersOf = () => [],
): readonly Need[] {
  const called = new Map<string, Set<string>>();
  for (const { source, host } of calls) {
    const hosts = called.get(source) ?? new Set();
    called.set(source, hosts.add(host));
  }
  for (const workload of workloads.all) {
    const limits = limitsOf(workload, mesh, graph);
    if (limits.size === 0) continue;
    const hosts = called.get(workload.id) ?? new Set();
    for (const limit of limits) hosts.add(limit);
    called.set(workload.id, hosts);
  }
  return [...called].map(([id, hosts]) => {
    const [namespace = '', name = ''] = id.split('/');
    const providers = providersOf(workloads.byId.get(id) ?? { namespace, labels: { app: name } });
    return need(mesh, id, closure([...hosts, ...providers], graph));
  });
}

function need(mesh: Mesh, workload: string, hosts: ReadonlySet<string>): Need {
  const namespace = workload.split('/')[0] ?? '';
  const required = new Map<string, string>();
  const missing: string[] = [];
  for (const host of hosts) {
    const service = serviceFor(mesh, host, namespace);
    if (service === undefined) missing.push(host);
    else required.set(`${service.namespace}/${host}`, host);
  }
  return { workload, namespace, hosts: withoutSpare(mesh, namespace, required), missing };
}

/** Leaves out what an import of another host brings along; tried only where a rule can do that. */
function withoutSpare(mesh: Mesh, namespace: string, required: ReadonlyMap<string, string>): readonly string[] {
  let imports = [...required.keys()].sort();
  if (mesh.rules.length === 0) return imports;
  for (const each of [...imports].reverse()) {
    const fewer = imports.filter((other) => other !== each);
    if (fewer.length > 0 && isEnough(mesh, namespace, fewer, required)) imports = fewer;
  }
  return imports;
}

function isEnough(
  mesh: Mesh,
  namespace: string,
  imports: readonly string[],
  required: ReadonlyMap<string, string>,
): boolean {
  const seen = new Map(visibleWith(mesh, namespace, imports).map((service) => [service.host, service.namespace]));
  return [...required].every(([id, host]) => seen.get(host) === id.slice(0, id.indexOf('/')));
}

/** The services that a Sidecar with these hosts would show to the workloads of a namespace. */
export function visibleWith(mesh: Mesh, namespace: string, imports: readonly string[]) {
  const sidecar: Resource = {
    kind: 'Sidecar',
    apiVersion: 'networking.istio.io/v1',
    namespace,
    name: '',
    object: {
      apiVersion: 'networking.istio.io/v1',
      kind: 'Sidecar',
      spec: { egress: [{ hosts: imports }] },
    },
    source: { file: '', document: 0, pointer: '', line: 1 },
    nulls: [],
  };
  return scopeOfSidecar({ ...mesh, scopes: new Map() }, sidecar, namespace).services;
}

export function workloadOf(need: Need, workloads: Workloads): MeshWorkload | undefined {
  return workloads.byId.get(need.workload);
}
