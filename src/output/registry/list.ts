import type { ServiceReport } from '../../registry/convert/converted.js';
import { formatTable } from '../table.js';

const order: Readonly<Record<ServiceReport['state'], number>> = { refused: 0, empty: 1, degraded: 2, ok: 3 };

/** Services, those with the worst state first, then by name. */
export function worstFirst(services: readonly ServiceReport[]): readonly ServiceReport[] {
  return services
    .map((service, at) => ({ service, at }))
    .sort((a, b) => order[a.service.state] - order[b.service.state] || a.at - b.at)
    .map(({ service }) => service);
}

/** The table of `aeraki registry list`. `wide` adds the registry, the entries and the applications' versions. */
export function listTable(services: readonly ServiceReport[], wide: boolean, width: number | undefined): string {
  const headings = ['SERVICE', 'HOST', 'PROTOCOL', 'PORT', 'PROVIDERS', 'VERSIONS', 'GROUP', 'NAMESPACE', 'STATE'];
  const rows = worstFirst(services).map((service) => [
    service.version === '' ? service.name : `${service.name}:${service.version}`,
    service.hosts.join(','),
    [...new Set(service.ports.map(({ name }) => protocolOf(name)))].join(','),
    [...new Set(service.ports.map(({ number }) => number))].join(','),
    providersOf(service),
    service.versions.join(','),
    service.group,
    service.namespace,
    service.state,
    ...(wide ? [service.registry, service.entries.join(',')] : []),
  ]);
  return formatTable(wide ? [...headings, 'REGISTRY', 'SERVICEENTRY'] : headings, rows, { width });
}

/** `2`, or `2/3` where not all are endpoints. */
function providersOf({ providers }: ServiceReport): string {
  const counted = providers.filter(({ verdict }) => verdict !== 'same-at-interface-level');
  const kept = counted.filter(({ verdict }) => verdict === 'kept').length;
  return kept === counted.length ? String(kept) : `${kept}/${counted.length}`;
}

function protocolOf(port: string): string {
  return port.replace(/^tcp-metaprotocol-|^http2-(?=tri)/, '').replace(/-\d+$/, '');
}
