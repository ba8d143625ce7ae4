import type { Mesh } from '../../../scope/scope.js';
import type { Workload } from '../../../scope/sidecar.js';
import { UsageError } from '../../shell/errors.js';
import { type MeshFlags, readMesh } from './inputs.js';

/** A workload that was asked for, in its mesh. */
export interface MeshTarget {
  readonly mesh: Mesh;
  readonly workload: Workload;
}

/**
 * The workload that `NAME.NAMESPACE` names: a Deployment or the like, a Pod, else pods with the label `app: NAME`.
 * Raises `UsageError` for another form, and for standard input, which can be read only once.
 */
export async function readTarget(text: string, paths: readonly string[], flags: MeshFlags): Promise<MeshTarget> {
  const dot = text.lastIndexOf('.');
  const name = text.slice(0, Math.max(0, dot));
  const namespace = text.slice(dot + 1);
  if (name === '' || namespace === '') throw new UsageError(`${text} is not WORKLOAD.NAMESPACE, like web.shop.`);
  if (paths.includes('-')) {
    throw new UsageError('The scope of a workload needs files: standard input (-) can be read only once.');
  }
  const { mesh, workloads } = await readMesh(paths, flags);
  const known = workloads.byId.get(`${namespace}/${name}`) ?? workloads.ofPod(name, namespace);
  return { mesh, workload: { name, namespace, labels: known?.labels ?? { app: name } } };
}
