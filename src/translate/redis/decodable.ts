import { parseDuration } from '../../envoy/duration/parse.js';
import type { RedisDestination, RedisService } from '../../model/aeraki.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';

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
    return parseDuration(String(value)).nanoseconds === undefined ? { pointer, reason } : undefined;
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

/** The undecodable resources of one namespace, and why. */
type Found = ReadonlyMap<Resource, Undecodable>;

/** The undecodable resources of one kind, by namespace; those of a namespace are reported when it is first asked for. */
class UndecodableResources {
  readonly #kind: string;
  readonly #byNamespace = new Map<string, Map<Resource, Undecodable>>();
  readonly #reported = new Set<string>();

  constructor(kind: string) {
    this.#kind = kind;
  }

  add(resource: Resource, why: Undecodable | undefined): void {
    if (why === undefined) return;
    const found = this.#byNamespace.get(resource.namespace) ?? new Map<Resource, Undecodable>();
    this.#byNamespace.set(resource.namespace, found.set(resource, why));
  }

  /** Undefined for a namespace where all can be decoded. */
  of(namespace: string, context: Context): Found | undefined {
    const found = this.#byNamespace.get(namespace);
    if (found !== undefined && !this.#reported.has(namespace)) {
      this.#reported.add(namespace);
      this.#report(found, namespace, context);
    }
    return found;
  }

  #report(found: Found, namespace: string, context: Context): void {
    const { fixed } = context.options;
    const effect = fixed
      ? 'It is left out'
      : `Aeraki cannot decode it and ignores every ${this.#kind} of namespace ${namespace}`;
    for (const [resource, { pointer, reason }] of found) {
      context.report('AER0426', { reason, effect }, { resource, pointer, severity: fixed ? 'error' : 'warning' });
    }
  }
}

function undecodableServices({ index }: Context): UndecodableResources {
  const all = new UndecodableResources('RedisService');
  for (const resource of index.redisServices) all.add(resource, undecodableService(resource));
  return all;
}

function undecodableDestinations({ index }: Context): UndecodableResources {
  const all = new UndecodableResources('RedisDestination');
  for (const resource of index.redisDestinations) all.add(resource, undecodableDestination(resource));
  return all;
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
  const all = context.index.redisServicesByHost.get(`${namespace}/${host}`) ?? [];
  const found = context.once(undecodableServices).of(namespace, context);
  if (found === undefined) return all;
  return context.options.fixed ? all.filter((resource) => !found.has(resource)) : [];
}

/** As `decodableServices`; 'undecodable' where the reference cannot read the list, and so makes no cluster at all. */
export function decodableDestinations(
  namespace: string,
  hosts: readonly string[],
  context: Context,
): readonly Resource<RedisDestination>[] | 'undecodable' {
  const all = hosts.flatMap((host) => context.index.redisDestinationsByHost.get(`${namespace}/${host}`) ?? []);
  const found = context.once(undecodableDestinations).of(namespace, context);
  if (found === undefined) return all;
  return context.options.fixed ? all.filter((resource) => !found.has(resource)) : 'undecodable';
}
