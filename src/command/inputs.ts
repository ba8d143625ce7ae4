import { load } from '../load/load.js';
import type { Loaded } from '../load/loaded.js';
import { MAX_BYTES } from '../load/read.js';
import { UsageError } from './errors.js';

/** The flags that say where resources come from (`inputFlags`, `clusterFlags`, `istioFlags`). */
export interface InputFlags {
  readonly namespace?: string | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly kubeconfig?: string | undefined;
  readonly context?: string | undefined;
  readonly 'all-namespaces'?: boolean | undefined;
  readonly istioNamespace?: string | undefined;
  readonly 'root-namespace'?: string | undefined;
}

/** Istio's root namespace: its own flag, else that of Istio. */
export function rootNamespace(flags: InputFlags): string {
  return flags['root-namespace'] ?? flags.istioNamespace ?? 'istio-system';
}

/** Whether the live cluster is asked for; a kubeconfig alone asks for nothing. */
export function wantsCluster(flags: InputFlags): boolean {
  return flags.context !== undefined || flags['all-namespaces'] === true;
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
 * it. Raises `UsageError` when nothing is named, `ClusterFailure` when the cluster cannot be read.
 */
export async function readInputs(paths: readonly string[], flags: InputFlags): Promise<Loaded> {
  if (!wantsCluster(flags)) return loadFiles(checkPaths(paths), flags);
  const { readCluster } = await import('../cluster/reader.js');
  if (paths.length === 0) return readCluster(clusterOptions(flags));
  const [cluster, files] = await Promise.all([readCluster(clusterOptions(flags)), loadFiles(checkPaths(paths), flags)]);
  const { overlay } = await import('../source/overlay.js');
  return overlay(cluster, files);
}

/** At least one path, and standard input at most once. */
export function checkPaths(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) throw new UsageError('No input. Name a file or a directory, or - for standard input.');
  if (paths.filter((path) => path === '-').length > 1) {
    throw new UsageError('Standard input (-) can be read only once. Name - one time.');
  }
  return paths;
}

function loadFiles(paths: readonly string[], flags: InputFlags): Promise<Loaded> {
  return load(paths, {
    namespace: flags.namespace ?? 'default',
    exclude: flags.exclude ?? [],
    stdin: readStdin,
  });
}

/** Everything on standard input, as far as an input may be long and a little more, so that the reader sees that it is too much. */
export async function readStdin(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    parts.push(part as Uint8Array);
    size += (part as Uint8Array).length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(parts);
}
