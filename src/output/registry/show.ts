import type { ProviderReport, ServiceReport } from '../../registry/convert/converted.js';
import type { Verdict } from '../../registry/convert/judge.js';
import type { Style } from '../log.js';
import { printable } from '../printable.js';
import { formatTable } from '../table.js';

const reasons: Readonly<Record<Verdict, string>> = {
  kept: 'endpoint',
  unhealthy: 'dropped: the registry calls it unhealthy (--health any takes it in)',
  disabled: 'dropped: disabled by somebody',
  'no-weight': 'dropped: its weight is 0',
  'bad-port': 'dropped: no port from 1 to 65535',
  'no-address': 'dropped: no address',
  'bad-address': 'dropped: its address is neither an IP address nor a host name',
  duplicate: 'dropped: a newer registration has the same address and port',
  'same-at-interface-level': 'the same as its registration by interface',
  consumer: 'dropped: a consumer',
  'not-understood': 'dropped: not understood',
  'not-a-provider': 'dropped: no provider',
};

/** What `aeraki registry show` prints: the service, then provider by provider what became of it and why. */
export function showText(services: readonly ServiceReport[], { palette, width }: Style): string {
  return services.map((service) => oneService(service, palette, width)).join('\n');
}

function oneService(service: ServiceReport, palette: Style['palette'], width: number | undefined): string {
  const facts: readonly (readonly [string, string])[] = [
    ['Registry', service.registry],
    ['Group', service.group],
    ['Version', service.version],
    ['Host', service.hosts.join(', ')],
    ['Ports', service.ports.map(({ name, number }) => `${number} ${name}`).join(', ')],
    ['ServiceEntry', service.entries.join(', ')],
    ['State', service.state],
  ];
  const head = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${`${name}:`.padEnd(14)}${printable(value)}\n`);
  const rows = service.providers.map((provider) => [
    `${provider.address}:${provider.port}`,
    provider.protocol,
    String(provider.weight ?? ''),
    provider.locality ?? '',
    labelsText(provider),
    reasonOf(provider),
  ]);
  const table =
    rows.length === 0
      ? '  No provider is registered.\n'
      : formatTable(['PROVIDER', 'PROTOCOL', 'WEIGHT', 'LOCALITY', 'LABELS', 'BECAME'], rows, { width });
  return `${palette.bold(printable(service.name))}\n${head.join('')}${table}`;
}

function labelsText({ labels }: ProviderReport): string {
  return Object.entries(labels)
    .filter(([key]) => key !== 'registryName')
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
}

function reasonOf({ verdict, droppedLabels }: ProviderReport): string {
  const dropped = droppedLabels.length > 0 ? `; no labels: ${droppedLabels.join(', ')}` : '';
  return `${reasons[verdict]}${dropped}`;
}
