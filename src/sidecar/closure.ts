import { parseClusterName } from '../envoy/cluster-name.js';
import type { MetaRouterSpec, RedisDestinationSpec, RedisServiceSpec } from '../model/aeraki.js';
import { fits } from '../model/labels.js';
import type { Resource } from '../model/resource.js';
import { fullName } from '../scope/host.js';
import type { Mesh } from '../scope/scope.js';
import type { MeshWorkload } from '../traffic/workloads.js';

/**
 * Where Aeraki's rules lead: istiod follows the destinations of VirtualServices by itself, but knows nothing of these, so
 * whoever calls the host of a rule must import its destinations by name or their clusters are missing.
 */
export interface RuleGraph {
  /** Host → hosts that its rules send to: routes (also of weight 0), mirrors, discovery endpoints of Redis. */
  readonly destinations: ReadonlyMap<string, ReadonlySet<string>>;
  /** Host → rate-limit services that its servers ask. */
  readonly limits: ReadonlyMap<string, ReadonlySet<string>>;
}

export function ruleGraph(resources: readonly Resource[], mesh: Mesh): RuleGraph {
  const destinations = new Map<string, Set<string>>();
  const limits = new Map<string, Set<string>>();
  const { clusterDomain } = mesh.settings;
  for (const { kind, namespace, object } of resources) {
    const resolve = (host: string) => (mesh.byHost.has(host) ? host : fullName(host, namespace, clusterDomain));
    const link = (from: readonly string[] | undefined, to: readonly (string | undefined)[], graph = destinations) => {
      for (const host of from ?? []) {
        const known = graph.get(resolve(host)) ?? new Set<string>();
        for (const each of to) if (each !== undefined && each !== '') known.add(resolve(each));
        graph.set(resolve(host), known);
      }
    };
    if (kind === 'MetaRouter') {
      const spec = (object.spec ?? {}) as MetaRouterSpec;
      for (const { route, mirror } of spec.routes ?? []) {
        link(spec.hosts, [...(route ?? []).map(({ destination }) => destination?.host), mirror?.host]);
      }
      link(spec.hosts, [hostOfCluster(spec.globalRateLimit?.rateLimitService)], limits);
    }
    if (kind === 'RedisService') {
      const spec = (object.spec ?? {}) as RedisServiceSpec;
      for (const { route, mirror } of spec.redis ?? []) {
        link(spec.host, [route?.host, ...(mirror ?? []).map((each) => each.route?.host)]);
      }
    }
    if (kind === 'RedisDestination') {
      const spec = (object.spec ?? {}) as RedisDestinationSpec;
      const endpoints = spec.trafficPolicy?.connectionPool?.redis?.discoveryEndpoints ?? [];
      // An endpoint may be an address of a node, which is no host of the mesh.
      const hosts = endpoints
        .map((endpoint) => endpoint.replace(/:\d+$/, ''))
        .filter((host) => mesh.byHost.has(resolve(host)));
      link(spec.host === undefined ? [] : [spec.host], hosts);
    }
  }
  return { destinations, limits };
}

/** A rate-limit service is named by its cluster: `outbound|PORT||HOST`. */
function hostOfCluster(cluster: string | undefined): string | undefined {
  return cluster === undefined ? undefined : parseClusterName(cluster)?.host;
}

/** The hosts and all that their rules lead to, in the order in which they are found. */
export function closure(hosts: Iterable<string>, { destinations }: RuleGraph): ReadonlySet<string> {
  // A Set that grows while it is walked is walked to its end.
  const found = new Set(hosts);
  for (const host of found) for (const next of destinations.get(host) ?? []) found.add(next);
  return found;
}

/** The rate-limit services that a workload asks as the server of a service. */
export function limitsOf(workload: MeshWorkload, mesh: Mesh, { limits }: RuleGraph): ReadonlySet<string> {
  const found = new Set<string>();
  if (limits.size === 0) return found;
  for (const { host, namespace, selector } of mesh.services) {
    if (namespace !== workload.namespace || selector === undefined || !fits(selector, workload.labels)) continue;
    for (const limit of limits.get(host) ?? []) found.add(limit);
  }
  return found;
}
