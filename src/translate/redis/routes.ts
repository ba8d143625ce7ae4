import { outboundCluster } from '../../envoy/cluster-name.js';
import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import type { RedisMirror, RedisRoute, RedisService, RedisTarget } from '../../model/aeraki.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';
import { runtimeFraction } from './percent.js';

/** Where routes are made for: the listening port, and the namespace that targets are looked up in. */
export interface RouteScope {
  readonly service: Resource<RedisService>;
  readonly namespace: string;
  readonly port: MeshPort;
}

/** The only port of the target, else its first with the listening number or name, else the listening number. */
function servicePort(target: MeshService, port: MeshPort): number {
  const [only, ...others] = target.ports;
  if (only !== undefined && others.length === 0) return only.number;
  return target.ports.find(({ number, name }) => number === port.number || name === port.name)?.number ?? port.number;
}

/** The port that a target means: its own, else that of the last ServiceEntry of this host in the namespace. */
function targetPort(target: RedisTarget, scope: RouteScope, context: Context): number {
  if (target.port !== undefined && target.port !== 0) return target.port;
  const named = context.index.servicesByHost.get(target.host ?? '') ?? [];
  const service = named.findLast(({ namespace }) => namespace === scope.namespace);
  return service === undefined ? scope.port.number : servicePort(service, scope.port);
}

/** The mirror's cluster: the reference takes the port of the route's destination (D6). */
function mirrorPort(
  mirror: RedisTarget,
  route: RedisTarget,
  pointer: string,
  scope: RouteScope,
  context: Context,
): number {
  const own = targetPort(mirror, scope, context);
  if (context.options.fixed) return own;
  const taken = targetPort(route, scope, context);
  if (taken !== own) {
    context.report('AER0406', { host: mirror.host ?? '', own, taken }, { resource: scope.service, pointer });
  }
  return taken;
}

function crash(
  code: 'AER0417' | 'AER0425',
  what: string,
  pointer: string,
  scope: RouteScope,
  context: Context,
): undefined {
  const result = context.options.fixed ? 'It is left out.' : 'No filter is made for the service.';
  context.report(code, { what, result }, { resource: scope.service, pointer });
}

/** One mirror; undefined where the reference crashes, or where `--fixed` leaves it out. */
function mirrorPolicy(
  mirror: RedisMirror,
  route: RedisTarget,
  pointer: string,
  scope: RouteScope,
  context: Context,
): JsonObject | undefined {
  const { fixed } = context.options;
  if (mirror.percentage === undefined && !fixed) {
    return crash('AER0417', 'a mirror without `percentage`', pointer, scope, context);
  }
  if (mirror.route === undefined) return crash('AER0425', 'a mirror without `route`', pointer, scope, context);
  const percentage = mirror.percentage === undefined ? 100 : (mirror.percentage.value ?? 0);
  const port = mirrorPort(mirror.route, route, `${pointer}/route`, scope, context);
  return {
    cluster: outboundCluster(mirror.route.host ?? '', port),
    runtimeFraction: runtimeFraction(percentage),
    ...(mirror.excludeReadCommands === true ? { excludeReadCommands: true } : {}),
  };
}

/** A route without its prefix. */
function target(entry: RedisRoute, pointer: string, scope: RouteScope, context: Context): JsonObject | undefined {
  const { route } = entry;
  if (route === undefined) return crash('AER0425', 'a `redis` entry without `route`', pointer, scope, context);
  const mirrors = (entry.mirror ?? []).map((mirror, index) =>
    mirrorPolicy(mirror, route, `${pointer}/mirror/${index}`, scope, context),
  );
  const made = mirrors.filter((mirror) => mirror !== undefined);
  if (made.length < mirrors.length && !context.options.fixed) return undefined;
  return {
    cluster: outboundCluster(route.host ?? '', targetPort(route, scope, context)),
    ...(made.length > 0 ? { requestMirrorPolicy: made } : {}),
  };
}

/**
 * `PrefixRoutes` of a RedisService with `redis` entries: the last one without `match.key` is the catch-all, every other
 * one with a key a prefix route in order (translation.md sections 11 and 14). Undefined where the reference crashes,
 * which has been reported.
 */
export function prefixRoutes(scope: RouteScope, context: Context): JsonObject | undefined {
  const routes: JsonObject[] = [];
  const prefixes = new Set<string>();
  let catchAllRoute: JsonObject | undefined;
  let crashed = false;
  for (const [index, entry] of (scope.service.object.spec?.redis ?? []).entries()) {
    const route = target(entry, `/spec/redis/${index}`, scope, context);
    const key = entry.match?.key;
    if (route === undefined) crashed = true;
    else if (key === undefined) catchAllRoute = route;
    else {
      const prefix = key.prefix ?? '';
      if (prefixes.has(prefix)) {
        const pointer = `/spec/redis/${index}/match/key`;
        context.report('AER0470', { prefix }, { resource: scope.service, pointer });
      }
      prefixes.add(prefix);
      routes.push({
        ...route,
        ...(prefix === '' ? {} : { prefix }),
        ...(key.removePrefix === true ? { removePrefix: true } : {}),
      });
    }
  }
  if (crashed && !context.options.fixed) return undefined;
  return {
    ...(routes.length > 0 ? { routes } : {}),
    ...(catchAllRoute === undefined ? {} : { catchAllRoute }),
  };
}
