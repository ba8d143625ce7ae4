import { parseServerName } from '../envoy/cluster-name.js';
import { fits } from '../model/labels.js';
import type { MeshService } from '../scope/mesh-service.js';
import { isExportedTo } from '../scope/mesh-service.js';
import type { Mesh } from '../scope/scope.js';
import type { Access, LogSource } from './access.js';
import type { MeasuredCall } from './metrics.js';
import { type MeshWorkload, nameOfController, type Workloads } from './workloads.js';

/** Calls of a workload to a host, as often as they were seen. */
export interface Call {
  /** `namespace/workload`. */
  readonly source: string;
  readonly host: string;
  /** null where the evidence does not say. */
  readonly port: number | null;
  readonly count: number;
  /** Where it was seen first: `FILE:LINE`, or labels. */
  readonly place: string;
  /** When it was seen last (RFC 3339); undefined where the evidence does not say. */
  readonly last?: string | undefined;
}

export interface Calls {
  readonly calls: readonly Call[];
  /** Accesses whose caller or callee nobody in the input is. */
  readonly unknown: readonly { readonly place: string; readonly count: number; readonly reason: string }[];
}

interface Seen {
  readonly call: Call;
  /** Of the caller's own side; then what the callee's side saw is the same calls once more. */
  readonly bySource: boolean;
}

/** Puts the evidence together. Of a call that both sides saw the caller's side counts. */
export function callsOf(
  mesh: Mesh,
  workloads: Workloads,
  logs: readonly { readonly source: LogSource; readonly accesses: readonly Access[] }[],
  measured: readonly MeasuredCall[],
): Calls {
  const seen: Seen[] = [];
  const unknown: { place: string; count: number; reason: string }[] = [];
  for (const { source, accesses } of logs) {
    const own = source.pod === undefined ? undefined : workloadOfFile(workloads, source.pod);
    for (const access of accesses) {
      const result = fromAccess(mesh, workloads, own, access);
      if (typeof result === 'string') unknown.push({ place: access.place, count: access.count, reason: result });
      else seen.push(result);
    }
  }
  for (const { source, host, count, reporter, place } of measured) {
    seen.push({ call: { source, host, port: null, count, place }, bySource: reporter !== 'destination' });
  }
  return { calls: merge(seen), unknown };
}

/** The pod of the file, also one that the input does not have: its name says what it belongs to. */
function workloadOfFile(
  workloads: Workloads,
  { name, namespace }: { readonly name: string; readonly namespace: string },
): string {
  return workloads.ofPod(name, namespace)?.id ?? `${namespace}/${nameOfController(name)}`;
}

function fromAccess(mesh: Mesh, workloads: Workloads, own: string | undefined, access: Access): Seen | string {
  const { host, port, count, place, last } = access;
  if (access.direction === 'outbound') {
    const source = own ?? workloads.ofAddress(access.remoteAddress)?.id;
    if (source === undefined) return `no workload has the address ${access.remoteAddress}`;
    return { call: { source, host, port, count, place, last }, bySource: true };
  }
  const source = workloads.ofAddress(access.remoteAddress)?.id;
  if (source === undefined) return `no workload has the address ${access.remoteAddress}`;
  const named = parseServerName(access.serverName);
  const callee = named ?? calledService(mesh, own === undefined ? undefined : workloads.byId.get(own), port);
  if (callee === undefined) return `no service of the callee has the port ${port}`;
  return { call: { source, ...callee, count, place, last }, bySource: false };
}

/** The first service in front of a workload with this port. */
function calledService(
  mesh: Mesh,
  callee: MeshWorkload | undefined,
  port: number,
): { readonly host: string; readonly port: number } | undefined {
  if (callee === undefined) return undefined;
  for (const { namespace, selector, ports, host } of mesh.services) {
    if (namespace !== callee.namespace || selector === undefined || !fits(selector, callee.labels)) continue;
    const found = ports.find(({ target, number }) => target === port || number === port);
    if (found !== undefined) return { host, port: found.number };
  }
  return undefined;
}

function merge(seen: readonly Seen[]): readonly Call[] {
  const ofSource = new Set(seen.filter(({ bySource }) => bySource).map(({ call }) => pairOf(call)));
  const merged = new Map<string, Call>();
  for (const { call, bySource } of seen) {
    if (!bySource && ofSource.has(pairOf(call))) continue;
    const key = `${pairOf(call)}\n${call.port}`;
    const before = merged.get(key);
    const last = [before?.last ?? '', call.last ?? ''].sort()[1] || undefined;
    merged.set(key, before === undefined ? call : { ...before, count: before.count + call.count, last });
  }
  return [...merged.values()];
}

function pairOf({ source, host }: Call): string {
  return `${source}\n${host}`;
}

/** The service that a host means for callers of a namespace: of their own, else the first that they may see. */
export function serviceFor(mesh: Mesh, host: string, namespace: string): MeshService | undefined {
  const same = mesh.byHost.get(host) ?? [];
  const visible = same.filter(({ exportTo, namespace: of }) => isExportedTo(exportTo, of, namespace));
  return visible.find((service) => service.namespace === namespace) ?? visible[0];
}
