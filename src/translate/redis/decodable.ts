import type { RedisDestination, RedisService } from '../../model/aeraki.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';
import { parseGoDuration } from '../shared/duration.js';

/**
 * The control plane decodes these resources into protobuf messages, which take less than the CRD lets through: a
 * duration must be in Go's notation, a number must fit its 32 bits. One that cannot be decoded makes the whole list of
 * its namespace fail (D26).
 */
export interface Undecodable {
  /** JSON pointer of the value. */
  readonly pointer: string;
  /** What is wrong with it, in words. */
  readonly reason: string;
}

type Check = readonly [pointer: string, value: string | number | undefined, kind: 'duration' | 'uint32' | 'int32'];

function problem([pointer, value, kind]: Check): Undecodable | undefined {
  if (value === undefined) return undefined;
  if (kind === 'duration') {
    const reason = `"${value}" is no duration such as 5s, 250ms or 1m30s`;
    return parseGoDuration(String(value)) === undefined ? { pointer, reason } : undefined;
  }
  const [low, high] = kind === 'uint32' ? [0, 2 ** 32 - 1] : [-(2 ** 31), 2 ** 31 - 1];
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
  return fits ? undefined : { pointer, reason: `${value} is not a whole number from ${low} to ${high}` };
}

function firstProblem(checks: readonly Check[]): Undecodable | undefined {
  for (const check of checks) {
    const found = problem(check);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Why a RedisService cannot be decoded; undefined when it can. */
export function undecodableService(resource: Resource<RedisService>): Undecodable | undefined {
  const spec = resource.object.spec ?? {};
  const settings = spec.settings ?? {};
  return firstProblem([
    ['/spec/settings/opTimeout', settings.opTimeout, 'duration'],
    ['/spec/settings/bufferFlushTimeout', settings.bufferFlushTimeout, 'duration'],
    ['/spec/settings/maxBufferSizeBeforeFlush', settings.maxBufferSizeBeforeFlush, 'uint32'],
    ['/spec/settings/maxUpstreamUnknownConnections', settings.maxUpstreamUnknownConnections, 'uint32'],
    ...(spec.faults ?? []).map((fault, i): Check => [`/spec/faults/${i}/delay`, fault.delay, 'duration']),
    ...(spec.redis ?? []).flatMap((entry, i): Check[] => [
      [`/spec/redis/${i}/route/port`, entry.route?.port, 'uint32'],
      ...(entry.mirror ?? []).map(
        (mirror, j): Check => [`/spec/redis/${i}/mirror/${j}/route/port`, mirror.route?.port, 'uint32'],
      ),
    ]),
  ]);
}

/** Why a RedisDestination cannot be decoded; undefined when it can. */
export function undecodableDestination(resource: Resource<RedisDestination>): Undecodable | undefined {
  const tcp = resource.object.spec?.trafficPolicy?.connectionPool?.tcp ?? {};
  const keepalive = tcp.tcpKeepalive ?? {};
  const at = '/spec/trafficPolicy/connectionPool/tcp';
  return firstProblem([
    [`${at}/connectTimeout`, tcp.connectTimeout, 'duration'],
    [`${at}/maxConnections`, tcp.maxConnections, 'int32'],
    [`${at}/tcpKeepalive/probes`, keepalive.probes, 'uint32'],
    [`${at}/tcpKeepalive/time`, keepalive.time, 'duration'],
    [`${at}/tcpKeepalive/interval`, keepalive.interval, 'duration'],
  ]);
}

type Found = readonly (readonly [Resource, Undecodable])[];

function byNamespace<R extends Resource>(
  resources: readonly R[],
  check: (resource: R) => Undecodable | undefined,
): ReadonlyMap<string, Found> {
  const map = new Map<string, (readonly [Resource, Undecodable])[]>();
  for (const resource of resources) {
    const why = check(resource);
    if (why === undefined) continue;
    const found = map.get(resource.namespace) ?? [];
    found.push([resource, why]);
    map.set(resource.namespace, found);
  }
  return map;
}

const services = ({ index }: Context) => byNamespace(index.redisServices, undecodableService);
const destinations = ({ index }: Context) => byNamespace(index.redisDestinations, undecodableDestination);

function report(found: Found, kind: string, context: Context): void {
  for (const [resource, { pointer, reason }] of found) {
    const effect = context.options.fixed
      ? 'It is left out'
      : `Aeraki cannot decode it and ignores every ${kind} of namespace ${resource.namespace}`;
    const severity = context.options.fixed ? 'error' : 'warning';
    context.report('AER0426', { kind, reason, effect }, { resource, pointer, severity });
  }
}

/**
 * The RedisServices of a host that the control plane can use, sorted by name: none where one of the namespace cannot be
 * decoded, or with `--fixed` all but those that cannot.
 */
export function decodableServices(
  namespace: string,
  host: string,
  context: Context,
): readonly Resource<RedisService>[] {
  const found = context.once(services).get(namespace) ?? [];
  report(found, 'RedisService', context);
  if (found.length > 0 && !context.options.fixed) return [];
  const undecodable = new Set(found.map(([resource]) => resource));
  const all = context.index.redisServicesByHost.get(`${namespace}/${host}`) ?? [];
  return all.filter((resource) => !undecodable.has(resource));
}

/** As `decodableServices`; 'undecodable' where the reference cannot read the list, and so makes no cluster at all. */
export function decodableDestinations(
  namespace: string,
  hosts: readonly string[],
  context: Context,
): readonly Resource<RedisDestination>[] | 'undecodable' {
  const found = context.once(destinations).get(namespace) ?? [];
  report(found, 'RedisDestination', context);
  if (found.length > 0 && !context.options.fixed) return 'undecodable';
  const undecodable = new Set(found.map(([resource]) => resource));
  const all = hosts.flatMap((host) => context.index.redisDestinationsByHost.get(`${namespace}/${host}`) ?? []);
  return all.filter((resource) => !undecodable.has(resource));
}
