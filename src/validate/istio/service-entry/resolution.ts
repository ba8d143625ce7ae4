import { type IstioContext, type IstioRule, items, type Report } from '../rule.js';
import type { ServiceEntrySpec } from '../spec.js';
import { isAddress } from '../values/address.js';
import { whyNoFqdn } from '../values/domain.js';
import { checkLabels } from '../values/labels.js';
import { checkEndpointPorts, checkWorkload } from '../workload-entry.js';

/** AER1120–1124, AER1127, AER1128: endpoints and hosts as the way of resolution wants them. */
export const serviceEntryResolution: IstioRule<ServiceEntrySpec> = {
  kind: 'ServiceEntry',
  check(spec, context) {
    const { report } = context;
    const { resolution = 'NONE', workloadSelector } = spec;
    const endpoints = items(spec.endpoints, '/spec/endpoints');
    const ports = new Set((spec.ports ?? []).map(({ name = '' }) => name));
    if (workloadSelector !== undefined && endpoints.length > 0) {
      endpointsToo(report, 'workloadSelector stands beside endpoints', 'Keep one of them');
    }
    switch (resolution) {
      case 'STATIC':
        for (const [endpoint, pointer] of endpoints) {
          checkWorkload(endpoint, pointer, report, { mayBeName: false, ports });
        }
        return;
      case 'DNS':
      case 'DNS_ROUND_ROBIN':
        checkDns(spec, ports, resolution, report);
        return;
      case 'DYNAMIC_DNS':
        checkDynamic(spec, context);
        return;
      default:
        if (endpoints.length > 0) {
          endpointsToo(
            report,
            'there are none to choose from with resolution NONE',
            'Remove endpoints, or take STATIC',
          );
        }
        if (workloadSelector !== undefined) {
          report('AER1121', '/spec/workloadSelector', {}, { at: 'key', severity: 'warning' });
        }
    }
  },
};

function checkDns(spec: ServiceEntrySpec, ports: ReadonlySet<string>, resolution: string, report: Report): void {
  const endpoints = items(spec.endpoints, '/spec/endpoints');
  if (endpoints.length === 0) {
    const found = items(spec.hosts, '/spec/hosts').find(([host]) => whyNoFqdn(host) !== undefined);
    if (found !== undefined) report('AER1127', found[1], { host: found[0], resolution });
  }
  if (resolution === 'DNS_ROUND_ROBIN' && endpoints.length > 1) {
    endpointsToo(report, 'DNS_ROUND_ROBIN takes one at most', 'Keep one, or take DNS');
  }
  for (const [endpoint, pointer] of endpoints) {
    const { address = '' } = endpoint;
    if (!isAddress(address) && whyNoFqdn(address) !== undefined) {
      report('AER1122', `${pointer}/address`, { address, wanted: 'an IP address or a domain name' });
    }
    checkLabels(endpoint.labels, `${pointer}/labels`, report);
    checkEndpointPorts(endpoint, pointer, report, ports);
  }
}

const dynamicProtocols: ReadonlySet<string> = new Set(['http', 'tls', 'grpc', 'http2']);

/** The proxy asks DNS for the host that a request names, so that only a protocol which names one can be served. */
function checkDynamic(spec: ServiceEntrySpec, { resource, report }: IstioContext): void {
  for (const [host, pointer] of items(spec.hosts, '/spec/hosts')) {
    if (!host.startsWith('*')) dynamic(report, pointer, `the host "${host}" is no wildcard`, 'Write *.example.com');
  }
  for (const field of ['addresses', 'endpoints'] as const) {
    if ((spec[field] ?? []).length > 0) dynamic(report, `/spec/${field}`, `it has ${field}`, `Remove ${field}`);
  }
  for (const [{ protocol = '' }, pointer] of items(spec.ports, '/spec/ports')) {
    if (dynamicProtocols.has(protocol.toLowerCase())) continue;
    dynamic(report, pointer, 'the protocol of a port names no host', 'Write HTTP, HTTP2, GRPC or TLS');
  }
  const waypoint = resource.object.metadata?.labels?.['istio.io/use-waypoint'] ?? '';
  if (spec.location === 'MESH_INTERNAL' && waypoint !== '' && waypoint.toLowerCase() !== 'none') {
    dynamic(report, '/spec/location', 'it is MESH_INTERNAL and uses a waypoint', 'Write MESH_EXTERNAL');
  }
}

function dynamic(report: Report, pointer: string, why: string, cure: string): void {
  report('AER1128', pointer, { why, cure });
}

function endpointsToo(report: Report, why: string, cure: string): void {
  report('AER1120', '/spec/endpoints', { why, cure }, { at: 'key' });
}
