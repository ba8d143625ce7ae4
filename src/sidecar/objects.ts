import type { Json } from '../model/envoy.js';
import type { Mesh } from '../scope/scope.js';
import type { Call } from '../traffic/calls.js';
import type { Workloads } from '../traffic/workloads.js';
import type { Need } from './smallest.js';

/** A Sidecar to apply. */
export interface SidecarObject {
  readonly apiVersion: 'networking.istio.io/v1';
  readonly kind: 'Sidecar';
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly annotations: Readonly<Record<string, string>>;
  };
  readonly spec: Json;
}

export interface ObjectOptions {
  readonly per: 'workload' | 'namespace';
  /** Hosts that stay visible whatever was seen: `host`, or `namespace/host`. */
  readonly keep: readonly string[];
  /** Namespaces that stay visible as a whole. */
  readonly keepNamespaces: readonly string[];
  /** The own namespace stays visible as a whole. */
  readonly ownNamespace: boolean;
}

/** The Sidecars that give each workload what it needs; of a workload without a need none, for that would cut it off. */
export function sidecarObjects(
  mesh: Mesh,
  workloads: Workloads,
  needs: readonly Need[],
  calls: readonly Call[],
  options: ObjectOptions,
): readonly SidecarObject[] {
  const useful = needs.filter(({ hosts }) => hosts.length > 0);
  const groups = options.per === 'namespace' ? byNamespace(useful) : useful.map((need) => [need]);
  return groups
    .map((group) => sidecarObject(mesh, workloads, group, calls, options))
    .sort((a, b) => compare(a.metadata.namespace, b.metadata.namespace) || compare(a.metadata.name, b.metadata.name));
}

function sidecarObject(
  mesh: Mesh,
  workloads: Workloads,
  needs: readonly Need[],
  calls: readonly Call[],
  options: ObjectOptions,
): SidecarObject {
  const [{ namespace, workload } = { namespace: '', workload: '' }] = needs;
  const hosts = importsOf(mesh, namespace, needs, options);
  const known = workloads.byId.get(workload);
  const ofWorkload = options.per === 'workload';
  const name = workload.slice(workload.indexOf('/') + 1);
  const selector = known?.selector ?? { app: name };
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Sidecar',
    metadata: {
      name: ofWorkload ? name : 'default',
      namespace,
      annotations: { 'aeraki.io/evidence': evidence(new Set(needs.map((need) => need.workload)), calls) },
    },
    spec: {
      ...(ofWorkload && { workloadSelector: { labels: selector } }),
      egress: [{ hosts: [...hosts] }],
    },
  };
}

/** `namespace/host`, sorted; `namespace/*` in place of the hosts of a namespace of which all are needed. */
export function importsOf(
  mesh: Mesh,
  namespace: string,
  needs: readonly Need[],
  { keep, keepNamespaces, ownNamespace }: ObjectOptions,
): readonly string[] {
  const whole = new Set(keepNamespaces.map((each) => `${each}/*`));
  if (ownNamespace) whole.add('./*');
  const isWhole = (host: string) => {
    const from = host.slice(0, host.indexOf('/'));
    return whole.has(`${from}/*`) || (from === namespace && ownNamespace);
  };
  const kept = keep.map((host) => (host.includes('/') ? host : `*/${host}`));
  const single = [...new Set([...needs.flatMap(({ hosts }) => hosts), ...kept])].filter((host) => !isWhole(host));
  return [...whole, ...collapsed(mesh, single)].sort();
}

function collapsed(mesh: Mesh, hosts: readonly string[]): readonly string[] {
  const sizes = new Map<string, Set<string>>();
  for (const { namespace, host } of mesh.services) {
    const known = sizes.get(namespace) ?? new Set();
    sizes.set(namespace, known.add(host));
  }
  const wanted = new Map<string, number>();
  for (const host of hosts) {
    const from = host.slice(0, host.indexOf('/'));
    wanted.set(from, (wanted.get(from) ?? 0) + 1);
  }
  // Two at least: one service alone may get neighbours tomorrow that nobody calls.
  const full = new Set(
    [...wanted].filter(([from, count]) => count > 1 && sizes.get(from)?.size === count).map(([from]) => from),
  );
  const rest = hosts.filter((host) => !full.has(host.slice(0, host.indexOf('/'))));
  return [...rest, ...[...full].map((from) => `${from}/*`)];
}

function evidence(sources: ReadonlySet<string>, calls: readonly Call[]): string {
  const own = calls.filter(({ source }) => sources.has(source));
  const count = own.reduce((sum, each) => sum + each.count, 0);
  const hosts = new Set(own.map(({ host }) => host)).size;
  const last = own.map((call) => call.last ?? '').reduce((a, b) => (a > b ? a : b), '');
  const said = `${count} call${count === 1 ? '' : 's'} to ${hosts} host${hosts === 1 ? '' : 's'}`;
  return last === '' ? said : `${said}, last at ${last}`;
}

function byNamespace(needs: readonly Need[]): readonly (readonly Need[])[] {
  const groups = new Map<string, Need[]>();
  for (const need of needs) {
    const same = groups.get(need.namespace);
    if (same === undefined) groups.set(need.namespace, [need]);
    else same.push(need);
  }
  return [...groups.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
