import { isWildcard, isWithin } from './host.js';
import type { ScopeListener } from './listeners.js';
import type { EgressScope, Scope } from './scope.js';

/** The route configurations that a proxy's HTTP listeners ask for: name → names of its virtual hosts, sorted. */
export function routeConfigurations(
  scope: Scope,
  listeners: readonly ScopeListener[],
): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const { routes, port } of listeners) {
    for (const name of routes) found[name] ??= virtualHosts(scope, name, port);
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function virtualHosts(scope: Scope, name: string, port: number): readonly string[] {
  const egress = scope.egress.find(
    ({ listener }) => listener.port?.number === undefined || listener.port.number === port,
  );
  const hosts = egress === undefined ? [] : hostsAt(egress, port);
  const colon = name.lastIndexOf(':');
  // A sniffed port has a configuration of its own, which holds its service alone.
  if (colon !== -1) return hosts.filter((host) => host === name.slice(0, colon)).map((host) => `${host}:${port}`);
  const rest = scope.outboundPolicy === 'ALLOW_ANY' ? 'allow_any' : 'block_all';
  return [rest, ...hosts.map((host) => `${host}:${port}`)].sort();
}

/** Services with this port that can carry HTTP, and hosts of rules that no service has. */
function hostsAt({ services, rules }: EgressScope, port: number): readonly string[] {
  const atPort = services.filter((service) =>
    service.ports.some(({ number, protocol }) => number === port && (protocol === 'http' || protocol === 'auto')),
  );
  const known = new Set(atPort.map(({ host }) => host));
  const hosts = new Set(known);
  for (const rule of rules) {
    if (!rule.hosts.some((host) => reaches(host, known))) continue;
    for (const host of rule.hosts) if (!reaches(host, known)) hosts.add(host);
  }
  return [...hosts].sort();
}

function reaches(host: string, known: ReadonlySet<string>): boolean {
  return known.has(host) || (isWildcard(host) && [...known].some((each) => isWithin(each, host)));
}
