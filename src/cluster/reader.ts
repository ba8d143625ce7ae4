import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { Loaded, LoadedDocument } from '../load/loaded.js';
import type { Resource } from '../model/resource.js';
import { type ClusterConnection, connect, type Refusal } from './connection.js';
import { ClusterFailure } from './failure.js';
import { type ClusterKind, clusterKinds, generatedKinds, workloadKinds } from './kinds.js';
import type { ClusterOptions } from './kubeconfig.js';
import { asResource } from './resource.js';
import { readNamedSecrets } from './secrets.js';
import { createVersions } from './versions.js';

export interface ReadOptions extends ClusterOptions {
  /** `--namespace`; left out: the namespace of the context. Not looked at with `allNamespaces`. */
  readonly namespace?: string | undefined;
  readonly allNamespaces: boolean;
  /** Whether Pods, their controllers and Sidecars are read too. */
  readonly workloads?: boolean | undefined;
  /** Where the mesh ConfigMap is. */
  readonly rootNamespace: string;
}

/**
 * The resources of a live cluster that Aeraki looks at, as `load` would give them for files. Reads with list and get
 * only. Raises `ClusterFailure` when the cluster cannot be reached or some kind may not be read: a partial view would
 * lead to wrong conclusions.
 */
export async function readCluster(options: ReadOptions): Promise<Loaded> {
  const connection = await connect(options);
  try {
    const namespace = options.allNamespaces ? undefined : (options.namespace ?? connection.namespace);
    const findings: Finding[] = [];
    const kinds = options.workloads ? [...clusterKinds, ...workloadKinds] : clusterKinds;
    const lists = await readKinds(connection, kinds, namespace, {}, findings);
    const resources = lists.flat();
    resources.push(...(await readNamedSecrets(connection, resources, findings)));
    const mesh = await readMeshConfig(connection, options.rootNamespace, findings);
    if (mesh) resources.push(mesh);
    return loadedFrom(resources, findings);
  } finally {
    connection.close();
  }
}

/** What the in-cluster Aeraki made: EnvoyFilters and VirtualServices with its label, of all namespaces. */
export function readGenerated(options: Omit<ReadOptions, 'allNamespaces'>): Promise<Loaded> {
  return readList({ ...options, allNamespaces: true }, generatedKinds, { labelSelector: 'manager=Aeraki' });
}

/** Only the named kinds. */
export function readKindsOf(options: ReadOptions, kinds: readonly string[]): Promise<Loaded> {
  const chosen = clusterKinds.filter((each) => kinds.includes(each.kind));
  return readList(options, chosen, {});
}

async function readList(
  options: ReadOptions,
  kinds: readonly ClusterKind[],
  query: Readonly<Record<string, string>>,
): Promise<Loaded> {
  const connection = await connect(options);
  try {
    const findings: Finding[] = [];
    const namespace = options.allNamespaces ? undefined : (options.namespace ?? connection.namespace);
    const lists = await readKinds(connection, kinds, namespace, query, findings);
    return loadedFrom(lists.flat(), findings);
  } finally {
    connection.close();
  }
}

async function readKinds(
  connection: ClusterConnection,
  kinds: readonly ClusterKind[],
  namespace: string | undefined,
  query: Readonly<Record<string, string>>,
  findings: Finding[],
): Promise<readonly (readonly Resource[])[]> {
  const versions = createVersions(connection);
  const results = await Promise.all(
    kinds.map(async (kind) => {
      const own: Finding[] = [];
      const resources: Resource[] = [];
      const version = await versions.of(kind);
      if (version === undefined) {
        own.push(finding('AER0705', { context: connection.context, kind: kind.kind, group: kind.group }, {}));
        return { own, resources };
      }
      const path = collectionPath(kind, version, namespace);
      const apiVersion = kind.group === '' ? version : `${kind.group}/${version}`;
      for await (const item of connection.list(path, query, (refusal) => {
        own.push(refusalFinding(connection, kind, namespace, path, refusal));
      })) {
        resources.push(asResource(connection.context, kind.kind, apiVersion, item));
      }
      return { own, resources };
    }),
  );
  findings.push(...results.flatMap((each) => each.own));
  const errors = findings.filter((each) => each.severity === 'error');
  if (errors.length > 0) throw new ClusterFailure(errors);
  return results.map((each) => each.resources);
}

function collectionPath(kind: ClusterKind, version: string, namespace: string | undefined): string {
  const root = kind.group === '' ? `/api/${version}` : `/apis/${kind.group}/${version}`;
  const within = kind.namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  return `${root}${within}/${kind.resource}`;
}

function refusalFinding(
  connection: ClusterConnection,
  kind: ClusterKind,
  namespace: string | undefined,
  path: string,
  refusal: Refusal,
): Finding {
  const { context } = connection;
  if (refusal.status === 403) {
    const scoped = kind.namespaced && namespace !== undefined;
    const what = kind.group === '' ? kind.resource : `${kind.resource}.${kind.group}`;
    const where = scoped ? `in namespace ${namespace}` : 'in the whole cluster';
    const flags = scoped ? ` -n ${namespace}` : kind.namespaced ? ' -A' : '';
    return finding('AER0704', { verb: 'list', what, where, context, flags }, {});
  }
  return finding('AER0706', { context, status: refusal.status, path, reason: refusal.reason }, {});
}

async function readMeshConfig(
  connection: ClusterConnection,
  rootNamespace: string,
  findings: Finding[],
): Promise<Resource | undefined> {
  const path = `/api/v1/namespaces/${encodeURIComponent(rootNamespace)}/configmaps/istio`;
  const answer = await connection.get(path);
  if (answer.ok) return asResource(connection.context, 'ConfigMap', 'v1', answer.value);
  if (answer.status === 403) {
    const { context } = connection;
    const where = `istio in namespace ${rootNamespace}`;
    const args = { verb: 'get', what: 'configmaps', where, context, flags: ` -n ${rootNamespace}` };
    // Without it Istio's defaults hold, so this alone is no reason to stop.
    findings.push(finding('AER0704', args, { severity: 'warning' }));
  }
  return undefined;
}

function loadedFrom(resources: readonly Resource[], findings: readonly Finding[]): Loaded {
  const documents: LoadedDocument[] = resources.map((resource) => ({ status: 'resource', resource }));
  return { documents, resources, findings, files: 0, locate: () => ({ line: 1, column: 1 }) };
}
