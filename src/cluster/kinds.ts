import { type Kind, kinds } from '../model/kinds.js';

/** A kind that is read from, or written to, a live cluster. */
export interface ClusterKind {
  readonly kind: string;
  /** '' for the core group. */
  readonly group: string;
  /** The plural name in paths. */
  readonly resource: string;
  readonly namespaced: boolean;
}

/** In the order in which they stand in the result; Secrets and the mesh ConfigMap are read by name. */
export const clusterKinds = clusterKindsOf(({ listed }) => listed === 'always');

/** Kinds that say which workloads there are and what they see; only `aeraki sidecar` asks for them. */
export const workloadKinds = clusterKindsOf(({ listed }) => listed === 'with-workloads');

/** What a control plane makes of the rules, and writes into the cluster. */
export const generatedKinds = clusterKindsOf(({ kind }) => kind === 'EnvoyFilter' || kind === 'VirtualService');

function clusterKindsOf(isMeant: (kind: Kind) => boolean): readonly ClusterKind[] {
  return kinds.flatMap((each) => {
    const { kind, group, resource, clusterScoped } = each;
    return resource !== undefined && isMeant(each)
      ? [{ kind, group, resource, namespaced: clusterScoped !== true }]
      : [];
  });
}
