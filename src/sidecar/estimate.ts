import type { Resource } from '../model/resource.js';
import { buildMesh, type Mesh } from '../scope/scope.js';
import type { IstioRelease } from '../scope/sizes.js';
import { createViewer, type ScopeView, scopeView, type Viewer } from '../scope/view.js';
import type { MeshWorkload } from '../traffic/workloads.js';
import type { SidecarObject } from './objects.js';

/** What a proxy holds. */
export interface Amount {
  readonly services: number;
  readonly listeners: number;
  readonly clusters: number;
  readonly routes: number;
  readonly virtualHosts: number;
  /** Octets of xDS, estimated. */
  readonly bytes: number;
}

export interface WorkloadEstimate {
  /** `namespace/workload`. */
  readonly workload: string;
  readonly before: Amount;
  readonly after: Amount;
}

export interface MeshEstimate {
  readonly workloads: readonly WorkloadEstimate[];
  /** Over all workloads, each counted once. */
  readonly before: Amount;
  readonly after: Amount;
}

/** What every workload's proxy gets with the Sidecars of the input, and with the proposed ones instead of them. */
export function estimate(
  resources: readonly Resource[],
  mesh: Mesh,
  workloads: readonly MeshWorkload[],
  proposed: readonly SidecarObject[],
  release: IstioRelease,
): MeshEstimate {
  const replaced = withProposed(resources, proposed);
  const before = createViewer(mesh, resources, release);
  const after = createViewer(buildMesh(replaced, mesh.settings), replaced, release);
  const rows = workloads.map((workload) => ({
    workload: workload.id,
    before: amountOf(before, workload),
    after: amountOf(after, workload),
  }));
  return {
    workloads: rows,
    before: total(rows.map((row) => row.before)),
    after: total(rows.map((row) => row.after)),
  };
}

/** The resources with the proposed Sidecars; one of the same name is replaced. */
export function withProposed(resources: readonly Resource[], proposed: readonly SidecarObject[]): readonly Resource[] {
  const names = new Set(proposed.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`));
  const rest = resources.filter(
    ({ kind, namespace, name }) => kind !== 'Sidecar' || !names.has(`${namespace}/${name}`),
  );
  const added = proposed.map((object) => ({
    kind: object.kind,
    apiVersion: object.apiVersion,
    namespace: object.metadata.namespace,
    name: object.metadata.name,
    object,
    source: { file: '<proposed>', document: 0, pointer: '', line: 1 },
    nulls: [],
  }));
  return [...rest, ...added];
}

function amountOf(viewer: Viewer, workload: MeshWorkload): Amount {
  const view = scopeView(viewer, workload);
  return {
    services: view.services?.length ?? 0,
    listeners: view.listeners.length,
    clusters: view.clusters.length,
    routes: Object.keys(view.routes).length,
    virtualHosts: Object.values(view.routes).reduce((sum, hosts) => sum + hosts.length, 0),
    bytes: bytesOf(view),
  };
}

function bytesOf({ bytes }: ScopeView): number {
  return bytes.cds + bytes.lds + (bytes.rds ?? 0);
}

function total(amounts: readonly Amount[]): Amount {
  const sum = (key: keyof Amount) => amounts.reduce((all, each) => all + each[key], 0);
  return {
    services: sum('services'),
    listeners: sum('listeners'),
    clusters: sum('clusters'),
    routes: sum('routes'),
    virtualHosts: sum('virtualHosts'),
    bytes: sum('bytes'),
  };
}
