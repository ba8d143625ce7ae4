import { load } from '../../../load/load.js';
import type { Loaded } from '../../../load/loaded.js';
import { parseYaml } from '../../../load/parse-yaml.js';
import { buildMesh, type Mesh } from '../../../scope/scope.js';
import { meshSettings } from '../../../scope/settings.js';
import { findWorkloads, type Workloads } from '../../../traffic/workloads.js';
import type { FilledFlagValues, FlagValues } from '../../shell/flag-values.js';
import {
  checkPaths,
  clusterOptions,
  type InputFlags,
  isRendered,
  loadOptions,
  rootNamespace,
  wantsCluster,
} from '../inputs.js';
import { readMeshDocument } from '../mesh-config-file.js';
import type { clusterDomainFlag, meshConfigFlag } from '../mesh-flags.js';

export interface SidecarInputs {
  readonly loaded: Loaded;
  readonly mesh: Mesh;
  readonly workloads: Workloads;
}

export interface MeshFlags
  extends InputFlags,
    FilledFlagValues<typeof clusterDomainFlag>,
    FlagValues<typeof meshConfigFlag> {}

/** Resources with those that say which workloads there are, from files or a cluster. */
export async function readMesh(paths: readonly string[], flags: MeshFlags): Promise<SidecarInputs> {
  const loaded = await readResources(paths, flags);
  const file = flags['mesh-config'];
  const given = file === undefined ? undefined : await readMeshDocument(file);
  const settings = meshSettings(loaded.resources, rootNamespace(flags), flags['cluster-domain'], parseYaml, given);
  return { loaded, mesh: buildMesh(loaded.resources, settings), workloads: findWorkloads(loaded.resources) };
}

async function readResources(paths: readonly string[], flags: InputFlags): Promise<Loaded> {
  const files = (named: readonly string[]) =>
    load(checkPaths(named, flags), loadOptions({ ...flags, workloads: true }));
  if (!wantsCluster(flags)) return files(paths);
  const { readCluster } = await import('../../../cluster/reader.js');
  const cluster = readCluster({ ...clusterOptions(flags), workloads: true });
  if (paths.length === 0 && !isRendered(flags)) return cluster;
  const { overlay } = await import('../../../source/overlay.js');
  const [live, local] = await Promise.all([cluster, files(paths)]);
  return overlay(live, local);
}
