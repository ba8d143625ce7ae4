import type { MetaRouter } from '../model/aeraki.js';
import type { Resource } from '../model/resource.js';
import type { Limits } from '../xds/visibility.js';

/**
 * Which namespaces may have the routes of a host: those that the `exportTo` of its first MetaRouter names (`.` is the router's
 * own, `*` all), and those of the gateways that it is for. Without `exportTo` all may.
 */
export function exportLimits(resources: readonly Resource[]): Limits {
  const allowed = new Map<string, ReadonlySet<string> | undefined>();
  for (const resource of resources) {
    if (resource.kind !== 'MetaRouter') continue;
    const spec = (resource.object as MetaRouter).spec;
    const namespaces = namespacesOf(resource.namespace, texts(spec?.exportTo), texts(spec?.gateways));
    for (const host of texts(spec?.hosts)) if (!allowed.has(host)) allowed.set(host, namespaces);
  }
  const limited = [...allowed].flatMap(([host, namespaces]) =>
    namespaces === undefined ? [] : [`${host} ${[...namespaces].sort().join(' ')}`],
  );
  return {
    mark: limited.sort().join('\n'),
    // The name of a route configuration is HOST_PORT (translation.md section 4).
    sees: (name, namespace) => allowed.get(name.replace(/_\d+$/, ''))?.has(namespace) ?? true,
  };
}

/** Undefined: all. */
function namespacesOf(
  own: string,
  exportTo: readonly string[],
  gateways: readonly string[],
): ReadonlySet<string> | undefined {
  if (exportTo.length === 0 || exportTo.includes('*')) return undefined;
  const of = gateways.map((gateway) => (gateway.includes('/') ? gateway.slice(0, gateway.indexOf('/')) : own));
  return new Set([...exportTo.map((each) => (each === '.' ? own : each)), ...of]);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
