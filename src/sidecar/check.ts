import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { type Mesh, type Scope, scopeOf } from '../scope/scope.js';
import { type Call, serviceFor } from '../traffic/calls.js';
import type { Workloads } from '../traffic/workloads.js';
import type { RuleGraph } from './closure.js';

/** How a call that was seen fares under the Sidecars of the input. */
export interface CheckedCall extends Call {
  readonly verdict: 'visible' | 'hidden' | 'not exported' | 'unknown host';
}

export interface Checked {
  readonly calls: readonly CheckedCall[];
  readonly findings: readonly Finding[];
}

/** Holds every call that was seen against what its caller sees. */
export function checkCalls(mesh: Mesh, workloads: Workloads, calls: readonly Call[], graph: RuleGraph): Checked {
  const findings: Finding[] = [];
  const checked = calls.map((call) => {
    const scope = scopeOfSource(mesh, workloads, call.source);
    const verdict = verdictOf(mesh, scope, call);
    if (verdict !== 'visible') findings.push(complaint(mesh, scope, call, verdict));
    return { ...call, verdict };
  });
  findings.push(...hiddenDestinations(mesh, workloads, checked, graph), ...unused(mesh, workloads, calls));
  return { calls: checked, findings };
}

/** The scope of a workload that is known by its id alone, too. */
export function scopeOfSource(mesh: Mesh, workloads: Workloads, id: string): Scope {
  const workload = workloads.byId.get(id);
  const [namespace = '', name = ''] = id.split('/');
  return scopeOf(mesh, { name, namespace, labels: workload?.labels ?? { app: name } });
}

/** Whether a workload with this scope sees what it calls. */
export function verdictOf(
  mesh: Mesh,
  scope: Scope,
  { host, port }: Pick<Call, 'host' | 'port'>,
): CheckedCall['verdict'] {
  const seen = scope.services.find((service) => service.host === host);
  if (seen !== undefined && (port === null || seen.ports.some(({ number }) => number === port))) return 'visible';
  if ((mesh.byHost.get(host) ?? []).length === 0) return 'unknown host';
  return serviceFor(mesh, host, scope.namespace) === undefined ? 'not exported' : 'hidden';
}

function complaint(mesh: Mesh, scope: Scope, call: Call, verdict: 'hidden' | 'not exported' | 'unknown host'): Finding {
  const { source, host, place, count } = call;
  const args = { source, host, place, count };
  const resource = scope.sidecar;
  if (verdict === 'unknown host') return finding('AER1312', args, {});
  const service = mesh.byHost.get(host)?.[0];
  if (verdict === 'not exported') {
    return finding('AER1309', { ...args, namespace: scope.namespace }, { resource: service?.resource });
  }
  const sidecar = resource === undefined ? '' : `${resource.namespace}/${resource.name}`;
  const effect =
    scope.outboundPolicy === 'REGISTRY_ONLY'
      ? 'is refused, because the policy is REGISTRY_ONLY'
      : 'goes past every rule through PassthroughCluster';
  const isAeraki = service?.ports.some(({ name }) => isAerakiPort(name)) === true;
  const entry = `${serviceFor(mesh, host, scope.namespace)?.namespace ?? ''}/${host}`;
  const code = isAeraki ? 'AER1306' : 'AER1305';
  return finding(code, { ...args, sidecar, effect, entry }, { resource, pointer: '/spec/egress' });
}

/** Whether Aeraki puts a filter of its own at a port of this name (translation.md section 1). */
export function isAerakiPort(name: string): boolean {
  return /^tcp-(?:metaprotocol|dubbo|thrift|redis|kafka|zookeeper)(?:-|$)/.test(name);
}

/** Destinations of rules of a host that its caller sees, and which that caller does not see: no cluster there. */
function hiddenDestinations(
  mesh: Mesh,
  workloads: Workloads,
  calls: readonly CheckedCall[],
  graph: RuleGraph,
): readonly Finding[] {
  const findings: Finding[] = [];
  const done = new Set<string>();
  for (const { source, host, verdict } of calls) {
    if (verdict !== 'visible') continue;
    const scope = scopeOfSource(mesh, workloads, source);
    for (const target of graph.destinations.get(host) ?? []) {
      const key = `${source} ${target}`;
      const service = serviceFor(mesh, target, scope.namespace);
      if (done.has(key) || service === undefined || scope.services.some((each) => each.host === target)) continue;
      done.add(key);
      const args = { host, target, source, entry: `${service.namespace}/${target}` };
      findings.push(finding('AER1307', args, { resource: scope.sidecar, pointer: '/spec/egress', severity: 'error' }));
    }
  }
  return findings;
}

/** Hosts that a Sidecar names one by one and that nobody under it was seen to call. */
function unused(mesh: Mesh, workloads: Workloads, calls: readonly Call[]): readonly Finding[] {
  const called = new Map<string, Set<string>>();
  for (const { source, host } of calls) {
    const { sidecar } = scopeOfSource(mesh, workloads, source);
    if (sidecar === undefined) continue;
    const key = `${sidecar.namespace}/${sidecar.name}`;
    const hosts = called.get(key) ?? new Set();
    called.set(key, hosts.add(host));
  }
  return mesh.sidecars.flatMap((resource) => {
    const hosts = called.get(`${resource.namespace}/${resource.name}`);
    if (hosts === undefined) return [];
    const { egress } = (resource.object.spec ?? {}) as {
      readonly egress?: readonly { readonly hosts?: readonly string[] }[];
    };
    return (egress ?? []).flatMap((listener, at) =>
      (listener.hosts ?? []).flatMap((each, index) => {
        const host = each.slice(each.indexOf('/') + 1);
        if (host.startsWith('*') || hosts.has(host)) return [];
        return [finding('AER1313', { entry: each }, { resource, pointer: `/spec/egress/${at}/hosts/${index}` })];
      }),
    );
  });
}
