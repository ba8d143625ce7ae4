import { createHash } from 'node:crypto';
import { type DescMessage, type FileRegistry, fromJson, type JsonValue, toBinary } from '@bufbuild/protobuf';
import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { RouteConfiguration } from '../model/envoy.js';
import { sameEnds } from '../patch/ends.js';
import { withPlaces } from '../patch/patched-list.js';
import { patchedMap } from '../patch/patched-map.js';

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
  /** Says what all names and versions are (`versionOf`). */
  readonly version: string;
  /** By name, sorted by name. */
  readonly resources: ReadonlyMap<string, RouteResource>;
  /** What it was made of, so that the next one costs what changed. */
  readonly origin?: Origin | undefined;
}

interface Origin {
  /** Sorted by name, each name once, none of them refused. */
  readonly configurations: readonly RouteConfiguration[];
  /** The resource of each. */
  readonly made: readonly RouteResource[];
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
  const encoder = { type, registry };
  return patched(configurations, encoder, previous) ?? anew(configurations, encoder, previous);
}

interface Encoder {
  readonly type: DescMessage;
  readonly registry: FileRegistry;
}

function anew(configurations: readonly RouteConfiguration[], encoder: Encoder, previous: Snapshot): SnapshotResult {
  const findings: Finding[] = [];
  const resources = new Map<string, RouteResource>();
  for (const configuration of configurations) {
    const before = previous.resources.get(configuration.name);
    const made = encode(configuration, encoder, before);
    if ('problem' in made) {
      const args = { name: configuration.name, problem: made.problem };
      findings.push(finding(before === undefined ? 'AER0501' : 'AER0502', args, {}));
      if (before !== undefined) resources.set(before.name, before);
    } else resources.set(made.name, made);
  }
  const sorted = new Map([...resources].sort(([a], [b]) => (a < b ? -1 : 1)));
  const made = [...sorted.values()];
  const isOrigin = findings.length === 0 && made.length === configurations.length && made.every(isAt(configurations));
  const origin = isOrigin ? { configurations, made } : undefined;
  return { snapshot: { version: versionOf(made), resources: sorted, origin }, findings };
}

/** Where the same names have other configurations; undefined where that is not so. */
function patched(
  configurations: readonly RouteConfiguration[],
  encoder: Encoder,
  { version, resources, origin }: Snapshot,
): SnapshotResult | undefined {
  if (origin === undefined || origin.configurations.length !== configurations.length) return undefined;
  const [head, tail] = sameEnds(origin.configurations, configurations);
  const places = new Map<number, RouteResource>();
  const changes = new Map<string, RouteResource>();
  let sum = BigInt(`0x${version}`);
  for (let at = head; at < configurations.length - tail; at += 1) {
    const [configuration, before] = [configurations[at], origin.made[at]];
    if (configuration === undefined || before?.name !== configuration.name) return undefined;
    if (configuration === origin.configurations[at]) continue;
    const now = encode(configuration, encoder, before);
    if ('problem' in now) return undefined;
    if (now === before) continue;
    places.set(at, now);
    changes.set(now.name, now);
    sum += numberOf(now) - numberOf(before);
  }
  const made = withPlaces(origin.made, places);
  const next = {
    version: changes.size === 0 ? version : made.length === 1 ? (made[0]?.version ?? '') : written(sum),
    resources: patchedMap(resources, changes),
    origin: { configurations, made },
  };
  return { snapshot: next, findings: [] };
}

function isAt(configurations: readonly RouteConfiguration[]): (made: RouteResource, at: number) => boolean {
  return ({ name }, at) => configurations[at]?.name === name;
}

/** The names of what came, changed or went between two snapshots, sorted. */
export function changedNames(before: Snapshot, now: Snapshot): readonly string[] {
  const [old, made] = [before, now].map(({ origin, resources }) => origin?.made ?? [...resources.values()]);
  if (old === undefined || made === undefined) return [];
  const [head, tail] = sameEnds(old, made);
  const names = [...old.slice(head, old.length - tail), ...made.slice(head, made.length - tail)].map(
    ({ name }) => name,
  );
  return [...new Set(names)].filter((name) => before.resources.get(name) !== now.resources.get(name)).sort();
}

/** Whether a name that is served is not among the next configurations. */
export function losesNames({ resources, origin }: Snapshot, next: readonly RouteConfiguration[]): boolean {
  const [head, tail] = origin === undefined ? [0, 0] : sameEnds(origin.configurations, next);
  const names = new Set(next.slice(head, next.length - tail).map(({ name }) => name));
  const served = origin?.configurations.slice(head, origin.configurations.length - tail) ?? [...resources.values()];
  return served.some(({ name }) => !names.has(name));
}

function encode(
  json: RouteConfiguration,
  { type, registry }: Encoder,
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

/**
 * The version of a set of resources: the resource's own if there is one, else the sum of their versions, which are hashes
 * of their contents and names. So it can be worked out from the one before, whatever the size of the set.
 */
export function versionOf(resources: readonly RouteResource[]): string {
  const [first, ...more] = resources;
  if (first !== undefined && more.length === 0) return first.version;
  return written(resources.reduce((sum, each) => sum + numberOf(each), 0n));
}

function numberOf({ version }: RouteResource): bigint {
  return BigInt(`0x${version}`);
}

function written(sum: bigint): string {
  return BigInt.asUintN(64, sum).toString(16).padStart(16, '0');
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
