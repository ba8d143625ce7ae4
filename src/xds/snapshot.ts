import { createHash } from 'node:crypto';
import { type DescMessage, type FileRegistry, fromJson, type JsonValue, toBinary } from '@bufbuild/protobuf';
import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { RouteConfiguration } from '../model/envoy.js';

/** The one type that this server serves (translation.md section 7). */
export const routeType = 'envoy.config.route.v3.RouteConfiguration';
export const routeTypeUrl = `type.googleapis.com/${routeType}`;

/** One route configuration, ready for the wire. Never changed once it is made. */
export interface RouteResource {
  readonly name: string;
  /** A hash of the content: the same rules have the same version on every server and after every restart (D15). */
  readonly version: string;
  /** The message in protobuf encoding. */
  readonly bytes: Uint8Array;
  /** What was encoded, for people to look at. */
  readonly json: RouteConfiguration;
}

/** Everything that is served at one moment, immutable. */
export interface Snapshot {
  /** A hash of all names and versions. */
  readonly version: string;
  /** By name, sorted by name. */
  readonly resources: ReadonlyMap<string, RouteResource>;
}

/** The snapshot of a server that has nothing yet, and of a client that has been told nothing. */
export const emptySnapshot: Snapshot = { version: '', resources: new Map() };

export interface SnapshotResult {
  readonly snapshot: Snapshot;
  /** Route configurations that must not reach a proxy; an earlier good one of the same name stays in the snapshot. */
  readonly findings: readonly Finding[];
}

/**
 * Encodes route configurations. What is unchanged since `previous` is taken over from it as the same object, so a
 * snapshot costs what its changes cost. Of two with one name the later counts, as in the reference.
 */
export function createSnapshot(
  configurations: readonly RouteConfiguration[],
  registry: FileRegistry,
  previous: Snapshot = emptySnapshot,
): SnapshotResult {
  const type = registry.getMessage(routeType);
  if (type === undefined) throw new Error(`the registry does not know ${routeType}`);
  const findings: Finding[] = [];
  const resources = new Map<string, RouteResource>();
  for (const configuration of configurations) {
    const before = previous.resources.get(configuration.name);
    const made = encode(configuration, type, registry, before);
    if ('problem' in made) {
      const args = { name: configuration.name, problem: made.problem };
      findings.push(finding(before === undefined ? 'AER0501' : 'AER0502', args, {}));
      if (before !== undefined) resources.set(before.name, before);
    } else resources.set(made.name, made);
  }
  const sorted = new Map([...resources].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { snapshot: { version: versionOf([...sorted.values()]), resources: sorted }, findings };
}

function encode(
  json: RouteConfiguration,
  type: DescMessage,
  registry: FileRegistry,
  before: RouteResource | undefined,
): RouteResource | { readonly problem: string } {
  // The same object says the same: what was not made anew is not looked at.
  if (before?.json === json) return before;
  const problem = dangerous(json);
  if (problem !== undefined) return { problem };
  try {
    const bytes = toBinary(type, fromJson(type, json as unknown as JsonValue, { registry }));
    const version = hash(bytes);
    return before?.version === version ? before : { name: json.name, version, bytes, json };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * What crashes the MetaProtocol proxy instead of being refused by it (data-plane.md, RDS): anything but one virtual host
 * with a route, and a route without an action. All else is the proxy's to judge: it answers in its own words.
 */
function dangerous(json: RouteConfiguration): string | undefined {
  const [host, ...more] = json.virtualHosts ?? [];
  if (host === undefined || more.length > 0) return `it has ${json.virtualHosts?.length ?? 0} virtual hosts`;
  if ((host.routes ?? []).length === 0) return 'it has no routes';
  const index = host.routes.findIndex(({ route }) => route?.cluster === undefined && !route?.weightedClusters);
  return index < 0 ? undefined : `its route ${host.routes[index]?.name ?? index} has no destination`;
}

/** The version of a set of resources: the resource's own if there is one, else a hash of all names and versions. */
export function versionOf(resources: readonly RouteResource[]): string {
  const [first, ...more] = resources;
  if (first !== undefined && more.length === 0) return first.version;
  const text = resources.map(({ name, version }) => `${name}\0${version}`).sort();
  return hash(Buffer.from(text.join('\n')));
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
