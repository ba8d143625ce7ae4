import type { RouteConfiguration } from '../../src/model/envoy.js';
import { createEnvoyRegistry } from '../../src/xds/registry.js';
import { createSnapshot, emptySnapshot, type Snapshot } from '../../src/xds/snapshot.js';

export const registry = createEnvoyRegistry();

/** A route configuration with one route to a cluster. */
export function routes(name: string, cluster: string): RouteConfiguration {
  const route = { name: 'default', match: { prefix: '/' as const }, route: { cluster } };
  return { name, virtualHosts: [{ name: 'dummy', domains: ['*'], routes: [route] }] };
}

/** A snapshot from names and clusters: `{a: 'one'}`. */
export function snapshotOf(clusters: Readonly<Record<string, string>>, previous: Snapshot = emptySnapshot): Snapshot {
  const all = Object.entries(clusters).map(([name, cluster]) => routes(name, cluster));
  return createSnapshot(all, registry, previous).snapshot;
}

/** The version of a resource in a snapshot. */
export function versionIn(snapshot: Snapshot, name: string): string {
  const resource = snapshot.resources.get(name);
  if (resource === undefined) throw new Error(`no ${name} in the snapshot`);
  return resource.version;
}
