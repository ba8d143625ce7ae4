import { load } from '../../load/load.js';
import type { Loaded, LoadOptions } from '../../load/loaded.js';
import { UsageError } from '../shell/errors.js';
import type { FlagValues } from '../shell/flag-values.js';
import type { clusterFlags, inputFlags, istioFlags, registryInputFlags } from '../shell/flags.js';
import { readStdin } from '../shell/stdin.js';
import type { RenderFlags } from './rendered.js';

/** The flags that say where resources come from; those of registries beside them. */
export interface PlainInputFlags
  extends RenderFlags,
    Omit<FlagValues<typeof inputFlags>, keyof RenderFlags | 'filename'>,
    FlagValues<typeof clusterFlags>,
    FlagValues<typeof istioFlags> {
  /** No flag: whether Pods, Deployments and the like are read too. */
  readonly workloads?: boolean | undefined;
}

/** URLs or dumps of registries, and how they are read. */
export interface RegistryInputFlags extends FlagValues<typeof registryInputFlags> {}

/** All flags that say where resources come from. */
export interface InputFlags extends PlainInputFlags, RegistryInputFlags {}

/** Istio's root namespace: its own flag, else that of Istio. */
export function rootNamespace(flags: InputFlags): string {
  return flags['root-namespace'] ?? flags.istioNamespace ?? 'istio-system';
}

/** Whether the live cluster is asked for; a kubeconfig alone asks for nothing. */
export function wantsCluster(flags: InputFlags): boolean {
  return flags.context !== undefined || flags['all-namespaces'] === true;
}

/** Whether registries are named. */
export function wantsRegistry({ registry = [] }: InputFlags): boolean {
  return registry.length > 0;
}

/** Whether something else than files is named, so that there need be no files. */
export function wantsOther(flags: InputFlags): boolean {
  return wantsCluster(flags) || wantsRegistry(flags);
}

/** How to reach the cluster that the flags name. */
export function clusterOptions(flags: InputFlags) {
  return {
    kubeconfig: flags.kubeconfig,
    context: flags.context,
    namespace: flags.namespace,
    allNamespaces: flags['all-namespaces'] === true,
    rootNamespace: rootNamespace(flags),
    env: process.env,
  };
}

/**
 * Reads files, directories and standard input; with `--context` or `-A` what the cluster has, and the files laid over
 * it; with `--registry` what registries have below both. Raises `UsageError` when nothing is named, `SourceFailure` when
 * a cluster or a registry cannot be read.
 */
export async function readInputs(paths: readonly string[], flags: InputFlags): Promise<Loaded> {
  if (!wantsRegistry(flags)) return readWithoutRegistry(paths, flags);
  const registry = await readRegistryInput(flags);
  if (paths.length === 0 && !wantsCluster(flags) && !isRendered(flags)) return registry;
  const { overlay } = await import('../../source/overlay.js');
  return overlay(registry, await readWithoutRegistry(paths, flags));
}

async function readRegistryInput(flags: InputFlags): Promise<Loaded> {
  const { registrySource } = await import('./registry/source.js');
  return registrySource(flags, () => undefined).read();
}

async function readWithoutRegistry(paths: readonly string[], flags: InputFlags): Promise<Loaded> {
  if (!wantsCluster(flags)) return loadFiles(checkPaths(paths, flags), flags);
  const { readCluster } = await import('../../cluster/reader.js');
  if (paths.length === 0 && !isRendered(flags)) return readCluster(clusterOptions(flags));
  const [cluster, files] = await Promise.all([
    readCluster(clusterOptions(flags)),
    loadFiles(checkPaths(paths, flags), flags),
  ]);
  const { overlay } = await import('../../source/overlay.js');
  return overlay(cluster, files);
}

/** At least one path, and standard input at most once. */
export function checkPaths(paths: readonly string[], flags: RenderFlags = {}): readonly string[] {
  if (paths.length === 0 && !isRendered(flags))
    throw new UsageError('No input. Name a file or a directory, or - for standard input.');
  if (paths.filter((path) => path === '-').length > 1) {
    throw new UsageError('Standard input (-) can be read only once. Name - one time.');
  }
  return paths;
}

/** How files, what programs render, and standard input are read: for `load`. */
export function loadOptions(flags: InputFlags): LoadOptions {
  return {
    namespace: flags.namespace ?? 'default',
    exclude: flags.exclude ?? [],
    allowEmpty: flags['allow-empty'],
    workloads: flags.workloads,
    render: isRendered(flags) ? async () => (await import('./rendered.js')).render(flags) : undefined,
    stdin: readStdin,
  };
}

/** The same flags for other paths: what is rendered is read once. */
export function unrendered<F extends InputFlags>(flags: F): F {
  return { ...flags, kustomize: [], helm: [] };
}

/** Whether something is rendered. */
export function isRendered({ kustomize = [], helm = [] }: RenderFlags): boolean {
  return kustomize.length > 0 || helm.length > 0;
}

function loadFiles(paths: readonly string[], flags: InputFlags): Promise<Loaded> {
  return load(paths, loadOptions(flags));
}
