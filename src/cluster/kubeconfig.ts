import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { KubeConfig } from '@kubernetes/client-node';
import { clusterFailure } from './failure.js';

/** Where to find the API server and who asks: the flags of cli.md section 1, Cluster. */
export interface ClusterOptions {
  /** `--kubeconfig`; left out: `KUBECONFIG`, then `~/.kube/config`, then the service account of the pod we run in. */
  readonly kubeconfig?: string | undefined;
  /** `--context`; left out: the current one. */
  readonly context?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const serviceAccountToken = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** Reads the kubeconfig and selects the context. Raises `ClusterFailure` (AER0701) when that cannot be done. */
export async function loadKubeConfig(options: ClusterOptions): Promise<KubeConfig> {
  // Loaded on demand: importing it takes a third of a second, and most commands never need it.
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  const files = kubeconfigFiles(options);
  try {
    for (const [index, file] of files.entries()) {
      if (index === 0) config.loadFromFile(file);
      else {
        const next = new KubeConfig();
        next.loadFromFile(file);
        config.mergeConfig(next, true);
      }
    }
    if (files.length === 0) {
      if (!existsSync(serviceAccountToken))
        throw new Error('there is none (no --kubeconfig, no KUBECONFIG, no ~/.kube/config)');
      config.loadFromCluster();
    }
  } catch (error) {
    throw clusterFailure('AER0701', { reason: readReason(error) });
  }
  const context = options.context ?? config.currentContext;
  if (context === '' || context === undefined) throw clusterFailure('AER0701', { reason: 'it has no current context' });
  const found = config.getContextObject(context);
  if (found === null) {
    const names = config.contexts.map((each) => each.name).sort();
    const list =
      names.length === 0 ? 'it has none' : `it has ${names.slice(0, 10).join(', ')}${names.length > 10 ? ', …' : ''}`;
    throw clusterFailure('AER0701', { reason: `it has no context ${context} (${list})` });
  }
  config.setCurrentContext(context);
  if (config.getCurrentCluster() === null) {
    throw clusterFailure('AER0701', {
      reason: `context ${context} names the cluster ${found.cluster}, which it does not have`,
    });
  }
  await readTokenFile(config, files);
  // Plain HTTP (as `kubectl proxy` serves it) is allowed, as kubectl allows it; the library asks for this flag then.
  config.clusters = config.clusters.map((each) =>
    each.server?.startsWith('http:') ? { ...each, skipTLSVerify: true } : each,
  );
  return config;
}

/**
 * `tokenFile` of the current user, which the library passes over: a path from its kubeconfig's folder, whose token comes
 * before `token` (facts: client-go, AuthInfo.TokenFile). Raises `ClusterFailure` (AER0701) when it cannot be read and there is
 * no other token.
 */
async function readTokenFile(config: KubeConfig, files: readonly string[]): Promise<void> {
  const user = config.getCurrentUser();
  if (user === null) return;
  const { parseYaml } = await import('../load/parse-yaml.js');
  for (const file of files) {
    const parsed = parseYaml(readFileSync(file, 'utf8')) as Partial<Kubeconfig> | null;
    const found = (parsed?.users ?? []).find((each) => each?.name === user.name);
    if (!found) continue;
    const path = found.user?.tokenFile;
    if (typeof path !== 'string' || path === '') return;
    const place = resolve(dirname(file), path);
    try {
      const token = readFileSync(place, 'utf8').trim();
      config.users = config.users.map((each) => (each.name === user.name ? { ...each, token } : each));
    } catch {
      if (!user.token) throw clusterFailure('AER0701', { reason: `its tokenFile ${place} cannot be read` });
    }
    return;
  }
}

interface Kubeconfig {
  readonly users: readonly ({ readonly name?: unknown; readonly user?: { readonly tokenFile?: unknown } } | null)[];
}

function kubeconfigFiles(options: ClusterOptions): readonly string[] {
  if (options.kubeconfig !== undefined) return [options.kubeconfig];
  const fromEnvironment = (options.env.KUBECONFIG ?? '').split(delimiter).filter((each) => each !== '');
  // kubectl passes over files of the list that are not there, unless none of them is.
  const present = fromEnvironment.filter((each) => existsSync(each));
  if (fromEnvironment.length > 0) return present.length > 0 ? present : fromEnvironment;
  const usual = join(options.env.HOME ?? homedir(), '.kube', 'config');
  return existsSync(usual) ? [usual] : [];
}

/** A YAML error quotes lines of the file, which may hold a token: only its first line is repeated. */
function readReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT' && 'path' in error) return `${String(error.path)} is not there`;
  return error.name === 'YAMLException' ? 'it is not valid YAML' : (error.message.split('\n')[0] ?? '');
}
