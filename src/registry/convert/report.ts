import { keyOf } from '../reference/entry.js';
import { byOctets } from '../reference/go.js';
import type { ProviderReport, ServiceReport, ServiceStateName } from './converted.js';
import type { Decided } from './notices.js';
import type { Provider } from './providers.js';

/** What a person is told of a service. */
export function reportOf(
  { merged, providers, kept, entries, namespace }: Decided,
  withProviders: boolean,
): ServiceReport {
  const { registry, name, group, version } = merged.service;
  const usable = providers.filter(({ verdict }) => verdict !== 'duplicate' && verdict !== 'same-at-interface-level');
  const state: ServiceStateName = kept.length === 0 ? 'empty' : kept.length === usable.length ? 'ok' : 'degraded';
  return {
    registry,
    name,
    group,
    version,
    hosts: entries.flatMap(({ spec }) => spec?.hosts ?? []),
    namespace,
    entries: entries.map(keyOf),
    ports: entries.flatMap(({ spec }) =>
      (spec?.ports ?? []).map(({ name: port = '', number = 0 }) => ({ name: port, number })),
    ),
    versions: [...new Set(kept.flatMap(({ chosen }) => chosen.labels.version ?? []))].sort(byOctets),
    state,
    providers: withProviders ? providers.map(providerReport) : [],
  };
}

function providerReport({
  instance,
  registryName,
  verdict,
  namespace,
  saysNamespace,
  chosen,
}: Provider): ProviderReport {
  const { address, port, protocol, level, health, weight, locality } = instance;
  return {
    address,
    port,
    protocol,
    registryName,
    level,
    health,
    ...(weight !== undefined && { weight }),
    ...(locality !== undefined && { locality }),
    ...(saysNamespace && { namespace }),
    verdict,
    labels: chosen.labels,
    droppedLabels: chosen.invalid,
  };
}
