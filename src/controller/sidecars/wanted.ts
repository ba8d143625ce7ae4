import { lazyServices } from '../../lazyxds/catalogue.js';
import { fixedObjects } from '../../lazyxds/fixed.js';
import { fqdn, type LazyPlace, MANAGED_BY } from '../../lazyxds/names.js';
import type { KubernetesObject, Resource } from '../../model/resource.js';
import { isExportedTo } from '../../scope/mesh-service.js';
import { type Mesh, scopeOf } from '../../scope/scope.js';
import { ruleGraph } from '../../sidecar/closure.js';
import { sidecarObjects } from '../../sidecar/objects.js';
import { providersIn } from '../../sidecar/providers.js';
import { smallestImports } from '../../sidecar/smallest.js';
import type { Call } from '../../traffic/calls.js';
import type { MeshWorkload, Workloads } from '../../traffic/workloads.js';
import { type Learnt, learntText } from './learnt.js';
import { optedIn } from './opted.js';

/** What a Sidecar of ours bears: the value of the label `app.kubernetes.io/managed-by`, and its field manager. */
export const manager = 'aeraki-sidecars';
/** Host → when it was last called, as JSON. */
export const learntAnnotation = 'sidecars.aeraki.io/learnt';

export interface WantedInput {
  /** Without the Sidecars that are ours. */
  readonly resources: readonly Resource[];
  readonly mesh: Mesh;
  readonly workloads: Workloads;
  readonly learnt: Learnt;
  /** Whether calls of all protocols are measured, so that what was not seen was not called (L6). */
  readonly isMeasured: boolean;
  /** Whether there is a Sidecar of ours for a workload. */
  readonly isThere: (workload: string) => boolean;
  /** Whether what was measured is known in this process. */
  readonly isKnown: boolean;
  readonly keep: readonly string[];
  readonly ownNamespace: boolean;
  /** The fallback gateway for HTTP to hosts that were not seen yet; undefined: there is none. */
  readonly place: LazyPlace | undefined;
}

export interface WorkloadState {
  readonly workload: string;
  readonly state: 'limited' | 'a Sidecar of somebody else counts' | 'nothing is known of its calls yet';
  /** Hosts that it was seen to call. */
  readonly learnt: number;
}

export interface Wanted {
  readonly objects: readonly KubernetesObject[];
  readonly workloads: readonly WorkloadState[];
}

/** The Sidecars that are to be there, and what the fallback gateway needs. */
export function wantedSidecars(input: WantedInput): Wanted {
  const { resources, mesh, workloads, learnt, place } = input;
  const states: WorkloadState[] = [];
  const limited: MeshWorkload[] = [];
  const calls: Call[] = [];
  for (const workload of optedIn(resources, workloads)) {
    const hosts = learnt.hostsOf(workload.id);
    const state = stateOf(input, workload, hosts.size);
    states.push({ workload: workload.id, state, learnt: hosts.size });
    if (state !== 'limited') continue;
    limited.push(workload);
    for (const host of new Set([...hosts.keys(), ...unreachable(input, workload)])) {
      calls.push({ source: workload.id, host, port: null, count: 1, place: '' });
    }
  }
  const needs = smallestImports(mesh, workloads, ruleGraph(resources, mesh), calls, providersIn(resources, mesh));
  const ids = new Set(limited.map(({ id }) => id));
  const sidecars = sidecarObjects(
    mesh,
    workloads,
    needs.filter(({ workload }) => ids.has(workload)),
    calls,
    {
      per: 'workload',
      keep: input.keep,
      keepNamespaces: [mesh.settings.rootNamespace],
      ownNamespace: input.ownNamespace,
    },
  ).map(({ kind, metadata: { name, namespace }, spec }) => ({
    // Every release of Istio serves this version.
    apiVersion: 'networking.istio.io/v1alpha3',
    kind,
    metadata: {
      name: sidecarName(name),
      namespace,
      labels: { [MANAGED_BY]: manager },
      annotations: { [learntAnnotation]: learntText(learnt.hostsOf(`${namespace}/${name}`)) },
    },
    spec,
  }));
  return {
    objects: [...sidecars, ...(place === undefined ? [] : fallbackObjects(resources, limited, place))],
    workloads: states,
  };
}

export function sidecarName(workload: string): string {
  return `learnt-${workload}`;
}

function stateOf(input: WantedInput, workload: MeshWorkload, learnt: number): WorkloadState['state'] {
  const { mesh, isThere, isKnown, isMeasured, place } = input;
  // In its own namespace: one of the root namespace counts for all who have none.
  const user = scopeOf(mesh, workload).sidecar;
  if (user !== undefined && user.namespace === workload.namespace) return 'a Sidecar of somebody else counts';
  if (isThere(workload.id)) return 'limited';
  // What Prometheus has to say is waited for, or the first Sidecar would cut off what it says.
  const isReady = isMeasured ? isKnown : place !== undefined;
  return isReady && (learnt > 0 || place !== undefined) ? 'limited' : 'nothing is known of its calls yet';
}

/**
 * Hosts that a workload must see although it was not seen to call them, for the fallback gateway would not get a first call:
 * names outside the cluster, and whatever is not HTTP where nobody measures it. The gateway itself, where there is one.
 */
function unreachable({ mesh, isMeasured, place }: WantedInput, { namespace }: MeshWorkload): readonly string[] {
  const hosts = mesh.services.flatMap(({ host, resolution, registry, ports, exportTo, namespace: of }) => {
    const isPlain = registry === 'External' || ports.some(({ protocol }) => protocol !== 'http');
    const isAlways = resolution === 'external-name' || (!isMeasured && isPlain);
    return isAlways && isExportedTo(exportTo, of, namespace) ? [host] : [];
  });
  return place === undefined ? hosts : [...hosts, fqdn(place.gateway.name, place.namespace, place.domain)];
}

/** What lazyXDS keeps beside Sidecars, made right (../../lazyxds/fixed.ts), for the namespaces of these workloads. */
function fallbackObjects(
  resources: readonly Resource[],
  limited: readonly MeshWorkload[],
  place: LazyPlace,
): readonly KubernetesObject[] {
  if (limited.length === 0) return [];
  const own = resources.filter(({ object }) => object.metadata?.labels?.[MANAGED_BY] !== place.manager);
  const services = lazyServices(own, [], place.domain);
  const make = fixedObjects(own, place);
  const filters = limited.map(({ id, namespace, name, selector }) => {
    const service = { id, namespace, name, selector, clusterIp: '', http: new Set<string>(), tcp: new Set<string>() };
    return make.filter({ ...service, isLazy: true }, services, new Set());
  });
  const all = [...make.shared(services), ...filters].flatMap((each) => each ?? []);
  return [...new Map(all.map(({ path, object }) => [path, object as unknown as KubernetesObject])).values()];
}
